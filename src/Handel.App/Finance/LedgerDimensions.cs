using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>
/// The dimension sets that postings without a document take: what is left of those of the year, or
/// the defaults of accounts. They are stored before the posting, which knows them by id (DIM-11).
/// </summary>
public sealed class LedgerDimensions(HandelDatabase database, SetupCache setups)
{
    private readonly DimensionSetStore _sets = new(database);

    /// <summary>
    /// What is left of each set of income accounts when only some dimensions are kept (COM-09);
    /// null while somebody changes dimensions.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, int>?> LeftOf(
        HandelDbContext db,
        IReadOnlyCollection<string> dimensions,
        CancellationToken ct
    )
    {
        var setup = await Setup(db, ct);
        var income = setup
            .Accounts.Values.Where(account => !account.IsBalanceSheet)
            .Select(account => account.No)
            .ToArray();
        var used = await db
            .GlDayTotals.Where(total => income.Contains(total.AccountNo))
            .Select(total => total.DimensionSetId)
            .Distinct()
            .ToListAsync(ct);
        var known = await new DimensionLoader(db).Load(setup.Dimensions, used.ToHashSet(), [], ct);
        var left = used.ToDictionary(
            id => id,
            id =>
                DimensionSet.Of(
                    known
                        .Sets[id]
                        .Values.Where(pair => dimensions.Contains(pair.Key))
                        .Select(pair => (pair.Key, pair.Value))
                )
        );
        var ids = await _sets.IdsOf(db, [.. left.Values], ct);
        return ids is null
            ? null
            : left.ToDictionary(pair => pair.Key, pair => IdOf(ids, pair.Value));
    }

    /// <summary>
    /// The default dimensions of the ledger accounts that have any; null while somebody changes
    /// dimensions.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>?> OfAccounts(
        HandelDbContext db,
        string sourceCode,
        CancellationToken ct
    )
    {
        var setup = await Setup(db, ct);
        if (setup.Dimensions.IsEmpty)
            return new Dictionary<string, int>();
        var defaults = setup.Accounts.Keys.ToDictionary(
            no => no,
            no =>
                setup.Dimensions.Combine(
                    new(DimensionSet.Empty, "", [new RecordRef(DimensionEntities.Accounts, no)]),
                    sourceCode
                ),
            StringComparer.Ordinal
        );
        var ids = await _sets.IdsOf(db, [.. defaults.Values], ct);
        return ids is null
            ? null
            : defaults
                .Where(pair => !pair.Value.IsEmpty)
                .ToDictionary(pair => pair.Key, pair => ids[pair.Value]);
    }

    private static int IdOf(IReadOnlyDictionary<DimensionSet, int> ids, DimensionSet set) =>
        set.IsEmpty ? DimensionSets.EmptyId : ids[set];

    private async Task<CompanySetup> Setup(HandelDbContext db, CancellationToken ct)
    {
        var state = await LedgerLock.Read(db, ct);
        return await setups.At(db, state.SetupVersion, ct);
    }
}
