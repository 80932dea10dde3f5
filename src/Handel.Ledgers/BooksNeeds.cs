using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;

namespace Handel.Ledgers;

/// <summary>An order line that deliveries may exist for.</summary>
public readonly record struct OrderLineKey(Direction Direction, string OrderNo, int LineNo);

/// <summary>A posted document, as users name it when they apply to it.</summary>
public readonly record struct PartyDocumentKey(
    Direction Direction,
    EntryDocumentType Type,
    string DocumentNo
);

/// <summary>A party's own number, which may be used once (E-03).</summary>
public readonly record struct ExternalNumberKey(
    Direction Direction,
    string PartyNo,
    EntryDocumentType Type,
    string ExternalDocumentNo
);

/// <summary>
/// What must be known to plan a batch of commands: the first beat of posting (D1). Commands add to
/// one instance; the loader answers with <see cref="Books"/> in a fixed number of queries.
/// </summary>
public sealed class BooksNeeds
{
    public HashSet<(Direction, string)> Parties { get; } = [];
    public HashSet<string> Items { get; } = [];

    /// <summary>Buckets whose open layers and balances are needed.</summary>
    public HashSet<StockKey> Stock { get; } = [];

    /// <summary>
    /// Those that goods come into: what waits there for supply is needed too (AP-05).
    /// </summary>
    public HashSet<StockKey> Supplied { get; } = [];

    /// <summary>Item entries needed by number, with all that their cost flows to.</summary>
    public HashSet<int> ItemEntries { get; } = [];

    /// <summary>Order lines whose deliveries and their item entries are needed.</summary>
    public HashSet<OrderLineKey> OrderLines { get; } = [];
    public HashSet<PartyDocumentKey> PartyDocuments { get; } = [];
    public HashSet<ExternalNumberKey> ExternalNumbers { get; } = [];

    /// <summary>A movement of stock will be planned; inbound quantities are positive.</summary>
    public void AddMovement(StockKey key, decimal quantity)
    {
        Stock.Add(key);
        if (quantity > 0)
            Supplied.Add(key);
    }
}
