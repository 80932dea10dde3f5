using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers;

/// <summary>
/// A posted delivery of an order line that is not wholly invoiced (P-37, ILE-04).
/// </summary>
/// <param name="LineId">Id of the posted delivery line.</param>
/// <param name="ItemEntryNo">Its item entry, or 0 for lines without one.</param>
/// <param name="Quantity">In the unit of the line.</param>
/// <param name="QtyInvoiced">In the unit of the line; state.</param>
public sealed record OpenDelivery(
    Guid LineId,
    string DeliveryNo,
    int DeliveryLineNo,
    int ItemEntryNo,
    decimal Quantity,
    decimal QtyInvoiced
)
{
    public required OrderLineKey OrderLine { get; init; }
    public decimal QuantityPerUnit { get; init; } = 1m;

    /// <summary>When it was posted: deliveries are invoiced in this order (P-37, CV-07).</summary>
    public int RegisterNo { get; init; }

    public decimal QtyNotInvoiced => Quantity - QtyInvoiced;
}

/// <summary>
/// The books as far as a batch of commands needs them: loaded in a fixed number of queries (D1).
/// A plan works on a <see cref="Fork"/> and changes nothing here; when it is accepted the fork is
/// adopted, and the next command of the batch sees the balances as they will be. The batch itself
/// works on a fork of what was loaded: the changes of that fork are the state to be written.
/// </summary>
public sealed class Books
{
    public required CompanySetup Setup { get; init; }
    public required IReadOnlyDictionary<(Direction, string), Party> Parties { get; init; }
    public required IReadOnlyDictionary<string, Item> Items { get; init; }

    /// <summary>Numbers that a posted document of the party has taken already.</summary>
    public required Forked<ExternalNumberKey, string> ExternalNumbers { get; init; }
    public required Forked<string, NumberSeries> NumberSeries { get; init; }
    public required Forked<(Direction, int), PartyEntry> PartyEntries { get; init; }
    public required Forked<Guid, OpenDelivery> Deliveries { get; init; }
    public required Stock Stock { get; init; }
    public DimensionContext Dimensions { get; init; } = DimensionContext.Blank();
    public IReadOnlyDictionary<int, GlEntry> GlEntries { get; init; } =
        new Dictionary<int, GlEntry>();

    /// <summary>By the number of the entry whose dimensions were corrected (DIM-13).</summary>
    public Forked<int, DimensionCorrection> DimensionCorrections { get; init; } = new();
    public required LedgerCounters Counters { get; set; }

    private Books? Parent { get; init; }

    /// <summary>A copy to plan on; what it changes stays in it until adopted.</summary>
    public Books Fork() =>
        new()
        {
            Setup = Setup,
            Parties = Parties,
            Items = Items,
            ExternalNumbers = ExternalNumbers.Fork(),
            NumberSeries = NumberSeries.Fork(),
            PartyEntries = PartyEntries.Fork(),
            Deliveries = Deliveries.Fork(),
            Stock = Stock.Fork(),
            Dimensions = Dimensions,
            GlEntries = GlEntries,
            DimensionCorrections = DimensionCorrections.Fork(),
            Counters = Counters with { },
            Parent = this,
        };

    /// <summary>
    /// The entry of a posted document, or null; documents have one each (GLP-27).
    /// </summary>
    public PartyEntry? FindPartyEntry(PartyDocumentKey document) =>
        PartyEntries.Values.FirstOrDefault(entry =>
            document == new PartyDocumentKey(entry.Direction, entry.DocumentType, entry.DocumentNo)
        );

    /// <summary>
    /// Makes what was planned on this fork true for the books it was forked from.
    /// </summary>
    public void Adopt()
    {
        if (Parent is null)
            throw new InvalidOperationException("Only a fork can be adopted.");
        ExternalNumbers.Adopt();
        NumberSeries.Adopt();
        PartyEntries.Adopt();
        Deliveries.Adopt();
        Stock.Adopt();
        DimensionCorrections.Adopt();
        Parent.Counters = Counters;
    }
}
