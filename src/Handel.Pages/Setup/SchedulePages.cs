using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>Account schedules and their rows, laid out by the company.</summary>
internal static class SchedulePages
{
    public static IEnumerable<PageDefinition> All =>
        [
            new SetupPage(
                "accountSchedules",
                new Source(ApiRoute.Trade, "accountSchedules") { OrderBy = "code" },
                columns =>
                    columns
                        .Field("code")
                        .Important()
                        .Mandatory()
                        .Field("description")
                        .Important()
                        .Choice("use", Choices.ScheduleUse, "scheduleUse")
            ),
            new SetupPage(
                "accountScheduleLines",
                new Source(ApiRoute.Trade, "accountScheduleLines")
                {
                    OrderBy = "scheduleCode,sequence",
                },
                Rows
            ),
        ];

    private static void Rows(FieldsBuilder columns) =>
        columns
            .Field("scheduleCode", Lookups.Codes("accountSchedules", ApiRoute.Trade))
            .Important()
            .Field("sequence")
            .Field("rowCode")
            .Important()
            .Field("description")
            .Important()
            .Choice("rowType", Choices.ScheduleRowType)
            .Field("totaling")
            .Important()
            .Choice("amountType", Choices.ScheduleAmount)
            .Field("showOppositeSign")
            .Field("indentation")
            .Field("hidden");
}
