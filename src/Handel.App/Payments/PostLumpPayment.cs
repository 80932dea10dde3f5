using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Payments;
using Handel.Trade.Documents;

namespace Handel.App.Payments;

/// <summary>Post what is ticked in a journal as one payment (PRG-05).</summary>
public sealed record PostLumpPayment(PostJournal Posting) : ILedgerCommand
{
    public string UserName => Posting.UserName;
    public IReadOnlyList<Guid> Drafts => [];
    public IReadOnlyList<Guid> Journals => Posting.Journals;
    public int LineCount => Posting.LineCount;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        Posting.AddNeeds(drafts, setup, needs);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        Posting.PlanWith(drafts, books, LumpPayment.Plan);
}
