using System.Globalization;
using System.Text;

namespace Handel.Kernel.Dates;

/// <summary>
/// A rule that makes one date from another, such as <c>CM+1M</c> (DF-01 to DF-07, DT-01 to DT-05).
/// The default value is the blank formula, which leaves a date where it is.
/// </summary>
public readonly record struct DateFormula
{
    public const int LengthMax = 20;
    public const int TermsMax = 3;
    public const int NumberMax = 9999;

    private DateFormula(DateTerm first, DateTerm second, DateTerm third)
    {
        First = first;
        Second = second;
        Third = third;
    }

    public DateTerm First { get; }
    public DateTerm Second { get; }
    public DateTerm Third { get; }

    public bool IsBlank => First.Kind == DateTermKind.None;

    /// <summary>
    /// Whether it only counts days, weeks, months, quarters or years. Only such a formula is a
    /// lead time that working days can be counted for (DT-12).
    /// </summary>
    public bool IsFixedShift => Terms().All(term => term.Kind == DateTermKind.Shift);

    /// <summary>Whether it is written <c>-0D</c>: no days, but backwards (DT-12).</summary>
    public bool IsMinusZeroDays =>
        this == new DateFormula(new(DateTermKind.Shift, true, 0, DateUnit.Day), default, default);

    /// <summary>
    /// Evaluates the terms from left to right, each on the result so far (DF-05).
    /// </summary>
    public DateOnly Apply(DateOnly date) => Third.Apply(Second.Apply(First.Apply(date)));

    /// <summary>
    /// Whether it leads to an earlier date, where only later ones are valid (DF-07).
    /// </summary>
    public bool GoesBackFrom(DateOnly date) => Apply(date) < date;

    /// <summary>The same formula with every sign turned, for counting backwards (DT-23).</summary>
    public DateFormula Reversed() => new(Turned(First), Turned(Second), Turned(Third));

    /// <summary>
    /// Reads what a user typed, in the letters of the user's language or of another.
    /// </summary>
    /// <param name="text">The formula as typed; blank is the blank formula.</param>
    /// <param name="language">A culture name, for example <c>nl</c> or <c>nl-NL</c>.</param>
    /// <param name="formula">The formula, or blank where the text is none.</param>
    public static bool TryParse(string? text, string language, out DateFormula formula)
    {
        formula = default;
        var terms = DateFormulaText.Read(text ?? "", language);
        if (terms is null)
            return false;
        formula = new(At(terms, 0), At(terms, 1), At(terms, 2));
        return true;
    }

    /// <summary>Reads the language-neutral form that is stored and exchanged (DF-06).</summary>
    public static DateFormula Parse(string? stored) =>
        TryParse(stored, "en", out var formula)
            ? formula
            : throw new FormatException($"'{stored}' is no date formula.");

    /// <summary>The language-neutral form: English letters, no blanks, no leading plus.</summary>
    public override string ToString() => Write(DateFormulaLetters.English);

    /// <summary>The form that a user of a language reads (DF-06).</summary>
    public string ToString(string language) => Write(DateFormulaLetters.For(language));

    internal IEnumerable<DateTerm> Terms() =>
        new[] { First, Second, Third }.Where(term => term.Kind != DateTermKind.None);

    private string Write(DateFormulaLetters letters)
    {
        var text = new StringBuilder();
        foreach (var term in Terms())
        {
            if (term.IsNegative)
                text.Append('-');
            else if (text.Length > 0)
                text.Append('+');
            var unit = letters.Letter(term.Unit);
            var number = term.Number.ToString(CultureInfo.InvariantCulture);
            text.Append(
                term.Kind switch
                {
                    DateTermKind.None => "",
                    DateTermKind.Shift => number + unit,
                    DateTermKind.Period => letters.Current + unit,
                    DateTermKind.NextDay => unit + number,
                    _ => throw new InvalidOperationException($"Unknown kind: {term.Kind}."),
                }
            );
        }
        return text.ToString();
    }

    private static DateTerm Turned(DateTerm term) =>
        term.Kind == DateTermKind.None ? term : term with { IsNegative = !term.IsNegative };

    private static DateTerm At(List<DateTerm> terms, int index) =>
        index < terms.Count ? terms[index] : default;
}
