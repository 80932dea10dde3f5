namespace Handel.Pages.Description;

/// <summary>Everything the client draws from: the menu and every page, in one language.</summary>
public sealed record PageSet(
    string Language,
    IReadOnlyList<MenuGroup> Menu,
    IReadOnlyList<Page> Pages
);

/// <summary>A heading of the menu with the pages below it.</summary>
public sealed record MenuGroup(string Id, string Caption, IReadOnlyList<MenuItem> Items);

/// <summary>One way into a page; a view narrows its list (drafts, posted).</summary>
public sealed record MenuItem(string Page, string Caption, string? View = null);

public enum PageKind
{
    List,
    Card,
    Document,
    Worksheet,
    RoleCentre,

    /// <summary>An entry above, and the open entries to settle it with below.</summary>
    Application,
}

/// <summary>One page as data (D10). Which parts are filled depends on its kind.</summary>
public sealed record Page(string Id, PageKind Kind, string Caption)
{
    public Source? Source { get; init; }

    /// <summary>The page that a row of this list opens, or that "new" opens.</summary>
    public string? Card { get; init; }

    /// <summary>The only row of the list is opened instead of it.</summary>
    public bool OpensAtOnce { get; init; }

    /// <summary>
    /// Fields whose values name a record in a title, for example number and name.
    /// </summary>
    public IReadOnlyList<string> Title { get; init; } = [];
    public bool CanInsert { get; init; }
    public bool CanEdit { get; init; }
    public bool CanDelete { get; init; }
    public IReadOnlyList<Group> Groups { get; init; } = [];
    public IReadOnlyList<Field> Columns { get; init; } = [];

    /// <summary>
    /// Text fields that the search box of a list and the search everywhere look in.
    /// </summary>
    public IReadOnlyList<string> Search { get; init; } = [];
    public bool SearchEverywhere { get; init; }
    public IReadOnlyList<View> Views { get; init; } = [];
    public Lines? Lines { get; init; }
    public IReadOnlyList<Action> Actions { get; init; } = [];
    public IReadOnlyList<FactBox> FactBoxes { get; init; } = [];

    /// <summary>Questions asked above a list; their answers fill the filter of the query.</summary>
    public Request? Request { get; init; }

    /// <summary>What the rows come to, above them; asked with the same filter.</summary>
    public Summary? Summary { get; init; }

    /// <summary>Rows that stand out: totals among accounts.</summary>
    public Condition? StrongWhen { get; init; }

    /// <summary>Rows that have no figures: headings.</summary>
    public Condition? BareWhen { get; init; }
    public IReadOnlyList<Cue> Cues { get; init; } = [];
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Condition under which the record may be edited, for example a draft.</summary>
    public Condition? EditableWhen { get; init; }

    /// <summary>A change of one row tells on the others: they are read again after it.</summary>
    public bool Rereads { get; init; }
}

/// <summary>
/// Where rows come from: an entity set of the API v2.0 or of the extension route.
/// </summary>
public sealed record Source(ApiRoute Route, string Set)
{
    public string? OrderBy { get; init; }
    public string? Filter { get; init; }
}

public enum ApiRoute
{
    Standard,
    Trade,
}

/// <summary>
/// A named part of a card; fields marked important stay visible when it is folded.
/// </summary>
public sealed record Group(string Id, string Caption, IReadOnlyList<Field> Fields);

/// <summary>A named filter of a list.</summary>
public sealed record View(string Id, string Caption, string Filter);

/// <summary>
/// Fields to fill in, and the filter they make: <c>{name}</c> stands for an answer.
/// </summary>
public sealed record Request(IReadOnlyList<Field> Fields, string Filter);

/// <summary>A few rows that sum up a report; without fields it only names columns.</summary>
public sealed record Summary(Source Source, IReadOnlyList<Field> Fields);

/// <summary>Holds when the field has one of the values.</summary>
public sealed record Condition(string Field, IReadOnlyList<string> OneOf);
