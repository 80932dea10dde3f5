using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Revaluation;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>Value what is open in foreign currency by the rate of a day (finance 16).</summary>
public sealed record AdjustExchangeRates(AdjustRates Order) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];

    // It takes the whole ledger in: the writer runs it by itself, so that no posting of the same
    // batch is missed by the balances that were loaded.
    public int LineCount => LedgerWriter.BatchLinesMax + 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        needs.Foreign = Order;

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var order = Order with { UserDates = books.Setup.PostingDatesOf(UserName) };
        var planned = RateAdjustment.Plan(order, fork);
        return planned.Problems.Count > 0
            ? Trade.Documents.Plan.Refused(planned.Problems)
            : Trade.Documents.Plan.Ready(planned.Postings, fork);
    }
}
