using Handel.Ledgers;
using Handel.Ledgers.Finance;
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

    /// <summary>Fork of what was loaded; its changes are the state to be written.</summary>
    public Books Books { get; } = books;
    public PostingMoment Moment { get; } = new(postedAt);
    public List<Posting> Postings { get; } = [];
    public List<GlRegister> Registers { get; } = [];
    public byte[] LastHash { get; private set; } = lastHash;
    public IReadOnlyCollection<TradeDocument> Stored => _stored.Values;

    /// <summary>Rows that must go, also those that are stored again in another shape.</summary>
    public IReadOnlyCollection<Guid> Removed => _removed;

    /// <summary>Adds a plan whose books were adopted, and seals its register.</summary>
    public void Add(Plan plan, string userName)
    {
        var posting = plan.Posting!;
        Postings.Add(posting);
        var context = new SealContext(Books.Setup.CompanyNo, Moment.PostedAt, userName, LastHash);
        var register = _seal.Of(posting, Books.Counters, context);
        Registers.Add(register);
        LastHash = register.Hash;
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
