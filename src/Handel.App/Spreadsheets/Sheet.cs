namespace Handel.App.Spreadsheets;

/// <summary>How a column is shown in a spreadsheet program.</summary>
public enum CellKind
{
    Text,
    Integer,
    Amount,
    Quantity,
    Date,
    Instant,
    Flag,
}

/// <summary>A column: its caption, and how its values are shown.</summary>
public sealed record SheetColumn(string Caption, CellKind Kind);

/// <summary>What goes on a sheet. Rows come one at a time, so that none is held.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>
    /// string, decimal, int, long, DateOnly, DateTimeOffset, bool or null, in the order of columns.
    /// </summary>
    public required IAsyncEnumerable<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>
    /// More is refused: a sheet that nobody reads, or a filter that was forgotten.
    /// </summary>
    public int RowsMax { get; init; } = SheetWriter.RowsMax;
}
