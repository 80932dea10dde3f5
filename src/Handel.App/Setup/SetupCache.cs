using System.Collections.Concurrent;
using Handel.Data;
using Handel.Data.Loading;
using Handel.Ledgers;

namespace Handel.App.Setup;

/// <summary>
/// The setup of each company, kept until its version in the database moves on. Whoever changes
/// setup raises the version in the same transaction, so that other processes see it too. A new day
/// moves the dates that are formulas (GLS-01).
/// </summary>
public sealed class SetupCache(TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, Kept> _setups = [];

    private sealed record Kept(int Version, DateOnly Day, CompanySetup Setup);

    /// <summary>The setup at a version that was read in the caller's transaction.</summary>
    public async Task<CompanySetup> At(
        HandelDbContext db,
        int version,
        CancellationToken ct = default
    )
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (_setups.TryGetValue(db.CompanyNo, out var kept) && kept.Version == version)
            if (kept.Day == today)
                return kept.Setup;
        var setup = await SetupLoader.Load(db, ct);
        setup.Gl.TakeFormulas(today);
        if (!db.IsShared)
            _setups[db.CompanyNo] = new(version, today, setup);
        return setup;
    }
}
