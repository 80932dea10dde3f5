using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.App.Journals;

/// <summary>A line as it was and as it is, and what was typed of its dimensions.</summary>
internal sealed record SettledLine(
    JournalLine Line,
    JournalLine Before,
    IReadOnlyList<DimensionChange> Typed
)
{
    /// <summary>A line that was not there before.</summary>
    public static JournalLine Nothing(JournalLine line) =>
        new() { CompanyNo = line.CompanyNo, BatchId = line.BatchId };

    /// <summary>The field that was edited: its defaults come first (DIM-06).</summary>
    public JournalDimensionSource Edited =>
        (Before.AccountType, Before.AccountNo) != (Line.AccountType, Line.AccountNo)
            ? JournalDimensionSource.Account
        : (Before.BalAccountType, Before.BalAccountNo) != (Line.BalAccountType, Line.BalAccountNo)
            ? JournalDimensionSource.BalAccount
        : JournalDimensionSource.Salesperson;

    public bool IsTouched =>
        Typed.Count > 0
        || Edited != JournalDimensionSource.Salesperson
        || Before.SalespersonCode != Line.SalespersonCode;
}

/// <summary>
/// The dimension sets of lines that were made or changed: defaults of their accounts, then what was
/// typed (JNL-04, DIM-06, DIM-12). For thousands of lines at once, as an import brings them.
/// </summary>
internal sealed class JournalLineSets(HandelDatabase database)
{
    private readonly DimensionSetStore _store = new(database);

    /// <summary>Why not; empty when the lines have their sets.</summary>
    public async Task<IReadOnlyList<Problem>> Settle(
        OpenJournal open,
        IReadOnlyList<SettledLine> lines,
        CancellationToken ct
    )
    {
        var touched = lines.Where(line => line.IsTouched).ToList();
        if (touched.Count == 0)
            return [];
        var dimensions = await new DimensionLoader(open.Db).Load(
            open.Setup.Dimensions,
            touched.Select(line => line.Before.DimensionSetId),
            touched.SelectMany(Sources),
            ct
        );
        var problems = new List<Problem>();
        var sets = new Dictionary<JournalLine, DimensionSet>();
        foreach (var line in touched)
            sets[line.Line] = SetOf(open, line, dimensions, problems);
        if (problems.Count > 0)
            return problems;
        if (await _store.IdsOf(open.Db, sets.Values.Distinct().ToList(), ct) is not { } ids)
            return [new(ProblemCodes.Concurrency, open.Settings.Record)];
        foreach (var (line, set) in sets)
            line.DimensionSetId = ids[set];
        return [];
    }

    private static DimensionSet SetOf(
        OpenJournal open,
        SettledLine line,
        DimensionContext dimensions,
        List<Problem> problems
    )
    {
        var set = dimensions.Rules.IsEmpty
            ? DimensionSet.Empty
            : JournalDimensions.Follow(
                line.Before,
                line.Line,
                (line.Edited, open.Settings.Template.SourceCode),
                dimensions
            );
        foreach (var typed in line.Typed.Select(change => change.Resolve(dimensions.Rules)))
        {
            var record = open.Settings.RecordOf(line.Line);
            if (typed.Find(set, record, dimensions.Rules) is { } problem)
                problems.Add(problem);
            else
                set = set.With(typed.DimensionCode, typed.ValueCode);
        }
        return set;
    }

    // Defaults of other records stand in the setup.
    private static IEnumerable<RecordRef> Sources(SettledLine line) =>
        new[] { line.Before, line.Line }
            .SelectMany(one =>
                new[]
                {
                    JournalDimensions.AccountOf(one.AccountType, one.AccountNo),
                    JournalDimensions.AccountOf(one.BalAccountType, one.BalAccountNo),
                }
            )
            .Where(record => DimensionEntities.Many.Contains(record.Entity));
}
