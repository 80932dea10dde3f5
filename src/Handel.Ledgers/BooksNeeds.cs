using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Vat;

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

/// <summary>The balance of an account at the end of a day (JNL-41).</summary>
public readonly record struct BalanceKey(string AccountNo, DateOnly Date);

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

    /// <summary>Customer and vendor entries by number, with their parties.</summary>
    public HashSet<(Direction, int)> PartyEntries { get; } = [];

    /// <summary>Parties whose open entries are needed, those that fall due first.</summary>
    public HashSet<(Direction, string)> OpenEntries { get; } = [];

    /// <summary>The same, for those parties only that pay the oldest first (APP-03).</summary>
    public HashSet<(Direction, string)> OldestFirst { get; } = [];

    /// <summary>Open entries of a party that are marked with an Applies-to ID (APP-02).</summary>
    public HashSet<(Direction, string PartyNo, string AppliesToId)> AppliesToIds { get; } = [];

    /// <summary>
    /// Entries whose last application is to be undone: with all that hangs together (UNA-01).
    /// </summary>
    public HashSet<(Direction, int)> Applications { get; } = [];

    /// <summary>Posted entries will be changed, and each change numbered (AUD-06).</summary>
    public bool EntryEdits { get; set; }
    public HashSet<ExternalNumberKey> ExternalNumbers { get; } = [];

    /// <summary>Sets that drafts carry; those of parties and items come along with them.</summary>
    public HashSet<int> DimensionSets { get; } = [];

    /// <summary>Ledger entries needed by number, with what corrected them (DIM-13).</summary>
    public HashSet<int> GlEntries { get; } = [];

    /// <summary>VAT entries needed by number, with the others of their documents.</summary>
    public HashSet<int> CorrectedVat { get; } = [];

    /// <summary>Spans of VAT dates whose open entries are settled.</summary>
    public HashSet<VatSpan> OpenVat { get; } = [];

    /// <summary>Registers to undo, with all that hangs on their entries (REV-01).</summary>
    public HashSet<int> Registers { get; } = [];

    /// <summary>The same, with all registers of their journals (REV-05).</summary>
    public HashSet<int> Journals { get; } = [];

    /// <summary>Income accounts are needed as they stand at the end of this day (COM-09).</summary>
    public DateOnly? IncomeAt { get; set; }

    /// <summary>What is open in foreign currency at the end of a day (ADJ-01).</summary>
    public AdjustRates? Foreign { get; set; }

    /// <summary>Balances of accounts at the end of a day (JNL-41).</summary>
    public HashSet<BalanceKey> Balances { get; } = [];

    /// <summary>
    /// The first day on which goods come into a bucket, or leave it as a line names them: the
    /// average of that day's period may change (CM-09).
    /// </summary>
    public Dictionary<StockKey, DateOnly> Entering { get; } = [];

    /// <summary>The first day on which goods leave a bucket in its own order.</summary>
    public Dictionary<StockKey, DateOnly> Leaving { get; } = [];

    /// <summary>A movement of stock will be planned; inbound quantities are positive.</summary>
    /// <param name="date">The day it is posted on; null is refused before it is planned.</param>
    /// <param name="isNamed">It names the entry that it takes from (AP-06).</param>
    public void AddMovement(StockKey key, decimal quantity, DateOnly? date, bool isNamed = false)
    {
        Stock.Add(key);
        if (quantity > 0)
            Supplied.Add(key);
        if (date is not { } day)
            return;
        var days = quantity > 0 || isNamed ? Entering : Leaving;
        if (!days.TryGetValue(key, out var earlier) || day < earlier)
            days[key] = day;
    }
}
