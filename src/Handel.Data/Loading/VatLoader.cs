using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>Loads what corrections and settlements of VAT need to know.</summary>
internal sealed class VatLoader(HandelDbContext db)
{
    /// <summary>The entries that are named, with the others of their documents (VDT-03).</summary>
    public async Task<IEnumerable<KeyValuePair<int, VatEntry>>> Entries(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.CorrectedVat.Count == 0)
            return [];
        var numbers = needs.CorrectedVat.ToArray();
        var documents = db.VatEntries.Where(e => numbers.Contains(e.EntryNo));
        var entries = await db
            .VatEntries.AsNoTracking()
            .Where(e =>
                documents.Any(named =>
                    named.DocumentNo == e.DocumentNo && named.RegisterNo == e.RegisterNo
                )
            )
            .ToListAsync(ct);
        return entries.Select(entry => KeyValuePair.Create(entry.EntryNo, entry));
    }

    /// <summary>One sum per combination, and how many entries were left behind (VST-05).</summary>
    public async Task<IEnumerable<KeyValuePair<VatSpan, OpenVatOfSpan>>> Open(
        BooksNeeds needs,
        int lastEntryNo,
        CancellationToken ct
    )
    {
        var spans = new List<KeyValuePair<VatSpan, OpenVatOfSpan>>();
        foreach (var span in needs.OpenVat)
        {
            // UNR-01: what waits for payment is not due; what became due has an entry of its own.
            var open = db.VatEntries.Where(e =>
                !e.IsClosed
                && e.EntryNo <= lastEntryNo
                && e.UnrealizedVatType == UnrealizedVatType.None
            );
            var sums = await open.Where(e =>
                    e.ReportedDate >= span.From && e.ReportedDate <= span.To
                )
                .GroupBy(e => new
                {
                    e.Type,
                    e.VatBusPostingGroup,
                    e.VatProdPostingGroup,
                    e.CalculationType,
                })
                .Select(group => new
                {
                    group.Key,
                    Base = group.Sum(e => e.Base),
                    Amount = group.Sum(e => e.Amount),
                    NonDeductibleBase = group.Sum(e => e.NonDeductibleBase),
                    NonDeductibleAmount = group.Sum(e => e.NonDeductibleAmount),
                })
                .ToListAsync(ct);
            var older = await open.CountAsync(e => e.ReportedDate < span.From, ct);
            var found = sums.Select(s => new OpenVat(
                new(
                    s.Key.Type,
                    new VatGroups(s.Key.VatBusPostingGroup, s.Key.VatProdPostingGroup),
                    s.Key.CalculationType
                )
            )
            {
                Base = s.Base,
                Amount = s.Amount,
                NonDeductibleBase = s.NonDeductibleBase,
                NonDeductibleAmount = s.NonDeductibleAmount,
            });
            spans.Add(new(span, new OpenVatOfSpan([.. found], lastEntryNo, older)));
        }
        return spans;
    }
}
