namespace Handel.Ledgers.Finance;

/// <summary>The two ledger lines of one cost amount of a value entry (table GL of inventory 8).</summary>
/// <param name="Amount">LCY; a negative amount swaps debit and credit.</param>
public sealed record CostPair(
    int ValueEntryNo,
    string DebitAccountNo,
    string CreditAccountNo,
    decimal Amount
)
{
    public GenGroups Groups { get; init; }
    public int DimensionSetId { get; init; }
}
