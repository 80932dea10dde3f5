using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Buying;
using Handel.Trade.Postings;
using Handel.Trade.Selling;

namespace Handel.Trade;

/// <summary>The rules of posting that only one direction has (S4).</summary>
internal sealed record PostingRules
{
    /// <summary>Checks beside those that both directions share.</summary>
    public required Action<PostingScope, Books, List<Problem>> Find { get; init; }

    /// <summary>What a user should know of a posting that goes on all the same.</summary>
    public required Func<PostingScope, CompanySetup, IReadOnlyList<Problem>> Notices { get; init; }

    /// <summary>LCY; nothing for purchases (GLP-26).</summary>
    public required Func<InvoicedPart, decimal> ProfitLcy { get; init; }

    private static readonly PostingRules Sale = new()
    {
        Find = SaleChecks.Find,
        Notices = SaleChecks.Notices,
        ProfitLcy = SaleProfit.Of,
    };

    private static readonly PostingRules Purchase = new()
    {
        Find = PurchaseChecks.Find,
        Notices = (_, _) => [],
        ProfitLcy = _ => 0m,
    };

    public static PostingRules Of(Direction direction) =>
        direction == Direction.Sale ? Sale : Purchase;
}
