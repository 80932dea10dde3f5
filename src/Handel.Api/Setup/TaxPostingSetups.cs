using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// VAT posting setup: rate, way and accounts per pair of groups (C4, VPS-01..12).
/// </summary>
internal static class TaxPostingSetups
{
    private const int CodeLength = SetupFields.CodeLength;
    private const int TextLength = 100;

    // What a user may name accounts for (PG-13).
    private static readonly string[] Accounts =
    [
        "salesTaxAccount",
        "purchaseTaxAccount",
        "reverseChargeAccount",
        "salesTaxUnrealizedAccount",
        "purchaseTaxUnrealizedAccount",
        "reverseChargeUnrealizedAccount",
        "nonDeductibleTaxAccount",
    ];

    public static Resource Create() =>
        Keyed(new RowWrites<VatPostingSetup>(VatSetupRules.Entity))
            .Set<string>("description", (s, text) => s.Description = text)
            .Set<string>("taxIdentifier", (s, text) => s.VatIdentifier = text)
            .Set<decimal>("taxPercent", (s, pct) => s.VatPct = pct)
            .Range("taxPercent", s => s.VatPct, 100m)
            .SetWith("calculationType", TakeCalculation)
            .Account("salesTaxAccount", (s, no) => s.SalesVatAccount = no)
            .Account("purchaseTaxAccount", (s, no) => s.PurchaseVatAccount = no)
            .Account("reverseChargeAccount", (s, no) => s.ReverseChargeVatAccount = no)
            .Set<UnrealizedVatType>("unrealizedType", (s, type) => s.UnrealizedVatType = type)
            .Account("salesTaxUnrealizedAccount", (s, no) => s.SalesVatUnrealAccount = no)
            .Account("purchaseTaxUnrealizedAccount", (s, no) => s.PurchaseVatUnrealAccount = no)
            .Account(
                "reverseChargeUnrealizedAccount",
                (s, no) => s.ReverseChargeVatUnrealAccount = no
            )
            .Account("nonDeductibleTaxAccount", (s, no) => s.NonDeductibleVatAccount = no)
            .Set<bool>("allowNonDeductibleTax", (s, on) => s.AllowNonDeductibleVat = on)
            .Set<decimal>("nonDeductibleTaxPercent", (s, pct) => s.NonDeductibleVatPct = pct)
            .Range("nonDeductibleTaxPercent", s => s.NonDeductibleVatPct, 100m)
            .Set<bool>("adjustForPaymentDiscount", (s, on) => s.AdjustForPaymentDiscount = on)
            .Set<bool>("euService", (s, on) => s.IsEuService = on)
            .Pair<VatClause>(
                ("", "taxClauseCode"),
                c => c.Code,
                (s, code) => s.VatClauseCode = code
            )
            .Set<string>("taxCategory", (s, text) => s.TaxCategory = text)
            .Set<string>("saleTaxReportingCode", (s, text) => s.SaleVatReportingCode = text)
            .Set<string>("purchaseTaxReportingCode", (s, text) => s.PurchaseVatReportingCode = text)
            .Set<bool>("blocked", (s, on) => s.IsBlocked = on)
            .Check(CheckAccounts)
            .Check(CheckRules)
            .UsedBy<VatEntry>(s =>
                entry =>
                    entry.VatBusPostingGroup == s.VatBusPostingGroup
                    && entry.VatProdPostingGroup == s.VatProdPostingGroup
            )
            .UsedBy<TradeLine>(s =>
                line =>
                    line.VatBusPostingGroup == s.VatBusPostingGroup
                    && line.VatProdPostingGroup == s.VatProdPostingGroup
            )
            .On(Fields());

    private static RowWrites<VatPostingSetup> Keyed(RowWrites<VatPostingSetup> writes) =>
        writes
            .Key(
                "taxProductPostingGroup",
                s => $"{s.VatBusPostingGroup}, {s.VatProdPostingGroup}",
                (edit, _) =>
                    edit
                        .Db.Set<VatPostingSetup>()
                        .Where(s =>
                            s.VatBusPostingGroup == edit.Row.VatBusPostingGroup
                            && s.VatProdPostingGroup == edit.Row.VatProdPostingGroup
                        )
            )
            .Pair<VatBusPostingGroup>(
                ("", "taxBusinessPostingGroup"),
                g => g.Code,
                (s, code) => s.VatBusPostingGroup = code
            )
            .Pair<VatProdPostingGroup>(
                ("", "taxProductPostingGroup"),
                g => g.Code,
                (s, code) => s.VatProdPostingGroup = code
            );

    private static Resource<VatPostingSetup> Fields() =>
        Resource
            .Extension(VatSetupRules.Entity, "taxPostingSetup", s => s.Rows<VatPostingSetup>())
            .Field("id", s => s.Id)
            .AccountField("taxBusinessPostingGroup", s => s.VatBusPostingGroup)
            .AccountField("taxProductPostingGroup", s => s.VatProdPostingGroup)
            .Field("description", s => s.Description, Access.ReadWrite, TextLength)
            .Field("taxIdentifier", s => s.VatIdentifier, Access.ReadWrite, CodeLength)
            .Field("taxPercent", s => s.VatPct, Access.ReadWrite)
            .Writable<string>("calculationType")
            .Mapped<VatCalculationType, string>(
                "calculationType",
                s => s.CalculationType,
                WireNames.Of,
                name => WireNames.Find<VatCalculationType>(name, WireNames.Of)
            )
            .AccountField("salesTaxAccount", s => s.SalesVatAccount)
            .AccountField("purchaseTaxAccount", s => s.PurchaseVatAccount)
            .AccountField("reverseChargeAccount", s => s.ReverseChargeVatAccount)
            .Field("unrealizedType", s => s.UnrealizedVatType, Access.ReadWrite)
            .AccountField("salesTaxUnrealizedAccount", s => s.SalesVatUnrealAccount)
            .AccountField("purchaseTaxUnrealizedAccount", s => s.PurchaseVatUnrealAccount)
            .AccountField("reverseChargeUnrealizedAccount", s => s.ReverseChargeVatUnrealAccount)
            .AccountField("nonDeductibleTaxAccount", s => s.NonDeductibleVatAccount)
            .Field("allowNonDeductibleTax", s => s.AllowNonDeductibleVat, Access.ReadWrite)
            .Field("nonDeductibleTaxPercent", s => s.NonDeductibleVatPct, Access.ReadWrite)
            .Field("adjustForPaymentDiscount", s => s.AdjustForPaymentDiscount, Access.ReadWrite)
            .Field("euService", s => s.IsEuService, Access.ReadWrite)
            .AccountField("taxClauseCode", s => s.VatClauseCode)
            .Field("taxCategory", s => s.TaxCategory, Access.ReadWrite, TextLength)
            .AccountField("saleTaxReportingCode", s => s.SaleVatReportingCode)
            .AccountField("purchaseTaxReportingCode", s => s.PurchaseVatReportingCode)
            .Field("blocked", s => s.IsBlocked, Access.ReadWrite)
            .Field("lastModifiedDateTime", s => s.ModifiedAt)
            .ETag(s => s.Version)
            .OrderedBy("taxBusinessPostingGroup", "taxProductPostingGroup");

    private static Task TakeCalculation(RowEdit<VatPostingSetup> edit, object value)
    {
        var name = (string)value;
        if (WireNames.Find<VatCalculationType>(name, WireNames.Of) is { } type)
            edit.Row.CalculationType = (VatCalculationType)type;
        else
            edit.Refuse(EditCodes.Unknown, "calculationType", name);
        return Task.CompletedTask;
    }

    private static async Task CheckAccounts(RowEdit<VatPostingSetup> edit)
    {
        foreach (var field in Accounts)
        {
            if (edit.Given.Text(field) is not { Length: > 0 } no)
                continue;
            var account = await edit
                .Db.GlAccounts.AsNoTracking()
                .SingleOrDefaultAsync(a => a.No == no, edit.Scope.Aborted);
            if (account is { AccountType: not GlAccountType.Posting } or { IsBlocked: true })
                edit.Refuse(EditCodes.NotPostable, field, no);
        }
    }

    private static async Task CheckRules(RowEdit<VatPostingSetup> edit)
    {
        var (row, db, ct) = (edit.Row, edit.Db, edit.Scope.Aborted);
        VatSetupRules.Complete(row);
        var before = edit.IsNew ? null : (VatPostingSetup)db.Entry(row).OriginalValues.ToObject();
        var entries = db.VatEntries.Where(e =>
            e.VatBusPostingGroup == row.VatBusPostingGroup
            && e.VatProdPostingGroup == row.VatProdPostingGroup
        );
        var use = edit.IsNew
            ? default
            : new VatSetupUse(
                await entries.AnyAsync(ct),
                await entries.AnyAsync(
                    e => !e.IsClosed && e.UnrealizedVatType == UnrealizedVatType.None,
                    ct
                ),
                await entries.AnyAsync(
                    e => e.RemainingUnrealizedBase != 0m || e.RemainingUnrealizedAmount != 0m,
                    ct
                )
            );
        var others = await db.Set<VatPostingSetup>().AsNoTracking().ToListAsync(ct);
        var gl = await db.Set<GlSetup>().AsNoTracking().SingleAsync(ct);
        var change = new VatSetupChange(row, before, others) { Gl = gl, Use = use };
        edit.Problems.AddRange(VatSetupRules.Find(change));
    }
}
