using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Vat;

/// <summary>First and last VAT date of a return.</summary>
public readonly record struct VatSpan(DateOnly From, DateOnly To);

/// <summary>VAT entries that are settled together (VST-05).</summary>
public readonly record struct OpenVatKey(
    GenPostingType Type,
    VatGroups Groups,
    VatCalculationType CalculationType
);

/// <summary>Sums of VAT entries that no settlement has closed. LCY, in their own sign.</summary>
public sealed record OpenVat(OpenVatKey Key)
{
    public required decimal Base { get; init; }
    public required decimal Amount { get; init; }
    public decimal NonDeductibleBase { get; init; }
    public decimal NonDeductibleAmount { get; init; }
}

/// <summary>What is open in a span of VAT dates, as the books were loaded.</summary>
/// <param name="LastEntryNo">Entries after it are not in the sums.</param>
/// <param name="Older">How many open entries lie before the span.</param>
public sealed record OpenVatOfSpan(IReadOnlyList<OpenVat> Sums, int LastEntryNo, int Older);

/// <summary>Closes the entries of a sum, up to a number (VST-05). State of these entries.</summary>
public sealed record VatClosing(
    VatSpan Span,
    OpenVatKey Key,
    int SettlementEntryNo,
    int LastEntryNo
);
