using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Testing;

/// <summary>Money that came in or went out by the bank, posted by the ledger writer.</summary>
/// <param name="Amount">In the sign of the entry: a customer pays a negative amount.</param>
public sealed record Payment(decimal Amount, DateOnly Date) : ILedgerCommand
{
    private const string Bank = "1010";

    public Direction Direction { get; init; } = Direction.Sale;
    public string PartyNo { get; init; } = "";
    public string Currency { get; init; } = "";
    public decimal Factor { get; init; } = 1m;

    public IReadOnlyList<Guid> Drafts => [];
    public string UserName => "bank";
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        needs.Parties.Add((Direction, PartyNo));

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var party = books.Parties[(Direction, PartyNo)];
        var header = HeaderOf($"B{books.Counters.Register + 1}", books.Setup.CompanyNo);
        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = Date,
            DocumentNo = header.DocumentNo,
            SourceCode = "CASHRECJNL",
        };
        var terms = new PartyTerms
        {
            ControlAccountNo = books
                .Setup
                .PartyPostingGroups[(Direction, party.PostingGroup)]
                .ControlAccount,
            PostingGroup = party.PostingGroup,
            PartyName = party.Address.Name,
            Amount = Amount,
            CurrencyCode = Currency,
            CurrencyFactor = Factor,
            DueDate = Date,
        };
        var lcy = Conversion.ToLcy(Amount, Factor);
        var builder = new PostingBuilder(posting, fork.Counters, header);
        var entry = builder.AddPartyEntry(terms, lcy);
        builder.AddAccount(Bank, -lcy, dimensionSetId: 0);
        fork.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        return Handel.Trade.Documents.Plan.Ready([posting], fork);
    }

    private PostingHeader HeaderOf(string documentNo, int companyNo) =>
        new()
        {
            CompanyNo = companyNo,
            Side = LedgerSide.Of(Direction),
            PostingDate = Date,
            DocumentDate = Date,
            VatDate = Date,
            DocumentType = EntryDocumentType.Payment,
            DocumentNo = documentNo,
            Description = "Payment",
            PartyNo = PartyNo,
        };
}
