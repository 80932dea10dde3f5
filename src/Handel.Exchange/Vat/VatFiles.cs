using System.Globalization;
using System.Text;
using Handel.Ledgers.Vat;

namespace Handel.Exchange.Vat;

/// <summary>
/// VAT as text files: lines of fields divided by semicolons, numbers with a point, as spreadsheets
/// and portals read them.
/// </summary>
public static class VatFiles
{
    private const char Divider = ';';

    /// <summary>The EU sales list in whole units, one line per customer (ICP-02).</summary>
    public static string EuSales(IEnumerable<EuSalesLine> lines)
    {
        var text = new StringBuilder();
        Write(text, "country", "vatNumber", "goods", "services", "triangular");
        var customers = lines
            .Where(EuSalesList.IsDeclared)
            .GroupBy(line => (line.EuCountryCode, line.VatNumber));
        foreach (var customer in customers)
            Write(
                text,
                customer.Key.EuCountryCode,
                customer.Key.VatNumber,
                Whole(customer, EuSupply.Goods),
                Whole(customer, EuSupply.Services),
                Whole(customer, EuSupply.Triangular)
            );
        return text.ToString();
    }

    /// <summary>The printed lines of a VAT statement, exact and as declared.</summary>
    public static string Statement(IEnumerable<VatStatementRow> rows)
    {
        var text = new StringBuilder();
        Write(text, "box", "row", "description", "amount", "declared");
        foreach (var row in rows.Where(row => row.Line.Print))
            Write(
                text,
                row.Line.BoxNo,
                row.Line.RowNo,
                row.Line.Description,
                Cents(row.Amount),
                Cents(row.Declared)
            );
        return text.ToString();
    }

    private static string Whole(IEnumerable<EuSalesLine> lines, EuSupply supply) =>
        lines
            .Where(line => line.Supply == supply)
            .Sum(line => line.Declared)
            .ToString("0", CultureInfo.InvariantCulture);

    private static string Cents(decimal amount) =>
        amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            if (at > 0)
                text.Append(Divider);
            text.Append(Field(fields[at]));
        }
        text.Append("\r\n");
    }

    private static string Field(string value)
    {
        // A text that begins like a formula stays a text in a spreadsheet.
        var isFormula = value.Length > 0 && "=+@".Contains(value[0], StringComparison.Ordinal);
        var safe = isFormula ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(";\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
