using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Setup;

/// <summary>Who needs a piece of setup, the most pressing first.</summary>
public enum SetupNeedOrigin : short
{
    /// <summary>An open document.</summary>
    Document = 0,

    /// <summary>A line of a journal.</summary>
    Journal = 1,

    /// <summary>Cards that could meet on a document.</summary>
    Card = 2,
}

/// <summary>
/// What a posting would look up in the setup (ACC-01..29). Parts that it does not look up are null.
/// </summary>
/// <param name="Example">One number of those that need it.</param>
/// <param name="Count">How many need it.</param>
public sealed record SetupNeed(SetupNeedOrigin Origin, string Example, int Count)
{
    public required LedgerSide Side { get; init; }

    /// <summary>Accounts of trade, for these roles.</summary>
    public GenGroups? Trade { get; init; }
    public IReadOnlyList<TradeRole> Roles { get; init; } = [];

    /// <summary>Accounts of cost, for items in stock.</summary>
    public bool HasCost { get; init; }
    public VatGroups? Vat { get; init; }
    public (string Location, string Group)? Stock { get; init; }
    public string? PartyGroup { get; init; }
}

/// <summary>Why a posting would stop.</summary>
public enum SetupGapReason : short
{
    /// <summary>There is no record for the combination.</summary>
    Missing = 0,
    Blocked = 1,

    /// <summary>The record is there, the account is not.</summary>
    Empty = 2,

    /// <summary>The account is unknown, blocked, or takes no postings (PG-13).</summary>
    NotPostable = 3,
}

/// <summary>A piece of setup without which a posting would stop (ACC-40).</summary>
/// <param name="Entity">The setup table, as the API calls it.</param>
/// <param name="First">First part of its key, or the whole.</param>
/// <param name="Second">Second part of its key; blank where it has one part.</param>
public sealed record SetupGap(string Entity, string First, string Second)
{
    /// <summary>The field to fill; blank when the record itself is missing.</summary>
    public string Field { get; init; } = "";
    public SetupGapReason Reason { get; init; }
    public SetupNeedOrigin Origin { get; init; }
    public string Example { get; init; } = "";
    public int Count { get; init; }
}
