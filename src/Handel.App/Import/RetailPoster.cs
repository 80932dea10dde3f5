using System.Globalization;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.Exchange.OnlineRetail;
using Handel.Kernel.Problems;
using Handel.Trade.Postings;

namespace Handel.App.Import;

/// <summary>
/// Hands documents to the ledger writer, in order and ahead of it: the next ones are edited while
/// the former are written.
/// </summary>
internal sealed class RetailPoster(
    CompanyWriters writers,
    RetailDrafts drafts,
    IProgress<OperationProgress> progress
)
{
    /// <summary>Documents on their way: a few batches, so that neither side waits.</summary>
    private const int UnderwayMax = 3 * LedgerWriter.BatchCommandsMax;

    private const string UserName = "import";
    private readonly Queue<Underway> _underway = new();
    private readonly List<RefusedLine> _refused = [];

    public IReadOnlyList<RefusedLine> Refused => _refused;

    private sealed record Underway(RetailDocument? Source, Task<LedgerOutcome> Posting);

    public async Task Open(
        IReadOnlyList<RetailItem[]> parts,
        DateOnly date,
        int firstNo,
        CancellationToken ct
    )
    {
        for (var index = 0; index < parts.Count; index++)
        {
            var no = string.Create(CultureInfo.InvariantCulture, $"OPEN-{firstNo + index:0000}");
            var draft = drafts.Opening(no, date, parts[index]);
            if (draft.Problems.Count > 0)
                throw Defect(no, draft.Problems);
            await Submit(null, Post(draft), ct);
            progress.Report(new("Opening stock", index + 1, parts.Count));
        }
        await Finish(0);
    }

    public async Task Post(IReadOnlyList<RetailDocument> documents, CancellationToken ct)
    {
        for (var index = 0; index < documents.Count; index++)
        {
            ct.ThrowIfCancellationRequested();
            await Post(documents[index], ct);
            progress.Report(new("Documents", index + 1, documents.Count));
        }
        await Finish(0);
    }

    private async Task Post(RetailDocument source, CancellationToken ct)
    {
        if (source.Kind == RetailKind.StockCorrection)
        {
            var correction = new AdjustStock(drafts.Correction(source)) { UserName = UserName };
            await Submit(source, correction, ct);
            return;
        }
        var draft = drafts.Sale(source);
        if (draft.Problems.Count > 0)
            Refuse(source, draft.Problems);
        else
            await Submit(source, Post(draft), ct);
    }

    private static PostUnstored Post(RetailDraft draft) =>
        new(draft.Document, PostingChoice.Both) { UserName = UserName };

    private async Task Submit(RetailDocument? source, ILedgerCommand command, CancellationToken ct)
    {
        // Taken in at once and in this order: the writer's queue is longer than what is underway.
        var posting = writers.Submit(drafts.Setup.CompanyNo, command, ct);
        _underway.Enqueue(new(source, posting));
        await Finish(UnderwayMax);
    }

    private async Task Finish(int left)
    {
        while (_underway.Count > left)
        {
            var (source, posting) = _underway.Dequeue();
            var outcome = await posting;
            if (!outcome.IsRefused)
                continue;
            if (source is null)
                throw Defect("opening stock", outcome.Problems);
            Refuse(source, outcome.Problems);
        }
    }

    // A problem names a line of the document where it can; else the whole document is at fault.
    private void Refuse(RetailDocument source, IReadOnlyList<Problem> problems)
    {
        var all = string.Join("; ", problems.Select(Text));
        _refused.AddRange(
            source.Rows.Select(row => new RefusedLine(row.LineNo, source.No, "posting", all))
        );
    }

    private static string Text(Problem problem) =>
        string.Join(' ', problem.Code, problem.Field, problem.Value).TrimEnd();

    private static InvalidOperationException Defect(string no, IEnumerable<Problem> problems) =>
        new($"{no} cannot be posted: {string.Join("; ", problems.Select(Text))}");
}
