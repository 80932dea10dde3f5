using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Reversing;
using Handel.Trade.Documents;

namespace Handel.App.Journals;

/// <summary>Undo what a journal posted (REV-01, REV-05).</summary>
public sealed record ReverseRegister(RegisterToReverse Reversal) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount { get; init; } = 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        RegisterToReverse.AddNeeds(needs, Reversal);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var reversal = Reversal with { UserDates = books.Setup.PostingDatesOf(UserName) };
        var plan = Handel.Ledgers.Reversing.Reversal.Plan(reversal, books);
        return plan.Problems.Count > 0
            ? Trade.Documents.Plan.Refused(plan.Problems)
            : Trade.Documents.Plan.Ready(plan.Postings, plan.After!);
    }
}
