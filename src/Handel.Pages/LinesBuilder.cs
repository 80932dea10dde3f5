using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>The lines of a document page.</summary>
public sealed class LinesBuilder(Source source, string parent, Captions captions)
{
    private readonly FieldsBuilder columns = new(captions);
    private readonly FieldsBuilder totals = new(captions);
    private readonly Dictionary<string, string> defaults = [];
    private Estimate? estimate;
    private Balance? balance;
    private string? caption;
    private bool isReadOnly;
    private string order = "sequence";

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
    public LinesBuilder ReadOnly(string id, string orderedBy = "")
    {
        caption = captions[$"lines.{id}"];
        isReadOnly = true;
        order = orderedBy;
        return this;
    }

    /// <summary>What the lines are called, under <c>lines.{id}</c>.</summary>
    public LinesBuilder Called(string id)
    {
        caption = captions[$"lines.{id}"];
        isReadOnly = false;
        return this;
    }

    public LinesBuilder OrderedBy(string field)
    {
        order = field;
        return this;
    }

    public LinesBuilder Balance(string field, params string[] documentBy)
    {
        balance = new Balance(field, documentBy);
        return this;
    }

    public Lines Build() =>
        new(source, parent, columns.Fields)
        {
            Caption = caption,
            ReadOnly = isReadOnly,
            Estimate = estimate,
            Defaults = defaults,
            Totals = totals.Fields,
            Order = order,
            Balance = balance,
        };
}
