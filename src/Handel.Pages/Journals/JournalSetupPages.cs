using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Journals;

/// <summary>What journals are set up with: templates, banks, origins and reasons.</summary>
internal static class JournalSetupPages
{
    public static IEnumerable<PageDefinition> All =>
        [
            new SetupPage("journalTemplates", By("journalTemplates", "name"), Template),
            new SetupPage("bankAccounts", By("bankAccounts", "number"), Bank),
            new SetupPage(
                "bankAccountPostingGroups",
                By("bankAccountPostingGroups", "code"),
                columns => Described(columns).Field("generalLedgerAccount", Lookups.PostingAccounts)
            ),
            new SetupPage("reasonCodes", By("reasonCodes", "code"), columns => Described(columns)),
            new SetupPage("sourceCodes", By("sourceCodes", "code"), columns => Described(columns)),
        ];

    /// <summary>Who shares a recurring line; opened from the line (JNL-42).</summary>
    public static PageDefinition Allocations { get; } =
        new SetupPage(
            "journalAllocations",
            By("journalAllocations", "lineNumber"),
            columns =>
                columns
                    .Field("accountNumber", Lookups.PostingAccounts)
                    .Important()
                    .Mandatory()
                    .Field("description")
                    .Field("allocationPercent")
                    .Important()
                    .Field("allocationQuantity")
                    .Field("amount")
                    .Important()
        );

    private static Source By(string set, string orderBy) =>
        new(ApiRoute.Trade, set) { OrderBy = orderBy };

    private static void Template(FieldsBuilder columns) =>
        columns
            .Field("name")
            .Important()
            .Mandatory()
            .Field("description")
            .Important()
            .Choice("type", JournalChoices.Template, "journalType")
            .Important()
            .Choice("balancingAccountType", JournalChoices.OwnAccountType)
            .Field(
                "balancingAccountNumber",
                Lookups.ByAccountType("balancingAccountType"),
                "balancingAccount"
            )
            .Field("numberSeries", Lookups.Codes("numberSeries", ApiRoute.Trade))
            .Field("postingNumberSeries", Lookups.Codes("numberSeries", ApiRoute.Trade))
            .Field("sourceCode", Lookups.Codes("sourceCodes", ApiRoute.Trade))
            .Field("reasonCode", Lookups.Codes("reasonCodes", ApiRoute.Trade))
            .All("forceDocumentBalance", "copyTaxSetup", "allowTaxDifference")
            .All("copyToPostedLines", "incrementBatchName")
            .All("allowPostingFrom", "allowPostingTo");

    private static void Bank(FieldsBuilder columns) =>
        columns
            .Field("number")
            .Important()
            .Mandatory()
            .Field("displayName")
            .Important()
            .Mandatory()
            .All("bankName", "iban", "bic", "bankAccountNumber")
            .Field("currencyCode", Lookups.Codes("currencies"))
            .Field("bankPostingGroup", Lookups.Codes("bankAccountPostingGroups", ApiRoute.Trade))
            .Field("balance")
            .ReadOnly()
            .Important()
            .Field("blocked");

    private static FieldsBuilder Described(FieldsBuilder columns) =>
        columns.Field("code").Important().Mandatory().Field("description").Important();
}
