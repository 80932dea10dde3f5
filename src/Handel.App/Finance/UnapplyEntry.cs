using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>Undo the last application of a customer or vendor entry (UNA-01).</summary>
public sealed record UnapplyEntry(UnapplyPosted Application) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        Unapplication.AddNeeds(needs, Application);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var notices = Unapplication.Notices(Application, books);
        var fork = books.Fork();
        var posting = Unapplication.Plan(
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
            : Trade.Documents.Plan.Ready(
                posting,
                fork,
                new([], [], Guid.Empty) { Notices = notices }
            );
    }
}
