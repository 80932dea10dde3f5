using Handel.Kernel.Problems;

namespace Handel.Ledgers.Journals;

/// <summary>An edit in progress: the line, what may be looked up, what was found so far.</summary>
internal sealed class JournalEdit(JournalLine line, JournalContext context)
{
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _notices = [];

    public JournalLine Line { get; } = line;
    public JournalContext Context { get; } = context;

    /// <summary>Fields that this edit sets: what follows from others gives way to them.</summary>
    public IReadOnlySet<JournalField> Given { get; init; } = new HashSet<JournalField>();
    public CompanySetup Setup => Context.Setup;
    public JournalEditOutcome Outcome => new(_problems, _notices);
    public JournalDates Dates => new(this);
    public JournalAmounts Amounts => new(this);
    public JournalSide Account => new(this, IsBalancing: false);
    public JournalSide BalAccount => new(this, IsBalancing: true);

    public void Refuse(string code, JournalField field, object? value = null) =>
        _problems.Add(Problem(code, field, value));

    public void Refuse(Problem problem) => _problems.Add(problem);

    public void Notice(string code, JournalField field, object? value = null) =>
        _notices.Add(Problem(code, field, value));

    public Problem Problem(string code, JournalField field, object? value) =>
        new(
            code,
            Context.Settings.RecordOf(Line),
            JournalFieldNames.Of(field),
            LineProblems.Text(value)
        );

    /// <summary>Whether a code is blank or there; else the edit is refused.</summary>
    public bool IsKnown<T>(JournalField field, string code, IReadOnlyDictionary<string, T> records)
    {
        if (code.Length == 0 || records.ContainsKey(code))
            return true;
        Refuse(ProblemCodes.Unknown, field, code);
        return false;
    }
}
