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
);

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
    public decimal Quantity { get; init; }

    /// <summary>Chosen by a rule, not typed by a user on the line (INV-10).</summary>
    public bool IsSystemCreated { get; init; } = true;

    public LedgerLine Plus(LedgerLine other) =>
        this with
        {
            Amount = Amount + other.Amount,
            VatAmount = VatAmount + other.VatAmount,
            VatBase = VatBase + other.VatBase,
            VatDifference = VatDifference + other.VatDifference,
            Quantity = Quantity + other.Quantity,
        };
}
