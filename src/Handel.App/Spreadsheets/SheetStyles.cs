using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Handel.App.Spreadsheets;

/// <summary>The few looks of a cell; their places in the style sheet.</summary>
internal static class SheetStyles
{
    public const uint Header = 1;
    private const uint FirstKind = 2;
    private const uint FirstOwnFormat = 164;

    /// <summary>The formats of the program itself adapt to the language of its user.</summary>
    private const uint GeneralFormat = 0;
    private const uint IntegerFormat = 1;
    private const uint AmountFormat = 4;
    private const uint DateFormat = 14;
    private const uint InstantFormat = 22;

    public static uint Of(CellKind kind) => FirstKind + (uint)kind;

    public static Stylesheet Create() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = FirstOwnFormat, FormatCode = "#,##0.#####" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                .. Enum.GetValues<CellKind>()
                    .Select(kind => (OpenXmlElement)Format(FormatOf(kind))),
            ])
        );

    private static CellFormat Format(uint format) =>
        new() { NumberFormatId = format, ApplyNumberFormat = true };

    private static uint FormatOf(CellKind kind) =>
        kind switch
        {
            CellKind.Text or CellKind.Flag => GeneralFormat,
            CellKind.Integer => IntegerFormat,
            CellKind.Amount => AmountFormat,
            CellKind.Quantity => FirstOwnFormat,
            CellKind.Date => DateFormat,
            CellKind.Instant => InstantFormat,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
