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
    ) => Of(companyNo).Submit(command, ct);

    /// <summary>What a command would do; nothing is written (POS-10).</summary>
    public Task<LedgerOutcome> Preview(
        int companyNo,
        ILedgerCommand command,
        CancellationToken ct = default
    ) => new LedgerBatch(database, setups, companyNo).Preview(command, ct);

    private LedgerWriter Of(int companyNo) =>
        _writers.GetOrAdd(companyNo, no => new(() => Make(no))).Value;

    private LedgerWriter Make(int companyNo) =>
        new(new LedgerBatch(database, setups, companyNo), log);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers.Values.Where(writer => writer.IsValueCreated))
            await writer.Value.DisposeAsync();
    }
}
