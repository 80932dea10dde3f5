using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>Setup of the ledger: one record, and the dates of each user (GLS, GLD).</summary>
internal static class LedgerSetupPages
{
    public const string Set = "generalLedgerSetup";
    public const string Card = "generalLedgerSetupCard";

    public static IReadOnlyList<PageDefinition> All => [new GeneralLedgerSetupList(), Users()];

    private static SetupPage Users() =>
        new(
            "userSetups",
            new Source(ApiRoute.Trade, "userSetups") { OrderBy = "userName" },
            columns =>
                columns
                    .Field("userName")
                    .Important()
                    .Mandatory()
                    .Field("allowPostingFrom")
                    .Kind(FieldKind.Date)
                    .Important()
                    .Field("allowPostingTo")
                    .Kind(FieldKind.Date)
                    .Important()
                    .Field("allowTaxDateFrom")
                    .Kind(FieldKind.Date)
                    .Field("allowTaxDateTo")
                    .Kind(FieldKind.Date)
                    .Field("effectivePostingFrom")
                    .Kind(FieldKind.Date)
                    .ReadOnly()
                    .Field("effectivePostingTo")
                    .Kind(FieldKind.Date)
                    .ReadOnly()
                    .Choice("postingDatesSource", Choices.PostingDatesSource)
                    .ReadOnly()
        );
}

/// <summary>The way to the one record: it is opened at once.</summary>
internal sealed class GeneralLedgerSetupList() : PageDefinition(LedgerSetupPages.Set, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(LedgerSetupPages.Set, ApiRoute.Trade)
            .Opens(LedgerSetupPages.Card)
            .OpensAtOnce()
            .Title("localCurrencyCode");
        page.Columns()
            .Field("localCurrencyCode")
            .Important()
            .Field("allowPostingFrom")
            .Kind(FieldKind.Date)
            .Important()
            .Field("allowPostingTo")
            .Kind(FieldKind.Date)
            .Important();
    }
}

/// <summary>What the company decided about its ledger and about settlement.</summary>
internal sealed class GeneralLedgerSetupCard()
    : PageDefinition(LedgerSetupPages.Card, PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(LedgerSetupPages.Set, ApiRoute.Trade)
            .Title("localCurrencyCode")
            .Editable(insert: false, delete: false);
        page.Group("postingDates")
            .Field("allowPostingFrom")
            .Kind(FieldKind.Date)
            .Important()
            .Field("allowPostingTo")
            .Kind(FieldKind.Date)
            .Important()
            .All("allowPostingFromFormula", "allowPostingToFormula");
        page.Group("rounding")
            .Field("localCurrencyCode")
            .ReadOnly()
            .All("amountRoundingPrecision", "unitAmountRoundingPrecision")
            .Field("invoiceRoundingPrecision")
            .Choice("invoiceRoundingType", Choices.RoundingType)
            .Field("applicationRoundingPrecision");
        page.Group("paymentDiscount")
            .All("paymentDiscountExcludingTax", "adjustForPaymentDiscount")
            .Field("paymentDiscountGracePeriod")
            .ReadOnly()
            .Choice("discountTolerancePolicy", Choices.TolerancePolicy)
            .Field("discountToleranceToDiscountAccounts");
        page.Group("paymentTolerance")
            .Field("paymentTolerancePercent")
            .ReadOnly()
            .Field("maxPaymentToleranceAmount")
            .ReadOnly()
            .Choice("paymentTolerancePolicy", Choices.TolerancePolicy)
            .Field("toleranceToDiscountAccounts");
        page.Group("documents").Field("markCreditMemosAsCorrections");
        page.Action(
                "changePaymentTolerance",
                action => action with { Call = "changePaymentTolerance", Dialog = Tolerance(page) }
            )
            .Action(
                "changeGracePeriod",
                action => action with { Call = "changeGracePeriod", Dialog = Grace(page) }
            )
            .Action("userSetups", action => action with { Open = new("userSetups", "") });
    }

    private static Dialog Tolerance(PageBuilder page) =>
        page.AskFor(
            "changePaymentTolerance",
            null,
            fields =>
                fields
                    .Field("currencyCode", Lookups.Codes("currencies"))
                    .Field("allCurrencies")
                    .Field("paymentTolerancePercent")
                    .Field("maxPaymentToleranceAmount")
                    .Field("recomputeOpenEntries")
        );

    private static Dialog Grace(PageBuilder page) =>
        page.AskFor(
            "changeGracePeriod",
            null,
            fields => fields.Field("paymentDiscountGracePeriod").Field("recomputeOpenEntries")
        );
}
