using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Finance;

/// <summary>
/// Change the few fields of posted entries that may be changed: of all of them, or of none
/// (ENT-20).
/// </summary>
public sealed record EditEntry(params IReadOnlyList<EditPosted> Edits) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Edits.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs)
    {
        foreach (var edit in Edits)
            EntryEditing.AddNeeds(needs, edit);
    }

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var by = new EditedBy(UserName, moment.PostedAt);
        var edits = new List<EntryEdit>();
        foreach (var edit in Edits)
            edits.AddRange(EntryEditing.Plan(edit, by, fork, problems));
        return problems.Count > 0
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Edited(edits, fork);
    }
}
