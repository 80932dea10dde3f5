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
            Estimate = estimate,
            Defaults = defaults,
            Totals = totals.Fields,
            Order = order,
            Balance = balance,
        };
}
