using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Revaluation;

/// <summary>A line of the exchange rate adjustment register (ADJ-08). LCY.</summary>
public sealed record RateAdjustmentEntry
{
    public required int CompanyNo { get; init; }

    /// <summary>Given when it is stored.</summary>
    public Guid Id { get; init; }

    /// <summary>The register of the ledger that holds the postings.</summary>
    public required int RegisterNo { get; init; }
    public required int LineNo { get; init; }
    public required DateOnly EndingDate { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required SourceType AccountType { get; init; }
    public required string PostingGroup { get; init; }
    public required string CurrencyCode { get; init; }

    /// <summary>Foreign units per unit of LCY that was used (ADJ-02).</summary>
    public required decimal CurrencyFactor { get; init; }

    /// <summary>Value before, in LCY.</summary>
    public required decimal BaseLcy { get; init; }

    /// <summary>Value after, in LCY.</summary>
    public required decimal AdjustedBaseLcy { get; init; }
    public required decimal GainLcy { get; init; }
    public required decimal LossLcy { get; init; }
}
