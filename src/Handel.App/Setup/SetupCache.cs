using System.Collections.Concurrent;
using Handel.Data;
using Handel.Data.Loading;
using Handel.Ledgers;

namespace Handel.App.Setup;

/// <summary>
/// The setup of each company, kept until its version in the database moves on. Whoever changes
/// setup raises the version in the same transaction, so that other processes see it too.
/// </summary>
public sealed class SetupCache
{
    private readonly ConcurrentDictionary<int, (int Version, CompanySetup Setup)> _setups = [];

    /// <summary>The setup at a version that was read in the caller's transaction.</summary>
    public async Task<CompanySetup> At(
        HandelDbContext db,
        int version,
        CancellationToken ct = default
    )
    {
        if (_setups.TryGetValue(db.CompanyNo, out var kept) && kept.Version == version)
            return kept.Setup;
        var setup = await SetupLoader.Load(db, ct);
        if (!db.IsShared)
            _setups[db.CompanyNo] = (version, setup);
        return setup;
    }
}
