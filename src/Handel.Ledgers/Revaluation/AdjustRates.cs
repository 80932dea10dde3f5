using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Revaluation;

/// <summary>Which dimensions the ledger lines of an adjustment take (DIM-11).</summary>
public enum AdjustmentDimensions
{
    None,

    /// <summary>Those of the entry that is adjusted.</summary>
    SourceEntry,

    /// <summary>The defaults of each ledger account.</summary>
    Accounts,
}

/// <summary>
/// Value what is open in foreign currency by the rate of a day (ADJ-01).
/// </summary>
public sealed record AdjustRates
{
    /// <summary>The day whose balances and rates count.</summary>
    public required DateOnly EndingDate { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }
    public string Description { get; init; } = "";

    /// <summary>Empty takes all currencies.</summary>
    public IReadOnlyCollection<string> Currencies { get; init; } = [];

    /// <summary>Which customers and vendors, as a filter of numbers; blank takes all.</summary>
    public IReadOnlyDictionary<Direction, string> Parties { get; init; } =
        new Dictionary<Direction, string> { [Direction.Sale] = "", [Direction.Purchase] = "" };

    /// <summary>Which bank accounts; blank takes all, null takes none.</summary>
    public string? Banks { get; init; } = "";

    /// <summary>
    /// Day on which the adjustment of customers and vendors is taken back, or null (ADJ-10). What
    /// a bank holds is realised by nature and stays (ADJ-03).
    /// </summary>
    public DateOnly? ReverseOn { get; init; }
    public AdjustmentDimensions Dimensions { get; init; }

    /// <summary>Default sets of ledger accounts; accounts that have none are not in it.</summary>
    public IReadOnlyDictionary<string, int> AccountSets { get; init; } =
        new Dictionary<string, int>();

    /// <summary>The set of a line on an account (DIM-11).</summary>
    internal int SetOf(string accountNo, int ofSource) =>
        Dimensions switch
        {
            AdjustmentDimensions.None => DimensionSets.EmptyId,
            AdjustmentDimensions.SourceEntry => ofSource,
            AdjustmentDimensions.Accounts => AccountSets.GetValueOrDefault(accountNo),
            _ => throw new InvalidOperationException($"Unknown choice {Dimensions}."),
        };

    /// <summary>Of the user who asks (GLD-01).</summary>
    public PostingDates UserDates { get; init; }

    public bool Takes(string currencyCode) =>
        currencyCode.Length > 0 && (Currencies.Count == 0 || Currencies.Contains(currencyCode));

    internal bool Takes(PartyEntry entry) =>
        Takes(entry.CurrencyCode)
        && Parties.TryGetValue(entry.Direction, out var numbers)
        && CodeFilter.Allows(numbers, entry.PartyNo);

    internal bool Takes(ForeignBank bank) =>
        Takes(bank.Account.CurrencyCode)
        && Banks is { } numbers
        && CodeFilter.Allows(numbers, bank.Account.No);
}
