using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.YearEnd;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>Post the closing entries of a fiscal year (COM-09).</summary>
public sealed record CloseIncomeStatement(CloseIncome Order) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];

    // Every account takes part: the writer runs it by itself, on balances that nothing changes.
    public int LineCount => LedgerWriter.BatchLinesMax + 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        needs.IncomeAt = IncomeClosing.DateOf(Order, setup);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var order = Order with { UserDates = books.Setup.PostingDatesOf(UserName) };
        var planned = IncomeClosing.Plan(order, fork);
        return planned.Problems.Count > 0
            ? Trade.Documents.Plan.Refused(planned.Problems)
            : Trade.Documents.Plan.Ready(
                planned.Posting is { } posting ? [posting] : Array.Empty<Posting>(),
                fork
            );
    }
}
