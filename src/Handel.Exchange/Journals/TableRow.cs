namespace Handel.Exchange.Journals;

/// <summary>A row of a table that somebody made, as it was read.</summary>
/// <param name="No">Its number in the file, the first one is 1.</param>
/// <param name="Cells">string, decimal, DateOnly, bool or null.</param>
public sealed record TableRow(int No, IReadOnlyList<object?> Cells)
{
    public bool IsBlank => Cells.All(cell => cell is null or "");
}
