using Handel.App.Companies;
using Handel.App.Ledger;
using Handel.App.Setup;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Testing;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Data.Tests.Verification;

/// <summary>
/// A company that has bought, received, sold, shipped, taken back and corrected: every ledger has
/// entries, some settled and some open.
/// </summary>
public sealed class PostedCompany : IAsyncLifetime
{
    public const int CompanyNo = 1;
    private const string ItemNo = "1000";
    private static readonly DateOnly Date = new(2026, 3, 2);

    private readonly SetupCache _setups = new(TimeProvider.System);
    private TestDatabase _test = null!;
    private CompanySetup _setup = null!;
    private int _drafts;

    public HandelDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.Create();
        Database = new HandelDatabase(_test.ConnectionString);
        await new CreateCompany(Database).Run("Handel BV", "nl");
        await using var db = Database.Open(CompanyNo);
        db.AddRange(Customer(), Vendor(), Item());
        await db.SaveChangesAsync();
        var state = await Ledger(db);
        _setup = await _setups.At(db, state.SetupVersion);
        await PostAll();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _test.DisposeAsync();
    }

    private async Task PostAll()
    {
        await Post(Draft(Direction.Purchase, DocumentKind.Invoice, (10m, 5m)));
        await Post(Draft(Direction.Sale, DocumentKind.Invoice, (4m, 9.99m)));
        var received = new PostingChoice(Deliver: true, Invoice: false);
        await Post(Draft(Direction.Purchase, DocumentKind.Order, (7m, 6m)), received);
        await Post(Draft(Direction.Sale, DocumentKind.Order, (8m, 9.99m)), received);
        var invoice = Draft(Direction.Sale, DocumentKind.Invoice, (2m, 12m));
        await Post(invoice);
        await using var db = Database.Open(CompanyNo);
        var posted = await db.Documents.FindAsync(CompanyNo, invoice.Id);
        var credit = Draft(Direction.Sale, DocumentKind.CreditMemo, (1m, 12m));
        credit.AppliesTo = new()
        {
            DocumentType = Ledgers.Finance.EntryDocumentType.Invoice,
            DocumentNo = posted!.No,
        };
        await Post(credit);
        AdjustmentLine[] lines = [new(ItemNo, 3m) { UnitCost = 4m }, new(ItemNo, -1m)];
        await Run(new Correct(new AdjustItems("ADJ1", Date) { Lines = lines }));
    }

    private async Task Post(TradeDocument draft, PostingChoice? choice = null)
    {
        await using var db = Database.Open(CompanyNo);
        db.Add(draft);
        await db.SaveChangesAsync();
        await Run(new PostDraft(draft.Id, choice ?? PostingChoice.Both));
    }

    private async Task Run(ILedgerCommand command)
    {
        var batch = new LedgerBatch(Database, _setups, CompanyNo);
        var outcome = Assert.Single(await batch.Post([new KeyedCommand(command)]));
        Assert.Empty(outcome.Problems.Select(problem => $"{problem}"));
    }

    private TradeDocument Draft(
        Direction direction,
        DocumentKind kind,
        (decimal Quantity, decimal Price) line
    )
    {
        var document = new TradeDocument
        {
            CompanyNo = CompanyNo,
            Id = Guid.CreateVersion7(),
            Direction = direction,
            Kind = kind,
            No = $"D{++_drafts}",
            PartyNo = "P1",
            BillToNo = "P1",
            PostingDate = Date.AddDays(_drafts),
            DocumentDate = Date.AddDays(_drafts),
            VatDate = Date.AddDays(_drafts),
            DueDate = Date.AddDays(30),
            PmtDiscountDate = Date.AddDays(8),
            PaymentDiscountPct = 2m,
            ExternalDocumentNo = $"EXT{_drafts}",
            GenBusPostingGroup = "BINNENL",
            VatBusPostingGroup = "BINNENL",
            PartyPostingGroup = "BINNENL",
            VatCountryCode = "NL",
        };
        document.Lines.Add(Line(document, line.Quantity, line.Price));
        foreach (var each in document.Lines)
            LineAmounts.Recalculate(each, AmountRounding.Of(document, _setup));
        DocumentTotals.Recalculate(document, _setup);
        return document;
    }

    private static TradeLine Line(TradeDocument document, decimal quantity, decimal price) =>
        new()
        {
            CompanyNo = CompanyNo,
            Id = Guid.CreateVersion7(),
            DocumentId = document.Id,
            LineNo = 10000,
            Type = LineType.Item,
            No = ItemNo,
            Description = "Bolt",
            UnitOfMeasureCode = "STUKS",
            Quantity = quantity,
            QuantityBase = quantity,
            QtyToDeliver = quantity,
            QtyToInvoice = quantity,
            UnitPrice = price,
            VatPct = 21m,
            VatIdentifier = "VAT21",
            GenBusPostingGroup = "BINNENL",
            GenProdPostingGroup = "HANDEL",
            VatBusPostingGroup = "BINNENL",
            VatProdPostingGroup = "HOOG",
            InventoryPostingGroup = "HANDEL",
        };

    private static Party Customer() => PartyOf(Direction.Sale);

    private static Party Vendor() => PartyOf(Direction.Purchase);

    private static Party PartyOf(Direction direction) =>
        new()
        {
            CompanyNo = CompanyNo,
            Direction = direction,
            Id = Guid.CreateVersion7(),
            No = "P1",
            Address = new() { Name = "Jansen", CountryCode = "NL" },
            GenBusPostingGroup = "BINNENL",
            VatBusPostingGroup = "BINNENL",
            PostingGroup = "BINNENL",
        };

    private static Item Item() =>
        new()
        {
            CompanyNo = CompanyNo,
            Id = Guid.CreateVersion7(),
            No = ItemNo,
            Description = "Bolt",
            Type = ItemType.Inventory,
            BaseUnitOfMeasure = "STUKS",
            CostingMethod = CostingMethod.Fifo,
            InventoryPostingGroup = "HANDEL",
            GenProdPostingGroup = "HANDEL",
            VatProdPostingGroup = "HOOG",
        };

    private static Task<Data.Ledger.LedgerState> Ledger(HandelDbContext db) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            db.LedgerStates
        );
}
