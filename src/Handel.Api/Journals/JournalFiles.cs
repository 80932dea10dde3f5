using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.App.Spreadsheets;
using Handel.Exchange.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;

namespace Handel.Api.Journals;

/// <summary>What is wrong in a file, and where.</summary>
public sealed record ImportFindingRow(
    string Severity,
    string Code,
    string Message,
    int Row,
    string Column,
    string Value
);

/// <summary>What became of a file of journal lines.</summary>
public sealed record ImportResult(int LinesAdded, IReadOnlyList<ImportFindingRow> Findings);

/// <summary>Lines of a journal that come from a file (JNL-02, D5).</summary>
internal static class JournalFiles
{
    private const string FileContent = "fileContent";
    private const string OnlyValid = "onlyValid";
    private const string Error = "Error";

    private static readonly ActionShape Import = new("importLines")
    {
        Parameters =
        [
            ParameterShape.Of<string>(FileContent, isOptional: false),
            ParameterShape.Of<bool>(OnlyValid),
        ],
    };

    public static Resource<JournalBatch> On(Resource<JournalBatch> resource) =>
        resource.Action<ImportResult>(Import, ImportLines);

    private static async Task<ActionOutcome> ImportLines(RequestScope scope, Guid id, Given given)
    {
        if (Decode(given.Text(FileContent) ?? "") is not { } content)
            return ActionOutcome.Refused([
                new(ImportCodes.File, new RecordRef(JournalLine.Entity, ""), FileContent),
            ]);
        var file = new JournalFile(content, scope.Language.TwoLetterISOLanguageName)
        {
            IsValidOnly = given.Value<bool>(OnlyValid) ?? false,
        };
        var import = new ImportJournal(scope.Get<JournalDesk>().In(scope.Db()));
        var done = await import.Run(JournalActions.RefOf(scope, id, given), file, scope.Aborted);
        if (done.Stale is { } stale)
            return ActionOutcome.Refused([stale]);
        return ActionOutcome.Of(
            new ImportResult(done.Added, [.. done.Findings.Select(one => Row(one, scope))])
        );
    }

    private static ImportFindingRow Row(ImportFinding finding, RequestScope scope) =>
        new(
            Error,
            finding.Problem.Code,
            ProblemTexts.Of(finding.Problem, scope.Language),
            finding.Row,
            finding.Column,
            finding.Problem.Value
        );

    // Four letters hold three bytes.
    private static byte[]? Decode(string text)
    {
        if (text.Length / 4 * 3L > TableReader.BytesMax + 3)
            return new byte[TableReader.BytesMax + 1];
        var content = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, content, out var length)
            ? content[..length]
            : null;
    }
}
