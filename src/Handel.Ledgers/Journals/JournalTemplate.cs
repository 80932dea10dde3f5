namespace Handel.Ledgers.Journals;

/// <summary>What a journal is for (JNL-01).</summary>
public enum JournalType : short
{
    General = 0,
    Sales = 1,
    Purchases = 2,
    CashReceipts = 3,
    Payments = 4,
    Recurring = 5,
}

/// <summary>Whose number an account number of a journal line is (JNL-02).</summary>
public enum JournalAccountType : short
{
    GlAccount = 0,
    Customer = 1,
    Vendor = 2,
    BankAccount = 3,
}

/// <summary>What the batches of a journal have in common (JNL-01).</summary>
public sealed class JournalTemplate
{
    public const string Entity = "journalTemplates";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public JournalType Type { get; set; }
    public JournalAccountType BalAccountType { get; set; }
    public string BalAccountNo { get; set; } = "";
    public string NoSeries { get; set; } = "";

    /// <summary>Numbers that are given when lines are posted, or blank (JNL-34).</summary>
    public string PostingNoSeries { get; set; } = "";
    public string SourceCode { get; set; } = "";
    public string ReasonCode { get; set; } = "";

    /// <summary>Each document balances by itself (JNL-30).</summary>
    public bool ForceDocBalance { get; set; } = true;
    public bool CopyVatSetup { get; set; } = true;
    public bool AllowVatDifference { get; set; }
    public bool CopyToPostedLines { get; set; }

    /// <summary>A batch name that ends in a number is raised by posting (JNL-36).</summary>
    public bool IncrementBatchName { get; set; }

    /// <summary>Dates on which this journal is posted; before user and company (GLD-01).</summary>
    public DateOnly? AllowPostingFrom { get; set; }
    public DateOnly? AllowPostingTo { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Where entries of a kind of journal come from (AUD-02).</summary>
    public static string SourceCodeOf(JournalType type) =>
        type switch
        {
            JournalType.General => "GENJNL",
            JournalType.Sales => "SALES",
            JournalType.Purchases => "PURCHASES",
            JournalType.CashReceipts => "CASHRECJNL",
            JournalType.Payments => "PAYMENTJNL",
            JournalType.Recurring => "RECURJNL",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}

/// <summary>
/// A pile of lines that are posted together (JNL-01). What is blank here is as the template says.
/// </summary>
public sealed class JournalBatch
{
    public const string Entity = "journals";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid TemplateId { get; set; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public JournalAccountType BalAccountType { get; set; }
    public string BalAccountNo { get; set; } = "";
    public string NoSeries { get; set; } = "";
    public string PostingNoSeries { get; set; } = "";
    public string ReasonCode { get; set; } = "";
    public bool SuggestBalancingAmount { get; set; }

    /// <summary>Null is as the template says (VJN-05).</summary>
    public bool? CopyVatSetup { get; set; }

    /// <summary>Null is as the template says (VAT-09).</summary>
    public bool? AllowVatDifference { get; set; }

    /// <summary>Null is as the template says (JNL-36).</summary>
    public bool? CopyToPostedLines { get; set; }

    /// <summary>Moves with every change of its lines too: a poster posts what was seen.</summary>
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public JournalBatch Copy() => (JournalBatch)MemberwiseClone();
}
