using Handel.Pages.Description;
using Handel.Pages.Jobs;
using Handel.Pages.Mirror;

namespace Handel.Pages.Setup;

/// <summary>All setup lists.</summary>
internal static class SetupPages
{
    private static readonly Lookup Account = Lookups.PostingAccounts;
    private static readonly string[] PartyAccounts =
    [
        "serviceChargeAccount",
        "invoiceRoundingAccount",
    ];

    public static IReadOnlyList<PageDefinition> All =>
        [
            .. MirrorNames.Both.Select(names => new TradeSetupPage(names)),
            .. Codes(),
            .. DimensionPages.All,
            .. MirrorNames.Both.Select(InvoiceDiscounts),
            .. PostingGroups(),
            .. PostingSetups(),
            Series(),
            SeriesLines(),
            .. SchedulePages.All,
            JobPage.Schedules(),
        ];

    private static IEnumerable<PageDefinition> Codes() =>
        [
            Standard(
                "paymentTerms",
                columns =>
                    Named(columns)
                        .All("dueDateCalculation", "discountDateCalculation", "discountPercent")
                        .Field("calculateDiscountOnCreditMemos")
            ),
            Standard("paymentMethods", columns => Named(columns)),
            Standard("shipmentMethods", columns => Named(columns)),
            Standard(
                "currencies",
                columns => Named(columns).All("symbol", "amountRoundingPrecision")
            ),
            Standard(
                "unitsOfMeasure",
                columns => Named(columns).All("internationalStandardCode", "symbol")
            ),
            Standard(
                "locations",
                columns =>
                    Named(columns)
                        .All("addressLine1", "postalCode", "city")
                        .Field("country", Lookups.Codes("countriesRegions"))
            ),
            Standard("itemCategories", columns => Named(columns)),
            Standard("countriesRegions", columns => Named(columns)),
            Standard("salespeoplePurchasers", columns => Named(columns).All("email", "jobTitle")),
        ];

    private static IEnumerable<PageDefinition> PostingGroups() =>
        [
            Trade("generalBusinessPostingGroups", columns => Described(columns)),
            Trade("generalProductPostingGroups", columns => Described(columns)),
            Trade("taxBusinessPostingGroups", columns => Described(columns)),
            Trade("taxProductPostingGroups", columns => Described(columns)),
            Trade("inventoryPostingGroups", columns => Described(columns)),
            Trade(
                "customerPostingGroups",
                columns => Accounts(Described(columns), ["receivablesAccount", .. PartyAccounts])
            ),
            Trade(
                "vendorPostingGroups",
                columns => Accounts(Described(columns), ["payablesAccount", .. PartyAccounts])
            ),
        ];

    private static IEnumerable<PageDefinition> PostingSetups() =>
        [
            Trade(
                "generalPostingSetups",
                columns =>
                    Accounts(
                        Pair(columns, "general"),
                        "salesAccount",
                        "salesCreditMemoAccount",
                        "salesLineDiscountAccount",
                        "purchaseAccount",
                        "purchaseCreditMemoAccount",
                        "purchaseLineDiscountAccount",
                        "cogsAccount",
                        "inventoryAdjustmentAccount",
                        "directCostAppliedAccount"
                    ),
                "generalBusinessPostingGroup,generalProductPostingGroup"
            ),
            Trade(
                "taxPostingSetups",
                columns =>
                    Accounts(
                        Pair(columns, "tax")
                            .All("taxIdentifier", "taxPercent")
                            .Choice("calculationType", Choices.TaxCalculation),
                        "salesTaxAccount",
                        "purchaseTaxAccount",
                        "reverseChargeAccount"
                    ),
                "taxBusinessPostingGroup,taxProductPostingGroup"
            ),
            Trade(
                "inventoryPostingSetups",
                columns =>
                    Accounts(
                        columns
                            .Field("locationCode", Lookups.Codes("locations"))
                            .Important()
                            .Field(
                                "inventoryPostingGroupCode",
                                Lookups.Groups("inventoryPostingGroups")
                            )
                            .Important(),
                        "inventoryAccount",
                        "inventoryAccountInterim"
                    ),
                "locationCode,inventoryPostingGroupCode"
            ),
        ];

    /// <summary>Tiers of discount terms; a card opens those that it names.</summary>
    private static SetupPage InvoiceDiscounts(MirrorNames names) =>
        Trade(
            names.InvoiceDiscounts,
            columns =>
                columns
                    .Field("code")
                    .Important()
                    .Mandatory()
                    .Field("currencyCode", Lookups.Codes("currencies"))
                    .Field("minimumAmount")
                    .Important()
                    .Mandatory()
                    .Field("discountPercent")
                    .Important()
                    .Field("serviceCharge")
                    .Important(),
            "code,currencyCode,minimumAmount"
        );

    private static SetupPage Series() =>
        Trade(
            "numberSeries",
            columns =>
                Described(columns).All("defaultNumbers", "manualNumbers", "dateOrder", "allowGaps")
        );

    private static SetupPage SeriesLines() =>
        Trade(
            "numberSeriesLines",
            columns =>
                columns
                    .Field("numberSeriesCode", Lookups.Codes("numberSeries", ApiRoute.Trade))
                    .Important()
                    .All("startingDate", "startingNumber", "endingNumber", "warningNumber")
                    .Field("incrementByNumber")
                    .Field("lastNumberUsed")
                    .Important()
                    .Kind(FieldKind.Code)
                    .Field("lastDateUsed")
                    .Kind(FieldKind.Date)
                    .ReadOnly(),
            "numberSeriesCode,startingDate"
        );

    private static FieldsBuilder Named(FieldsBuilder columns) =>
        columns.Field("code").Important().Mandatory().Field("displayName").Important();

    private static FieldsBuilder Described(FieldsBuilder columns) =>
        columns.Field("code").Important().Mandatory().Field("description").Important();

    private static FieldsBuilder Pair(FieldsBuilder columns, string kind) =>
        columns
            .Field(
                $"{kind}BusinessPostingGroup",
                Lookups.Codes($"{kind}BusinessPostingGroups", ApiRoute.Trade)
            )
            .Important()
            .Field(
                $"{kind}ProductPostingGroup",
                Lookups.Codes($"{kind}ProductPostingGroups", ApiRoute.Trade)
            )
            .Important();

    private static FieldsBuilder Accounts(FieldsBuilder columns, params string[] names)
    {
        foreach (var name in names)
            columns.Field(name, Account);
        return columns;
    }

    private static SetupPage Standard(string set, Action<FieldsBuilder> columns) =>
        new(set, new Source(ApiRoute.Standard, set) { OrderBy = "code" }, columns);

    private static SetupPage Trade(
        string set,
        Action<FieldsBuilder> columns,
        string orderBy = "code"
    ) => new(set, new Source(ApiRoute.Trade, set) { OrderBy = orderBy }, columns);
}
