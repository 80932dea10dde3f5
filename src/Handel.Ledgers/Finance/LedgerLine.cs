using Handel.Kernel.Amounts;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Finance;

/// <summary>Why a ledger line is there; lines of different kinds never merge (GLP-20).</summary>
public enum LedgerLineKind
{
    InvoiceDiscount,
    LineDiscount,
    Trade,
}

/// <summary>What must be equal for two lines to become one ledger entry (GLP-20, ACC-41).</summary>
/// <param name="LineNo">Filled only where every line keeps its own entry (SET-32).</param>
public readonly record struct LedgerLineKey(
    LedgerLineKind Kind,
    string AccountNo,
    GenGroups Gen,
    VatGroups Vat,
    int DimensionSetId,
    int LineNo
);

/// <summary>The accounts and the rate that VAT of a ledger line goes by.</summary>
/// <param name="ReverseAccountNo">Blank unless the buyer assesses the VAT (ACC-13).</param>
public sealed record VatTreatment(
    VatCalculationType CalculationType,
    decimal Pct,
    bool IsEuService,
    string AccountNo,
    string ReverseAccountNo
)
{
    /// <summary>Percent of the VAT that may not be deducted (NDV-02).</summary>
    public decimal NonDeductiblePct { get; init; }

    /// <summary>Where that part stands; blank is the account of the line (ACC-14).</summary>
    public string NonDeductibleAccountNo { get; init; } = "";

    /// <summary>
    /// Due only as the document is paid: the accounts are those where it waits (UNR-01).
    /// </summary>
    public UnrealizedVatType UnrealizedVatType { get; init; }

    /// <summary>How self-assessed VAT is rounded (GLS-15).</summary>
    public RoundingDirection Rounding { get; init; }
}

/// <summary>
/// An amount of a document on its way to the ledger, LCY in ledger sign (debit positive): before
/// merging it is a part of a document line, after merging it becomes a ledger entry with VAT.
/// </summary>
public sealed record LedgerLine(LedgerLineKey Key, VatTreatment Vat, string Description)
{
    /// <summary>Without VAT.</summary>
    public required decimal Amount { get; init; }
    public decimal VatAmount { get; init; }

    /// <summary>
    /// What VAT was charged on; lower than the amount with a VAT base discount (GLP-22).
    /// </summary>
    public decimal VatBase { get; init; }
    public decimal VatDifference { get; init; }

    /// <summary>Parts of VAT and its base that may not be deducted (NDV-03).</summary>
    public decimal NonDeductibleVat { get; init; }
    public decimal NonDeductibleBase { get; init; }
    public decimal Quantity { get; init; }

    /// <summary>Chosen by a rule, not typed by a user on the line (INV-10).</summary>
    public bool IsSystemCreated { get; init; } = true;

    /// <summary>Nothing to tax: no VAT entry beside others (VAT-13).</summary>
    internal bool IsZero =>
        this is { Amount: 0m, VatAmount: 0m, VatBase: 0m, NonDeductibleVat: 0m };

    public LedgerLine Plus(LedgerLine other) =>
        this with
        {
            Amount = Amount + other.Amount,
            VatAmount = VatAmount + other.VatAmount,
            VatBase = VatBase + other.VatBase,
            VatDifference = VatDifference + other.VatDifference,
            NonDeductibleVat = NonDeductibleVat + other.NonDeductibleVat,
            NonDeductibleBase = NonDeductibleBase + other.NonDeductibleBase,
            Quantity = Quantity + other.Quantity,
        };
}
