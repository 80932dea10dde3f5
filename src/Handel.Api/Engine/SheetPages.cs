using Handel.App.Spreadsheets;

namespace Handel.Api.Engine;

/// <summary>A column of a page as a user sees it.</summary>
/// <param name="Name">The property.</param>
/// <param name="Caption">In the user's language.</param>
/// <param name="Kind">How its values are shown.</param>
public sealed record SheetField(string Name, string Caption, CellKind Kind)
{
    /// <summary>Captions of the members of an enumeration, by their wire names.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } =
        new Dictionary<string, string>();
}

/// <summary>What a page shows of a set, so that a sheet shows the same.</summary>
public sealed record SheetPage(string Caption, IReadOnlyList<SheetField> Fields)
{
    /// <summary>As in <c>$orderby</c>, where the caller states none.</summary>
    public string OrderBy { get; init; } = "";
}

/// <summary>The page of that name in that language, or null.</summary>
public delegate SheetPage? FindSheetPage(string page, string language);
