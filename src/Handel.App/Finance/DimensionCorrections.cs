using Handel.App.Ledger;
using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>The command as the ledger writer runs it.</summary>
public sealed record PostDimensionCorrection(CorrectDimensions Correction) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Correction.Entries.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        DimensionCorrecting.AddNeeds(needs, Correction);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        DimensionCorrecting.Plan(
            Correction with
            {
                UserDates = books.Setup.PostingDatesOf(UserName),
            },
            books
        );
}

/// <summary>Which entries get which other values, and who asks.</summary>
public sealed record WantedCorrection(
    IReadOnlyList<int> EntryNos,
    IReadOnlyList<DimensionChange> Changes
)
{
    public required string UserName { get; init; }
}

/// <summary>
/// Prepares what corrects the dimensions of posted ledger entries, or takes a correction back
/// (DIM-13). The new sets are stored before the ledger writer is asked, so that it waits for
/// nobody.
/// </summary>
public sealed class DimensionCorrections(HandelDatabase database, SetupCache setups)
{
    private readonly DimensionSetStore _sets = new(database);

    /// <summary>The command, or why there is none.</summary>
    public async Task<(PostDimensionCorrection? Command, IReadOnlyList<Problem> Problems)> Prepare(
        HandelDbContext db,
        WantedCorrection wanted,
        CancellationToken ct = default
    )
    {
        var (corrected, problems) = await Find(db, wanted, ct);
        if (problems.Count > 0)
            return (null, problems);
        var correction = new CorrectDimensions(corrected);
        return (new(correction) { UserName = wanted.UserName }, []);
    }

    /// <summary>Takes the correction of a register back, all of it or nothing.</summary>
    public static async Task<PostDimensionCorrection> PrepareUndo(
        HandelDbContext db,
        int registerNo,
        string userName,
        CancellationToken ct = default
    )
    {
        var made = await db
            .DimensionCorrections.Where(c => c.RegisterNo == registerNo)
            .OrderBy(c => c.EntryNo)
            .ToListAsync(ct);
        var correction = new CorrectDimensions([
            .. made.Select(c => new CorrectedEntry(c.NewEntryNo, c.OldDimensionSetId)),
        ])
        {
            UndoesRegisterNo = registerNo,
        };
        return new(correction) { UserName = userName };
    }

    private async Task<(List<CorrectedEntry> Entries, List<Problem> Problems)> Find(
        HandelDbContext db,
        WantedCorrection wanted,
        CancellationToken ct
    )
    {
        var state = await LedgerLock.Read(db, ct);
        var rules = (await setups.At(db, state.SetupVersion, ct)).Dimensions;
        var numbers = wanted.EntryNos.Distinct().Take(DimensionCorrecting.EntriesMax + 1).ToArray();
        var entries = await db
            .GlEntries.Where(entry => numbers.Contains(entry.EntryNo))
            .OrderBy(entry => entry.EntryNo)
            .ToListAsync(ct);
        var setIds = entries.Select(entry => entry.DimensionSetId);
        var dimensions = await new DimensionLoader(db).Load(rules, setIds, [], ct);
        var problems = new List<Problem>();
        var changed = entries.ToDictionary(
            entry => entry.EntryNo,
            entry => Changed(entry, wanted.Changes, dimensions, problems)
        );
        if (problems.Count > 0)
            return ([], problems);
        var ids = await _sets.IdsOf(db, changed.Values, ct);
        return ids is null
            ? ([], [new(ProblemCodes.Concurrency, new(Dimension.Entity, ""))])
            : ([.. changed.Select(pair => new CorrectedEntry(pair.Key, ids[pair.Value]))], []);
    }

    private static DimensionSet Changed(
        GlEntry entry,
        IReadOnlyList<DimensionChange> changes,
        DimensionContext dimensions,
        List<Problem> problems
    )
    {
        var set = dimensions.Sets[entry.DimensionSetId];
        var record = DimensionCorrecting.RecordOf(entry.CompanyNo, entry.EntryNo);
        foreach (var change in changes.Select(change => change.Resolve(dimensions.Rules)))
        {
            if (change.Find(set, record, dimensions.Rules) is { } problem)
                problems.Add(problem);
            else
                set = set.With(change.DimensionCode, change.ValueCode);
        }
        return set;
    }
}
