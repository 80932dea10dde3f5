using Handel.Data;
using Handel.Data.Changes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handel.App.Changes;

/// <summary>Brings what any process commits to the pages that this server serves.</summary>
public sealed partial class ChangeFeed(
    HandelDatabase database,
    ChangeHub hub,
    ILogger<ChangeFeed> log
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A process that was killed may have committed what it could not tell any more.
        database.Changes.Add([Change.Everywhere]);
        return database
            .Listener()
            .Run(hub.Publish, failure => LogBroken(log, failure), stoppingToken);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Pages are not told of changes until the database can be listened to again"
    )]
    private static partial void LogBroken(ILogger log, Exception failure);
}
