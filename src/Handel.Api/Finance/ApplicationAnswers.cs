using Handel.Api.Trade;
using Handel.Ledgers.Parties;

namespace Handel.Api.Finance;

/// <summary>What an application does to one entry; amounts in its currency (APP-05).</summary>
public sealed record AppliedEntry
{
    public required Guid Id { get; init; }
    public required int EntryNumber { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string CurrencyCode { get; init; }
    public required decimal AppliedAmount { get; init; }

    /// <summary>What it gives or takes, in the currency of the payment.</summary>
    public required decimal DiscountAmount { get; init; }
    public required decimal ToleranceAmount { get; init; }
    public required decimal RoundingAmount { get; init; }
    public required decimal RemainingAmount { get; init; }
    public required bool Open { get; init; }
}

/// <summary>What an application does, or did (APP-05).</summary>
public sealed record ApplicationResult
{
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNumber { get; init; }

    /// <summary>Discount, tolerance, rounding and exchange results, in LCY.</summary>
    public required decimal DiscountAmountLCY { get; init; }
    public required decimal ToleranceAmountLCY { get; init; }
    public required decimal RoundingAmountLCY { get; init; }
    public required decimal ExchangeDifferenceLCY { get; init; }
    public required IReadOnlyList<AppliedEntry> Entries { get; init; }

    /// <summary>What to know about it, though it is not stopped (UNA-06).</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>An application before it is posted, with the rows that it would write.</summary>
public sealed record ApplicationPreview
{
    public required ApplicationResult Application { get; init; }
    public required IReadOnlyList<PreviewGl> GeneralLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewTax> TaxEntries { get; init; }
    public required IEnumerable<PreviewCustomerDetail> DetailedCustomerLedgerEntries { get; init; }
    public required IEnumerable<PreviewVendorDetail> DetailedVendorLedgerEntries { get; init; }
    public required PreviewTotals Totals { get; init; }
}

/// <summary>The part that details of customers and of vendors share.</summary>
public record PreviewDetail
{
    public required DateOnly PostingDate { get; init; }
    public required string EntryType { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string CurrencyCode { get; init; }
    public required decimal Amount { get; init; }
    public required decimal AmountLCY { get; init; }
}

public sealed record PreviewCustomerDetail : PreviewDetail
{
    public required int CustomerLedgerEntryNumber { get; init; }
}

public sealed record PreviewVendorDetail : PreviewDetail
{
    public required int VendorLedgerEntryNumber { get; init; }
}

/// <summary>Turns the details of an application into what users are told.</summary>
internal static class ApplicationAnswers
{
    /// <param name="entries">The entries as they are after it, by number.</param>
    public static ApplicationResult Of(
        IReadOnlyList<PartyDetail> details,
        IReadOnlyDictionary<int, PartyEntry> entries
    )
    {
        var touched = details.Select(detail => detail.PartyEntryNo).Distinct();
        return new()
        {
            PostingDate = details.Max(detail => detail.PostingDate),
            DocumentNumber = details[0].DocumentNo,
            DiscountAmountLCY = Lcy(details, Discounts),
            ToleranceAmountLCY = Lcy(details, Tolerances),
            RoundingAmountLCY = Lcy(details, Roundings),
            ExchangeDifferenceLCY = Lcy(details, Results),
            Entries = [.. touched.Select(number => Of(entries[number], details))],
        };
    }

    private static AppliedEntry Of(PartyEntry entry, IReadOnlyList<PartyDetail> details)
    {
        var side = Mirror.SideNames.Of(entry.Direction);
        var own = details.Where(detail => detail.PartyEntryNo == entry.EntryNo).ToList();
        // Discount and tolerance stand on the payment, and name the invoice (ENT-10).
        var about = details
            .Where(d => d.PartyEntryNo == entry.EntryNo || d.AppliedPartyEntryNo == entry.EntryNo)
            .ToList();
        return new()
        {
            Id = EntryIds.Of(entry.CompanyNo, side.EntryLedger, entry.EntryNo),
            EntryNumber = entry.EntryNo,
            DocumentType = Mirror.PreviewRows.Wire(entry.DocumentType),
            DocumentNumber = entry.DocumentNo,
            CurrencyCode = entry.CurrencyCode,
            AppliedAmount = Sum(own, [PartyDetailType.Application]),
            DiscountAmount = Sum(about, Discounts),
            ToleranceAmount = Sum(about, Tolerances),
            RoundingAmount = Sum(about, Roundings),
            RemainingAmount = entry.RemainingAmount,
            Open = entry.IsOpen,
        };
    }

    internal static readonly PartyDetailType[] Discounts =
    [
        PartyDetailType.PaymentDiscount,
        PartyDetailType.PaymentDiscountVatExcl,
        PartyDetailType.PaymentDiscountVatAdjustment,
        PartyDetailType.PaymentDiscountTolerance,
        PartyDetailType.PaymentDiscountToleranceVatExcl,
        PartyDetailType.PaymentDiscountToleranceVatAdjustment,
    ];

    internal static readonly PartyDetailType[] Tolerances =
    [
        PartyDetailType.PaymentTolerance,
        PartyDetailType.PaymentToleranceVatExcl,
        PartyDetailType.PaymentToleranceVatAdjustment,
    ];

    internal static readonly PartyDetailType[] Roundings =
    [
        PartyDetailType.ApplicationRounding,
        PartyDetailType.CorrectionOfRemainingAmount,
    ];

    private static readonly PartyDetailType[] Results =
    [
        PartyDetailType.RealizedGain,
        PartyDetailType.RealizedLoss,
        PartyDetailType.UnrealizedGain,
        PartyDetailType.UnrealizedLoss,
    ];

    private static decimal Sum(IEnumerable<PartyDetail> details, PartyDetailType[] types) =>
        details.Where(detail => types.Contains(detail.Type)).Sum(detail => detail.Amount);

    private static decimal Lcy(IEnumerable<PartyDetail> details, PartyDetailType[] types) =>
        details.Where(detail => types.Contains(detail.Type)).Sum(detail => detail.AmountLcy);
}
