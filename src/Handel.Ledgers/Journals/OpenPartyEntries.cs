using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Finds entries of customers and vendors by document, by Applies-to ID and by party, however many
/// a journal has: the books are read once, new entries are added as they are made.
/// </summary>
internal sealed class OpenPartyEntries
{
    private readonly Dictionary<PartyDocumentKey, List<int>> _byDocument = [];
    private readonly Dictionary<(Direction, string), List<int>> _byParty = [];

    public OpenPartyEntries(Books books)
    {
        foreach (var entry in books.PartyEntries.Values.OrderBy(entry => entry.EntryNo))
            Add(entry);
    }

    public void Add(PartyEntry entry)
    {
        Of(_byDocument, new(entry.Direction, entry.DocumentType, entry.DocumentNo))
            .Add(entry.EntryNo);
        Of(_byParty, (entry.Direction, entry.PartyNo)).Add(entry.EntryNo);
    }

    /// <summary>Entries of a document; several when a number was used twice.</summary>
    public IEnumerable<PartyEntry> OfDocument(Books books, PartyDocumentKey document) =>
        Now(books, document.Direction, _byDocument.GetValueOrDefault(document));

    /// <summary>What is open of a party, in order of entry.</summary>
    public IEnumerable<PartyEntry> OpenOf(Books books, (Direction Direction, string No) party) =>
        Now(books, party.Direction, _byParty.GetValueOrDefault(party)).Where(entry => entry.IsOpen);

    // State is that of the fork at hand.
    private static IEnumerable<PartyEntry> Now(Books books, Direction direction, List<int>? nos) =>
        (nos ?? []).Select(no => books.PartyEntries[(direction, no)]);

    private static List<int> Of<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
