using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Invoice discount terms: a row per tier, of customers or vendors (DSC-01).</summary>
internal static class InvoiceDiscountResources
{
    /// <summary>No amount of a tier is larger.</summary>
    private const decimal AmountMax = 1_000_000_000_000m;
    private const decimal PctMax = 100m;
    private const int CodeLength = SetupFields.CodeLength;
    private const string Currency = "currencyCode";
    private const string Minimum = "minimumAmount";

    public static IEnumerable<Resource> All() =>
        SideNames.Both.Select(side => Writes(side).On(Fields(side)));

    private static Resource<InvoiceDiscountTier> Fields(SideNames side) =>
        Resource
            .Extension(side.InvoiceDiscounts, side.InvoiceDiscounts[..^1], side.InvoiceDiscountRows)
            .Field("id", t => t.Id)
            .Field("code", t => t.Code, Access.ReadWrite, CodeLength)
            .Field(Currency, t => t.CurrencyCode, Access.ReadWrite, CodeLength)
            .Field(Minimum, t => t.MinimumAmount, Access.ReadWrite)
            .Field("discountPercent", t => t.DiscountPct, Access.ReadWrite)
            .Field("serviceCharge", t => t.ServiceCharge, Access.ReadWrite)
            .Field("lastModifiedDateTime", t => t.ModifiedAt)
            .ETag(t => t.Version)
            .OrderedBy("code", Currency, Minimum);

    private static RowWrites<InvoiceDiscountTier> Writes(SideNames side) =>
        new RowWrites<InvoiceDiscountTier>(side.InvoiceDiscounts)
            .Key(
                Minimum,
                KeyOf,
                (edit, _) =>
                    side.InvoiceDiscountRows(edit.Scope)
                        .Where(t =>
                            t.Code == edit.Row.Code
                            && t.CurrencyCode == edit.Row.CurrencyCode
                            && t.MinimumAmount == edit.Row.MinimumAmount
                        )
            )
            .Start(edit => edit.Row.Direction = side.Direction)
            .Set<string>("code", (t, code) => t.Code = code)
            .SetWith(Currency, TakeCurrency)
            .Set<decimal>(Minimum, (t, amount) => t.MinimumAmount = amount)
            .Set<decimal>("discountPercent", (t, pct) => t.DiscountPct = pct)
            .Set<decimal>("serviceCharge", (t, amount) => t.ServiceCharge = amount)
            .Needs("code", t => t.Code)
            .Range(Minimum, t => t.MinimumAmount, AmountMax)
            .Range("discountPercent", t => t.DiscountPct, PctMax)
            .Range("serviceCharge", t => t.ServiceCharge, AmountMax);

    private static string KeyOf(InvoiceDiscountTier tier) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{tier.Code} {tier.CurrencyCode} {tier.MinimumAmount:0.#####}"
        );

    // Blank is the company's own currency, by whichever name it is given (CNV-03).
    private static async Task TakeCurrency(RowEdit<InvoiceDiscountTier> edit, object value)
    {
        var code = (string)value;
        var ct = edit.Scope.Aborted;
        if (await edit.Db.Set<GlSetup>().AnyAsync(setup => setup.LcyCode == code, ct))
            code = "";
        if (code.Length > 0 && !await edit.Db.Currencies.AnyAsync(c => c.Code == code, ct))
            edit.Refuse(EditCodes.Unknown, Currency, code);
        else
            edit.Row.CurrencyCode = code;
    }
}
