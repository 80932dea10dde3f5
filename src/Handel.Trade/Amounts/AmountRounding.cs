using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// How the amounts of a document are rounded: by its currency, or as LCY (CNV-01).
/// </summary>
public sealed record AmountRounding
{
    public decimal Precision { get; init; } = Rounding.AmountPrecision;
    public decimal UnitPrecision { get; init; } = Rounding.UnitAmountPrecision;
    public RoundingDirection VatDirection { get; init; }
    public decimal InvoicePrecision { get; init; } = Rounding.AmountPrecision;
    public RoundingDirection InvoiceDirection { get; init; }
    public decimal LcyPrecision { get; init; } = Rounding.AmountPrecision;

    public static AmountRounding Of(TradeDocument document, CompanySetup setup)
    {
        var lcy = setup.Gl.AmountRoundingPrecision;
        if (setup.Currencies.GetValueOrDefault(document.CurrencyCode) is { } currency)
            return new()
            {
                Precision = OrDefault(currency.AmountRoundingPrecision, lcy),
                UnitPrecision = OrDefault(
                    currency.UnitAmountRoundingPrecision,
                    setup.Gl.UnitAmountRoundingPrecision
                ),
                VatDirection = currency.VatRoundingType,
                InvoicePrecision = OrDefault(currency.InvoiceRoundingPrecision, lcy),
                InvoiceDirection = currency.InvoiceRoundingType,
                LcyPrecision = lcy,
            };
        return new()
        {
            Precision = lcy,
            UnitPrecision = setup.Gl.UnitAmountRoundingPrecision,
            VatDirection = setup.Gl.VatRoundingType,
            InvoicePrecision = OrDefault(setup.Gl.InvRoundingPrecision, lcy),
            InvoiceDirection = setup.Gl.InvRoundingType,
            LcyPrecision = lcy,
        };
    }

    public decimal Amount(decimal value) => Rounding.Round(value, Precision);

    public decimal UnitAmount(decimal value) => Rounding.Round(value, UnitPrecision);

    public decimal Vat(decimal value) => Rounding.Round(value, Precision, VatDirection);

    /// <summary>What rounding the total of an invoice adds to it (RND-01).</summary>
    public decimal InvoiceRest(decimal total) =>
        Rounding.Round(total, InvoicePrecision, InvoiceDirection) - total;

    // A currency without precision is refused when it is chosen (CUR-01).
    private static decimal OrDefault(decimal precision, decimal otherwise) =>
        precision > 0 ? precision : otherwise;
}
