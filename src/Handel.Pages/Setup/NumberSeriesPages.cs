using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>
/// Number series with the runs of numbers in them, the series that may be chosen instead, and the
/// numbers that are missing (finance 6).
/// </summary>
internal static class NumberSeriesPages
{
    private const string Series = "numberSeries";
    private const string SeriesLines = "numberSeriesLines";
    private const string Related = "numberSeriesRelationships";
    private const string Gaps = "numberSeriesGaps";

    public static IReadOnlyList<PageDefinition> All =>
        [new SeriesListPage(), Lines(), Relationships(), new GapsPage()];

    /// <summary>Opened from a list, and not from the menu.</summary>
    public static PageDefinition Card => new SeriesPage();

    private static Lookup OfSeries => Lookups.Codes(Series, ApiRoute.Trade);

    private static SetupPage Lines() =>
        new(
            SeriesLines,
            new Source(ApiRoute.Trade, SeriesLines) { OrderBy = "numberSeriesCode,startingDate" },
            columns =>
                columns
                    .Field("numberSeriesCode", OfSeries)
                    .Important()
                    .Mandatory()
                    .Field("startingDate")
                    .Field("startingNumber")
                    .Important()
                    .Mandatory()
                    .All("endingNumber", "warningNumber", "incrementByNumber")
                    .Choice("implementation", Choices.NumberImplementation)
                    .Field("lastNumberUsed")
                    .Important()
                    .Kind(FieldKind.Code)
                    .Field("lastDateUsed")
                    .Kind(FieldKind.Date)
                    .ReadOnly()
                    .Field("open")
                    .ReadOnly()
        );

    private static SetupPage Relationships() =>
        new(
            Related,
            new Source(ApiRoute.Trade, Related)
            {
                OrderBy = "numberSeriesCode,relatedNumberSeriesCode",
            },
            columns =>
                columns
                    .Field("numberSeriesCode", OfSeries)
                    .Important()
                    .Mandatory()
                    .Field("relatedNumberSeriesCode", OfSeries)
                    .Important()
                    .Mandatory()
        );

    private sealed class SeriesListPage() : PageDefinition(Series, PageKind.List)
    {
        protected override void Describe(PageBuilder page)
        {
            page.From(Series, ApiRoute.Trade, "code")
                .Opens("numberSerie")
                .CanInsert()
                .Title("code", "description")
                .Search(everywhere: true, "code", "description");
            page.Columns()
                .Field("code")
                .Important()
                .Field("description")
                .Important()
                .All("defaultNumbers", "manualNumbers", "dateOrder", "allowGaps");
        }
    }

    private sealed class SeriesPage() : PageDefinition("numberSerie", PageKind.Card)
    {
        protected override void Describe(PageBuilder page)
        {
            page.From(Series, ApiRoute.Trade).Title("code", "description").Editable();
            page.Group("general")
                .Field("code")
                .Important()
                .Mandatory()
                .Field("description")
                .Important()
                .All("defaultNumbers", "manualNumbers", "dateOrder")
                .Field("allowGaps")
                .ReadOnly();
            Leads(page, SeriesLines, true);
            Leads(page, Related, false);
            Leads(page, Gaps, false);
            page.Action(
                "previewNumber",
                action =>
                    action with
                    {
                        Call = "previewNumber",
                        Dialog = page.AskFor("previewNumber", null, fields => fields.Field("date")),
                    }
            );
        }

        private static void Leads(PageBuilder page, string to, bool isFirst) =>
            page.Action(
                to,
                action =>
                    action with
                    {
                        Primary = isFirst,
                        Open = new(to, "numberSeriesCode eq '{code}'"),
                    }
            );
    }

    private sealed class GapsPage() : PageDefinition(Gaps, PageKind.List)
    {
        protected override void Describe(PageBuilder page)
        {
            page.From(Gaps, ApiRoute.Trade, "numberSeriesCode").Title("fromNumber", "toNumber");
            page.Columns()
                .Field("numberSeriesCode")
                .Important()
                .Field("fromNumber")
                .Important()
                .Field("toNumber")
                .Important()
                .Field("missingCount")
                .Kind(FieldKind.Integer)
                .SetName(
                    "documentSet",
                    "salesInvoices",
                    "salesCreditMemos",
                    "salesShipments",
                    "purchaseInvoices",
                    "purchaseCreditMemos",
                    "purchaseReceipts"
                );
        }
    }
}
