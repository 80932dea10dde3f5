using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade;
using Handel.Trade.Documents;
using Handel.Trade.Postings;

namespace Handel.App.Documents;

/// <summary>Post a stored draft: ship (receive), invoice, or both.</summary>
/// <param name="Draft">As the caller saw it: it is posted in that version or not at all.</param>
public sealed record PostDraft(SeenDraft Draft, PostingChoice Choice) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [Draft.Id];
    public int LineCount => Draft.LineCount + 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs)
    {
        if (drafts.Find(Draft.Id) is { } draft)
            DocumentNeeds.Add(needs, draft, Choice);
    }

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var draft = drafts.Find(Draft.Id);
        // Two clients posted it at once: the second finds it gone, posted or changed (API-N-4).
        if (draft is null || draft.IsPosted || draft.Version != Draft.Version)
            return Trade.Documents.Plan.Refused([new(ProblemCodes.Concurrency, Draft.Record)]);
        var command = new PostDocument(draft, Choice)
        {
            UserDates = books.Setup.PostingDatesOf(UserName),
            UserVatDates = books.Setup.VatDatesOf(UserName),
            At = moment.PostedAt,
            NewId = Guid.CreateVersion7,
        };
        return DocumentPosting.Plan(command, books);
    }
}

/// <summary>
/// Post a document that was never stored: what an import reads goes into the books in one step.
/// </summary>
public sealed record PostUnstored(TradeDocument Document, PostingChoice Choice) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Document.Lines.Count + 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        DocumentNeeds.Add(needs, Document, Choice);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        DocumentPosting.Plan(
            new PostDocument(Document, Choice)
            {
                UserDates = books.Setup.PostingDatesOf(UserName),
                UserVatDates = books.Setup.VatDatesOf(UserName),
                At = moment.PostedAt,
                NewId = Guid.CreateVersion7,
            },
            books
        );
}

/// <summary>Correct stock by positive and negative adjustments.</summary>
public sealed record AdjustStock(AdjustItems Adjustment) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => Adjustment.Lines.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        ItemAdjustment.AddNeeds(needs, Adjustment);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        ItemAdjustment.Plan(
            Adjustment with
            {
                UserDates = books.Setup.PostingDatesOf(UserName),
            },
            books
        );
}
