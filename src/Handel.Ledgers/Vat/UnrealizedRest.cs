namespace Handel.Ledgers.Vat;

/// <summary>
/// VAT that is, or was, not due yet (UNR-01). LCY, in the sign of its entry. In the books of a
/// batch: what the batch takes off what is left of a VAT entry.
/// </summary>
public sealed record UnrealizedRest(decimal Base, decimal Amount)
{
    public static UnrealizedRest None { get; } = new(0m, 0m);

    public bool IsNothing => this is { Base: 0m, Amount: 0m };
}
