using Handel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handel.App.Answers;

/// <summary>Removes kept answers that are repeated no more, once an hour.</summary>
public sealed partial class AnswerSweep(
    HandelDatabase database,
    TimeProvider clock,
    ILogger<AnswerSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogFailure(log, failure);
            }
        }
    }

    public async Task Sweep(CancellationToken ct)
    {
        await using var companies = database.Open(0);
        foreach (var no in await companies.Companies.Select(c => c.CompanyNo).ToListAsync(ct))
        {
            await using var db = database.Open(no);
            await new KeptAnswers(db, clock).Sweep(ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers stay for another hour")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
