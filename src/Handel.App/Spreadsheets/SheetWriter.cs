using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Handel.App.Spreadsheets;

/// <summary>
/// Writes one sheet as a workbook, row by row: what has been written is not held in memory.
/// </summary>
public static class SheetWriter
{
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A person filters, a program asks the API: nobody reads more on a sheet.</summary>
    public const int RowsMax = 200_000;

    private const string Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PageId = "rId1";
    private const int NameMax = 31;
    private const int TextMax = 32_767;
    private const string NameForbidden = "[]:*?/\\";

    /// <summary>The day that spreadsheet programs count from, in their own calendar.</summary>
    private static readonly DateTime Start = new(1899, 12, 30);

    /// <summary>False when there were more rows than the sheet takes; it is no workbook then.
    /// </summary>
    public static async Task<bool> Write(Sheet sheet, Stream target, CancellationToken ct)
    {
        // Written and never read back, so that nothing is kept but the part in hand. The document
        // class of the library wants to read what it wrote: only its elements are used.
        using var package = Package.Open(target, FileMode.Create, FileAccess.Write);
        var page = Part(package, "/xl/worksheets/sheet1.xml", "worksheet");
        var isWhole = await WriteRows(sheet, page, ct);
        var styles = Part(package, "/xl/styles.xml", "styles");
        Put(styles, SheetStyles.Create());
        var workbook = Part(package, "/xl/workbook.xml", "sheet.main");
        Put(workbook, WorkbookOf(sheet));
        Relate(workbook, page, "worksheet", PageId);
        Relate(workbook, styles, "styles", "rId2");
        package.CreateRelationship(
            workbook.Uri,
            TargetMode.Internal,
            $"{Relations}officeDocument",
            "rId1"
        );
        return isWhole;
    }

    private static Workbook WorkbookOf(Sheet sheet) =>
        new(
            new Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Name = NameOf(sheet.Name),
                    SheetId = 1,
                    Id = PageId,
                }
            )
        );

    private static PackagePart Part(Package package, string path, string kind) =>
        package.CreatePart(
            new Uri(path, UriKind.Relative),
            $"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml",
            CompressionOption.Fast
        );

    private static void Relate(PackagePart from, PackagePart to, string kind, string id) =>
        from.CreateRelationship(to.Uri, TargetMode.Internal, Relations + kind, id);

    private static void Put(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(root);
    }

    private static async Task<bool> WriteRows(Sheet sheet, PackagePart page, CancellationToken ct)
    {
        await using var stream = page.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(HeaderStays());
        writer.WriteElement(Widths(sheet.Columns));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (var column in sheet.Columns)
            writer.WriteElement(TextCell(column.Caption, SheetStyles.Header));
        writer.WriteEndElement();
        var count = 0;
        await foreach (var row in sheet.Rows.WithCancellation(ct))
        {
            if (++count > sheet.RowsMax)
                break;
            writer.WriteStartElement(new Row());
            for (var i = 0; i < sheet.Columns.Count; i++)
                writer.WriteElement(CellOf(row[i], sheet.Columns[i].Kind));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteElement(
            new AutoFilter { Reference = AreaOf(sheet.Columns.Count, Math.Max(count, 1) + 1) }
        );
        writer.WriteEndElement();
        return count <= sheet.RowsMax;
    }

    private static SheetViews HeaderStays() =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );

    private static Columns Widths(IReadOnlyList<SheetColumn> columns) =>
        new(
            columns.Select(
                (column, at) =>
                    new Column
                    {
                        Min = (uint)at + 1,
                        Max = (uint)at + 1,
                        Width = Math.Max(WidthOf(column.Kind), column.Caption.Length + 3),
                        CustomWidth = true,
                    }
            )
        );

    private static double WidthOf(CellKind kind) =>
        kind switch
        {
            CellKind.Text => 22,
            CellKind.Integer or CellKind.Flag => 10,
            CellKind.Amount or CellKind.Quantity => 14,
            CellKind.Date => 12,
            CellKind.Instant => 18,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Cell CellOf(object? value, CellKind kind)
    {
        var style = SheetStyles.Of(kind);
        return value switch
        {
            null => new Cell { StyleIndex = style },
            string { Length: 0 } => new Cell { StyleIndex = style },
            string text => TextCell(text, style),
            bool flag => new Cell
            {
                StyleIndex = style,
                DataType = CellValues.Boolean,
                CellValue = new(flag ? "1" : "0"),
            },
            DateOnly date => Number((date.ToDateTime(TimeOnly.MinValue) - Start).Days, style),
            DateTimeOffset instant => Number(DaysOf(instant), style),
            decimal or int or long => Number(Convert.ToDecimal(value, Invariant), style),
            _ => throw new ArgumentException($"No cell for {value.GetType()}.", nameof(value)),
        };
    }

    private static Cell Number(decimal number, uint style) =>
        new() { StyleIndex = style, CellValue = new(number.ToString(Invariant)) };

    // In the time of the server: a sheet has no zones.
    private static decimal DaysOf(DateTimeOffset instant) =>
        decimal.Round((decimal)(instant.LocalDateTime - Start).TotalDays, 6);

    // Text in its own cell is never taken for a formula, whatever it begins with.
    private static Cell TextCell(string text, uint style) =>
        new(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    private static string Clean(string text)
    {
        if (text.Length <= TextMax && text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isText = rune.Utf16SequenceLength > 1 || XmlConvert.IsXmlChar((char)rune.Value);
            if (isText && clean.Length + rune.Utf16SequenceLength <= TextMax)
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static string NameOf(string caption)
    {
        var name = new string([.. caption.Select(c => NameForbidden.Contains(c) ? ' ' : c)]).Trim();
        name = name.Length == 0 ? "Handel" : name;
        return name[..Math.Min(NameMax, name.Length)].Trim('\'', ' ');
    }

    private static string AreaOf(int columns, int rows) =>
        string.Create(Invariant, $"A1:{LetterOf(columns)}{rows}");

    private static string LetterOf(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;
}
