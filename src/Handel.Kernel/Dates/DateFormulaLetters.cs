namespace Handel.Kernel.Dates;

/// <summary>The letters in which a language writes a date formula (DF-06).</summary>
internal sealed record DateFormulaLetters(string Current, string[] Units)
{
    public static readonly DateFormulaLetters English = new("C", ["D", "WD", "W", "M", "Q", "Y"]);

    // Lopend, dag, weekdag, week, maand, kwartaal, jaar.
    public static readonly DateFormulaLetters Dutch = new("L", ["D", "WD", "W", "M", "K", "J"]);

    /// <summary>
    /// The letters of a culture name such as <c>nl-NL</c>; English where unknown.
    /// </summary>
    public static DateFormulaLetters For(string language) =>
        language.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Dutch : English;

    /// <summary>The letters that are tried, the user's own first (DF-06, DT-01).</summary>
    public static DateFormulaLetters[] InOrder(string language) =>
        For(language) == Dutch ? [Dutch, English] : [English, Dutch];

    public string Letter(DateUnit unit) => Units[(int)unit];
}
