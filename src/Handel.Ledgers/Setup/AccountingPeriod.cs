namespace Handel.Ledgers.Setup;

/// <summary>
/// An accounting period: it ends where the next one starts (COM-07).
/// </summary>
public sealed class AccountingPeriod
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public DateOnly StartingDate { get; set; }
    public string Name { get; set; } = "";

    /// <summary>The first period of a fiscal year.</summary>
    public bool IsNewFiscalYear { get; set; }
    public bool IsClosed { get; set; }

    /// <summary>The starting date may not change any more.</summary>
    public bool IsDateLocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
