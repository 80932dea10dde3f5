using Handel.Data;
using Handel.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Jobs;

/// <summary>
/// Jobs that wait, of all companies. Several servers may ask at once: each job goes to one of them.
/// </summary>
public sealed class JobQueue(HandelDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Finished jobs are kept this long.</summary>
    private static readonly TimeSpan KeptTime = TimeSpan.FromDays(90);

    /// <summary>
    /// Makes the jobs whose hour has come; the hour after that is noted with them.
    /// </summary>
    public async Task<int> MakeScheduled(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var made = 0;
        await using var all = database.Open(0);
        var due = await all
            .JobSchedules.IgnoreQueryFilters()
            .Where(s => s.IsEnabled && s.NextAt <= now)
            .ToListAsync(ct);
        foreach (var schedule in due)
            made += await Make(schedule, now, ct) ? 1 : 0;
        return made;
    }

    private async Task<bool> Make(JobSchedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = database.Open(schedule.CompanyNo);
        db.Attach(schedule);
        schedule.NextAt = JobSchedule.Next(schedule.StartHour, now, clock.LocalTimeZone);
        db.Add(Job.Of(schedule.CompanyNo, schedule.Kind, now));
        return await Save(db, ct);
    }

    /// <summary>The job that waits longest, or null; it is the caller's for a while.</summary>
    public async Task<Job?> Take(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var all = database.Open(0);
        var waiting = await all
            .Jobs.IgnoreQueryFilters()
            .Where(j =>
                (j.Status == JobStatus.Waiting && j.DueAt <= now)
                || (j.Status == JobStatus.Running && j.TakenUntil < now)
            )
            .OrderBy(j => j.DueAt)
            .FirstOrDefaultAsync(ct);
        if (waiting is null)
            return null;
        await using var db = database.Open(waiting.CompanyNo);
        db.Attach(waiting);
        waiting.Status = JobStatus.Running;
        waiting.Attempts++;
        waiting.StartedAt = now;
        waiting.EndedAt = null;
        waiting.TakenUntil = now + LeaseTime;
        // The version decides between two that saw it at once.
        return await Save(db, ct) ? waiting : null;
    }

    /// <summary>The job takes longer; false when it went to somebody else meanwhile.</summary>
    public async Task<bool> Prolong(Job job, CancellationToken ct)
    {
        await using var db = database.Open(job.CompanyNo);
        var until = clock.GetUtcNow() + LeaseTime;
        return await db
                .Jobs.Where(j =>
                    j.Id == job.Id && j.Status == JobStatus.Running && j.Attempts == job.Attempts
                )
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.TakenUntil, until), ct) == 1;
    }

    public Task Finish(Job job, JobOutcome outcome, CancellationToken ct) =>
        Change(
            job,
            done =>
            {
                done.Status = JobStatus.Done;
                done.HandledCount = outcome.Handled;
                done.FindingCount = outcome.Findings.Count;
                done.Report = Bounded(outcome.Findings);
                done.LastError = "";
                done.EndedAt = clock.GetUtcNow();
                done.TakenUntil = null;
            },
            ct
        );

    public Task Fail(Job job, string error, CancellationToken ct) =>
        Change(job, failed => failed.Fail(error, clock.GetUtcNow()), ct);

    /// <summary>
    /// The server stops: somebody takes it again, and this attempt does not count.
    /// </summary>
    public Task GiveBack(Job job, CancellationToken ct) =>
        Change(
            job,
            waiting =>
            {
                waiting.Status = JobStatus.Waiting;
                waiting.Attempts--;
                waiting.TakenUntil = null;
            },
            ct
        );

    /// <summary>Forgets what was finished long ago.</summary>
    public async Task Sweep(int companyNo, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - KeptTime;
        await using var db = database.Open(companyNo);
        await db
            .Jobs.Where(j => j.Status == JobStatus.Done && j.EndedAt < before)
            .ExecuteDeleteAsync(ct);
    }

    private async Task Change(Job job, Action<Job> change, CancellationToken ct)
    {
        await using var db = database.Open(job.CompanyNo);
        var stored = await db.Jobs.AsTracking().SingleOrDefaultAsync(j => j.Id == job.Id, ct);
        if (stored is not { Status: JobStatus.Running } || stored.Attempts != job.Attempts)
            return; // it went to somebody else, whose word counts
        change(stored);
        await Save(db, ct);
    }

    private static string Bounded(IReadOnlyList<string> findings)
    {
        var text = string.Join('\n', findings);
        return text.Length > Job.ReportLengthMax ? text[..Job.ReportLengthMax] : text;
    }

    private static async Task<bool> Save(HandelDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
