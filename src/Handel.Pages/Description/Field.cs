namespace Handel.Pages.Description;

/// <summary>How a value is shown, typed and aligned.</summary>
public enum FieldKind
{
    Text,
    Code,
    Integer,
    Quantity,
    Amount,
    Price,
    Percent,
    Date,
    DateTime,
    Boolean,
    Choice,

    /// <summary>A file of the user; its content goes along, encoded.</summary>
    File,
}

/// <summary>One field or column, named as the API names the property.</summary>
public sealed record Field(string Name, string Caption, FieldKind Kind)
{
    public bool Important { get; init; }
    public bool ReadOnly { get; init; }
    public bool Mandatory { get; init; }

    /// <summary>May be changed while the record as a whole may not: a quantity to ship.</summary>
    public bool EvenReleased { get; init; }

    /// <summary>The sum of this column is shown below the grid, while typing too.</summary>
    public bool Total { get; init; }

    /// <summary>
    /// The answer that a question starts with: a value, or <c>today</c>, <c>monthStart</c>,
    /// <c>monthEnd</c>, <c>yearStart</c>.
    /// </summary>
    public string? Start { get; init; }

    /// <summary>Field of the summary that says what this column is today: its dates.</summary>
    public string? CaptionFrom { get; init; }

    /// <summary>Property that says how far a value is moved to the right.</summary>
    public string? IndentBy { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public Lookup? Lookup { get; init; }
    public DrillDown? DrillDown { get; init; }

    /// <summary>Asked when the field is changed while the record has lines.</summary>
    public Question? Ask { get; init; }
}

/// <summary>A question with yes and no; yes is told to the API by a word (API-X-2).</summary>
public sealed record Question(string Caption, string Confirm);

/// <summary>A member of an enumeration as the wire spells it, and as the user reads it.</summary>
public sealed record Choice(string Value, string Caption);

/// <summary>Where the values of a field come from, when another set holds them.</summary>
public sealed record Lookup
{
    /// <summary>
    /// Set when the source depends on another field, for example the type of a line.
    /// </summary>
    public string? By { get; init; }
    public IReadOnlyDictionary<string, Lookup>? Cases { get; init; }
    public Source? Source { get; init; }

    /// <summary>Property that is stored; an id is shown by <see cref="Display"/>.</summary>
    public string Value { get; init; } = "number";
    public string Display { get; init; } = "number";
    public string Text { get; init; } = "displayName";

    /// <summary>Few rows: read once and kept, so that typing never waits.</summary>
    public bool Small { get; init; }

    /// <summary>Page that shows one row.</summary>
    public string? Card { get; init; }
}

/// <summary>The page behind a figure; <c>{name}</c> in the filter stands for a field.</summary>
public sealed record DrillDown(string Page, string Filter)
{
    /// <summary>There is something behind the figure only then: entries, once posted.</summary>
    public Condition? When { get; init; }

    /// <summary>The only row of the list is opened at once: a document by its number.</summary>
    public bool Single { get; init; }
}
