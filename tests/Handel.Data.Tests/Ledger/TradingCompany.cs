using Handel.App.Companies;
using Handel.App.Documents;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Setup;
using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>A Dutch company on a real database with a customer, a vendor and two items.</summary>
internal sealed class TradingCompany : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private readonly CompanyWriters _writers;

    private TradingCompany(HandelDatabase database, Company company)
    {
        Database = database;
        Company = company;
        var setups = new SetupCache(TimeProvider.System);
        Drafts = new Drafts(database, setups, TimeProvider.System);
        Desk = new JournalDesk(database, setups, TimeProvider.System);
        _writers = new CompanyWriters(database, setups, NullLogger<LedgerWriter>.Instance);
    }

    public HandelDatabase Database { get; }
    public Company Company { get; }
    public Drafts Drafts { get; }
    public JournalDesk Desk { get; }
    public JournalLines Lines => new(Desk);
    public JournalKeeping Keeping => new(Desk);

    public static async Task<TradingCompany> Create(string connectionString)
    {
        var database = new HandelDatabase(connectionString);
        var company = await new CreateCompany(database).Run("Van Dam Handel BV", "nl");
        var trading = new TradingCompany(database, company!);
        await using var db = trading.Open();
        db.Add(trading.Party(Direction.Sale, "K1", "De Bloemenhoek"));
        db.Add(trading.Party(Direction.Purchase, "L1", "Groothandel Vermeer"));
        db.Add(trading.Item("A", "HOOG", 49.95m, 30.00m));
        db.Add(trading.Item("B", "LAAG", 4.17m, 2.50m));
        await db.SaveChangesAsync();
        return trading;
    }

    public HandelDbContext Open() => Database.Open(Company.CompanyNo);

    public async Task<TradeDocument> Draft(
        Direction direction,
        DocumentKind kind,
        params (string ItemNo, decimal Quantity, decimal Price)[] lines
    )
    {
        var isSale = direction == Direction.Sale;
        var edit = new DocumentEdit
        {
            Header =
            [
                new(HeaderField.PartyNo, isSale ? "K1" : "L1"),
                new(HeaderField.ExternalDocumentNo, Guid.NewGuid().ToString("N")[..20]),
            ],
            Lines = [.. lines.Select(Line)],
        };
        var outcome = await Drafts.Create(
            Company.CompanyNo,
            new NewDraft(direction, kind, Today),
            edit
        );
        Assert.Empty(outcome.Problems);
        return outcome.Document!;
    }

    public Task<LedgerOutcome> Post(TradeDocument document, PostingChoice? choice = null) =>
        _writers.Submit(
            Company.CompanyNo,
            new PostDraft(SeenDraft.Of(document), choice ?? PostingChoice.Both)
            {
                UserName = "tester",
            }
        );

    public Task<LedgerOutcome> Submit(ILedgerCommand command) =>
        _writers.Submit(Company.CompanyNo, command);

    public Task<LedgerOutcome> Preview(ILedgerCommand command) =>
        _writers.Preview(Company.CompanyNo, command);

    public Task<LedgerOutcome> Preview(TradeDocument document) =>
        _writers.Preview(
            Company.CompanyNo,
            new PostDraft(SeenDraft.Of(document), PostingChoice.Both) { UserName = "tester" }
        );

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static LineEdit Line((string ItemNo, decimal Quantity, decimal Price) line) =>
        new(
            Guid.CreateVersion7(),
            LineEditKind.Add,
            [
                new(LineField.Type, LineType.Item),
                new(LineField.No, line.ItemNo),
                new(LineField.Quantity, line.Quantity),
                new(LineField.UnitPrice, line.Price),
            ]
        );

    private Party Party(Direction direction, string no, string name) =>
        new()
        {
            CompanyNo = Company.CompanyNo,
            Direction = direction,
            Id = Guid.CreateVersion7(),
            No = no,
            Address = new() { Name = name, CountryCode = "NL" },
            GenBusPostingGroup = "BINNENL",
            VatBusPostingGroup = "BINNENL",
            PostingGroup = "BINNENL",
            PaymentTermsCode = "14D",
        };

    private Item Item(string no, string vatProd, decimal price, decimal cost) =>
        new()
        {
            CompanyNo = Company.CompanyNo,
            Id = Guid.CreateVersion7(),
            No = no,
            Description = $"Item {no}",
            BaseUnitOfMeasure = "PCS",
            GenProdPostingGroup = "HANDEL",
            VatProdPostingGroup = vatProd,
            InventoryPostingGroup = "HANDEL",
            UnitPrice = price,
            UnitCost = cost,
            Units =
            [
                new()
                {
                    CompanyNo = Company.CompanyNo,
                    ItemNo = no,
                    Code = "PCS",
                },
            ],
        };
}
