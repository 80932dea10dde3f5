using System.Globalization;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What an edit came to. With problems the draft is not to be stored (S7).</summary>
/// <param name="Problems">Why it is refused; all of them.</param>
/// <param name="Notices">What a user should know; nothing is stopped by them.</param>
public sealed record EditOutcome(IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notices)
{
    public bool IsRefused => Problems.Count > 0;
}

/// <summary>An edit in progress: the draft, what may be looked up, what was found so far.</summary>
internal sealed class Edit(TradeDocument document, EditContext context)
{
    private readonly List<Problem> problems = [];
    private readonly List<Problem> notices = [];
    private (string CurrencyCode, AmountRounding Rounding)? rounding;
    private int? lastLineNo;

    public TradeDocument Document { get; } = document;
    public EditContext Context { get; } = context;
    public CompanySetup Setup => Context.Setup;
    public DimensionContext Dimensions => Context.Dimensions;

    /// <summary>Lines follow what changes in the dimensions of the header (DIM-07).</summary>
    public bool UpdatesLineDimensions { get; init; }
    public Mirror Mirror { get; } = Mirror.Of(document);
    public AmountRounding Rounding => RoundingOf(Document.CurrencyCode);
    public bool HasProblems => problems.Count > 0;
    public EditOutcome Outcome => new(problems, notices);

    public Problem Refuse(string code, HeaderField field, string value = "") =>
        Keep(Header(code, field, value), problems);

    public void Refuse(Problem problem) => problems.Add(problem);

    public void Notice(Problem problem) => notices.Add(problem);

    public Problem Header(string code, HeaderField field, string value = "") =>
        new(code, Mirror.RecordOf(Document), FieldNames.Of(Document, field), value);

    public Problem Line(string code, (TradeLine Line, LineField Field) at, object? value = null) =>
        new(
            code,
            Mirror.RecordOf(Document, at.Line),
            FieldNames.Of(Document, at.Field),
            Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
        );

    public static Problem With(Problem problem, string name, object value) =>
        problem with
        {
            Args = new Dictionary<string, string>(problem.Args)
            {
                [name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            },
        };

    /// <summary>The last line number; a long edit does not look for it line by line.</summary>
    public int LastLineNo
    {
        get => lastLineNo ??= Document.Lines.Select(line => line.LineNo).DefaultIfEmpty().Max();
        set => lastLineNo = value;
    }

    // An edit may change the currency on its way.
    private AmountRounding RoundingOf(string currencyCode)
    {
        if (rounding is not { } known || known.CurrencyCode != currencyCode)
            rounding = known = (currencyCode, AmountRounding.Of(Document, Setup));
        return known.Rounding;
    }

    private static Problem Keep(Problem problem, List<Problem> list)
    {
        list.Add(problem);
        return problem;
    }
}
