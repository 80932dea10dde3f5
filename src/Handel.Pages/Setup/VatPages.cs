using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>Setup of VAT: groups, rates, clauses, switches, and the lines of the return.</summary>
internal static class VatPages
{
    private const string ClauseSet = "taxClauses";
    private const string ClauseTextSet = "taxClauseTexts";
    private const string Rates = "taxRates";
    private const string Lines = "taxStatementLines";
    private const string Names = "taxStatementNames";
    private static readonly Lookup BusGroups = Groups("taxBusinessPostingGroups");
    private static readonly Lookup ProdGroups = Groups("taxProductPostingGroups");

    private static readonly Lookup Templates = Named("taxStatementTemplates");

    /// <summary>Statements by name.</summary>
    public static Lookup Statements { get; } = Named(Names);

    public static IReadOnlyList<PageDefinition> All =>
        [
            PostingSetup(),
            Clauses(),
            ClauseTexts(),
            DatedRates(),
            Switches(),
            StatementTemplates(),
            StatementNames(),
            StatementLines(),
        ];

    private static SetupPage PostingSetup() =>
        Trade(
            "taxPostingSetups",
            "taxBusinessPostingGroup,taxProductPostingGroup",
            Combination,
            page =>
                page.Action(
                    Rates,
                    action =>
                        action with
                        {
                            Open = new(
                                Rates,
                                "taxBusinessPostingGroup eq '{taxBusinessPostingGroup}'"
                                    + " and taxIdentifier eq '{taxIdentifier}'"
                            ),
                        }
                )
        );

    private static void Combination(FieldsBuilder columns) =>
        Pair(columns)
            .Field("description")
            .Field("taxIdentifier")
            .Important()
            .Kind(FieldKind.Code)
            .Field("taxPercent")
            .Important()
            .Choice("calculationType", Choices.TaxCalculation)
            .Field("salesTaxAccount", Lookups.PostingAccounts)
            .Field("purchaseTaxAccount", Lookups.PostingAccounts)
            .Field("reverseChargeAccount", Lookups.PostingAccounts)
            .Choice("unrealizedType", Choices.UnrealizedTax)
            .Field("salesTaxUnrealizedAccount", Lookups.PostingAccounts)
            .Field("purchaseTaxUnrealizedAccount", Lookups.PostingAccounts)
            .Field("reverseChargeUnrealizedAccount", Lookups.PostingAccounts)
            .Switches("euService")
            .Choice("taxCategory", Choices.TaxCategory)
            .Field("taxClauseCode", Lookups.Codes(ClauseSet, ApiRoute.Trade))
            .Switches("allowNonDeductibleTax")
            .Field("nonDeductibleTaxPercent")
            .Field("nonDeductibleTaxAccount", Lookups.PostingAccounts)
            .Switches("adjustForPaymentDiscount")
            .All("saleTaxReportingCode", "purchaseTaxReportingCode")
            .Switches("blocked");

    /// <summary>The words on paper (VPS-08).</summary>
    private static SetupPage Clauses() =>
        Trade(
            ClauseSet,
            "code",
            columns =>
                columns
                    .Field("code")
                    .Important()
                    .Mandatory()
                    .Field("description")
                    .Important()
                    .Field("description2"),
            page =>
                page.Action(
                    ClauseTextSet,
                    action => action with { Open = new(ClauseTextSet, "taxClauseCode eq '{code}'") }
                )
        );

    /// <summary>The same in a language, or on a kind of document.</summary>
    private static SetupPage ClauseTexts() =>
        Trade(
            ClauseTextSet,
            "taxClauseCode,languageCode,document",
            columns =>
                columns
                    .Field("taxClauseCode", Lookups.Codes(ClauseSet, ApiRoute.Trade))
                    .Important()
                    .Mandatory()
                    .Field("languageCode")
                    .Important()
                    .Choice("document", Choices.TaxClauseDocument)
                    .Important()
                    .Field("description")
                    .Important()
                    .Mandatory()
                    .Field("description2")
        );

    private static SetupPage DatedRates() =>
        Trade(
            Rates,
            "taxBusinessPostingGroup,taxIdentifier,startingDate",
            columns =>
                columns
                    .Field("taxBusinessPostingGroup", BusGroups)
                    .Important()
                    .Mandatory()
                    .Field("taxIdentifier")
                    .Important()
                    .Mandatory()
                    .Kind(FieldKind.Code)
                    .Field("startingDate")
                    .Important()
                    .Mandatory()
                    .Field("taxPercent")
                    .Important()
        );

    private static SetupPage Switches()
    {
        void Describe(FieldsBuilder columns) =>
            columns
                .Choice("taxReportingDateUsage", Choices.TaxDateUsage)
                .Important()
                .Choice("taxReportingDateDefault", Choices.TaxDateDefault)
                .Choice("controlTaxPeriod", Choices.TaxPeriodControl)
                .All("allowTaxDateFrom", "allowTaxDateTo")
                .Kind(FieldKind.Date)
                .Choice("taxRoundingType", Choices.TaxRounding)
                .Field("maxTaxDifferenceAllowed")
                .Kind(FieldKind.Amount)
                .Switches("allowSalesTaxDifference", "allowPurchaseTaxDifference")
                .Switches("paymentDiscountExcludingTax")
                .Field("taxTolerancePercent")
                .Switches("adjustForPaymentDiscount")
                .Switches("unrealizedTax")
                .Switches("nonDeductibleTaxEnabled", "useNonDeductibleTaxForItemCost")
                .Switches("taxFromSellTo");
        return new("taxSetup", new Source(ApiRoute.Trade, "taxSetup"), Describe)
        {
            IsOneRow = true,
        };
    }

    private static SetupPage StatementTemplates() =>
        Trade(
            "taxStatementTemplates",
            "name",
            columns =>
                columns.Field("name").Important().Mandatory().Field("description").Important(),
            page =>
                page.Action(
                    Names,
                    action => action with { Open = new(Names, "templateName eq '{name}'") }
                )
        );

    private static SetupPage StatementNames() =>
        Trade(
            Names,
            "templateName,name",
            columns =>
                columns
                    .Field("templateName", Templates)
                    .Important()
                    .Mandatory()
                    .Field("name")
                    .Important()
                    .Mandatory()
                    .Field("description")
                    .Important()
                    .Field("euSalesBoxNumber"),
            page =>
                page.Action(
                        Lines,
                        action =>
                            action with
                            {
                                Open = new(
                                    Lines,
                                    "templateName eq '{templateName}' and statementName eq '{name}'"
                                ),
                            }
                    )
                    .Action(
                        "taxStatementPreview",
                        action =>
                            action with
                            {
                                Open = new("taxStatementResults", "statementName={name}"),
                            }
                    )
        );

    private static SetupPage StatementLines() =>
        Trade(
            Lines,
            "templateName,statementName,sequence",
            StatementLine,
            page =>
                page.Action(
                    "taxStatementPreview",
                    action =>
                        action with
                        {
                            Open = new("taxStatementResults", "statementName={statementName}"),
                        }
                )
        );

    private static void StatementLine(FieldsBuilder columns) =>
        columns
            .Field("templateName", Templates)
            .Mandatory()
            .Field("statementName", Statements)
            .Mandatory()
            .Field("sequence")
            .Field("rowNumber")
            .Important()
            .Kind(FieldKind.Code)
            .Field("boxNumber")
            .Kind(FieldKind.Text)
            .Field("description")
            .Important()
            .Choice("type", Choices.TaxStatementLineType, "taxStatementLineType")
            .Important()
            .Field("accountTotaling")
            .Choice("generalPostingType", Choices.TaxPostingType)
            .Field("taxBusinessPostingGroupFilter")
            .Field("taxProductPostingGroupFilter")
            .Choice("amountType", Choices.TaxAmountType)
            .Choice("euThirdPartyTrade", Choices.EuThirdParty)
            .Field("rowTotaling")
            .Switches("calculateWithOppositeSign", "printWithOppositeSign", "print", "newPage")
            .Choice("rounding", Choices.TaxBoxRounding, "taxBoxRounding");

    /// <summary>Yes or no, whatever the name ends on.</summary>
    public static FieldsBuilder Switches(
        this FieldsBuilder fields,
        params ReadOnlySpan<string> names
    )
    {
        foreach (var name in names)
            fields.Field(name).Kind(FieldKind.Boolean);
        return fields;
    }

    private static FieldsBuilder Pair(FieldsBuilder columns) =>
        columns
            .Field("taxBusinessPostingGroup", BusGroups)
            .Important()
            .Mandatory()
            .Field("taxProductPostingGroup", ProdGroups)
            .Important()
            .Mandatory();

    private static Lookup Groups(string set) => Lookups.Codes(set, ApiRoute.Trade);

    private static Lookup Named(string set) =>
        Lookups.Codes(set, ApiRoute.Trade) with
        {
            Value = "name",
            Display = "name",
        };

    private static SetupPage Trade(
        string set,
        string orderBy,
        Action<FieldsBuilder> columns,
        Action<PageBuilder>? ways = null
    ) =>
        new(set, new Source(ApiRoute.Trade, set) { OrderBy = orderBy }, columns)
        {
            Ways = ways ?? (_ => { }),
        };
}
