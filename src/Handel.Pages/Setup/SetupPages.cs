using Handel.Pages.Description;
using Handel.Pages.Jobs;
using Handel.Pages.Journals;
using Handel.Pages.Mirror;

namespace Handel.Pages.Setup;

/// <summary>All setup lists.</summary>
internal static class SetupPages
{
    private static readonly Lookup Account = Lookups.PostingAccounts;

    public static IReadOnlyList<PageDefinition> All =>
        [
            new CompanyInformationList(),
            .. LedgerSetupPages.All,
            .. MirrorNames.Both.Select(names => new TradeSetupPage(names)),
            new InventorySetupPage(),
            .. Codes(),
            .. DimensionPages.All,
            .. MirrorNames.Both.Select(InvoiceDiscounts),
            .. PostingGroups(),
            .. MirrorNames.Both.SelectMany(PartyGroupPages.Of),
            .. PostingSetups(),
            .. VatPages.All,
            .. NumberSeriesPages.All,
            .. CurrencyPages.All,
            .. JournalSetupPages.All,
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
            Trade(
                "paymentMethods",
                columns =>
                    Named(columns)
                        .Choice("balancingAccountType", Choices.BalancingAccountType)
                        .Field("balancingAccountNumber")
            ),
            Standard("shipmentMethods", columns => Named(columns)),
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
            PostingGroup("generalBusinessPostingGroups", columns => Described(columns)),
            PostingGroup("generalProductPostingGroups", columns => Described(columns)),
            PostingGroup("taxBusinessPostingGroups", columns => Described(columns)),
            PostingGroup("taxProductPostingGroups", columns => Described(columns)),
            PostingGroup("inventoryPostingGroups", columns => Described(columns)),
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
                            "salesInvoiceDiscountAccount",
                            "purchaseAccount",
                            "purchaseCreditMemoAccount",
                            "purchaseLineDiscountAccount",
                            "purchaseInvoiceDiscountAccount",
                            "salesPaymentDiscountDebitAccount",
                            "salesPaymentDiscountCreditAccount",
                            "salesPaymentToleranceDebitAccount",
                            "salesPaymentToleranceCreditAccount",
                            "purchasePaymentDiscountDebitAccount",
                            "purchasePaymentDiscountCreditAccount",
                            "purchasePaymentToleranceDebitAccount",
                            "purchasePaymentToleranceCreditAccount",
                            "cogsAccount",
                            "cogsInterimAccount",
                            "inventoryAdjustmentAccount",
                            "invtAccrualInterimAccount",
                            "directCostAppliedAccount",
                            "overheadAppliedAccount",
                            "purchaseVarianceAccount"
                        )
                        .Switches("blocked"),
                "generalBusinessPostingGroup,generalProductPostingGroup"
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
                            .Important()
                            .Mandatory(),
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
            .Important()
            .Mandatory();

    private static FieldsBuilder Accounts(FieldsBuilder columns, params string[] names)
    {
        foreach (var name in names)
            columns.Field(name, Account);
        return columns;
    }

    /// <summary>A group leads to all that names it (PG-11).</summary>
    private static SetupPage PostingGroup(string set, Action<FieldsBuilder> columns) =>
        new(set, new Source(ApiRoute.Trade, set) { OrderBy = "code" }, columns)
        {
            Ways = page =>
                page.Action(
                    "postingGroupUses",
                    action =>
                        action with
                        {
                            Open = new("postingGroupUses", $"groupSet={set}&groupCode={{code}}"),
                        }
                ),
        };

    private static SetupPage Standard(string set, Action<FieldsBuilder> columns) =>
        new(set, new Source(ApiRoute.Standard, set) { OrderBy = "code" }, columns);

    private static SetupPage Trade(
        string set,
        Action<FieldsBuilder> columns,
        string orderBy = "code"
    ) => new(set, new Source(ApiRoute.Trade, set) { OrderBy = orderBy }, columns);
}
