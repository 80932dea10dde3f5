namespace Handel.Kernel.Registration;

/// <summary>International bank account numbers (COM-04).</summary>
public static class Iban
{
    private const int LengthMin = 4;
    private const int LengthMax = 34;

    /// <summary>Letters, digits, and the rest by 97 of ISO 7064; blanks do not count.</summary>
    public static bool IsValid(string iban)
    {
        var plain = Plain(iban);
        if (plain.Length is < LengthMin or > LengthMax || !plain.All(char.IsAsciiLetterOrDigit))
            return false;
        return CheckDigits.Mod97(plain[4..] + plain[..4]) == 1;
    }

    /// <summary>As it is compared and written to files: capitals, no blanks.</summary>
    public static string Plain(string iban) =>
        string.Concat(iban.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
