using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Journals;

/// <summary>Changes a dimension of a journal line (API-J-6, DIM-12).</summary>
public sealed class JournalLineDimensions(HandelDatabase database, SetupCache setups)
{
    private readonly DimensionSetStore _sets = new(database);

    /// <summary>Why not; empty when it is done, null when the line is gone.</summary>
    public async Task<IReadOnlyList<Problem>?> Change(
        HandelDbContext db,
        Guid lineId,
        DimensionChange change,
        CancellationToken ct = default
    )
    {
        var line = await db
            .JournalLines.AsTracking()
            .SingleOrDefaultAsync(line => line.Id == lineId, ct);
        if (line is null)
            return null;
        var state = await LedgerLock.Read(db, ct);
        var rules = (await setups.At(db, state.SetupVersion, ct)).Dimensions;
        var dimensions = await new DimensionLoader(db).Load(rules, [line.DimensionSetId], [], ct);
        var set = dimensions.Sets[line.DimensionSetId];
        var record = new RecordRef("journalLines", line.DocumentNo, line.LineNo, line.Id);
        var resolved = change.Resolve(rules);
        if (resolved.Find(set, record, rules) is { } problem)
            return [problem];
        var changed = set.With(resolved.DimensionCode, resolved.ValueCode);
        if (await _sets.IdsOf(db, [changed], ct) is not { } ids)
            return [new(ProblemCodes.Concurrency, record)];
        line.DimensionSetId = ids[changed];
        try
        {
            await db.SaveChangesAsync(ct);
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [new(ProblemCodes.Concurrency, record)];
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
