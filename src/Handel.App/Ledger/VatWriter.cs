using Handel.Data.Bulk;
using Handel.Ledgers.Vat;

namespace Handel.App.Ledger;

/// <summary>
/// Writes what a batch does to VAT entries that stand in the books: corrections of what they report
/// and their closing by a settlement (VDT-03, VEN-02, VST-05).
/// </summary>
internal sealed class VatWriter(RoundTrip trip, BulkWriter bulk)
{
    private static readonly string[] Reported =
    [
        nameof(VatEntry.ReportedDate),
        nameof(VatEntry.ReportedCountryCode),
        nameof(VatEntry.ReportedVatRegistrationNo),
        nameof(VatEntry.IsReportedEuThirdParty),
    ];

    public void Write(BatchResult batch)
    {
        var corrections = batch.Postings.SelectMany(p => p.VatCorrections).ToList();
        bulk.Insert(corrections);
        bulk.Update([.. batch.Books.CorrectedVat.Changes.Values], Reported);
        foreach (var correction in corrections)
            Show(correction);
        Close([.. batch.Books.VatClosings.Changes.Values]);
        Realize(batch.Books.RealizedVat.Changes);
    }

    /// <summary>What is left to realize of entries, also of this very batch (UNR-01).</summary>
    private void Realize(IReadOnlyDictionary<int, UnrealizedRest> taken)
    {
        if (taken.Count == 0)
            return;
        var numbers = taken.Keys.ToArray();
        var bases = taken.Values.Select(rest => rest.Base).ToArray();
        var amounts = taken.Values.Select(rest => rest.Amount).ToArray();
        trip.Do(
            $"""
            UPDATE vat_entry t
            SET remaining_unrealized_base = t.remaining_unrealized_base - s.base,
                remaining_unrealized_amount = t.remaining_unrealized_amount - s.amount
            FROM unnest({numbers}, {bases}, {amounts}) AS s(entry_no, base, amount)
            WHERE t.company_no = {trip.Context.CompanyNo} AND t.entry_no = s.entry_no
            """
        );
    }

    /// <summary>The posted document shows the VAT date that its entries have (VDT-03).</summary>
    private void Show(VatCorrection correction) =>
        trip.Do(
            $"""
            UPDATE trade_document SET vat_date = {correction.VatDate},
                vat_country_code = {correction.CountryCode},
                vat_registration_no = {correction.VatRegistrationNo},
                is_eu_third_party = {correction.IsEuThirdParty}, version = version + 1
            WHERE company_no = {trip.Context.CompanyNo} AND is_posted
                AND no = {correction.DocumentNo}
                AND register_no = {correction.CorrectedRegisterNo}
            """
        );

    private void Close(List<VatClosing> closings)
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
        trip.Do(
            $"""
            UPDATE vat_entry t SET is_closed = true, closed_by_entry_no = s.settlement
            FROM unnest({types}, {buses}, {prods}, {calculations}, {from}, {to},
                {settlements}, {last})
                AS s(type, bus, prod, calculation, span_from, span_to, settlement, last)
            WHERE t.company_no = {trip.Context.CompanyNo} AND NOT t.is_closed AND t.type = s.type
                AND t.vat_bus_posting_group = s.bus AND t.vat_prod_posting_group = s.prod
                AND t.calculation_type = s.calculation
                AND t.reported_date BETWEEN s.span_from AND s.span_to
                AND t.entry_no <= s.last AND t.unrealized_vat_type = 0
            """
        );
    }
}
