using static Handel.Kernel.Registration.CheckDigits;

namespace Handel.Kernel.Registration;

/// <summary>
/// Check digits of VAT registration numbers, where a country has published how they are made. The
/// numbers fit a format of their country and have no prefix.
/// </summary>
internal static class VatCheckDigits
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string SpanishControls = "JABCDEFGHI";
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";
    private const string FrenchKeys = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    // What odd digits of a Cypriot number count.
    private static readonly int[] Cypriot = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    private static readonly Dictionary<string, Func<string, bool>> Rules = new()
    {
        ["AT"] = Austria,
        ["BE"] = no => Number(no[8..]) == 97 - Number(no[..8]) % 97,
        ["BG"] = Bulgaria,
        ["CH"] = Switzerland,
        ["CY"] = Cyprus,
        ["CZ"] = CzechRepublic,
        ["DE"] = IsMod1110,
        ["DK"] = no => Sum(no, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
        ["EE"] = no => Sum(no, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0,
        ["EL"] = no => Sum(no, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Last(no),
        ["ES"] = Spain,
        ["FI"] = no => Sum(no, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0,
        ["FR"] = France,
        ["GB"] = GreatBritain,
        ["HR"] = IsMod1110,
        ["HU"] = no => Sum(no, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0,
        ["IE"] = Ireland,
        ["IT"] = IsLuhn,
        ["LT"] = Lithuania,
        ["LU"] = no => Number(no[..6]) % 89 == Number(no[6..]),
        ["LV"] = Latvia,
        ["MT"] = no => Sum(no, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0,
        ["NL"] = Netherlands,
        ["NO"] = no => Sum(no, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
        ["PL"] = no => Sum(no, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Last(no),
        ["PT"] = no => Sum(no, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == Last(no),
        ["RO"] = no =>
            Sum(no.PadLeft(10, '0'), 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == Last(no),
        ["SE"] = no => no.EndsWith("01", StringComparison.Ordinal) && IsLuhn(no[..10]),
        ["SI"] = no => Sum(no, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == Last(no),
        ["SK"] = no => long.Parse(no, System.Globalization.CultureInfo.InvariantCulture) % 11 == 0,
        ["XI"] = GreatBritain,
    };

    /// <summary>A country without a rule has no wrong check digits.</summary>
    public static bool Hold(string country, string number) =>
        !Rules.TryGetValue(country, out var rule) || rule(number);

    private static bool Austria(string no)
    {
        var digits = no[1..];
        var sum = 4;
        for (var at = 0; at < 7; at++)
        {
            var value = Digit(digits, at) * (1 + at % 2);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == Last(digits);
    }

    // Companies have nine digits; ten are those of persons, by one of three ways.
    private static bool Bulgaria(string no)
    {
        if (no.Length == 9)
        {
            var first = Sum(no, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            var rest = first < 10 ? first : Sum(no, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
            return rest == Last(no);
        }
        var other = (11 - Sum(no, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return Sum(no, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == Last(no)
            || Sum(no, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == Last(no)
            || other == Last(no);
    }

    private static bool Switzerland(string no) =>
        Sum(no["CHE".Length..], 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0;

    private static bool Cyprus(string no)
    {
        var sum = 0;
        for (var at = 0; at < 8; at++)
            sum += at % 2 == 0 ? Cypriot[Digit(no, at)] : Digit(no, at);
        return no[8] == 'A' + sum % 26;
    }

    // Companies have eight digits. Numbers of persons follow their birth.
    private static bool CzechRepublic(string no)
    {
        if (no.Length != 8)
            return no.Length == 9 || Number(no[..9]) % 11 % 10 == Last(no);
        return (11 - Sum(no, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == Last(no);
    }

    private static bool Spain(string no)
    {
        var first = no[0];
        if (char.IsAsciiDigit(first))
            return SpanishLetters[Number(no[..8]) % 23] == no[8];
        if (first is 'X' or 'Y' or 'Z')
            return SpanishLetters[Number($"{first - 'X'}{no[1..8]}") % 23] == no[8];
        if (first is 'K' or 'L' or 'M')
            return SpanishLetters[Number(no[1..8]) % 23] == no[8];
        var sum = 0;
        for (var at = 1; at < 8; at++)
        {
            var value = Digit(no, at) * (1 + at % 2);
            sum += value / 10 + value % 10;
        }
        var control = (10 - sum % 10) % 10;
        return no[8] == '0' + control || no[8] == SpanishControls[control];
    }

    // The nine digits are those of the company; those of Monaco begin with zeros.
    private static bool France(string no)
    {
        var company = no[2..];
        var isCompany = company.StartsWith("000", StringComparison.Ordinal) || IsLuhn(company);
        if (!isCompany)
            return false;
        if (char.IsAsciiDigit(no[0]) && char.IsAsciiDigit(no[1]))
            return Number(no[..2]) == (12 + 3 * (Number(company) % 97)) % 97;
        var (high, low) = (FrenchKeys.IndexOf(no[0]), FrenchKeys.IndexOf(no[1]));
        if (high < 0 || low < 0)
            return false;
        var key = char.IsAsciiDigit(no[0]) ? high * 24 + low - 10 : high * 34 + low - 100;
        return (Number(company) + 1 + key / 11) % 11 == key % 11;
    }

    // Departments and health authorities have no check digits.
    private static bool GreatBritain(string no)
    {
        if (no.Length == 5)
            return true;
        var sum = Sum(no, 8, 7, 6, 5, 4, 3, 2) + Number(no[7..9]);
        return sum % 97 is 0 or 97 - 55;
    }

    private static bool Ireland(string no)
    {
        // Older numbers have a letter in the second place; their first digit goes last.
        var digits = char.IsAsciiDigit(no[1]) ? no[..7] : $"0{no[2..7]}{no[0]}";
        var extra = no.Length > 8 ? 9 * IrishLetters.IndexOf(no[8]) : 0;
        return no[7] == IrishLetters[(Sum(digits, 8, 7, 6, 5, 4, 3, 2) + extra) % 23];
    }

    private static bool Lithuania(string no)
    {
        int Weighted(int from)
        {
            var sum = 0;
            for (var at = 0; at < no.Length - 1; at++)
                sum += (1 + (at + from) % 9) * Digit(no, at);
            return sum % 11;
        }
        var first = Weighted(0);
        return (first < 10 ? first : Weighted(2) % 10) == Last(no);
    }

    // Numbers of persons, which begin with a day, carry no check digit any more.
    private static bool Latvia(string no) =>
        no[0] <= '3' || Sum(no, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;

    // Companies by eleven; numbers of sole traders since 2020 by 97 over the whole.
    private static bool Netherlands(string no) =>
        Sum(no, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0 || Mod97($"NL{no}") == 1;
}
