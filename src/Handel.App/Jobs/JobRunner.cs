using System.Data.Common;
using System.Globalization;
using Handel.Data;
using Handel.Data.Jobs;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handel.App.Jobs;

/// <summary>
/// Does the jobs of all companies, one at a time, for as long as the server serves.
/// </summary>
public sealed partial class JobRunner(
    HandelDatabase database,
    JobQueue queue,
    IEnumerable<IJobRun> runs,
    ILogger<JobRunner> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<JobKind, IJobRun> runsByKind = runs.ToDictionary(run => run.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunDue(stoppingToken);
            }
            catch (DbException failure)
            {
                LogFailure(log, failure);
            }
        }
    }

    /// <summary>
    /// Makes what the clock asks for, and does all that is due; how many were done.
    /// </summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        await queue.MakeScheduled(ct);
        var done = 0;
        while (await queue.Take(ct) is { } job)
        {
            await Run(job, ct);
            await queue.Sweep(job.CompanyNo, ct);
            done++;
        }
        return done;
    }

    private async Task Run(Job job, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var holding = Hold(job, ending);
        try
        {
            CultureInfo.CurrentUICulture = await LanguageOf(job.CompanyNo, ct);
            var outcome = await runsByKind[job.Kind].Run(job, ending.Token);
            await queue.Finish(job, outcome, ct);
            if (outcome.Findings.Count > 0)
                LogFindings(log, job.Kind, job.CompanyNo, outcome.Findings.Count);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await queue.GiveBack(job, CancellationToken.None);
        }
        // Whatever a job fails of, the others must go on; it is told where people look.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogJobFailure(log, failure, job.Kind, job.CompanyNo);
            await queue.Fail(job, failure.Message, ct);
        }
        finally
        {
            await ending.CancelAsync();
            await holding;
        }
    }

    // Keeps the job from others for as long as it runs; stops it when it is no longer ours.
    private async Task Hold(Job job, CancellationTokenSource ending)
    {
        try
        {
            using var timer = new PeriodicTimer(JobQueue.LeaseTime / 4);
            while (await timer.WaitForNextTickAsync(ending.Token))
                if (!await queue.Prolong(job, ending.Token))
                    await ending.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (DbException failure)
        {
            LogFailure(log, failure);
        }
    }

    // What a job reports is read by people of the company.
    private async Task<CultureInfo> LanguageOf(int companyNo, CancellationToken ct)
    {
        await using var db = database.Open(companyNo);
        var language = await db.Set<CompanyInformation>()
            .Select(information => information.LanguageCode)
            .FirstOrDefaultAsync(ct);
        return CultureInfo.GetCultureInfo(language ?? "");
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Jobs wait until the database can be reached again"
    )]
    private static partial void LogFailure(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} of company {CompanyNo} failed")]
    private static partial void LogJobFailure(
        ILogger log,
        Exception failure,
        JobKind kind,
        int companyNo
    );

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Job {Kind} of company {CompanyNo} found {Count} things to look at"
    )]
    private static partial void LogFindings(ILogger log, JobKind kind, int companyNo, int count);
}
