using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Vat;

/// <summary>Which VAT entries a statement reads (VST-02).</summary>
public enum VatSelection : short
{
    OpenAndClosed = 0,
    Open = 1,
    Closed = 2,
}

/// <summary>From when on a statement reads (VST-02).</summary>
public enum VatReach : short
{
    WithinPeriod = 0,
    BeforeAndWithinPeriod = 1,
}

/// <summary>Sums of the VAT entries of one kind. LCY, in their own sign.</summary>
public sealed record VatSum(GenPostingType Type, VatGroups Groups, bool IsEuThirdParty)
{
    public decimal Base { get; init; }
    public decimal Amount { get; init; }
    public decimal NonDeductibleBase { get; init; }
    public decimal NonDeductibleAmount { get; init; }

    /// <summary>What still waits for payment (UNR-01).</summary>
    public decimal UnrealizedBase { get; init; }
    public decimal UnrealizedAmount { get; init; }

    public decimal Of(VatAmountType type) =>
        type switch
        {
            VatAmountType.Amount => Amount,
            VatAmountType.Base => Base,
            VatAmountType.NonDeductibleAmount => NonDeductibleAmount,
            VatAmountType.NonDeductibleBase => NonDeductibleBase,
            VatAmountType.FullAmount => Amount + NonDeductibleAmount,
            VatAmountType.FullBase => Base + NonDeductibleBase,
            VatAmountType.UnrealizedAmount => UnrealizedAmount,
            VatAmountType.UnrealizedBase => UnrealizedBase,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}

/// <summary>All that a statement is calculated from: sums per kind, and net changes.</summary>
/// <param name="Accounts">LCY net change per account, by VAT date.</param>
public sealed record VatFigures(
    IReadOnlyList<VatSum> Sums,
    IReadOnlyDictionary<string, decimal> Accounts
);

/// <summary>A line with its figures, as shown.</summary>
/// <param name="Amount">LCY, exact.</param>
/// <param name="Declared">In whole units where the return wants them.</param>
public sealed record VatStatementRow(VatStatementLine Line, decimal Amount, decimal Declared);
