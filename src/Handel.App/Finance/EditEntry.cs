using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>Change the few fields of a posted entry that may be changed (ENT-20).</summary>
public sealed record EditEntry(EditPosted Edit) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        EntryEditing.AddNeeds(needs, Edit);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var by = new EditedBy(UserName, moment.PostedAt);
        var edits = EntryEditing.Plan(Edit, by, fork, problems);
        return problems.Count > 0
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Edited(edits, fork);
    }
}
