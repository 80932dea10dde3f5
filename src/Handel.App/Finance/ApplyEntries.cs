using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>Apply posted customer or vendor entries to each other (APP-04).</summary>
public sealed record ApplyEntries(ApplyPosted Application) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Application.To.Count + 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        PostedApplication.AddNeeds(needs, Application);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var posting = PostedApplication.Plan(
            Application with
            {
                UserDates = books.Setup.PostingDatesOf(UserName),
                UserVatDates = books.Setup.VatDatesOf(UserName),
            },
            fork,
            problems
        );
        return posting is null
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Ready([posting], fork);
    }
}
