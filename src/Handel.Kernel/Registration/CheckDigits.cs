namespace Handel.Kernel.Registration;

/// <summary>Arithmetic that check digits are made of; digits are given as text.</summary>
internal static class CheckDigits
{
    /// <summary>The sum of digits times weights; what has no weight is left out.</summary>
    public static int Sum(string digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var at = 0; at < weights.Length && at < digits.Length; at++)
            sum += weights[at] * Digit(digits, at);
        return sum;
    }

    /// <summary>
    /// Every second digit from the right doubled, digits added: a multiple of ten.
    /// </summary>
    public static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var isDoubled = (digits.Length - at) % 2 == 0;
            var value = Digit(digits, at) * (isDoubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10 == 0;
    }

    /// <summary>ISO 7064, MOD 11,10: the last digit is the check.</summary>
    public static bool IsMod1110(string digits)
    {
        var product = 10;
        for (var at = 0; at < digits.Length - 1; at++)
        {
            var sum = (Digit(digits, at) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + Digit(digits, digits.Length - 1)) % 10 == 1;
    }

    /// <summary>The rest by 97 of a text whose letters count 10 to 35 (ISO 7064).</summary>
    public static int Mod97(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest;
    }

    public static int Digit(string digits, int at) => digits[at] - '0';

    public static int Last(string digits) => Digit(digits, digits.Length - 1);

    public static int Number(string digits) =>
        int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
