using System.Collections.Concurrent;
using Handel.App.Setup;
using Handel.Data;
using Microsoft.Extensions.Logging;

namespace Handel.App.Ledger;

/// <summary>The ledger writer of each company, made when it is first needed.</summary>
public sealed class CompanyWriters(
    HandelDatabase database,
    SetupCache setups,
    ILogger<LedgerWriter> log
) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Lazy<LedgerWriter>> _writers = [];

    /// <summary>Posts a command of a company with whatever else is waiting.</summary>
    public Task<LedgerOutcome> Submit(
        int companyNo,
        ILedgerCommand command,
        CancellationToken ct = default
    ) => Submit(companyNo, new KeyedCommand(command), ct);

    /// <summary>
    /// The same under a key of the caller's: however often it comes, it is posted once.
    /// </summary>
    public Task<LedgerOutcome> Submit(
        int companyNo,
        KeyedCommand command,
        CancellationToken ct = default
    ) => Of(companyNo).Submit(command, ct);

    /// <summary>Posts a command in a transaction of the caller that holds the ledger.</summary>
    public async Task<LedgerOutcome> PostIn(
        HandelDbContext db,
        KeyedCommand command,
        CancellationToken ct = default
    ) => (await Batch(db.CompanyNo).PostIn(db, [command], ct))[0];

    /// <summary>What a command would do; nothing is written (POS-10).</summary>
    public Task<LedgerOutcome> Preview(
        int companyNo,
        ILedgerCommand command,
        CancellationToken ct = default
    ) => Batch(companyNo).Preview(command, ct);

    public Task<LedgerOutcome> PreviewIn(
        HandelDbContext db,
        ILedgerCommand command,
        CancellationToken ct = default
    ) => Batch(db.CompanyNo).PreviewIn(db, command, ct);

    private LedgerWriter Of(int companyNo) =>
        _writers.GetOrAdd(companyNo, no => new(() => Make(no))).Value;

    private LedgerWriter Make(int companyNo) => new(Batch(companyNo), log);

    private LedgerBatch Batch(int companyNo) => new(database, setups, companyNo);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers.Values.Where(writer => writer.IsValueCreated))
            await writer.Value.DisposeAsync();
    }
}
