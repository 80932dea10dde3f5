using Handel.Ledgers.Bank;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Revaluation;

/// <summary>Part of an entry that was settled after the day of a valuation (ADJ-06).</summary>
/// <param name="Amount">Currency and sign of the entry.</param>
public readonly record struct LaterApplication(DateOnly PostingDate, decimal Amount);

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
}

/// <summary>What stood on a bank account in foreign currency at the end of a day (ADJ-03).</summary>
/// <param name="Balance">Currency of the account.</param>
public sealed record ForeignBank(BankAccount Account, decimal Balance, decimal BalanceLcy);

/// <summary>All that a valuation of a day looks at.</summary>
public sealed record ForeignBalances(
    IReadOnlyList<ForeignEntry> Entries,
    IReadOnlyList<ForeignBank> Banks
)
{
    public static ForeignBalances None { get; } = new([], []);
}
