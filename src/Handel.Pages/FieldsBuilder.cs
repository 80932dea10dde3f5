using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>Declares fields in a row; a modifier applies to the field declared last.</summary>
public sealed class FieldsBuilder(Captions captions)
{
    private readonly List<Field> fields = [];

    public IReadOnlyList<Field> Fields => fields;

    /// <summary>Caption: <c>field.{caption ?? name}</c>; kind: what the name says.</summary>
    public FieldsBuilder Field(string name, Lookup? lookup = null, string? caption = null)
    {
        var text = captions[$"field.{caption ?? name}"];
        fields.Add(new Field(name, text, FieldKinds.Of(name)) { Lookup = lookup });
        return this;
    }

    /// <summary>Several fields that nothing more needs to be said about.</summary>
    public FieldsBuilder All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Field(name);
        return this;
    }

    /// <summary>
    /// An enumeration; captions are <c>value.{set}.{member}</c> or <c>value.{member}</c>.
    /// </summary>
    public FieldsBuilder Choice(string name, ChoiceSet choices, string? caption = null)
    {
        var text = captions[$"field.{caption ?? name}"];
        var members = choices.Members.Select(member => new Choice(
            member,
            member == ChoiceSet.Blank
                ? ""
                : captions.FirstOf($"value.{choices.Id}.{member}", $"value.{member}")
        ));
        fields.Add(new Field(name, text, FieldKind.Choice) { Choices = [.. members] });
        return this;
    }

    public FieldsBuilder Important() => Last(field => field with { Important = true });

    public FieldsBuilder ReadOnly() => Last(field => field with { ReadOnly = true });

    public FieldsBuilder Mandatory() => Last(field => field with { Mandatory = true });

    public FieldsBuilder EvenReleased() => Last(field => field with { EvenReleased = true });

    public FieldsBuilder Total() => Last(field => field with { Total = true });

    public FieldsBuilder Kind(FieldKind kind) => Last(field => field with { Kind = kind });

    /// <summary>Caption: <c>ask.{confirm}</c>.</summary>
    public FieldsBuilder Ask(string confirm) =>
        Last(field => field with { Ask = new Question(captions[$"ask.{confirm}"], confirm) });

    /// <summary>See <see cref="Description.Field.Start"/>.</summary>
    public FieldsBuilder Start(string answer) => Last(field => field with { Start = answer });

    public FieldsBuilder CaptionFrom(string name) =>
        Last(field => field with { CaptionFrom = name });

    public FieldsBuilder IndentBy(string name) => Last(field => field with { IndentBy = name });

    /// <summary>A set of the API, read as the name of its page.</summary>
    public FieldsBuilder SetName(string name, params string[] sets)
    {
        var choices = sets.Select(set => new Choice(set, captions[$"page.{set}"]));
        fields.Add(
            new Field(name, captions[$"field.{name}"], FieldKind.Choice) { Choices = [.. choices] }
        );
        return this;
    }

    /// <summary>The name of a field of the API, read as its caption.</summary>
    public FieldsBuilder FieldName(string name, params string[] fieldNames)
    {
        var choices = fieldNames.Select(one => new Choice(one, captions[$"field.{one}"]));
        fields.Add(
            new Field(name, captions[$"field.{name}"], FieldKind.Choice) { Choices = [.. choices] }
        );
        return this;
    }

    /// <summary>Leads to the posted document of an entry, and opens it.</summary>
    public FieldsBuilder LeadsToDocument() =>
        Last(field =>
            field with
            {
                DrillDown = new DrillDown("{documentSet}", "number eq '{documentNumber}'")
                {
                    Single = true,
                },
            }
        );

    public FieldsBuilder DrillDown(string page, string filter, Condition? when = null) =>
        Last(field => field with { DrillDown = new DrillDown(page, filter) { When = when } });

    /// <summary>The only row behind the figure is opened at once.</summary>
    public FieldsBuilder Single() =>
        Last(field => field with { DrillDown = field.DrillDown! with { Single = true } });

    private FieldsBuilder Last(Func<Field, Field> change)
    {
        fields[^1] = change(fields[^1]);
        return this;
    }
}

/// <summary>The members of an API enumeration, spelled as on the wire.</summary>
public sealed record ChoiceSet(string Id, params string[] Members)
{
    public const string Blank = "_x0020_";
}
