using Handel.Kernel.Amounts;
using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>What the discount and the tolerance of a new entry are computed from.</summary>
public sealed record SettlementBasis
{
    public decimal DiscountPct { get; init; }

    /// <summary>
    /// Without VAT, document currency, in the sign of the entry (GLS-10).
    /// </summary>
    public decimal NetAmount { get; init; }

    /// <summary>The party is not forgiven any difference (DSC-20).</summary>
    public bool BlocksTolerance { get; init; }
}

/// <summary>
/// What may be left unpaid of a new entry: the discount until its date, the day until which it may
/// be given late, and the largest difference that may be written off (DSC-01, DSC-20, DSC-26).
/// Documents and journals fill their terms here.
/// </summary>
public static class SettlementTerms
{
    /// <summary>
    /// The terms with discount and tolerance; only invoices and credit memos have them.
    /// </summary>
    public static PartyTerms Of(
        PartyTerms terms,
        PostingHeader header,
        SettlementBasis basis,
        CompanySetup setup
    )
    {
        if (header.DocumentType is not (EntryDocumentType.Invoice or EntryDocumentType.CreditMemo))
            return terms;
        var lateUntil = LateUntil(terms.PmtDiscountDate, setup);
        return terms with
        {
            PmtDiscToleranceDate = lateUntil,
            PmtDiscPossible =
                lateUntil is { } until && until < header.PostingDate
                    ? 0m
                    : Discount(terms, basis, setup),
            MaxPaymentTolerance = basis.BlocksTolerance
                ? 0m
                : ToleranceOf((terms.Amount, terms.CurrencyCode), setup),
        };
    }

    /// <summary>Largest difference that may be written off, never negative (DSC-20).</summary>
    /// <param name="amount">Of the entry, in its currency.</param>
    /// <param name="limits">Percentage and maximum of that currency.</param>
    public static decimal Tolerance(decimal amount, ToleranceLimits limits)
    {
        var whole = Math.Abs(amount);
        var part = Rounding.Round(whole * limits.Pct / 100m, limits.Precision);
        var tolerance =
            limits.Pct == 0m ? limits.Max
            : limits.Max == 0m ? part
            : Math.Min(part, limits.Max);
        return Math.Min(tolerance, whole);
    }

    /// <summary>
    /// The same in the sign of the entry; a foreign currency has its own limits (DSC-31).
    /// </summary>
    internal static decimal ToleranceOf(
        (decimal Amount, string CurrencyCode) entry,
        CompanySetup setup
    )
    {
        var precision = SettlementMoney.Precision(setup, entry.CurrencyCode);
        var limits = setup.Currencies.GetValueOrDefault(entry.CurrencyCode) is { } currency
            ? new ToleranceLimits(
                currency.PaymentTolerancePct,
                currency.MaxPaymentToleranceAmount,
                precision
            )
            : new(setup.Gl.PaymentTolerancePct, setup.Gl.MaxPaymentToleranceAmount, precision);
        return Math.Sign(entry.Amount) * Tolerance(entry.Amount, limits);
    }

    private static decimal Discount(PartyTerms terms, SettlementBasis basis, CompanySetup setup)
    {
        var whole = setup.Gl.PmtDiscExclVat ? basis.NetAmount : terms.Amount;
        var precision = SettlementMoney.Precision(setup, terms.CurrencyCode);
        return Rounding.Round(whole * basis.DiscountPct / 100m, precision);
    }

    /// <summary>The last day on which a discount may be given late (DSC-26).</summary>
    internal static DateOnly? LateUntil(DateOnly? discountDate, CompanySetup setup) =>
        discountDate is { } date
            ? DateFormula.Parse(setup.Gl.PmtDiscGracePeriod).Apply(date)
            : null;
}

/// <summary>Payment tolerance of a currency (GLS-17, CUR-01); 0 is not set.</summary>
/// <param name="Max">In that currency.</param>
public readonly record struct ToleranceLimits(decimal Pct, decimal Max, decimal Precision);
