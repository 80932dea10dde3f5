using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Jobs;

/// <summary>What was done outside office hours, and what came of it.</summary>
internal sealed class JobsPage() : PageDefinition("jobs", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("jobs", ApiRoute.Trade, "dueDateTime desc").Opens("job").CanInsert();
        page.Columns()
            .Choice("kind", Choices.JobKind)
            .Important()
            .Choice("status", Choices.JobStatus)
            .Important()
            .Field("dueDateTime")
            .Field("startDateTime")
            .Important()
            .Field("endDateTime")
            .Important()
            .Field("handledCount")
            .Field("findingCount")
            .Important()
            .All("lastError", "userId");
        page.View("failed", "status eq 'Failed'").View("withFindings", "findingCount gt 0");
    }
}

/// <summary>One job with its findings; a new one is done at once.</summary>
internal sealed class JobPage() : PageDefinition("job", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("jobs", ApiRoute.Trade).Title("kind", "startDateTime").CanInsert();
        page.Group("general")
            .Choice("kind", Choices.JobKind)
            .Important()
            .Choice("status", Choices.JobStatus)
            .Important()
            .Field("dueDateTime")
            .Field("startDateTime")
            .Important()
            .Field("endDateTime")
            .Important()
            .All("attempts", "userId", "lastError");
        page.Group("outcome").Field("handledCount").Field("findingCount").Field("report");
        page.Action(
            "retry",
            action => action with { Call = "retry", When = new Condition("status", ["Failed"]) }
        );
    }

    /// <summary>The hours at which jobs come back.</summary>
    public static PageDefinition Schedules() =>
        new SetupPage(
            "jobSchedules",
            new Source(ApiRoute.Trade, "jobSchedules") { OrderBy = "kind" },
            columns =>
                columns
                    .Choice("kind", Choices.JobKind)
                    .Important()
                    .Mandatory()
                    .Field("startHour")
                    .Kind(FieldKind.Integer)
                    .Important()
                    .Field("enabled")
                    .Kind(FieldKind.Boolean)
                    .Important()
                    .Field("nextDateTime")
        );
}
