namespace Handel.Ledgers.Journals;

/// <summary>
/// Part of a recurring line that another account takes (JNL-42): by an amount, by percent, or by
/// quantity in proportion to what the others leave.
/// </summary>
public sealed class JournalAllocation
{
    public const string Entity = "journalAllocations";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid LineId { get; set; }
    public int LineNo { get; set; }
    public string AccountNo { get; set; } = "";

    /// <summary>Blank takes that of the line.</summary>
    public string Description { get; set; } = "";

    /// <summary>Share by quantity; 0 is none.</summary>
    public decimal Quantity { get; set; }

    /// <summary>Share in percent of the line; 0 is none.</summary>
    public decimal Pct { get; set; }

    /// <summary>LCY, in the sign in which the account is posted; 0 is none.</summary>
    public decimal Amount { get; set; }

    /// <summary>VAT of the account; the amounts are computed when posted (VJN-01).</summary>
    public JournalVat Vat { get; set; } = new();
    public int DimensionSetId { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
