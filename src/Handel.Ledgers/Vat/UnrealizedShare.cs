namespace Handel.Ledgers.Vat;

/// <summary>An invoice as a settlement finds and leaves it. LCY, without signs.</summary>
/// <param name="Original">As it was posted.</param>
public readonly record struct PaidPart(decimal Original, decimal OpenBefore, decimal OpenAfter)
{
    public decimal Settled => OpenBefore - OpenAfter;
    public decimal PaidAfter => Original - OpenAfter;
    public bool IsWhole => OpenAfter == 0m;
}

/// <summary>VAT of one type on one invoice. LCY, without signs.</summary>
/// <param name="Booked">As the invoice was posted.</param>
/// <param name="Left">What no settlement has realized.</param>
public readonly record struct UnrealizedSum(decimal Booked, decimal Left);

/// <summary>Which part of the VAT that is left becomes due by a settlement (UNR-02).</summary>
public static class UnrealizedShare
{
    /// <summary>From 0 to 1; an invoice that is paid leaves nothing (INV-43).</summary>
    public static decimal Of(UnrealizedVatType type, PaidPart paid, UnrealizedSum vat)
    {
        if (paid.IsWhole)
            return 1m;
        if (paid.Settled <= 0m)
            return 0m;
        return type switch
        {
            UnrealizedVatType.None => throw new InvalidOperationException(
                "VAT that is due at once waits for nothing."
            ),
            UnrealizedVatType.Percentage => paid.Settled / paid.OpenBefore,
            UnrealizedVatType.First => vat.Left > paid.Settled ? paid.Settled / vat.Left : 1m,
            UnrealizedVatType.FirstFullyPaid => paid.PaidAfter >= vat.Booked ? 1m : 0m,
            UnrealizedVatType.Last => vat.Left > paid.OpenAfter
                ? (vat.Left - paid.OpenAfter) / vat.Left
                : 0m,
            UnrealizedVatType.LastFullyPaid => 0m,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }
}
