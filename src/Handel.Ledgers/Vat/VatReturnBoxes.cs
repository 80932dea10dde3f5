namespace Handel.Ledgers.Vat;

/// <summary>One figure of a box, with the lines it is made of. LCY.</summary>
/// <param name="Amount">Exact.</param>
/// <param name="Declared">In whole units where the return wants them.</param>
public sealed record VatBoxFigure(
    decimal Amount,
    decimal Declared,
    IReadOnlyList<VatStatementLine> Lines
)
{
    public static VatBoxFigure None { get; } = new(0m, 0m, []);
}

/// <summary>
/// A box of the return as its form shows it: turnover and VAT beside each other (VST-04). A heading
/// has no number and no figures.
/// </summary>
public sealed record VatReturnBox(VatStatementLine First, string Description)
{
    public VatBoxFigure Turnover { get; init; } = VatBoxFigure.None;
    public VatBoxFigure Vat { get; init; } = VatBoxFigure.None;

    public string BoxNo => First.BoxNo;
    public bool IsHeading => BoxNo.Length == 0;
}

/// <summary>Puts the printed rows of a statement into the boxes of the return (VST-04).</summary>
public static class VatReturnBoxes
{
    private static readonly char[] Loose = [' ', ',', ';', ':', '-'];

    /// <summary>In the order of the lines; headings stand where the statement has them.</summary>
    public static IReadOnlyList<VatReturnBox> Of(IReadOnlyList<VatStatementRow> rows)
    {
        var boxes = new List<VatReturnBox>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Line.Print))
        {
            var box = row.Line.BoxNo;
            if (box.Length == 0 && row.Line.Type == VatStatementLineType.Description)
                boxes.Add(new(row.Line, row.Line.Description));
            else if (box.Length > 0 && done.Add(box))
                boxes.Add(BoxOf([.. rows.Where(r => r.Line.Print && r.Line.BoxNo == box)]));
        }
        return boxes;
    }

    private static VatReturnBox BoxOf(IReadOnlyList<VatStatementRow> rows) =>
        new(rows[0].Line, Shared([.. rows.Select(row => row.Line.Description)]))
        {
            Turnover = Sum([.. rows.Where(row => IsTurnover(row.Line))]),
            Vat = Sum([.. rows.Where(row => !IsTurnover(row.Line))]),
        };

    private static VatBoxFigure Sum(IReadOnlyList<VatStatementRow> rows) =>
        new(
            rows.Sum(row => row.Amount),
            rows.Sum(row => row.Declared),
            [.. rows.Select(row => row.Line)]
        );

    private static bool IsTurnover(VatStatementLine line) =>
        line.Type == VatStatementLineType.VatEntryTotaling
        && line.AmountType
            is VatAmountType.Base
                or VatAmountType.NonDeductibleBase
                or VatAmountType.FullBase;

    // Rows of one box differ in their last words: ", base" and ", VAT".
    private static string Shared(IReadOnlyList<string> texts)
    {
        var length = texts.Min(text => text.Length);
        var same = 0;
        while (same < length && texts.All(text => text[same] == texts[0][same]))
            same++;
        var shared = texts[0][..same].TrimEnd(Loose);
        return shared.Length == 0 ? texts[0] : shared;
    }
}
