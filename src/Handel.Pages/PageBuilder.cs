using Handel.Pages.Description;
using Action = Handel.Pages.Description.Action;

namespace Handel.Pages;

/// <summary>Collects what a page definition says, with captions filled in.</summary>
public sealed class PageBuilder(Page start, Captions captions)
{
    private readonly List<(string Id, FieldsBuilder Fields)> groups = [];
    private readonly List<Action> actions = [];
    private readonly List<FactBox> factBoxes = [];
    private readonly List<View> views = [];
    private readonly List<Cue> cues = [];
    private readonly List<Chart> charts = [];
    private readonly FieldsBuilder columns = new(captions);
    private LinesBuilder? lines;
    private (FieldsBuilder Fields, string Filter)? request;
    private (Source Source, FieldsBuilder Fields)? summary;
    private Page page = start;

    public PageBuilder From(string set, ApiRoute route = ApiRoute.Standard, string? orderBy = null)
    {
        page = page with { Source = new Source(route, set) { OrderBy = orderBy } };
        return this;
    }

    /// <summary>The rows of the set that this page is about.</summary>
    public PageBuilder Only(string filter)
    {
        page = page with { Source = page.Source! with { Filter = filter } };
        return this;
    }

    public PageBuilder Title(params string[] fields)
    {
        page = page with { Title = fields };
        return this;
    }

    public PageBuilder Opens(string card)
    {
        page = page with { Card = card };
        return this;
    }

    /// <summary>The only row of the list is opened instead of it.</summary>
    public PageBuilder OpensAtOnce()
    {
        page = page with { OpensAtOnce = true };
        return this;
    }

    public PageBuilder Search(bool everywhere, params string[] fields)
    {
        page = page with { Search = fields, SearchEverywhere = everywhere };
        return this;
    }

    public PageBuilder Editable(bool insert = true, bool delete = true)
    {
        page = page with { CanEdit = true, CanInsert = insert, CanDelete = delete };
        return this;
    }

    /// <summary>A change of one row tells on the others: they are read again.</summary>
    public PageBuilder RereadsRows()
    {
        page = page with { Rereads = true };
        return this;
    }

    public PageBuilder CanInsert()
    {
        page = page with { CanInsert = true };
        return this;
    }

    public PageBuilder EditableWhen(string field, params string[] oneOf)
    {
        page = page with { EditableWhen = new Condition(field, oneOf) };
        return this;
    }

    public PageBuilder View(string id, string filter)
    {
        views.Add(new View(id, captions[$"view.{id}"], filter));
        return this;
    }

    public FieldsBuilder Group(string id)
    {
        var fields = new FieldsBuilder(captions);
        groups.Add((id, fields));
        return fields;
    }

    public FieldsBuilder Columns() => columns;

    /// <summary>
    /// Questions above the list. An unanswered one leaves its part of the filter out; a worksheet
    /// waits for an answer.
    /// </summary>
    public FieldsBuilder Request(string filter)
    {
        request = (new FieldsBuilder(captions), filter);
        return request.Value.Fields;
    }

    /// <summary>What the rows come to: a set that takes the same filter.</summary>
    public FieldsBuilder Summary(string set)
    {
        summary = (new Source(ApiRoute.Trade, set), new FieldsBuilder(captions));
        return summary.Value.Fields;
    }

    public PageBuilder StrongWhen(string field, params string[] oneOf)
    {
        page = page with { StrongWhen = new Condition(field, oneOf) };
        return this;
    }

    public PageBuilder BareWhen(string field, params string[] oneOf)
    {
        page = page with { BareWhen = new Condition(field, oneOf) };
        return this;
    }

    /// <summary>Lines come the way their document does.</summary>
    public LinesBuilder Lines(string set, string parent)
    {
        var route = page.Source?.Route ?? ApiRoute.Standard;
        lines = new LinesBuilder(new Source(route, set), parent, captions);
        return lines;
    }

    /// <summary>Caption: <c>action.{id}</c>.</summary>
    public PageBuilder Action(string id, Func<Action, Action> describe)
    {
        actions.Add(describe(new Action(id, captions[$"action.{id}"])));
        return this;
    }

    /// <summary>
    /// A question with one button per option; captions <c>dialog.*</c>, <c>option.*</c>.
    /// </summary>
    public Dialog Ask(string id, string? preview, params (string Id, string[] Set)[] options)
    {
        var all = options.SelectMany(option => option.Set).Distinct().ToList();
        return new Dialog(
            captions[$"dialog.{id}"],
            [
                .. options.Select(option => new DialogOption(
                    option.Id,
                    captions[$"option.{option.Id}"],
                    all.ToDictionary(name => name, name => option.Set.Contains(name))
                )),
            ]
        )
        {
            Preview = preview,
        };
    }

    /// <summary>
    /// A dialog with fields to fill in; captions <c>dialog.*</c> and <c>option.*</c>.
    /// </summary>
    public Dialog AskFor(string id, string? preview, System.Action<FieldsBuilder> describe) =>
        AskFor(id, preview, describe, (id, []));

    /// <summary>The same with options to choose from.</summary>
    public Dialog AskFor(
        string id,
        string? preview,
        System.Action<FieldsBuilder> describe,
        params (string Id, string[] Set)[] options
    )
    {
        var fields = new FieldsBuilder(captions);
        describe(fields);
        return Ask(id, preview, options) with { Fields = fields.Fields };
    }

    public PageBuilder FactBox(FactBoxDefinition box)
    {
        factBoxes.Add(box.Build(captions));
        return this;
    }

    public PageBuilder Cue(string group, string id, CueUnit unit, Func<Cue, Cue> leads)
    {
        cues.Add(leads(new Cue(id, captions[$"cue.{id}"], unit, captions[$"group.{group}"])));
        return this;
    }

    public PageBuilder Chart(string id, ChartKind kind, CueUnit unit, params string[] series)
    {
        var names = series.ToDictionary(name => name, name => captions[$"series.{name}"]);
        charts.Add(new Chart(id, captions[$"chart.{id}"], kind, unit) { Series = names });
        return this;
    }

    public Page Build() =>
        page with
        {
            Groups =
            [
                .. groups.Select(group => new Group(
                    group.Id,
                    captions[$"group.{group.Id}"],
                    group.Fields.Fields
                )),
            ],
            Columns = columns.Fields,
            Views = views,
            Lines = lines?.Build(),
            Actions = actions,
            FactBoxes = factBoxes,
            Request = request is { } asked ? new Request(asked.Fields.Fields, asked.Filter) : null,
            Summary = summary is { } sums ? new Summary(sums.Source, sums.Fields.Fields) : null,
            Cues = cues,
            Charts = charts,
        };
}
