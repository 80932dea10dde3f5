using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>Foreign currencies with their rates (CUR-01, CUR-02).</summary>
internal static class CurrencyPages
{
    private const string Currencies = "currencies";
    private const string Rates = "exchangeRates";

    public static IReadOnlyList<PageDefinition> All => [new CurrencyListPage(), ExchangeRates()];

    /// <summary>Opened from a list, and not from the menu.</summary>
    public static PageDefinition Card => new CurrencyPage();

    private static SetupPage ExchangeRates() =>
        new(
            Rates,
            new Source(ApiRoute.Trade, Rates) { OrderBy = "currencyCode,startingDate desc" },
            columns =>
                columns
                    .Field("currencyCode", Lookups.Codes(Currencies))
                    .Important()
                    .Mandatory()
                    .Field("startingDate")
                    .Important()
                    .Mandatory()
                    .Rate("exchangeRateAmount")
                    .Important()
                    .Mandatory()
                    .Rate("relationalExchangeRateAmount")
                    .Important()
                    .Mandatory()
                    .Field("relationalCurrencyCode", Lookups.Codes(Currencies))
                    .Rate("adjustmentExchangeRateAmount")
                    .Rate("relationalAdjustmentExchangeRateAmount")
        );

    // A rate has more decimals than an amount.
    private static FieldsBuilder Rate(this FieldsBuilder columns, string name) =>
        columns.Field(name).Kind(FieldKind.Price);

    private sealed class CurrencyListPage() : PageDefinition(Currencies, PageKind.List)
    {
        protected override void Describe(PageBuilder page)
        {
            page.From(Currencies, ApiRoute.Trade, "code")
                .Opens("currency")
                .CanInsert()
                .Title("code", "displayName")
                .Search(everywhere: true, "code", "displayName");
            page.Columns()
                .Field("code")
                .Important()
                .Field("displayName")
                .Important()
                .All("symbol", "amountRoundingPrecision", "exchangeRateDate", "lastDateAdjusted");
        }
    }

    private sealed class CurrencyPage() : PageDefinition("currency", PageKind.Card)
    {
        protected override void Describe(PageBuilder page)
        {
            page.From(Currencies, ApiRoute.Trade).Title("code", "displayName").Editable();
            page.Group("general")
                .Field("code")
                .Important()
                .Mandatory()
                .Field("displayName")
                .Important()
                .All("symbol", "isoCode", "isoNumeric", "emuCurrency")
                .Field("exchangeRateDate")
                .ReadOnly()
                .Field("lastDateAdjusted")
                .ReadOnly();
            page.Group("rounding")
                .Rate("amountRoundingPrecision")
                .Field("amountDecimalPlaces")
                .Rate("unitAmountRoundingPrecision")
                .Field("unitAmountDecimalPlaces")
                .Rate("invoiceRoundingPrecision")
                .Choice("invoiceRoundingType", Choices.RoundingType)
                .Choice("taxRoundingType", Choices.RoundingType)
                .Rate("applicationRoundingPrecision")
                .Rate("maximumTaxDifference")
                .Field("paymentTolerancePercent")
                .Rate("maximumPaymentTolerance");
            Accounts(
                page.Group("exchangeAccounts"),
                "realizedGainsAccount",
                "realizedLossesAccount",
                "unrealizedGainsAccount",
                "unrealizedLossesAccount",
                "conversionRoundingDebitAccount",
                "conversionRoundingCreditAccount"
            );
            page.Action(
                    "exchangeRates",
                    action =>
                        action with
                        {
                            Primary = true,
                            Open = new(Rates, "currencyCode eq '{code}'"),
                        }
                )
                .Action(
                    "exchangeRateAdjustments",
                    action =>
                        action with
                        {
                            Open = new("exchangeRateAdjustments", "currencyCode eq '{code}'"),
                        }
                );
        }

        private static void Accounts(FieldsBuilder fields, params string[] names)
        {
            foreach (var name in names)
                fields.Field(name, Lookups.PostingAccounts);
        }
    }
}
