using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;

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

    /// <summary>What a user should know; nothing is stopped by it.</summary>
    public IReadOnlyList<Problem> Notices { get; init; } = [];

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

    /// <summary>What a user changed on posted entries, for the log (AUD-06).</summary>
    public IReadOnlyList<EntryEdit> Edits { get; private init; } = [];

    /// <summary>
    /// The document a caller is led to next: the posted invoice, else the delivery.
    /// </summary>
    public Guid ResultId { get; init; }

    /// <summary>What becomes of the lines of a journal; null unless one is posted.</summary>
    public JournalPlan? Journal { get; private init; }

    /// <summary>Registers that it makes, or that it made when it is done already.</summary>
    public IReadOnlyList<int> RegisterNos { get; private init; } = [];

    /// <summary>
    /// What an earlier command of the same posting key did: nothing is left to do (INV-55).
    /// </summary>
    public static Plan Done(
        IReadOnlyList<TradeDocument> stored,
        IReadOnlyList<int> registerNos,
        Guid resultId
    ) =>
        new([])
        {
            IsDone = true,
            Stored = stored,
            RegisterNos = registerNos,
            ResultId = resultId,
        };

    public static Plan Refused(IReadOnlyList<Problem> problems) => new(problems);

    /// <summary>Changes of posted entries: nothing is booked (ENT-20).</summary>
    public static Plan Edited(IReadOnlyList<EntryEdit> edits, Books after) =>
        new([]) { Edits = edits, After = after };

    /// <summary>Postings that touch no document, for example what undoes a journal.</summary>
    public static Plan Ready(IReadOnlyList<Posting> postings, Books after) =>
        Ready(postings, after, null);

    /// <summary>A journal as it is planned: its postings, or what is in their way.</summary>
    public static Plan Of(JournalPlan journal) =>
        journal.IsRefused
            ? Refused(journal.Problems)
            : Ready(journal.Postings, journal.After!, journal);

    private static Plan Ready(IReadOnlyList<Posting> postings, Books after, JournalPlan? journal)
    {
        foreach (var posting in postings)
        {
            posting.AssertBalanced();
            posting.MarkPriorYear(after.Setup.ClosedThrough);
            after.Remember(posting);
        }
        return new Plan([])
        {
            Postings = postings,
            RegisterNos = [.. postings.Select(posting => posting.RegisterNo)],
            After = after,
            Journal = journal,
        };
    }

    /// <summary>A posting that touches no document, for example an adjustment of stock.</summary>
    public static Plan Ready(Posting posting, Books after) =>
        Ready(posting, after, new([], [], Guid.Empty));

    public static Plan Ready(Posting posting, Books after, PlanDocuments documents)
    {
        posting.AssertBalanced();
        posting.MarkPriorYear(after.Setup.ClosedThrough);
        after.Remember(posting);
        return new Plan([])
        {
            Postings = [posting],
            RegisterNos = [posting.RegisterNo],
            After = after,
            Stored = documents.Stored,
            Removed = documents.Removed,
            ResultId = documents.ResultId,
            Notices = documents.Notices,
        };
    }
}

/// <summary>What a posting does to documents; see <see cref="Plan"/>.</summary>
public sealed record PlanDocuments(
    IReadOnlyList<TradeDocument> Stored,
    IReadOnlyList<Guid> Removed,
    Guid ResultId
)
{
    public IReadOnlyList<Problem> Notices { get; init; } = [];
}
