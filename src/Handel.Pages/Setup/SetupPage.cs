using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>A setup list: a table that is filled in place, one row per code.</summary>
internal sealed class SetupPage(string id, Source source, Action<FieldsBuilder> columns)
    : PageDefinition(id, PageKind.Worksheet)
{
    /// <summary>The one row is there already, and stays.</summary>
    public bool IsOneRow { get; init; }

    /// <summary>Ways from a row to other pages.</summary>
    public Action<PageBuilder> Ways { get; init; } = _ => { };

    protected override void Describe(PageBuilder page)
    {
        page.From(source.Set, source.Route, source.OrderBy)
            .Editable(insert: !IsOneRow, delete: !IsOneRow);
        columns(page.Columns());
        Ways(page);
    }
}
