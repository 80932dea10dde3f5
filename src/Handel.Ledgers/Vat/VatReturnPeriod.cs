namespace Handel.Ledgers.Vat;

/// <summary>How far a VAT return is (VDT-05).</summary>
public enum VatReturnStatus : short
{
    /// <summary>Entries still come in.</summary>
    Open = 0,

    /// <summary>Handed in; late entries are warned about.</summary>
    Released = 1,

    /// <summary>Settled and locked; it never opens again.</summary>
    Closed = 2,
}

/// <summary>
/// A period that VAT is declared for (VDT-05), with what its settlement is posted to (VST-05).
/// </summary>
public sealed class VatReturnPeriod
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>How users call it, for example 2026-Q1; stands on its settlement.</summary>
    public string Description { get; set; } = "";
    public DateOnly StartingDate { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly EndingDate { get; set; }

    /// <summary>The last day to hand it in.</summary>
    public DateOnly? DueDate { get; set; }
    public VatReturnStatus Status { get; set; }

    /// <summary>The statement that it is declared by.</summary>
    public string StatementTemplateName { get; set; } = "";
    public string StatementName { get; set; } = "";

    /// <summary>Takes what is owed or reclaimed (ACC-31).</summary>
    public string SettlementAccountNo { get; set; } = "";
    public DateOnly? SettlementPostingDate { get; set; }
    public string SettlementDocumentNo { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public bool Covers(DateOnly date) => StartingDate <= date && date <= EndingDate;
}
