using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>The lines of a document page.</summary>
public sealed class LinesBuilder(Source source, string parent, Captions captions)
{
    private readonly FieldsBuilder columns = new(captions);
    private readonly FieldsBuilder totals = new(captions);
    private readonly Dictionary<string, string> defaults = [];
    private Estimate? estimate;
    private string? caption;
    private string? orderBy;

    public FieldsBuilder Columns() => columns;

    public FieldsBuilder Totals() => totals;

    public LinesBuilder Default(string field, string value)
    {
        defaults[field] = value;
        return this;
    }

    public LinesBuilder Estimate(string amount, string quantity, string price, string discount)
    {
        estimate = new Estimate(amount, quantity, price, discount);
        return this;
    }

    /// <summary>Rows to look at, under a caption <c>lines.{id}</c> of their own.</summary>
    public LinesBuilder ReadOnly(string id, string? order = null)
    {
        caption = captions[$"lines.{id}"];
        orderBy = order;
        return this;
    }

    public Lines Build() =>
        new(source with { OrderBy = orderBy }, parent, columns.Fields)
        {
            Caption = caption,
            ReadOnly = caption is not null,
            Estimate = estimate,
            Defaults = defaults,
            Totals = totals.Fields,
        };
}
