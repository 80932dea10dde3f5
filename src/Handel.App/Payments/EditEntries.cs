using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Payments;

/// <summary>Reserve entries for the lines that will pay them: all or none (SVP-07, NET-02).</summary>
public sealed record ReserveEntries(IReadOnlyList<EditPosted> Edits) : ILedgerCommand
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
        var made = new List<EntryEdit>();
        foreach (var edit in Edits)
            made.AddRange(EntryEditing.Plan(edit, by, fork, problems));
        return problems.Count > 0
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Edited(made, fork);
    }
}

/// <summary>Free the entries again that lines had reserved, when the lines are deleted.</summary>
public sealed record ReleaseEntries(IReadOnlyList<Reservation> Reservations) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Reservations.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        EntryRelease.AddNeeds(needs, Reservations);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var by = new EditedBy(UserName, moment.PostedAt);
        var made = EntryRelease.Plan(Reservations, by, fork, problems);
        return problems.Count > 0
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Edited(made, fork);
    }
}
