using Handel.Pages.Description;
using Handel.Pages.Finance;
using Handel.Pages.Mirror;
using Action = Handel.Pages.Description.Action;

namespace Handel.Pages.Trade;

/// <summary>
/// What a clerk does with a document, the same on every kind and in both directions.
/// </summary>
internal static class DocumentActions
{
    private const string Preview = "previewPost";

    public static PageBuilder ReleaseAndReopen(this PageBuilder page) =>
        page.Action(
                "release",
                action =>
                    action with
                    {
                        Call = "release",
                        Shortcut = "Ctrl+F9",
                        When = new Condition("status", ["Draft"]),
                    }
            )
            .Action(
                "reopen",
                action =>
                    action with
                    {
                        Call = "reopen",
                        Shortcut = "Ctrl+Shift+F9",
                        When = new Condition("status", ["Open"]),
                    }
            );

    /// <summary>A number of the same series again, or of a related one (NOS-09).</summary>
    public static PageBuilder ChooseSeries(this PageBuilder page) =>
        page.Action(
            "chooseNumberSeries",
            action =>
                action with
                {
                    Call = "chooseNumberSeries",
                    Dialog = page.AskFor(
                        "chooseNumberSeries",
                        null,
                        fields =>
                            fields
                                .Field(
                                    "numberSeriesCode",
                                    Lookups.Codes("numberSeries", ApiRoute.Trade)
                                )
                                .Mandatory()
                    ),
                    When = new Condition("status", ["Draft"]),
                }
        );

    /// <summary>The terms of the party in the place of a typed discount (DSC-20).</summary>
    public static PageBuilder CalculateDiscount(this PageBuilder page) =>
        page.Action(
            "calculateInvoiceDiscount",
            action =>
                action with
                {
                    Call = "calculateInvoiceDiscount",
                    When = new Condition("status", ["Draft"]),
                }
        );

    /// <summary>Ship or receive, invoice, or both: one question, one key.</summary>
    public static PageBuilder PostOrder(this PageBuilder page, MirrorNames names) =>
        page.Action(
            "post",
            action =>
                Posting(action) with
                {
                    Dialog = page.Ask(
                        "post",
                        Preview,
                        ($"{names.Move}AndInvoice", [names.Move, "invoice"]),
                        (names.Move, [names.Move]),
                        ("invoice", ["invoice"])
                    ),
                }
        );

    public static PageBuilder PostDraft(this PageBuilder page) =>
        page.Action(
            "post",
            action =>
                Posting(action) with
                {
                    Dialog = page.Ask("post", Preview, ("post", [])),
                    When = new Condition("status", ["Draft"]),
                }
        );

    /// <summary>From a document number and its date to all its entries (AUD-05).</summary>
    public static PageBuilder FindEntries(
        this PageBuilder page,
        string number = "number",
        string date = "postingDate"
    ) =>
        page.Action(
            "findEntries",
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+Q",
                    Open = new DrillDown(
                        "findEntries",
                        $"documentNumber={{{number}}}&postingDate={{{date}}}"
                    ),
                }
        );

    /// <summary>All dimensions of the document, and those of the line that is looked at.</summary>
    public static PageBuilder Dimensions(this PageBuilder page, string set) =>
        page.Action(
                "dimensions",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+Alt+D",
                        Open = new(DimensionSetPage.OfHeader, $"parentSet={set}&parentId={{id}}"),
                    }
            )
            .Action(
                "lineDimensions",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+Alt+L",
                        OfLine = true,
                        Open = new(
                            DimensionSetPage.OfLine,
                            $"parentSet={MirrorNames.LinesOf(set)}&parentId={{id}}"
                        ),
                    }
            );

    /// <summary>VAT of the document, per group that is taxed together (VAT-09).</summary>
    public static PageBuilder TaxAmounts(this PageBuilder page) =>
        page.Action(
            "taxAmounts",
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+V",
                    Open = new("documentTaxLines", "documentId eq {id}"),
                }
        );

    /// <summary>Everything that was posted in one go with an entry (AUD-07).</summary>
    public static PageBuilder RelatedEntries(this PageBuilder page) =>
        page.Action(
            "relatedEntries",
            action =>
                action with
                {
                    Open = new DrillDown(
                        "generalLedgerEntries",
                        "registerNumber eq {registerNumber}"
                    ),
                }
        );

    /// <summary>Statuses of a document that is a fact.</summary>
    public static readonly string[] Posted = ["Open", "Paid", "Canceled", "Corrective"];

    /// <summary>The document as its receiver gets it.</summary>
    public static PageBuilder OpenPdf(this PageBuilder page, params string[] statuses) =>
        page.Action(
            "openPdf",
            action =>
                action with
                {
                    Shortcut = "Ctrl+P",
                    File = "pdfDocument/pdfDocumentContent",
                    // Its stream hangs below the set of the API v2.0.
                    Route = ApiRoute.Standard,
                    When = statuses.Length > 0 ? new Condition("status", statuses) : null,
                }
        );

    private static Action Posting(Action action) =>
        action with
        {
            Call = "post",
            Shortcut = "F9",
            Primary = true,
        };
}
