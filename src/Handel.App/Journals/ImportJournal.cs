using Handel.App.Spreadsheets;
using Handel.Exchange.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;

namespace Handel.App.Journals;

/// <summary>A file of journal lines, as somebody made it.</summary>
public sealed record JournalFile(byte[] Content, string Language)
{
    /// <summary>Takes the rows that are right, instead of all or none.</summary>
    public bool IsValidOnly { get; init; }
}

/// <summary>What became of a file: lines that were added, and all that is wrong with it.</summary>
public sealed record JournalImport(int Added, IReadOnlyList<ImportFinding> Findings)
{
    public bool IsMissing { get; init; }

    /// <summary>Somebody changed the journal since it was seen; null when nobody did.</summary>
    public Problem? Stale { get; init; }
}

/// <summary>
/// Brings lines of a file into a journal: read, then the same edit as typing them (D5).
/// </summary>
public sealed class ImportJournal(JournalDesk desk)
{
    /// <summary>Findings that are told; a file of another kind has one for each cell.</summary>
    public const int FindingsMax = 500;

    public async Task<JournalImport> Run(
        JournalRef journal,
        JournalFile file,
        CancellationToken ct = default
    )
    {
        var content = TableReader.Read(file.Content);
        var table =
            content.Code.Length > 0
                ? JournalTable.Useless(content.Code)
                : JournalTable.Read(content.Rows, file.Language);
        var isStopped = table.IsUseless || (table.Findings.Count > 0 && !file.IsValidOnly);
        // What the core finds in the rows that can be read is told along with the rest.
        var (outcome, rows) = await Add(journal, table, (file.IsValidOnly, isStopped), ct);
        if (outcome.IsMissing)
            return new(0, []) { IsMissing = true };
        var stale = outcome.Problems.FirstOrDefault(p => p.Code == ProblemCodes.Concurrency);
        var found = outcome
            .Problems.Concat(outcome.Skipped)
            .Select(problem => Finding(problem, rows, table));
        return new(
            isStopped || !outcome.IsDone ? 0 : outcome.Lines.Count,
            [
                .. table
                    .Findings.Concat(found)
                    .DistinctBy(finding => (finding.Row, finding.Column, finding.Problem.Code))
                    .OrderBy(finding => finding.Row)
                    .Take(FindingsMax),
            ]
        )
        {
            Stale = stale,
        };
    }

    private async Task<(JournalOutcome, Dictionary<Guid, int>)> Add(
        JournalRef journal,
        JournalTable table,
        (bool IsValidOnly, bool IsStopped) how,
        CancellationToken ct
    )
    {
        var rows = new Dictionary<Guid, int>();
        var lines = new List<NewJournalLine>(table.Lines.Count);
        foreach (var line in table.Lines)
        {
            var added = new NewJournalLine(line.Changes);
            rows.Add(added.Id, line.Row);
            lines.Add(added);
        }
        var desked = new JournalLines(desk);
        var outcome =
            how.IsStopped || lines.Count == 0 ? await desked.Check(journal, lines, ct)
            : how.IsValidOnly ? await desked.AddValid(journal, lines, ct)
            : await desked.Add(journal, lines, ct);
        return (outcome, rows);
    }

    private static ImportFinding Finding(
        Problem problem,
        Dictionary<Guid, int> rows,
        JournalTable table
    )
    {
        var row = problem.Record.Id is { } id ? rows.GetValueOrDefault(id) : 0;
        var column =
            JournalFieldNames.Find(problem.Field) is { } field
            && table.Columns.TryGetValue(field, out var caption)
                ? caption
                : problem.Field;
        return new(row, column, problem with { Record = problem.Record with { LineNo = 0 } });
    }
}
