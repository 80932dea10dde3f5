namespace Handel.Api.Shell;

/// <summary>Codes of what only the writing of cards and setup finds.</summary>
public static class ApiProblems
{
    /// <summary>An id and a number of the same thing name different rows (A18.2).</summary>
    public const string Pair = "E-PAIR";

    /// <summary>A row that others name cannot go (API-S1-5).</summary>
    public const string InUse = "E-INUSE";

    /// <summary>The key of a row with entries stays (API-C1-3).</summary>
    public const string Rename = "E-RENAME";

    /// <summary>Stock is counted in entries; it can be adjusted, not given (API-C1-5).</summary>
    public const string Inventory = "E-INVENTORY";

    /// <summary>A partner is needed before anything else (API-D1-3).</summary>
    public const string Party = "E-PARTY";

    /// <summary>One of two parameters is given, not both and not none.</summary>
    public const string Either = "E-EITHER";

    /// <summary>The row is in another state than the command needs (API-N-1).</summary>
    public const string State = "E-STATE";
}
