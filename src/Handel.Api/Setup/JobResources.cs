using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Data.Jobs;
using Handel.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// Jobs and what came of them, and the hours at which they come back. A new job is done at once.
/// </summary>
internal static class JobResources
{
    private const string Jobs = "jobs";
    private const string Schedules = "jobSchedules";

    public static IEnumerable<Resource> All() => [AllJobs(), AllSchedules()];

    private static Resource AllJobs() =>
        Fields()
            .WithChosenId()
            .Create(
                new RowWrites<Job>(Jobs)
                    .Start(edit =>
                    {
                        edit.Row.DueAt = edit.Scope.Get<TimeProvider>().GetUtcNow();
                        edit.Row.UserName = edit.Scope.UserName();
                    })
                    .Set<JobKind>("kind", (job, kind) => job.Kind = kind)
                    .Check(edit => Known(edit, edit.Row.Kind))
                    .Create
            )
            .Action("retry", Retry);

    private static Resource<Job> Fields() =>
        Resource
            .Extension(Jobs, "job", s => s.Rows<Job>())
            .Field("id", j => j.Id)
            .Field("kind", j => j.Kind, Access.ReadWrite)
            .Field("status", j => j.Status)
            .Field("dueDateTime", j => j.DueAt)
            .Field("startDateTime", j => j.StartedAt)
            .Field("endDateTime", j => j.EndedAt)
            .Field("attempts", j => j.Attempts)
            .Field("handledCount", j => j.HandledCount)
            .Field("findingCount", j => j.FindingCount)
            .Field("report", j => j.Report)
            .Field("lastError", j => j.LastError)
            .Field("userId", j => j.UserName)
            .Field("lastModifiedDateTime", j => j.ModifiedAt)
            .ETag(j => j.Version)
            .OrderedBy("dueDateTime");

    private static Resource AllSchedules() =>
        new RowWrites<JobSchedule>(Schedules)
            .Key(
                "kind",
                s => s.Kind.ToString(),
                (edit, _) => edit.Db.JobSchedules.Where(s => s.Kind == edit.Row.Kind)
            )
            .Set<JobKind>("kind", (schedule, kind) => schedule.Kind = kind)
            .Set<int>("startHour", (schedule, hour) => schedule.StartHour = hour)
            .Set<bool>("enabled", (schedule, isEnabled) => schedule.IsEnabled = isEnabled)
            .Range("startHour", s => s.StartHour, JobSchedule.HourMax)
            .Check(edit => Known(edit, edit.Row.Kind))
            .Check(Plan)
            .On(
                Resource
                    .Extension(Schedules, "jobSchedule", s => s.Rows<JobSchedule>())
                    .Field("id", s => s.Id)
                    .Field("kind", s => s.Kind, Access.ReadWrite)
                    .Field("startHour", s => s.StartHour, Access.ReadWrite)
                    .Field("enabled", s => s.IsEnabled, Access.ReadWrite)
                    .Field("nextDateTime", s => s.NextAt)
                    .Field("lastModifiedDateTime", s => s.ModifiedAt)
                    .ETag(s => s.Version)
                    .OrderedBy("kind")
            );

    private static Task Known<TRow>(RowEdit<TRow> edit, JobKind kind)
        where TRow : class
    {
        if (!Enum.IsDefined(kind))
            edit.Refuse(ProblemCodes.FieldEmpty, "kind");
        return Task.CompletedTask;
    }

    private static Task Plan(RowEdit<JobSchedule> edit)
    {
        var clock = edit.Scope.Get<TimeProvider>();
        if (edit.Problems.Count == 0)
            edit.Row.NextAt = JobSchedule.Next(
                edit.Row.StartHour,
                clock.GetUtcNow(),
                clock.LocalTimeZone
            );
        return Task.CompletedTask;
    }

    /// <summary>A failed job starts over; one that is waiting or done stays as it is.</summary>
    private static async Task<ActionOutcome> Retry(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Db();
        var job = await db
            .Jobs.AsTracking()
            .SingleOrDefaultAsync(j => j.Id == id && j.Status == JobStatus.Failed, scope.Aborted);
        if (job is not null)
        {
            job.Status = JobStatus.Waiting;
            job.Attempts = 0;
            job.DueAt = scope.Get<TimeProvider>().GetUtcNow();
            await db.SaveChangesAsync(scope.Aborted);
            db.ChangeTracker.Clear();
        }
        return ActionOutcome.At(Jobs, id) with { ShowsEntity = true };
    }
}
