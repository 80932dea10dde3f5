using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>What a batch has planned so far: registers, documents, and the books after them.</summary>
internal sealed class BatchResult(Books books, DateTimeOffset postedAt)
{
    private readonly Dictionary<Guid, TradeDocument> _stored = [];
    private readonly HashSet<Guid> _removed = [];

    /// <summary>Fork of what was loaded; its changes are the state to be written.</summary>
    public Books Books { get; } = books;
    public PostingMoment Moment { get; } = new(postedAt);
    public List<Posting> Postings { get; } = [];
    public IReadOnlyCollection<TradeDocument> Stored => _stored.Values;

    /// <summary>Rows that must go, also those that are stored again in another shape.</summary>
    public IReadOnlyCollection<Guid> Removed => _removed;

    public void Add(Plan plan)
    {
        Postings.Add(plan.Posting!);
        foreach (var id in plan.Removed)
        {
            _stored.Remove(id);
            _removed.Add(id);
        }
        foreach (var document in plan.Stored)
            _stored[document.Id] = document;
    }
}
