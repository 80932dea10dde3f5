using System.Globalization;
using System.Text;

namespace Handel.App.Printing;

/// <summary>A SEPA credit transfer as a QR code says it (EPC069-12, rule PY-06).</summary>
public sealed record EpcPayment(string BeneficiaryName, string Iban, decimal AmountEur)
{
    public string Bic { get; init; } = "";

    /// <summary>Structured reference (RF…); excludes <see cref="Text"/>.</summary>
    public string Reference { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>The text of the code, or null where no such code can be made.</summary>
    public string? Payload()
    {
        var iban = Iban.Replace(" ", "", StringComparison.Ordinal);
        if (iban.Length == 0 || AmountEur is < 0.01m or > 999_999_999.99m)
            return null;

        var amount = "EUR" + AmountEur.ToString("0.00", CultureInfo.InvariantCulture);
        string[] lines =
        [
            "BCD",
            "002",
            "1",
            "SCT",
            Bic,
            Cut(BeneficiaryName, NameCharactersMax),
            iban,
            amount,
            "",
            Cut(Reference, ReferenceCharactersMax),
            Reference.Length > 0 ? "" : Cut(Text, TextCharactersMax),
        ];
        var payload = string.Join('\n', lines).TrimEnd('\n');
        return Encoding.UTF8.GetByteCount(payload) <= PayloadBytesMax ? payload : null;
    }

    private static string Cut(string text, int charactersMax)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= charactersMax ? line : line[..charactersMax];
    }

    private const int NameCharactersMax = 70;
    private const int ReferenceCharactersMax = 35;
    private const int TextCharactersMax = 140;
    private const int PayloadBytesMax = 331;
}
