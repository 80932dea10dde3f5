using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;

namespace Handel.Exchange.Journals;

/// <summary>Something that is wrong with a file, and where (rows and columns as users see them).
/// </summary>
public sealed record ImportFinding(int Row, string Column, Problem Problem);

/// <summary>A row that can be read: what it says of a journal line.</summary>
public sealed record ImportedLine(int Row, IReadOnlyList<JournalChange> Changes);

/// <summary>What a file of journal lines comes to: lines, and everything that is wrong.</summary>
public sealed record JournalTable
{
    private static readonly RecordRef Record = new(JournalLine.Entity, "");

    public IReadOnlyList<ImportedLine> Lines { get; init; } = [];
    public IReadOnlyList<ImportFinding> Findings { get; init; } = [];

    /// <summary>Captions of the columns, by the field that they fill.</summary>
    public IReadOnlyDictionary<JournalField, string> Columns { get; init; } =
        new Dictionary<JournalField, string>();

    /// <summary>The file as a whole cannot be used: no row of it can.</summary>
    public bool IsUseless { get; init; }

    /// <param name="rows">Of the file, the names of columns first.</param>
    /// <param name="language">How numbers and dates are written: nl or en.</param>
    public static JournalTable Read(IReadOnlyList<TableRow> rows, string language)
    {
        var filled = rows.Where(row => !row.IsBlank).ToList();
        if (filled.Count == 0)
            return Useless(ImportCodes.Empty);
        var header = Header.Of(filled[0]);
        if (header.Findings.Count > 0)
            return Useless([.. header.Findings]);
        if (filled.Count == 1)
            return Useless(ImportCodes.Empty);
        var (lines, findings) = (new List<ImportedLine>(), new List<ImportFinding>());
        var cells = new JournalCells(language);
        foreach (var row in filled.Skip(1))
        {
            var changes = new List<JournalChange>();
            var found = findings.Count;
            foreach (var (at, field) in header.Fields)
                Take((row, at), (field, header.Captions[field]), cells, (changes, findings));
            OneSide(row, header, changes, findings);
            if (findings.Count == found)
                lines.Add(new(row.No, changes));
        }
        return new()
        {
            Lines = lines,
            Findings = findings,
            Columns = header.Captions,
        };
    }

    public static JournalTable Useless(params ImportFinding[] findings) =>
        new() { Findings = findings, IsUseless = true };

    /// <summary>Useless as a whole, for one reason.</summary>
    public static JournalTable Useless(string code, string value = "") =>
        Useless(new ImportFinding(0, "", new(code, Record, "", value)));

    private static void Take(
        (TableRow Row, int At) place,
        (JournalField Field, string Caption) column,
        JournalCells cells,
        (List<JournalChange> Changes, List<ImportFinding> Findings) into
    )
    {
        var (row, at) = place;
        var cell = at < row.Cells.Count ? row.Cells[at] : null;
        if (cell is null or "")
            return;
        var (value, code) = cells.Read(column.Field, cell);
        if (code.Length == 0)
            into.Changes.Add(new(column.Field, value));
        else
            into.Findings.Add(Finding(row.No, column.Caption, (code, column.Field), cell));
    }

    // A column for each side: what is written in one of them is the amount.
    private static void OneSide(
        TableRow row,
        Header header,
        List<JournalChange> changes,
        List<ImportFinding> findings
    )
    {
        var debit = AmountOf(changes, JournalField.DebitAmount);
        var credit = AmountOf(changes, JournalField.CreditAmount);
        if (debit is null && credit is null)
            return;
        changes.RemoveAll(change =>
            change.Field is JournalField.DebitAmount or JournalField.CreditAmount
        );
        if (debit is not (null or 0m) && credit is not (null or 0m))
            findings.Add(
                Finding(
                    row.No,
                    header.Captions[JournalField.CreditAmount],
                    (ImportCodes.BothSides, JournalField.CreditAmount),
                    credit
                )
            );
        else if (AmountOf(changes, JournalField.Amount) is null)
            changes.Add(new(JournalField.Amount, (debit ?? 0m) - (credit ?? 0m)));
    }

    private static decimal? AmountOf(List<JournalChange> changes, JournalField field) =>
        changes.Find(change => change.Field == field)?.Value as decimal?;

    private static ImportFinding Finding(
        int row,
        string column,
        (string Code, JournalField Field) what,
        object? value
    ) =>
        new(
            row,
            column,
            new(what.Code, Record, JournalFieldNames.Of(what.Field), JournalCells.Text(value))
        );

    /// <summary>The row with the names of the columns.</summary>
    private sealed record Header(
        IReadOnlyList<(int At, JournalField Field)> Fields,
        Dictionary<JournalField, string> Captions,
        List<ImportFinding> Findings
    )
    {
        public static Header Of(TableRow row)
        {
            var header = new Header(new List<(int, JournalField)>(), [], []);
            var fields = (List<(int, JournalField)>)header.Fields;
            for (var at = 0; at < row.Cells.Count; at++)
            {
                var caption = JournalCells.Text(row.Cells[at]).Trim();
                if (caption.Length == 0)
                    continue;
                if (JournalColumns.Find(caption) is not { } field)
                    header.Add(row, caption, ImportCodes.Column);
                else if (!header.Captions.TryAdd(field, caption))
                    header.Add(row, caption, ImportCodes.Twice);
                else
                    fields.Add((at, field));
            }
            if (!header.Captions.Keys.Any(JournalColumns.IsAmount))
                header.Add(row, "", ImportCodes.Header);
            return header;
        }

        private void Add(TableRow row, string caption, string code) =>
            Findings.Add(new(row.No, caption, new(code, Record, "", caption)));
    }
}
