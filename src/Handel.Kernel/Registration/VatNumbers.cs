namespace Handel.Kernel.Registration;

/// <summary>What can be said of a VAT registration number without asking anybody.</summary>
public enum VatNumberVerdict
{
    /// <summary>
    /// The country has no format here, or the number is blank: accepted (COM-05).
    /// </summary>
    NotChecked,
    Right,

    /// <summary>None of the forms that the country gives out.</summary>
    WrongFormat,

    /// <summary>A digit is wrong, or two changed places.</summary>
    WrongCheckDigit,
}

/// <summary>
/// VAT registration numbers by the formats of their countries: <c>#</c> is a digit, <c>@</c> a
/// letter, <c>?</c> either (COM-05, CUS-06).
/// </summary>
public static class VatNumbers
{
    private const string Greece = "GR";
    private const string GreekPrefix = "EL";
    private const string Switzerland = "CH";
    private const string Norway = "NO";
    private static readonly string[] SwissEndings = ["MWST", "TVA", "IVA"];

    private static readonly Dictionary<string, string[]> Formats = new()
    {
        ["AT"] = ["U########"],
        ["BE"] = ["0#########", "1#########"],
        ["BG"] = ["#########", "##########"],
        ["CH"] = ["CHE#########"],
        ["CY"] = ["########@"],
        ["CZ"] = ["########", "#########", "##########"],
        ["DE"] = ["#########"],
        ["DK"] = ["########"],
        ["EE"] = ["#########"],
        ["EL"] = ["#########"],
        ["ES"] = ["@########", "@#######@", "########@"],
        ["FI"] = ["########"],
        ["FR"] = ["??#########"],
        ["GB"] = ["#########", "############", "GD###", "HA###"],
        ["HR"] = ["###########"],
        ["HU"] = ["########"],
        ["IE"] = ["#######@", "#@#####@", "#######@@"],
        ["IT"] = ["###########"],
        ["LT"] = ["#########", "############"],
        ["LU"] = ["########"],
        ["LV"] = ["###########"],
        ["MT"] = ["########"],
        ["NL"] = ["#########B##"],
        ["NO"] = ["#########"],
        ["PL"] = ["##########"],
        ["PT"] = ["#########"],
        ["RO"] =
        [
            "##",
            "###",
            "####",
            "#####",
            "######",
            "#######",
            "########",
            "#########",
            "##########",
        ],
        ["SE"] = ["############"],
        ["SI"] = ["########"],
        ["SK"] = ["##########"],
        ["XI"] = ["#########", "############", "GD###", "HA###"],
    };

    /// <param name="country">ISO 3166 code; Greece may be EL too.</param>
    /// <param name="number">With or without the prefix of the country, signs and blanks.</param>
    public static VatNumberVerdict Check(string country, string number)
    {
        var prefix = PrefixOf(country);
        if (number.Length == 0 || !Formats.TryGetValue(prefix, out var formats))
            return VatNumberVerdict.NotChecked;
        var bare = Bare(prefix, number);
        if (!formats.Any(format => Fits(format, bare)))
            return VatNumberVerdict.WrongFormat;
        return VatCheckDigits.Hold(prefix, bare)
            ? VatNumberVerdict.Right
            : VatNumberVerdict.WrongCheckDigit;
    }

    /// <summary>What a user may look at to see how it should be written.</summary>
    public static IReadOnlyList<string> FormatsOf(string country) =>
        Formats.GetValueOrDefault(PrefixOf(country), []);

    /// <summary>Letters and digits only, in capitals: how two numbers are compared.</summary>
    public static string Plain(string number) =>
        string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string PrefixOf(string country) =>
        country.ToUpperInvariant() is Greece ? GreekPrefix : country.ToUpperInvariant();

    private static string Bare(string prefix, string number)
    {
        var plain = Plain(number);
        if (prefix == Switzerland)
            return Without(plain, SwissEndings);
        if (plain.StartsWith(prefix, StringComparison.Ordinal))
            plain = plain[prefix.Length..];
        return prefix == Norway ? Without(plain, "MVA") : plain;
    }

    private static string Without(string number, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (number.EndsWith(ending, StringComparison.Ordinal))
                return number[..^ending.Length];
        }
        return number;
    }

    private static bool Fits(string format, string number)
    {
        if (format.Length != number.Length)
            return false;
        for (var at = 0; at < format.Length; at++)
        {
            var (wanted, found) = (format[at], number[at]);
            var isRight = wanted switch
            {
                '#' => char.IsAsciiDigit(found),
                '@' => char.IsAsciiLetterUpper(found),
                '?' => true,
                _ => wanted == found,
            };
            if (!isRight)
                return false;
        }
        return true;
    }
}
