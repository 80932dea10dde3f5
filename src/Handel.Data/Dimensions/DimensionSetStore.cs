using System.Security.Cryptography;
using System.Text;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Dimensions;

/// <summary>
/// Finds the ids of dimension sets and stores those that are new (DIM-02). In a transaction of its
/// own: a set that a refused edit leaves behind does no harm, and nobody waits for an edit that
/// holds the lock. Only a transaction that changes dimensions itself stores the sets that it needs.
/// </summary>
public sealed class DimensionSetStore(HandelDatabase database)
{
    /// <summary>Sets that one call stores, at most: a document of distinct lines.</summary>
    public const int SetsMax = 20_000;

    private const int LockWaitMs = 5_000;

    /// <summary>
    /// The id of each set; null when a value was renamed or deleted while the caller was at work,
    /// or when somebody changes dimensions for so long that it is better to ask again.
    /// </summary>
    public async Task<IReadOnlyDictionary<DimensionSet, int>?> IdsOf(
        HandelDbContext asking,
        IReadOnlyCollection<DimensionSet> sets,
        CancellationToken ct = default
    )
    {
        var wanted = sets.Distinct().Where(set => !set.IsEmpty).ToList();
        if (wanted.Count > SetsMax)
            throw new ArgumentException($"More than {SetsMax} sets at once.", nameof(sets));
        var ids = new Dictionary<DimensionSet, int> { [DimensionSet.Empty] = 0 };
        await Find(asking, wanted, ids, ct);
        var unknown = wanted.Where(set => !ids.ContainsKey(set)).ToList();
        if (unknown.Count == 0)
            return ids;
        var isChanging =
            asking.Database.CurrentTransaction is not null
            && await DimensionLock.IsHeld(asking, ct);
        var isStored = isChanging
            ? await Store(asking, unknown, ids, ct)
            : await StoreApart(asking.CompanyNo, unknown, ids, ct);
        return isStored ? ids : null;
    }

    private async Task<bool> StoreApart(
        int companyNo,
        List<DimensionSet> sets,
        Dictionary<DimensionSet, int> ids,
        CancellationToken ct
    )
    {
        await using var db = database.OpenForSets(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            // The database does not see that the caller waits too, perhaps with what they need.
            await db.Database.ExecuteSqlRawAsync($"SET LOCAL lock_timeout = {LockWaitMs}", ct);
            await DimensionLock.Take(db, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        if (!await Store(db, sets, ids, ct))
            return false;
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<bool> Store(
        HandelDbContext db,
        List<DimensionSet> sets,
        Dictionary<DimensionSet, int> ids,
        CancellationToken ct
    )
    {
        // Another process may have stored them between the question and the lock.
        await Find(db, sets, ids, ct);
        sets.RemoveAll(ids.ContainsKey);
        if (!await AreKnown(db, sets, ct))
            return false;
        await Insert(db, sets, ids, ct);
        return true;
    }

    /// <summary>What makes two sets one.</summary>
    public static byte[] HashOf(DimensionSet set) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(set.Key));

    private static async Task Find(
        HandelDbContext db,
        List<DimensionSet> wanted,
        Dictionary<DimensionSet, int> ids,
        CancellationToken ct
    )
    {
        if (wanted.Count == 0)
            return;
        var byHash = wanted.ToDictionary(set => Convert.ToHexString(HashOf(set)));
        var hashes = wanted.Select(HashOf).ToArray();
        var found = await db
            .DimensionSets.Where(stored => hashes.Contains(stored.KeyHash))
            .Select(stored => new { stored.Id, stored.KeyHash })
            .ToListAsync(ct);
        foreach (var stored in found)
            ids[byHash[Convert.ToHexString(stored.KeyHash)]] = stored.Id;
    }

    private static async Task<bool> AreKnown(
        HandelDbContext db,
        IReadOnlyCollection<DimensionSet> sets,
        CancellationToken ct
    )
    {
        var pairs = sets.SelectMany(set => set.Values).Distinct().ToList();
        var codes = pairs.Select(pair => pair.Key).Distinct().ToArray();
        var values = pairs.Select(pair => pair.Value).Distinct().ToArray();
        var known = await db
            .DimensionValues.Where(v => codes.Contains(v.DimensionCode) && values.Contains(v.Code))
            .Select(v => new { v.DimensionCode, v.Code })
            .ToListAsync(ct);
        var exists = known.Select(v => KeyValuePair.Create(v.DimensionCode, v.Code)).ToHashSet();
        return pairs.TrueForAll(exists.Contains);
    }

    private static async Task Insert(
        HandelDbContext db,
        List<DimensionSet> sets,
        Dictionary<DimensionSet, int> ids,
        CancellationToken ct
    )
    {
        if (sets.Count == 0)
            return;
        var setup = await db.Set<GlSetup>()
            .Select(gl => new { gl.GlobalDimension1Code, gl.GlobalDimension2Code })
            .SingleAsync(ct);
        var last = await db.DimensionSets.MaxAsync(stored => (int?)stored.Id, ct) ?? 0;
        foreach (var set in sets)
        {
            ids[set] = ++last;
            db.Add(
                new StoredDimensionSet
                {
                    CompanyNo = db.CompanyNo,
                    Id = last,
                    KeyHash = HashOf(set),
                    Global1Code = set[setup.GlobalDimension1Code],
                    Global2Code = set[setup.GlobalDimension2Code],
                    Entries =
                    [
                        .. set.Values.Select(pair => new DimensionSetEntry
                        {
                            CompanyNo = db.CompanyNo,
                            SetId = last,
                            DimensionCode = pair.Key,
                            ValueCode = pair.Value,
                        }),
                    ],
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }
}
