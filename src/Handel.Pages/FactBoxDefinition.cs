using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>Facts beside a record, shared by the pages that show them.</summary>
/// <param name="Id">Caption key <c>factBox.{id}</c>.</param>
/// <param name="Source">Set that holds the facts, one row per record.</param>
/// <param name="Filter">Finds the row; <c>{name}</c> stands for a field of the page.</param>
/// <param name="Describe">Declares the facts.</param>
public sealed record FactBoxDefinition(
    string Id,
    Source Source,
    string Filter,
    System.Action<FieldsBuilder> Describe
)
{
    public bool OfLine { get; init; }
    public string? Card { get; init; }

    public FactBox Build(Captions captions)
    {
        var fields = new FieldsBuilder(captions);
        Describe(fields);
        return new FactBox(Id, captions[$"factBox.{Id}"], Source)
        {
            Filter = Filter,
            OfLine = OfLine,
            Card = Card,
            Fields = fields.Fields,
        };
    }
}
