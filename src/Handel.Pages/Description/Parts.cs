namespace Handel.Pages.Description;

/// <summary>The lines of a document: a set of their own, held by a parent property.</summary>
public sealed record Lines(Source Source, string Parent, IReadOnlyList<Field> Columns)
{
    /// <summary>
    /// How the amount of a line is estimated while the server still works it out.
    /// </summary>
    public Estimate? Estimate { get; init; }

    /// <summary>What the lines are called where they are not the lines of a document.</summary>
    public string? Caption { get; init; }

    /// <summary>To be looked at: rows that the books keep.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Values that a new line starts with.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Header fields shown as totals below the lines.</summary>
    public IReadOnlyList<Field> Totals { get; init; } = [];

    /// <summary>Property that the lines are in the order of, and new ones are given.</summary>
    public string Order { get; init; } = "sequence";

    /// <summary>What lines leave to be balanced, summed up below them.</summary>
    public Balance? Balance { get; init; }
}

/// <summary>
/// Sums of a property of the lines: up to the line with the focus, of its document, and of all.
/// </summary>
public sealed record Balance(string Field, IReadOnlyList<string> DocumentBy);

/// <summary>
/// Amount = quantity × price × (1 − discount percent): for the eye, until the answer.
/// </summary>
public sealed record Estimate(string Amount, string Quantity, string Price, string Discount);

/// <summary>Something that a user can do on a page.</summary>
public sealed record Action(string Id, string Caption)
{
    public string? Shortcut { get; init; }

    /// <summary>The first thing a user comes for; drawn as such.</summary>
    public bool Primary { get; init; }

    /// <summary>Bound action of the API, without namespace.</summary>
    public string? Call { get; init; }
    public ApiRoute Route { get; init; } = ApiRoute.Trade;

    /// <summary>Asked before the call; the answer is the body of the call.</summary>
    public Dialog? Dialog { get; init; }
    public DrillDown? Open { get; init; }

    /// <summary>A stream of the record, such as its PDF, opened in a window.</summary>
    public string? File { get; init; }

    /// <summary>What it opens belongs to the line that has the focus.</summary>
    public bool OfLine { get; init; }
    public Condition? When { get; init; }
}

/// <summary>A choice between a few bodies for one call, with a preview when there is one.</summary>
public sealed record Dialog(string Caption, IReadOnlyList<DialogOption> Options)
{
    /// <summary>Bound action that answers with a posting preview.</summary>
    public string? Preview { get; init; }

    /// <summary>Filled in first; the answers are part of the body.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}

public sealed record DialogOption(
    string Id,
    string Caption,
    IReadOnlyDictionary<string, bool> Body
);

/// <summary>
/// Facts beside a record: one row of a set, found by a filter on the record or line.
/// </summary>
public sealed record FactBox(string Id, string Caption, Source Source)
{
    public string Filter { get; init; } = "";

    /// <summary>The filter reads the line that has the focus instead of the header.</summary>
    public bool OfLine { get; init; }
    public string? Card { get; init; }
    public IReadOnlyList<Field> Fields { get; init; } = [];
}

/// <summary>A live figure with the page behind it; the value comes from the role centre.</summary>
public sealed record Cue(string Id, string Caption, CueUnit Unit, string Group)
{
    public string Page { get; init; } = "";
    public string? View { get; init; }
    public string? Filter { get; init; }
}

public enum CueUnit
{
    Count,
    Amount,
}

public enum ChartKind
{
    Line,
    Bar,
}

/// <summary>A chart whose series come from the role centre.</summary>
public sealed record Chart(string Id, string Caption, ChartKind Kind, CueUnit Unit)
{
    /// <summary>Caption per series id.</summary>
    public IReadOnlyDictionary<string, string> Series { get; init; } =
        new Dictionary<string, string>();
}
