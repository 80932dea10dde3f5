using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Journals;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>
/// A command that touches the books. The ledger writer calls its beats for a whole batch: it names
/// the drafts it works on, says what it needs to know, and plans (D1, D2).
/// </summary>
public interface ILedgerCommand
{
    /// <summary>Drafts to lock and load; empty for commands without a document.</summary>
    IReadOnlyList<Guid> Drafts { get; }

    /// <summary>Journals to lock and load with their lines, by the ids of their batches.</summary>
    IReadOnlyList<Guid> Journals => [];

    /// <summary>Who posts; stands in the register.</summary>
    string UserName { get; }

    /// <summary>Size of the command in lines, for the bound of a batch.</summary>
    int LineCount { get; }

    void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs);

    Plan Plan(DraftSet drafts, Books books, PostingMoment moment);
}

/// <summary>
/// A command with the key under which it is posted once, however often it comes (INV-55).
/// </summary>
public sealed record KeyedCommand(ILedgerCommand Command)
{
    /// <summary>
    /// In order of time where the caller brings none: the index of keys grows at its end.
    /// </summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>
    /// It may have been posted already: the books are asked before it is planned.
    /// </summary>
    public bool MayBeDone { get; init; }
}

/// <summary>When a batch is posted; the same instant for all its registers.</summary>
public sealed record PostingMoment(DateTimeOffset PostedAt);

/// <summary>What became of a command.</summary>
public sealed record LedgerOutcome(Plan Plan)
{
    public IReadOnlyList<Problem> Problems => Plan.Problems;
    public bool IsRefused => Plan.IsRefused;

    /// <summary>It was posted now, and not before under the same key.</summary>
    public bool IsPosted => !Plan.IsRefused && !Plan.IsDone;
}

/// <summary>
/// The drafts and journals of a batch, kept as they will be after each command.
/// </summary>
public sealed class DraftSet(IReadOnlyCollection<TradeDocument> documents)
{
    private readonly Dictionary<Guid, TradeDocument> _documents = documents.ToDictionary(d => d.Id);
    private readonly Dictionary<Guid, JournalDraft> _journals = [];

    /// <summary>The drafts as they were before the first command.</summary>
    internal IReadOnlyCollection<TradeDocument> Loaded => documents;

    /// <summary>The draft, or null when it is gone.</summary>
    public TradeDocument? Find(Guid id) => _documents.GetValueOrDefault(id);

    /// <summary>The journal, or null when its batch is gone.</summary>
    public JournalDraft? FindJournal(Guid batchId) => _journals.GetValueOrDefault(batchId);

    /// <summary>Number series that the journals draw from.</summary>
    internal IEnumerable<string> JournalSeries =>
        _journals
            .Values.SelectMany(journal =>
                new[] { journal.Settings.NoSeries, journal.Settings.PostingNoSeries }
            )
            .Where(code => code.Length > 0);

    internal void Add(IEnumerable<JournalDraft> journals)
    {
        foreach (var journal in journals)
            _journals[journal.Batch.Id] = journal;
    }

    internal void Apply(Plan plan, PostingMoment moment)
    {
        foreach (var id in plan.Removed)
            _documents.Remove(id);
        foreach (var document in plan.Stored)
            _documents[document.Id] = document;
        if (plan.Journal is { } journal)
            Add([journal.Left(moment.PostedAt)]);
    }
}
