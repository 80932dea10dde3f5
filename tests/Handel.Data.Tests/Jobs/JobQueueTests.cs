using Handel.App.Companies;
using Handel.App.Jobs;
using Handel.Data.Jobs;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Handel.Data.Tests.Jobs;

/// <summary>Every job is done once, by one server, and none is lost.</summary>
public sealed class JobQueueTests : IAsyncLifetime
{
    private readonly Clock _clock = new();
    private TestDatabase _test = null!;
    private HandelDatabase _database = null!;
    private JobQueue _queue = null!;
    private int _companyNo;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.Create();
        _database = new HandelDatabase(_test.ConnectionString);
        var company = await new CreateCompany(_database).Run("Handel BV", "nl");
        _companyNo = company!.CompanyNo;
        _queue = new JobQueue(_database, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _test.DisposeAsync();
    }

    [Fact]
    public async Task The_night_after_its_first_day_the_books_of_a_company_are_proven()
    {
        var runner = Runner(new VerifyBooksJob(_database));
        Assert.Equal(0, await runner.RunDue(Ct));

        _clock.Now = _clock.Now.AddDays(1);
        Assert.Equal(1, await runner.RunDue(Ct));
        Assert.Equal(0, await runner.RunDue(Ct));

        var job = await Only();
        Assert.Equal((JobStatus.Done, 0, 1), (job.Status, job.FindingCount, job.Attempts));
        Assert.NotNull(job.EndedAt);
        await using var db = _database.Open(_companyNo);
        var schedule = await db.JobSchedules.SingleAsync(Ct);
        Assert.True(schedule.NextAt > _clock.Now, $"{schedule.NextAt}");
    }

    [Fact]
    public async Task After_the_tables_changed_the_books_are_proven_at_once()
    {
        await _database.Migrate(Ct);
        _clock.Now = _clock.Now.AddMinutes(1);

        Assert.Equal(1, await Runner(new VerifyBooksJob(_database)).RunDue(Ct));
    }

    [Fact]
    public async Task What_is_found_is_reported_in_the_language_of_the_company()
    {
        await using var db = _database.Open(_companyNo);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE number_series_line SET last_no_used = starting_no WHERE last_no_used = ''",
            Ct
        );
        await Add();

        await Runner(new VerifyBooksJob(_database)).RunDue(Ct);

        var job = await Only();
        Assert.Equal(JobStatus.Done, job.Status);
        Assert.True(job.FindingCount > 0);
        Assert.Contains("INV-20", job.Report, StringComparison.Ordinal);
        Assert.Contains("nummer", job.Report, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_job_goes_to_one_of_many_that_ask_at_once()
    {
        await Add();
        var queues = Enumerable.Range(0, 8).Select(_ => new JobQueue(_database, _clock));

        var taken = await Task.WhenAll(queues.Select(queue => queue.Take(Ct)));

        Assert.Single(taken, job => job is not null);
    }

    [Fact]
    public async Task A_job_of_a_server_that_is_gone_is_taken_again_and_its_word_comes_too_late()
    {
        await Add();
        var lost = await _queue.Take(Ct);
        Assert.Null(await _queue.Take(Ct));
        Assert.True(await _queue.Prolong(lost!, Ct));

        _clock.Now += JobQueue.LeaseTime + TimeSpan.FromSeconds(1);
        var again = await _queue.Take(Ct);

        Assert.Equal((lost!.Id, 2), (again!.Id, again.Attempts));
        Assert.False(await _queue.Prolong(lost, Ct));
        await _queue.Finish(lost, new(7, ["late"]), Ct);
        Assert.Equal(JobStatus.Running, (await Only()).Status);
        await _queue.Finish(again, new(7, []), Ct);
        Assert.Equal((JobStatus.Done, 7L), ((await Only()).Status, (await Only()).HandledCount));
    }

    [Fact]
    public async Task A_job_that_fails_comes_back_later_and_later_and_then_waits_for_a_person()
    {
        _clock.Now = _clock.Now.AddDays(-1); // the nightly job is not due within the pauses
        await Add();
        var runner = Runner(new Failing());
        int[] pauses = [1, 5, 25, 125];
        foreach (var minutes in pauses)
        {
            await runner.RunDue(Ct);
            var waiting = await Only();
            Assert.Equal((JobStatus.Waiting, "No disk."), (waiting.Status, waiting.LastError));
            Assert.Equal(_clock.Now.AddMinutes(minutes), waiting.DueAt);
            _clock.Now = waiting.DueAt;
        }

        await runner.RunDue(Ct);

        var failed = await Only();
        Assert.Equal((JobStatus.Failed, Job.AttemptsMax), (failed.Status, failed.Attempts));
        _clock.Now = _clock.Now.AddHours(1);
        Assert.Null(await _queue.Take(Ct));
    }

    [Fact]
    public async Task A_server_that_stops_gives_its_job_back_without_a_mark()
    {
        await Add();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Runner(new Endless(stop)).RunDue(stop.Token)
        );

        var job = await Only();
        Assert.Equal((JobStatus.Waiting, 0, ""), (job.Status, job.Attempts, job.LastError));
    }

    [Fact]
    public async Task Jobs_of_long_ago_are_forgotten_but_not_those_that_failed()
    {
        await Add();
        var old = await _queue.Take(Ct);
        await _queue.Finish(old!, new(1, []), Ct);
        await Add();
        _clock.Now = _clock.Now.AddDays(91);
        var failed = await _queue.Take(Ct);
        await using var db = _database.Open(_companyNo);
        await db
            .Jobs.Where(j => j.Id == failed!.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.Status, JobStatus.Failed), Ct);

        await _queue.Sweep(_companyNo, Ct);

        Assert.Equal(failed!.Id, (await Only()).Id);
    }

    [Theory]
    [InlineData("2026-11-20T01:30:00Z", 2, "2026-11-21T01:00:00Z")] // 02:30 in Amsterdam
    [InlineData("2026-11-20T00:30:00Z", 2, "2026-11-20T01:00:00Z")]
    [InlineData("2026-03-28T23:30:00Z", 2, "2026-03-29T01:00:00Z")] // the hour that is left out
    [InlineData("2026-10-24T22:30:00Z", 3, "2026-10-25T02:00:00Z")] // the night of 25 hours
    public void The_hour_is_that_of_the_clock_on_the_wall(string now, int hour, string next)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

        var found = JobSchedule.Next(hour, DateTimeOffset.Parse(now, culture), zone);

        Assert.Equal(DateTimeOffset.Parse(next, culture), found);
    }

    private async Task Add()
    {
        await using var db = _database.Open(_companyNo);
        db.Add(Job.Of(_companyNo, JobKind.VerifyBooks, _clock.Now));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<Job> Only()
    {
        await using var db = _database.Open(_companyNo);
        return await db.Jobs.SingleAsync(Ct);
    }

    private JobRunner Runner(IJobRun run) =>
        new(_database, _queue, [run], NullLogger<JobRunner>.Instance);

    private sealed class Clock : TimeProvider
    {
        // Whole milliseconds, as the database keeps microseconds.
        public DateTimeOffset Now { get; set; } =
            DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Failing : IJobRun
    {
        public JobKind Kind => JobKind.VerifyBooks;

        public Task<JobOutcome> Run(Job job, CancellationToken ct) =>
            throw new IOException("No disk.");
    }

    private sealed class Endless(CancellationTokenSource stop) : IJobRun
    {
        public JobKind Kind => JobKind.VerifyBooks;

        public async Task<JobOutcome> Run(Job job, CancellationToken ct)
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return new(0, []);
        }
    }
}
