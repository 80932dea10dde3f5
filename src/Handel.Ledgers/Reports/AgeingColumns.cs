using Handel.Kernel.Dates;

namespace Handel.Ledgers.Reports;

/// <summary>The date by which an entry has its age (STM-02).</summary>
public enum AgeingDate
{
    DueDate = 0,
    PostingDate = 1,
    DocumentDate = 2,
}

/// <summary>The first and the last day of something; null is open.</summary>
public readonly record struct DateSpan(DateOnly? From, DateOnly? To)
{
    public bool Contains(DateOnly date) =>
        (From is not { } from || date >= from) && (To is not { } to || date <= to);

    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}

/// <summary>
/// The columns of an aged report, the youngest first (STM-03). Each begins a period length before
/// the one that is younger; the last one holds all that is older.
/// </summary>
public sealed class AgeingColumns
{
    /// <summary>STM-02.</summary>
    public const int ReportColumns = 5;

    private readonly DateOnly[] _starts;

    private AgeingColumns(DateOnly[] starts) => _starts = starts;

    public int Count => _starts.Length + 1;

    /// <summary>First days of the columns but the last, the youngest first.</summary>
    public IReadOnlyList<DateOnly> Starts => _starts;

    /// <summary>
    /// By due date: the first column is what falls due after <paramref name="asOf"/>.
    /// </summary>
    /// <param name="asOf">The day of the report, which is not late yet.</param>
    /// <param name="period">Length of a column; leads to a later date.</param>
    /// <param name="count">Columns, the first and the last included.</param>
    public static AgeingColumns ByDueDate(DateOnly asOf, DateFormula period, int count) =>
        Back(asOf.AddDays(1), period, count - 1);

    /// <summary>
    /// By posting or document date: nothing is young enough to be left out, so that every column is
    /// a period.
    /// </summary>
    public static AgeingColumns ByAge(DateOnly asOf, DateFormula period, int count) =>
        Back(period.Reversed().Apply(asOf.AddDays(1)), period, count - 1);

    /// <summary>The columns that belong to a choice of date.</summary>
    public static AgeingColumns Of(AgeingDate by, DateOnly asOf, DateFormula period) =>
        by switch
        {
            AgeingDate.DueDate => ByDueDate(asOf, period, ReportColumns),
            AgeingDate.PostingDate or AgeingDate.DocumentDate => ByAge(asOf, period, ReportColumns),
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };

    /// <summary>Whether columns of this length are older and older.</summary>
    public static bool IsLength(DateFormula period, DateOnly asOf) =>
        period.Reversed().Apply(asOf) < asOf;

    /// <summary>The place of a date, 0 for the youngest.</summary>
    public int ColumnOf(DateOnly date)
    {
        var column = 0;
        while (column < _starts.Length && date < _starts[column])
            column++;
        return column;
    }

    public DateSpan SpanOf(int column) =>
        new(
            column < _starts.Length ? _starts[column] : null,
            column > 0 ? _starts[column - 1].AddDays(-1) : null
        );

    private static AgeingColumns Back(DateOnly first, DateFormula period, int starts)
    {
        var back = period.Reversed();
        var days = new DateOnly[starts];
        days[0] = first;
        for (var i = 1; i < starts; i++)
            days[i] = back.Apply(days[i - 1]);
        return new(days);
    }
}
