using System.Globalization;

namespace Handel.Exchange.OnlineRetail;

/// <summary>
/// Reads lines of the file; what is not sound is refused by line, never repaired.
/// </summary>
public sealed class RetailReader
{
    /// <summary>The header that a file must begin with.</summary>
    public const string Header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    /// <summary>Text that a document or card can hold.</summary>
    private const int NoLengthMax = 20;
    private const int DescriptionLengthMax = 100;
    private const int FieldCount = 8;

    /// <summary>Of a moment to the second the date is taken.</summary>
    private const string DateFormat = "yyyy-MM-dd";
    private const int DateLength = 10;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<RetailRow> _rows = [];
    private readonly List<RefusedLine> _refused = [];

    public IReadOnlyList<RetailRow> Rows => _rows;
    public IReadOnlyList<RefusedLine> Refused => _refused;

    /// <summary>Takes one line after the header, or lists it as refused.</summary>
    public void Add(int lineNo, string line)
    {
        if (line.Length == 0)
            return;
        var fields = CsvLine.Split(line);
        if (fields is not { Count: FieldCount })
        {
            var found = fields is null ? "a quote is not closed" : $"{fields.Count} fields";
            Refuse(lineNo, "", ("malformed", $"{found}, expected {FieldCount} fields"));
            return;
        }
        if (FindFault(fields) is { } fault)
            Refuse(lineNo, fields[0], fault);
        else
            _rows.Add(Row(lineNo, fields));
    }

    private static (string Reason, string Detail)? FindFault(List<string> fields)
    {
        if (fields[0].Trim() is { Length: 0 or > NoLengthMax })
            return ("invoice-no", $"'{fields[0]}'");
        if (fields[1].Trim() is { Length: 0 or > NoLengthMax })
            return ("stock-code", $"'{fields[1]}'");
        if (fields[2].Length > DescriptionLengthMax)
            return ("description", $"longer than {DescriptionLengthMax}");
        if (!TryNumber(fields[3], out var quantity) || quantity == 0m)
            return ("quantity", $"'{fields[3]}'");
        if (!TryDate(fields[4], out _))
            return ("date", $"'{fields[4]}'");
        if (!TryNumber(fields[5], out _))
            return ("unit-price", $"'{fields[5]}'");
        if (fields[6].Length > NoLengthMax)
            return ("customer", $"'{fields[6]}'");
        return RetailCountries.Find(fields[7].Trim()) is null
            ? ("country", $"'{fields[7]}' is unknown, and with it the VAT")
            : null;
    }

    private RetailRow Row(int lineNo, List<string> fields) =>
        new(lineNo, Shared(fields[0].Trim()), Shared(fields[1].Trim().ToUpperInvariant()))
        {
            Description = Shared(fields[2].Trim()),
            Quantity = Number(fields[3]),
            Date = Date(fields[4]),
            UnitPrice = Number(fields[5]),
            CustomerNo = Shared(CustomerNo(fields[6].Trim())),
            Country = Shared(fields[7].Trim()),
        };

    // The file was written by a program that took numbers for floats: 17850.0 is customer 17850.
    private static string CustomerNo(string text) =>
        text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;

    private void Refuse(int lineNo, string invoiceNo, (string Reason, string Detail) fault) =>
        _refused.Add(new(lineNo, invoiceNo, fault.Reason, fault.Detail));

    // Few different texts on very many lines.
    private string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var shared))
            return shared;
        _texts.Add(text, text);
        return text;
    }

    private const NumberStyles Signed =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, Signed, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) < 1_000_000_000m;

    private static decimal Number(string text) =>
        decimal.Parse(text, Signed, CultureInfo.InvariantCulture);

    private static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        return text.Length >= DateLength
            && DateOnly.TryParseExact(
                text.AsSpan(0, DateLength),
                DateFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out date
            );
    }

    private static DateOnly Date(string text) =>
        DateOnly.ParseExact(text.AsSpan(0, DateLength), DateFormat, CultureInfo.InvariantCulture);
}
