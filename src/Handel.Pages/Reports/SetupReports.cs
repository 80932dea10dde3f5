using Handel.Pages.Description;

namespace Handel.Pages.Reports;

/// <summary>
/// What open documents, journals and cards need and the setup lacks; each row leads to the record
/// to make or to mend (ACC-40).
/// </summary>
internal sealed class SetupGapsPage() : PageDefinition("setupGaps", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("setupGaps", ApiRoute.Trade)
            .Title("firstGroup", "secondGroup")
            .View("all", "")
            .View("openDocuments", "origin eq 'Document'")
            .View("journals", "origin eq 'Journal'")
            .View("cards", "origin eq 'Card'")
            .Action(
                "fillSetup",
                action => action with { Open = new DrillDown("{setupTable}", "{filter}") }
            );
        page.Columns()
            .Choice("origin", Choices.SetupNeedOrigin, "setupNeedOrigin")
            .Important()
            .SetName(
                "setupTable",
                "generalPostingSetups",
                "taxPostingSetups",
                "inventoryPostingSetups",
                "customerPostingGroups",
                "vendorPostingGroups"
            )
            .Important()
            .Field("firstGroup")
            .Important()
            .DrillDown("{setupTable}", "{filter}")
            .Field("secondGroup")
            .Important()
            .Choice("reason", Choices.SetupGapReason, "setupGapReason")
            .Important()
            .FieldName("fieldName", Fields)
            .Field("exampleNumber")
            .Field("count", caption: "setupNeedCount");
    }

    private static readonly string[] Fields =
    [
        "blocked",
        "salesAccount",
        "salesCreditMemoAccount",
        "salesLineDiscountAccount",
        "salesInvoiceDiscountAccount",
        "purchaseAccount",
        "purchaseCreditMemoAccount",
        "purchaseLineDiscountAccount",
        "purchaseInvoiceDiscountAccount",
        "cogsAccount",
        "cogsInterimAccount",
        "directCostAppliedAccount",
        "invtAccrualInterimAccount",
        "salesTaxAccount",
        "purchaseTaxAccount",
        "reverseChargeAccount",
        "salesTaxUnrealizedAccount",
        "purchaseTaxUnrealizedAccount",
        "reverseChargeUnrealizedAccount",
        "inventoryAccount",
        "inventoryAccountInterim",
        "receivablesAccount",
        "payablesAccount",
        "invoiceRoundingAccount",
    ];
}

/// <summary>Where a posting group is used (PG-11).</summary>
internal sealed class PostingGroupUsesPage()
    : PageDefinition("postingGroupUses", PageKind.Worksheet)
{
    private static readonly string[] Sets =
    [
        "generalBusinessPostingGroups",
        "generalProductPostingGroups",
        "taxBusinessPostingGroups",
        "taxProductPostingGroups",
        "inventoryPostingGroups",
        "customerPostingGroups",
        "vendorPostingGroups",
    ];

    protected override void Describe(PageBuilder page)
    {
        page.From("postingGroupUses", ApiRoute.Trade).Title("tableName");
        page.Request("groupSet eq '{groupSet}' and groupCode eq '{groupCode}'")
            .SetName("groupSet", Sets)
            .Mandatory()
            .Field("groupCode")
            .Mandatory();
        page.Columns()
            .Choice("tableName", Choices.GroupUseTable, "groupUseTable")
            .Important()
            .Field("count", caption: "groupUseCount")
            .Important();
    }
}
