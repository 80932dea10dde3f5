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

    private const int WaitSeconds = 60;

    private readonly NpgsqlDataSource _requests;
    private readonly NpgsqlDataSource _writers;
    private readonly PooledDbContextFactory<HandelDbContext> _requestContexts;
    private readonly PooledDbContextFactory<HandelDbContext> _writerContexts;

    public HandelDatabase(string connectionString)
    {
        _requests = Connect(connectionString, RequestConnectionsMax);
        _writers = Connect(connectionString, WriterConnectionsMax);
        _requestContexts = Contexts(_requests);
        _writerContexts = Contexts(_writers);
    }

    public NpgsqlDataSource Source => _requests;

    /// <summary>A context that sees one company; dispose it after one unit of work.</summary>
    public HandelDbContext Open(int companyNo) => Open(_requestContexts, companyNo);

    /// <summary>The same for the company's ledger writer.</summary>
    public HandelDbContext OpenForWriter(int companyNo) => Open(_writerContexts, companyNo);

    private static HandelDbContext Open(
        PooledDbContextFactory<HandelDbContext> contexts,
        int companyNo
    )
    {
        var context = contexts.CreateDbContext();
        context.CompanyNo = companyNo;
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

    private static PooledDbContextFactory<HandelDbContext> Contexts(NpgsqlDataSource source) =>
        new(
            new DbContextOptionsBuilder<HandelDbContext>()
                .UseNpgsql(source)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new Stamps())
                .Options
        );

    /// <summary>Brings the tables to the shape of this version.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        await using var context = Open(0);
        await context.Database.MigrateAsync(ct);
        await SetupVersion.EnsureTriggers(context, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _requests.DisposeAsync();
        await _writers.DisposeAsync();
    }
}
