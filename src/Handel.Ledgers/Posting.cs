using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers;

/// <summary>The state of an item entry after a posting touched it (CV-08).</summary>
public sealed record ItemEntryState(
    int EntryNo,
    decimal RemainingQuantity,
    decimal InvoicedQuantity,
    decimal ShippedQtyNotReturned,
    DateOnly? LastInvoiceDate
)
{
    public bool IsOpen => RemainingQuantity != 0;
}

/// <summary>The state of a customer or vendor entry after a settlement (ENT-20).</summary>
public sealed record PartyEntryState(
    Direction Direction,
    int EntryNo,
    decimal RemainingAmount,
    decimal RemainingAmountLcy,
    decimal RemainingPmtDiscPossible,
    int ClosedByEntryNo,
    DateOnly? ClosedAtDate
)
{
    public bool IsOpen => RemainingAmount != 0;
}

/// <summary>Cost fields of an item card that a posting has set (CP-08..CP-10).</summary>
public sealed record ItemCost(string ItemNo, decimal UnitCost, decimal LastDirectCost);

/// <summary>
/// All that one posting writes into the books: the entries of one register and the state of
/// earlier entries that it touched. Balanced by construction (S8): see <see cref="AssertBalanced"/>.
/// </summary>
public sealed class Posting
{
    public required int RegisterNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }
    public required string SourceCode { get; init; }
    public List<GlEntry> GlEntries { get; } = [];
    public List<VatEntry> VatEntries { get; } = [];
    public List<PartyEntry> PartyEntries { get; } = [];
    public List<PartyDetail> PartyDetails { get; } = [];
    public List<ItemEntry> ItemEntries { get; } = [];
    public List<ValueEntry> ValueEntries { get; } = [];
    public List<ItemApplication> ItemApplications { get; } = [];

    /// <summary>Entries of earlier registers only; new entries carry their own state.</summary>
    public Dictionary<int, ItemEntryState> ItemEntryStates { get; } = [];
    public Dictionary<(Direction, int), PartyEntryState> PartyEntryStates { get; } = [];
    public Dictionary<string, ItemCost> ItemCosts { get; } = [];

    /// <summary>Throws when the posting does not balance: a defect, never a user's fault (S7).</summary>
    public void AssertBalanced()
    {
        var sum = 0m;
        foreach (var entry in GlEntries)
            sum += entry.Amount;
        if (sum != 0m)
            throw new InvalidOperationException(
                $"Register {RegisterNo} of document {DocumentNo} is out of balance by {sum}."
            );
    }
}
