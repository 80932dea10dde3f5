using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>How a recurring line goes on after it was posted (JNL-41).</summary>
public enum RecurringMethod : short
{
    None = 0,
    Fixed = 1,
    Variable = 2,
    Balance = 3,
    ReversingFixed = 4,
    ReversingVariable = 5,
    ReversingBalance = 6,
}

/// <summary>The VAT of one side of a journal line (VJN-01). Amounts in its currency.</summary>
public sealed class JournalVat
{
    public GenPostingType GenPostingType { get; set; }
    public string GenBusPostingGroup { get; set; } = "";
    public string GenProdPostingGroup { get; set; } = "";
    public string VatBusPostingGroup { get; set; } = "";
    public string VatProdPostingGroup { get; set; } = "";
    public decimal VatPct { get; set; }
    public decimal VatAmount { get; set; }
    public decimal VatBaseAmount { get; set; }

    /// <summary>What a user typed more than is computed (VAT-09).</summary>
    public decimal VatDifference { get; set; }

    /// <summary>Says anything at all; party and bank lines must not (VJN-04).</summary>
    public bool IsSet =>
        GenPostingType != GenPostingType.None
        || GenBusPostingGroup.Length > 0
        || GenProdPostingGroup.Length > 0
        || VatBusPostingGroup.Length > 0
        || VatProdPostingGroup.Length > 0;

    public JournalVat Copy() => (JournalVat)MemberwiseClone();
}

/// <summary>A line of a journal that is being entered (JNL-02). A draft (S5).</summary>
public sealed class JournalLine
{
    public const string Entity = "journalLines";

    /// <summary>
    /// Distance between the numbers of two lines that follow each other (API-J-2).
    /// </summary>
    public const int LineNoStep = 10_000;

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>
    /// The pile it lies on: a batch, a standard journal, or a posted journal when archived.
    /// </summary>
    public Guid BatchId { get; set; }
    public int LineNo { get; set; }
    public DateOnly PostingDate { get; set; }
    public DateOnly VatDate { get; set; }
    public DateOnly DocumentDate { get; set; }
    public EntryDocumentType DocumentType { get; set; }
    public string DocumentNo { get; set; } = "";
    public string ExternalDocumentNo { get; set; } = "";
    public JournalAccountType AccountType { get; set; }
    public string AccountNo { get; set; } = "";
    public string Description { get; set; } = "";
    public JournalAccountType BalAccountType { get; set; }
    public string BalAccountNo { get; set; } = "";

    /// <summary>
    /// Of the customer or vendor of the line, on whichever side; blank is that of its card (PG-09).
    /// </summary>
    public string PostingGroup { get; set; } = "";

    /// <summary>Blank is LCY (CNV-03).</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>Foreign units per unit of LCY; 1 for LCY (CUR-03).</summary>
    public decimal CurrencyFactor { get; set; } = 1m;

    /// <summary>Line currency, debit positive; includes VAT.</summary>
    public decimal Amount { get; set; }
    public decimal AmountLcy { get; set; }
    public JournalVat Vat { get; set; } = new();
    public JournalVat BalVat { get; set; } = new();
    public EntryDocumentType AppliesToDocType { get; set; }
    public string AppliesToDocNo { get; set; } = "";
    public string AppliesToId { get; set; } = "";
    public DateOnly? DueDate { get; set; }
    public DateOnly? PmtDiscountDate { get; set; }
    public decimal PaymentDiscountPct { get; set; }
    public string PaymentTermsCode { get; set; } = "";
    public string PaymentMethodCode { get; set; } = "";

    /// <summary>
    /// A small difference is written off; empty follows the company's rule (DSC-40).
    /// </summary>
    public bool? AcceptTolerance { get; set; }

    /// <summary>A discount is given late; empty follows the company's rule (DSC-40).</summary>
    public bool? AcceptLateDiscount { get; set; }
    public string MessageToRecipient { get; set; } = "";

    /// <summary>IBAN that the money goes to (JNL-04).</summary>
    public string RecipientBankAccount { get; set; } = "";
    public string PaymentReference { get; set; } = "";

    /// <summary>Is in a payment file; a change takes it out again (JNL-27, JNL-54).</summary>
    public bool IsExportedToPaymentFile { get; set; }

    /// <summary>
    /// Sales or purchases without VAT, profit and invoice discount of the party's entry, in its
    /// sign, LCY (JNL-18, ENT-04); 0 takes the turnover from the document.
    /// </summary>
    public decimal TurnoverLcy { get; set; }
    public decimal ProfitLcy { get; set; }
    public decimal InvDiscountLcy { get; set; }
    public string OnHold { get; set; } = "";
    public string ReasonCode { get; set; } = "";
    public bool IsCorrection { get; set; }
    public string SalespersonCode { get; set; } = "";
    public string Comment { get; set; } = "";
    public int DimensionSetId { get; set; }
    public RecurringMethod RecurringMethod { get; set; }

    /// <summary>Date formula that moves the posting date on (JNL-41).</summary>
    public string RecurringFrequency { get; set; } = "";
    public DateOnly? ExpirationDate { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The sides that post: the account, then the balancing account.</summary>
    internal IEnumerable<JournalPart> Parts()
    {
        if (AccountNo.Length > 0)
            yield return new(this, IsBalancing: false);
        if (BalAccountNo.Length > 0)
            yield return new(this, IsBalancing: true);
    }

    public JournalLine Copy()
    {
        var copy = (JournalLine)MemberwiseClone();
        copy.Vat = Vat.Copy();
        copy.BalVat = BalVat.Copy();
        return copy;
    }
}
