using Handel.Ledgers.Bank;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Revaluation;

/// <summary>
/// What an entry lost after the day of a valuation, or got back (ADJ-06). Sign of the entry.
/// </summary>
/// <param name="Amount">Currency of the entry.</param>
/// <param name="AmountLcy">With the exchange differences that went with it.</param>
public readonly record struct LaterApplication(
    DateOnly PostingDate,
    decimal Amount,
    decimal AmountLcy
);

/// <summary>
/// What was open of an entry at the end of a day, also when it was settled later (ADJ-04).
/// </summary>
/// <param name="Entry">As it is now.</param>
public sealed record ForeignEntry(PartyEntry Entry)
{
    /// <summary>Currency of the entry, at the end of the day.</summary>
    public required decimal Remaining { get; init; }

    /// <summary>LCY at the end of the day, earlier adjustments included.</summary>
    public required decimal RemainingLcy { get; init; }

    /// <summary>LCY; earlier adjustments that the day still holds: gain +, loss -.</summary>
    public required decimal UnrealizedLcy { get; init; }

    /// <summary>In order of their posting.</summary>
    public IReadOnlyList<LaterApplication> Later { get; init; } = [];

    /// <summary>Reads the details of an entry as they stood on the ending date.</summary>
    public static ForeignEntry At(
        PartyEntry entry,
        IReadOnlyList<PartyDetail> details,
        AdjustRates order
    )
    {
        var held = details.Where(detail => IsHeld(detail, order)).ToList();
        return new(entry)
        {
            Remaining = held.Sum(detail => detail.Amount),
            RemainingLcy = held.Sum(detail => detail.AmountLcy),
            UnrealizedLcy = held.Where(IsUnrealized).Sum(detail => detail.AmountLcy),
            Later =
            [
                .. details
                    .Where(detail => !IsAdjustment(detail) && !IsHeld(detail, order))
                    .GroupBy(detail => detail.RegisterNo)
                    .OrderBy(register => register.Key)
                    .Select(register => new LaterApplication(
                        register.Max(detail => detail.PostingDate),
                        -register.Sum(detail => detail.Amount),
                        -register.Sum(detail => detail.AmountLcy)
                    )),
            ],
        };
    }

    // ADJ-07: an adjustment of the same day may be booked on a later one, and counts all the same.
    private static bool IsHeld(PartyDetail detail, AdjustRates order) =>
        detail.PostingDate <= (IsAdjustment(detail) ? order.PostingDate : order.EndingDate);

    private static bool IsAdjustment(PartyDetail detail) =>
        detail.SourceCode == RateAdjustment.SourceCode;

    private static bool IsUnrealized(PartyDetail detail) =>
        detail.Type is PartyDetailType.UnrealizedGain or PartyDetailType.UnrealizedLoss;
}

/// <summary>What stood on a foreign bank account at the end of a day (ADJ-03).</summary>
/// <param name="Balance">Currency of the account.</param>
public sealed record ForeignBank(BankAccount Account, decimal Balance, decimal BalanceLcy);
