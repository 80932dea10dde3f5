using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>One ledger entry with its dimensions, and their correction (DIM-13).</summary>
internal sealed class GeneralLedgerEntryPage() : PageDefinition("generalLedgerEntry", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerEntries", ApiRoute.Trade).Title("entryNumber", "description");
        page.Group("general")
            .Field("entryNumber")
            .Important()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .All("documentNumber", "externalDocumentNumber")
            .Field("accountNumber", Lookups.Accounts)
            .Important()
            .Field("description")
            .Field("debitAmount")
            .Important()
            .Field("creditAmount")
            .Important()
            .Field("sourceCode")
            .Field("registerNumber")
            .DrillDown("generalLedgerRegisters", "number eq {registerNumber}")
            .Single()
            .Field("reversed");
        page.Group("dimensions").Shortcuts().Field("dimensionsCorrected");
        page.FindEntries("documentNumber").Reverse("reverseTransaction");
        page.Action(
            "correctDimensions",
            action =>
                action with
                {
                    Call = "correctDimensions",
                    Dialog = page.AskFor(
                        "correctDimensions",
                        "previewCorrectDimensions",
                        fields =>
                            fields
                                .Field("dimensionCode", Lookups.Dimensions)
                                .Mandatory()
                                .Field(
                                    "valueCode",
                                    Lookups.ValuesOf("dimensionCode"),
                                    "dimensionValueCode"
                                )
                    ),
                    When = new Condition("dimensionsCorrected", ["false"]),
                }
        );
        page.Action(
            "dimensions",
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+D",
                    Open = new(
                        DimensionSetPage.OfLine,
                        "parentSet=generalLedgerEntries&parentId={id}"
                    ),
                }
        );
    }
}
