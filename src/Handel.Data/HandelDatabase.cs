using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Handel.Data;

/// <summary>Opens the database for one company at a time. One per process.</summary>
public sealed class HandelDatabase : IAsyncDisposable
{
    private const int StatementsPreparedMax = 100;

    private readonly NpgsqlDataSource _source;
    private readonly PooledDbContextFactory<HandelDbContext> _contexts;

    public HandelDatabase(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        // Posting asks the same few dozen questions all day: parsed and planned once a connection.
        builder.ConnectionStringBuilder.MaxAutoPrepare = StatementsPreparedMax;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        _source = builder.Build();
        var options = new DbContextOptionsBuilder<HandelDbContext>()
            .UseNpgsql(_source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new Stamps())
            .Options;
        _contexts = new PooledDbContextFactory<HandelDbContext>(options);
    }

    public NpgsqlDataSource Source => _source;

    /// <summary>A context that sees one company; dispose it after one unit of work.</summary>
    public HandelDbContext Open(int companyNo)
    {
        var context = _contexts.CreateDbContext();
        context.CompanyNo = companyNo;
        return context;
    }

    /// <summary>Brings the tables to the shape of this version.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        await using var context = Open(0);
        await context.Database.MigrateAsync(ct);
        await SetupVersion.EnsureTriggers(context, ct);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
