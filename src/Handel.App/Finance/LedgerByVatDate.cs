using Handel.Data;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>
/// The general ledger by VAT date. Its entries keep the date that they were posted with; a
/// correction of the document moves them all (VDT-03, decision 0006).
/// </summary>
public sealed class LedgerByVatDate(HandelDbContext db)
{
    /// <summary>LCY net change of accounts between two VAT dates.</summary>
    public async Task<Dictionary<string, decimal>> Sums(
        string[] accounts,
        VatSpan span,
        CancellationToken ct
    )
    {
        var corrections = db.VatCorrections;
        var last = corrections.Where(c =>
            !corrections.Any(later =>
                later.CorrectedRegisterNo == c.CorrectedRegisterNo
                && later.DocumentNo == c.DocumentNo
                && later.EntryNo > c.EntryNo
            )
        );
        var dated = db
            .GlEntries.Where(entry => accounts.Contains(entry.AccountNo))
            .GroupJoin(
                last,
                entry => new
                {
                    entry.RegisterNo,
                    entry.DocumentNo,
                    entry.PostingDate,
                },
                c => new
                {
                    RegisterNo = c.CorrectedRegisterNo,
                    c.DocumentNo,
                    c.PostingDate,
                },
                (entry, found) => new { entry, found }
            )
            .SelectMany(
                row => row.found.DefaultIfEmpty(),
                (row, c) =>
                    new
                    {
                        row.entry.AccountNo,
                        row.entry.Amount,
                        VatDate = c == null ? row.entry.VatDate : c.VatDate,
                    }
            );
        return await dated
            .Where(row => row.VatDate >= span.From && row.VatDate <= span.To)
            .GroupBy(row => row.AccountNo)
            .Select(group => new { group.Key, Amount = group.Sum(row => row.Amount) })
            .ToDictionaryAsync(row => row.Key, row => row.Amount, StringComparer.Ordinal, ct);
    }
}
