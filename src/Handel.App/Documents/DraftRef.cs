using Handel.Kernel.Problems;
using Handel.Trade;
using Handel.Trade.Documents;

namespace Handel.App.Documents;

/// <summary>A draft as its caller knows it.</summary>
/// <param name="Version">The version that the caller read, or null to take any (API-E-2).</param>
public sealed record DraftRef(int CompanyNo, Guid Id, int? Version = null)
{
    /// <summary>The date that the user works on; null is today (CNV-06).</summary>
    public DateOnly? WorkDate { get; init; }

    internal bool IsStale(TradeDocument document) =>
        Version is { } version && version != document.Version;

    internal static Problem Changed(TradeDocument document) =>
        new(ProblemCodes.Concurrency, Mirror.RecordOf(document));
}
