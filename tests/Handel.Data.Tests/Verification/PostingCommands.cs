using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Trade.Documents;
using Handel.Trade.Postings;

namespace Handel.Data.Tests.Verification;

/// <summary>Posts a stored draft, as the ledger writer does for a user.</summary>
internal sealed record PostDraft(Guid Id, PostingChoice Choice) : ILedgerCommand
{
    public IReadOnlyList<Guid> Drafts => [Id];
    public string UserName => "clerk";
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        DocumentNeeds.Add(needs, drafts.Find(Id)!, Choice);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        DocumentPosting.Plan(
            new PostDocument(drafts.Find(Id)!, Choice)
            {
                At = moment.PostedAt,
                NewId = Guid.CreateVersion7,
            },
            books
        );
}

/// <summary>Corrects stock.</summary>
internal sealed record Correct(AdjustItems Items) : ILedgerCommand
{
    public IReadOnlyList<Guid> Drafts => [];
    public string UserName => "clerk";
    public int LineCount => Items.Lines.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs)
    {
        var own = ItemAdjustment.Needs(Items);
        needs.Items.UnionWith(own.Items);
        needs.Stock.UnionWith(own.Stock);
        needs.Supplied.UnionWith(own.Supplied);
    }

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        ItemAdjustment.Plan(Items, books);
}
