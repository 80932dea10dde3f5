using Handel.Data;
using Handel.Data.Bulk;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>
/// Writes what a batch does to VAT entries that stand in the books: corrections of what they report
/// and their closing by a settlement (VDT-03, VEN-02, VST-05).
/// </summary>
internal sealed class VatWriter(HandelDbContext db, BulkWriter bulk)
{
    private static readonly string[] Reported =
    [
        nameof(VatEntry.ReportedDate),
        nameof(VatEntry.ReportedCountryCode),
        nameof(VatEntry.ReportedVatRegistrationNo),
        nameof(VatEntry.IsReportedEuThirdParty),
    ];

    public async Task Write(BatchResult batch, CancellationToken ct)
    {
        var corrections = batch.Postings.SelectMany(p => p.VatCorrections).ToList();
        await bulk.Insert(corrections, ct);
        await bulk.Update([.. batch.Books.CorrectedVat.Changes.Values], Reported, ct);
        foreach (var correction in corrections)
            await Show(correction, ct);
        await Close([.. batch.Books.VatClosings.Changes.Values], ct);
    }

    /// <summary>The posted document shows the VAT date that its entries have (VDT-03).</summary>
    private Task<int> Show(VatCorrection correction, CancellationToken ct) =>
        db
            .Documents.Where(document =>
                document.IsPosted
                && document.No == correction.DocumentNo
                && document.RegisterNo == correction.CorrectedRegisterNo
            )
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(d => d.VatDate, correction.VatDate)
                        .SetProperty(d => d.VatCountryCode, correction.CountryCode)
                        .SetProperty(d => d.VatRegistrationNo, correction.VatRegistrationNo)
                        .SetProperty(d => d.IsEuThirdParty, correction.IsEuThirdParty)
                        .SetProperty(d => d.Version, d => d.Version + 1),
                ct
            );

    private async Task Close(List<VatClosing> closings, CancellationToken ct)
    {
        if (closings.Count == 0)
            return;
        var types = closings.Select(c => (short)c.Key.Type).ToArray();
        var buses = closings.Select(c => c.Key.Groups.Bus).ToArray();
        var prods = closings.Select(c => c.Key.Groups.Prod).ToArray();
        var calculations = closings.Select(c => (short)c.Key.CalculationType).ToArray();
        var from = closings.Select(c => c.Span.From).ToArray();
        var to = closings.Select(c => c.Span.To).ToArray();
        var settlements = closings.Select(c => c.SettlementEntryNo).ToArray();
        var last = closings.Select(c => c.LastEntryNo).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE vat_entry t SET is_closed = true, closed_by_entry_no = s.settlement
            FROM unnest({types}, {buses}, {prods}, {calculations}, {from}, {to},
                {settlements}, {last})
                AS s(type, bus, prod, calculation, span_from, span_to, settlement, last)
            WHERE t.company_no = {db.CompanyNo} AND NOT t.is_closed AND t.type = s.type
                AND t.vat_bus_posting_group = s.bus AND t.vat_prod_posting_group = s.prod
                AND t.calculation_type = s.calculation
                AND t.reported_date BETWEEN s.span_from AND s.span_to
                AND t.entry_no <= s.last
            """,
            ct
        );
    }
}
