using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Sealing;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>
/// What a batch has planned so far: registers, documents, and the books after them.
/// </summary>
internal sealed class BatchResult(Books books, DateTimeOffset postedAt, byte[] lastHash)
    : IDisposable
{
    private readonly RegisterSeal _seal = new();
    private readonly Dictionary<Guid, TradeDocument> _stored = [];
    private readonly HashSet<Guid> _removed = [];
    private LedgerCounters _sealed = books.Counters with { };

    /// <summary>Fork of what was loaded; its changes are the state to be written.</summary>
    public Books Books { get; } = books;
    public PostingMoment Moment { get; } = new(postedAt);
    public List<Posting> Postings { get; } = [];
    public List<GlRegister> Registers { get; } = [];
    public List<EntryEdit> Edits { get; } = [];

    /// <summary>Journals that were posted, in their order.</summary>
    public List<PostedJournalLines> Journals { get; } = [];
    public byte[] LastHash { get; private set; } = lastHash;
    public bool HasChanges => Postings.Count > 0 || Edits.Count > 0;
    public IReadOnlyCollection<TradeDocument> Stored => _stored.Values;

    /// <summary>Rows that must go, also those that are stored again in another shape.</summary>
    public IReadOnlyCollection<Guid> Removed => _removed;

    /// <summary>Adds a plan whose books were adopted, and seals its registers.</summary>
    public void Add(Plan plan, KeyedCommand command)
    {
        var userName = command.Command.UserName;
        Guid? key = command.Key;
        foreach (var posting in plan.Postings)
        {
            Postings.Add(posting);
            _sealed = _sealed.After(posting);
            var by = new SealContext(Books.Setup.CompanyNo, Moment.PostedAt, userName, LastHash);
            var register = _seal.Of(posting, _sealed, by);
            Registers.Add(register with { PostingKey = key });
            key = null;
            LastHash = register.Hash;
        }
        if (_sealed != Books.Counters)
            throw new InvalidOperationException("Entries and counters went apart.");
        Edits.AddRange(plan.Edits);
        if (plan.Journal is { } journal)
            Journals.Add(PostedJournalLines.Of(journal, userName, Moment.PostedAt));
        foreach (var id in plan.Removed)
        {
            _stored.Remove(id);
            _removed.Add(id);
        }
        foreach (var document in plan.Stored)
            _stored[document.Id] = document;
    }

    public void Dispose() => _seal.Dispose();
}
