using Handel.Data.Changes;
using Handel.Data.Jobs;
using Handel.Data.Ledger;
using Handel.Data.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Handel.Data;

/// <summary>Opens the database for one company at a time. One per process.</summary>
public sealed class HandelDatabase : IAsyncDisposable
{
    private const int StatementsPreparedMax = 100;

    /// <summary>Connections of requests; who comes later waits for one.</summary>
    private const int RequestConnectionsMax = 40;

    /// <summary>
    /// Connections of ledger writers: a writer never waits behind its own callers.
    /// </summary>
    private const int WriterConnectionsMax = 8;

    /// <summary>
    /// Connections that store dimension sets. Whoever holds one waits for nothing but the lock of
    /// another, so a request that needs a set may ask in the middle of its transaction.
    /// </summary>
    private const int SetConnectionsMax = 4;

    private const int WaitSeconds = 60;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _requests;
    private readonly NpgsqlDataSource _writers;
    private readonly NpgsqlDataSource _sets;
    private readonly PooledDbContextFactory<HandelDbContext> _requestContexts;
    private readonly PooledDbContextFactory<HandelDbContext> _writerContexts;
    private readonly PooledDbContextFactory<HandelDbContext> _setContexts;

    public HandelDatabase(string connectionString)
    {
        _connectionString = connectionString;
        _requests = Connect(connectionString, RequestConnectionsMax);
        _writers = Connect(connectionString, WriterConnectionsMax);
        _sets = Connect(connectionString, SetConnectionsMax);
        Changes = new ChangeNotices(_requests);
        _requestContexts = Contexts(_requests);
        _writerContexts = Contexts(_writers);
        _setContexts = Contexts(_sets);
    }

    public NpgsqlDataSource Source => _requests;

    /// <summary>What this process tells the others that it committed.</summary>
    public ChangeNotices Changes { get; }

    /// <summary>Hears what all processes tell, this one included.</summary>
    public ChangeListener Listener() => new(_connectionString);

    /// <summary>A context that sees one company; dispose it after one unit of work.</summary>
    public HandelDbContext Open(int companyNo) => Open(_requestContexts, companyNo);

    /// <summary>The same for the company's ledger writer.</summary>
    public HandelDbContext OpenForWriter(int companyNo) => Open(_writerContexts, companyNo);

    /// <summary>The same for who stores dimension sets.</summary>
    internal HandelDbContext OpenForSets(int companyNo) => Open(_setContexts, companyNo);

    private static HandelDbContext Open(
        PooledDbContextFactory<HandelDbContext> contexts,
        int companyNo
    )
    {
        var context = contexts.CreateDbContext();
        context.CompanyNo = companyNo;
        context.IsShared = false;
        context.UserName = "";
        context.TakeTouched();
        return context;
    }

    private static NpgsqlDataSource Connect(string connectionString, int connectionsMax)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        // Posting asks the same few dozen questions all day: parsed and planned once a connection.
        builder.ConnectionStringBuilder.MaxAutoPrepare = StatementsPreparedMax;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        // No session keeps a setting, a lock or a table of its own.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.ConnectionStringBuilder.MaxPoolSize = connectionsMax;
        builder.ConnectionStringBuilder.Timeout = WaitSeconds;
        return builder.Build();
    }

    private PooledDbContextFactory<HandelDbContext> Contexts(NpgsqlDataSource source) =>
        new(
            new DbContextOptionsBuilder<HandelDbContext>()
                .UseNpgsql(source)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new Stamps(), new SetupLog(), new ChangeCapture(Changes))
                .Options
        );

    /// <summary>Brings the tables to the shape of this version.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        await using var context = Open(0);
        await context.Database.MigrateAsync(ct);
        await SetupVersion.EnsureTriggers(context, ct);
        await MonthTotals.EnsureTriggers(context, ct);
        await LedgerFunctions.Ensure(context, ct);
        await ProveSoon(context, ct);
    }

    // Books whose tables were changed are proven now, not tonight (finance 29).
    private static Task<int> ProveSoon(HandelDbContext context, CancellationToken ct) =>
        context
            .JobSchedules.IgnoreQueryFilters()
            .Where(schedule => schedule.IsEnabled && schedule.Kind == JobKind.VerifyBooks)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(s => s.NextAt, DateTimeOffset.UtcNow)
                        .SetProperty(s => s.Version, s => s.Version + 1),
                ct
            );

    public async ValueTask DisposeAsync()
    {
        await Changes.DisposeAsync();
        await _requests.DisposeAsync();
        await _writers.DisposeAsync();
        await _sets.DisposeAsync();
    }
}
