using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// A currency with all that posting asks of it: rounding, tolerance, and the accounts that take
/// exchange differences (CUR-01).
/// </summary>
internal static class CurrencyCards
{
    private const string UnitPrecision = "unitAmountRoundingPrecision";
    private const string UnitPlaces = "unitAmountDecimalPlaces";
    private const string InvoicePrecision = "invoiceRoundingPrecision";
    private const decimal PctMax = 100m;
    private const int PlacesLength = 5;
    private const int IsoLength = 3;

    public static Resource Create()
    {
        var writes = Writes();
        return Results(Tolerances(Fields()))
            .Field("lastDateAdjusted", c => c.LastDateAdjusted)
            .Field(
                "exchangeRateDate",
                (c, s) =>
                    s.Rows<ExchangeRate>()
                        .Where(r => r.CurrencyCode == c.Code)
                        .Max(r => (DateOnly?)r.StartingDate)
            )
            .Field("lastModifiedDateTime", c => c.ModifiedAt)
            .ETag(c => c.Version)
            .WithChosenId()
            .Create(writes.Create)
            .Update(writes.Update)
            .Delete((scope, id, given) => Currencies.Delete(writes, scope, id, given));
    }

    private static Resource<Currency> Fields() =>
        Resource
            .Extension("currencies", "currency", s => s.Rows<Currency>())
            .Field("id", c => c.Id)
            .Field("code", c => c.Code, Access.ReadWrite, SetupFields.CodeLength)
            .Field("displayName", c => c.Description, Access.ReadWrite, 100)
            .Field("symbol", c => c.Symbol, Access.ReadWrite, 10)
            .Field("isoCode", c => c.IsoCode, Access.ReadWrite, IsoLength)
            .Field("isoNumeric", c => c.IsoNumeric, Access.ReadWrite, IsoLength)
            .Field("emuCurrency", c => c.IsEmu, Access.ReadWrite)
            .Field("amountRoundingPrecision", c => c.AmountRoundingPrecision, Access.ReadWrite)
            .Field(
                "amountDecimalPlaces",
                c => c.AmountDecimalPlaces,
                Access.ReadWrite,
                PlacesLength
            )
            .Field(UnitPrecision, c => c.UnitAmountRoundingPrecision, Access.ReadWrite)
            .Field(UnitPlaces, c => c.UnitAmountDecimalPlaces, Access.ReadWrite, PlacesLength)
            .Field(InvoicePrecision, c => c.InvoiceRoundingPrecision, Access.ReadWrite)
            .Field("invoiceRoundingType", c => c.InvoiceRoundingType, Access.ReadWrite);

    private static Resource<Currency> Tolerances(Resource<Currency> resource) =>
        resource
            .Field(
                "applicationRoundingPrecision",
                c => c.ApplicationRoundingPrecision,
                Access.ReadWrite
            )
            .Field("taxRoundingType", c => c.VatRoundingType, Access.ReadWrite)
            .Field("maximumTaxDifference", c => c.MaxVatDifferenceAllowed, Access.ReadWrite)
            .Field("paymentTolerancePercent", c => c.PaymentTolerancePct, Access.ReadWrite)
            .Field("maximumPaymentTolerance", c => c.MaxPaymentToleranceAmount, Access.ReadWrite);

    private static Resource<Currency> Results(Resource<Currency> resource) =>
        resource
            .AccountField("realizedGainsAccount", c => c.RealizedGainsAccountNo)
            .AccountField("realizedLossesAccount", c => c.RealizedLossesAccountNo)
            .AccountField("unrealizedGainsAccount", c => c.UnrealizedGainsAccountNo)
            .AccountField("unrealizedLossesAccount", c => c.UnrealizedLossesAccountNo)
            .AccountField("conversionRoundingDebitAccount", c => c.LcyRoundingDebitAccountNo)
            .AccountField("conversionRoundingCreditAccount", c => c.LcyRoundingCreditAccountNo);

    private static RowWrites<Currency> Writes() =>
        Currencies
            .Writes()
            .Set<string>("isoCode", (c, code) => c.IsoCode = code.ToUpperInvariant())
            .Set<string>("isoNumeric", (c, code) => c.IsoNumeric = code)
            .Set<bool>("emuCurrency", (c, isEmu) => c.IsEmu = isEmu)
            .Set<decimal>(UnitPrecision, (c, amount) => c.UnitAmountRoundingPrecision = amount)
            .SetWith(UnitPlaces, TakeUnitPlaces)
            .Set<decimal>(InvoicePrecision, (c, amount) => c.InvoiceRoundingPrecision = amount)
            .Set<RoundingDirection>("invoiceRoundingType", (c, way) => c.InvoiceRoundingType = way)
            .Set<decimal>(
                "applicationRoundingPrecision",
                (c, amount) => c.ApplicationRoundingPrecision = amount
            )
            .Set<RoundingDirection>("taxRoundingType", (c, way) => c.VatRoundingType = way)
            .Set<decimal>("maximumTaxDifference", (c, x) => c.MaxVatDifferenceAllowed = x)
            .Set<decimal>("paymentTolerancePercent", (c, pct) => c.PaymentTolerancePct = pct)
            .Set<decimal>("maximumPaymentTolerance", (c, x) => c.MaxPaymentToleranceAmount = x)
            .Account("realizedGainsAccount", (c, no) => c.RealizedGainsAccountNo = no)
            .Account("realizedLossesAccount", (c, no) => c.RealizedLossesAccountNo = no)
            .Account("unrealizedGainsAccount", (c, no) => c.UnrealizedGainsAccountNo = no)
            .Account("unrealizedLossesAccount", (c, no) => c.UnrealizedLossesAccountNo = no)
            .Account("conversionRoundingDebitAccount", (c, no) => c.LcyRoundingDebitAccountNo = no)
            .Account(
                "conversionRoundingCreditAccount",
                (c, no) => c.LcyRoundingCreditAccountNo = no
            )
            .Range("paymentTolerancePercent", c => c.PaymentTolerancePct, PctMax)
            .Range("maximumPaymentTolerance", c => c.MaxPaymentToleranceAmount)
            .Range("maximumTaxDifference", c => c.MaxVatDifferenceAllowed)
            .Range("applicationRoundingPrecision", c => c.ApplicationRoundingPrecision)
            .Check(CheckPrecisions);

    private static Task TakeUnitPlaces(RowEdit<Currency> edit, object value)
    {
        if (DecimalPlaces.TryParse((string)value, out var places))
            edit.Row.UnitAmountDecimalPlaces = places.ToString();
        else
            edit.Refuse(EditCodes.Range, UnitPlaces, (string)value);
        return Task.CompletedTask;
    }

    // GLS-07, GLS-08: invoices are rounded to a multiple of what amounts are rounded to.
    private static Task CheckPrecisions(RowEdit<Currency> edit)
    {
        var row = edit.Row;
        if (row.UnitAmountRoundingPrecision <= 0m)
            edit.Refuse(EditCodes.Range, UnitPrecision, Text(row.UnitAmountRoundingPrecision));
        var isWrong =
            row.InvoiceRoundingPrecision <= 0m
            || (
                row.AmountRoundingPrecision > 0m
                && row.InvoiceRoundingPrecision % row.AmountRoundingPrecision != 0m
            );
        if (isWrong)
            edit.Refuse(EditCodes.Range, InvoicePrecision, Text(row.InvoiceRoundingPrecision));
        return Task.CompletedTask;
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
