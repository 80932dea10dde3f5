using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Handel.Exchange.Journals;

namespace Handel.App.Spreadsheets;

/// <summary>The rows of a file, or the code of why there are none.</summary>
public sealed record TableContent(IReadOnlyList<TableRow> Rows, string Code = "");

/// <summary>
/// Reads a table that somebody made: a workbook (.xlsx) or text with columns (.csv). Files are
/// hostile: everything is bounded, and what cannot be read is said, never thrown.
/// </summary>
public static class TableReader
{
    public const int BytesMax = 10 * 1024 * 1024;
    public const int RowsMax = 20_001;
    public const int ColumnsMax = 100;
    private const int CellMax = 1_000;
    private const long UnpackedMax = 200L * 1024 * 1024;
    private const int PartsMax = 1_000;
    private const int WesternPage = 1252;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Western = WesternEncoding();

    // The library of workbooks asks for old encodings too, and the framework hides them.
    private static Encoding WesternEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(WesternPage);
    }

    public static TableContent Read(byte[] file)
    {
        if (file.Length > BytesMax)
            return new([], ImportCodes.TooLarge);
        if (file.Length == 0)
            return new([], ImportCodes.Empty);
        try
        {
            return file.AsSpan().StartsWith(Zip) ? Workbook(file) : Text(file);
        }
        // Whatever a library trips over in a damaged file: it is the file that is wrong.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new([], ImportCodes.File);
        }
    }

    private static TableContent Workbook(byte[] file)
    {
        if (!IsOfBearableSize(file))
            return new([], ImportCodes.TooLarge);
        using var stream = new MemoryStream(file, writable: false);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var rows = new List<TableRow>();
        for (var no = 1; reader.Read(); no++)
        {
            if (no > RowsMax)
                return new([], ImportCodes.TooLarge);
            var cells = new object?[Math.Min(reader.FieldCount, ColumnsMax)];
            for (var at = 0; at < cells.Length; at++)
                cells[at] = CellOf(reader, at);
            rows.Add(new(no, cells));
        }
        return new(rows);
    }

    // A small file may unpack to more than a machine has; what it says of itself may be a lie.
    private static bool IsOfBearableSize(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.Entries.Count > PartsMax)
            return false;
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0; )
                if ((total += read) > UnpackedMax)
                    return false;
        }
        return true;
    }

    private static object? CellOf(IExcelDataReader reader, int at)
    {
        return reader.GetValue(at) switch
        {
            null => null,
            string text => Cut(text),
            DateTime moment => DateOnly.FromDateTime(moment),
            double number => NumberOf(number),
            bool flag => flag,
            var other => Cut(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
        };
    }

    // Programs keep 0.1 as the nearest of their numbers: fifteen digits are what was typed.
    private static object NumberOf(double number) =>
        Math.Abs(number) < (double)decimal.MaxValue
            ? decimal.Parse(
                number.ToString("G15", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            )
            : number.ToString(CultureInfo.InvariantCulture);

    private static TableContent Text(byte[] file)
    {
        if (file.Contains((byte)0))
            return new([], ImportCodes.File);
        var text = Decode(file);
        var rows = new List<TableRow>();
        var lines = new CsvRows(text, DelimiterOf(text));
        while (lines.Next() is { } cells)
        {
            if (rows.Count >= RowsMax)
                return new([], ImportCodes.TooLarge);
            rows.Add(new(lines.RowNo, [.. cells.Take(ColumnsMax).Select(Cut)]));
        }
        return lines.IsBad ? new([], ImportCodes.File) : new(rows);
    }

    private static string Decode(byte[] file)
    {
        var bytes = file.AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // What spreadsheet programs of the West write when nobody asks for UTF-8.
            return Western.GetString(bytes);
        }
    }

    // The sign that the first line has most of; a comma where it has none.
    private static char DelimiterOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return new[] { ',', ';', '\t' }.MaxBy(sign => first.Count(c => c == sign));
    }

    private static object Cut(string text) => text.Length > CellMax ? text[..CellMax] : text;
}
