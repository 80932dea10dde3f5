using Handel.Kernel.Problems;
using Handel.Ledgers;

namespace Handel.Trade.Documents;

/// <summary>
/// What posting a document will do, or why it may not (S2). Preview shows it, the ledger writer
/// commits it; there is no other path.
/// </summary>
public sealed class Plan
{
    private Plan(IReadOnlyList<Problem> problems) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }
    public bool IsRefused => Problems.Count > 0;

    /// <summary>It was posted before, under the same posting key (INV-55).</summary>
    public bool IsDone { get; private init; }

    /// <summary>Entries, one register each; a document has one, a journal many.</summary>
    public IReadOnlyList<Posting> Postings { get; private init; } = [];

    /// <summary>Entries of the one register of a document; null when refused.</summary>
    public Posting? Posting => Postings.Count == 0 ? null : Postings[0];

    /// <summary>The fork that the plan was made on, to be adopted; null when refused.</summary>
    public Books? After { get; private init; }

    /// <summary>
    /// Documents to store as they are, with their lines: posted ones and orders left.
    /// </summary>
    public IReadOnlyList<TradeDocument> Stored { get; init; } = [];

    /// <summary>
    /// Documents whose stored rows go: those replaced by <see cref="Stored"/> too.
    /// </summary>
    public IReadOnlyList<Guid> Removed { get; init; } = [];

    /// <summary>
    /// The document a caller is led to next: the posted invoice, else the delivery.
    /// </summary>
    public Guid ResultId { get; init; }

    /// <summary>
    /// What an earlier command of the same posting key did: nothing is left to do (INV-55).
    /// </summary>
    public static Plan Done(IReadOnlyList<TradeDocument> stored, Guid resultId) =>
        new([])
        {
            IsDone = true,
            Stored = stored,
            ResultId = resultId,
        };

    public static Plan Refused(IReadOnlyList<Problem> problems) => new(problems);

    /// <summary>Postings that touch no document, for example a journal.</summary>
    public static Plan Ready(IReadOnlyList<Posting> postings, Books after)
    {
        foreach (var posting in postings)
        {
            posting.AssertBalanced();
            after.Remember(posting);
        }
        return new Plan([]) { Postings = postings, After = after };
    }

    /// <summary>A posting that touches no document, for example an adjustment of stock.</summary>
    public static Plan Ready(Posting posting, Books after) =>
        Ready(posting, after, new([], [], Guid.Empty));

    public static Plan Ready(Posting posting, Books after, PlanDocuments documents)
    {
        posting.AssertBalanced();
        after.Remember(posting);
        return new Plan([])
        {
            Postings = [posting],
            After = after,
            Stored = documents.Stored,
            Removed = documents.Removed,
            ResultId = documents.ResultId,
        };
    }
}

/// <summary>What a posting does to documents; see <see cref="Plan"/>.</summary>
public sealed record PlanDocuments(
    IReadOnlyList<TradeDocument> Stored,
    IReadOnlyList<Guid> Removed,
    Guid ResultId
);
