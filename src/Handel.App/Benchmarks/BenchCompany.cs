using Handel.App.Companies;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks;

/// <summary>A company to measure in: its own, so that nobody's books are touched.</summary>
internal sealed class BenchCompany
{
    public const string Name = "Benchmark";
    public const int LinesPerOrder = 10;
    private const int Customers = 20;
    private const int Goods = 200;
    private const string UserName = "bench";
    private static readonly CountrySet Country = CountrySet.Of("nl")!;

    private readonly CompanySetup _setup;
    private readonly IReadOnlyDictionary<string, Party> _parties;
    private readonly IReadOnlyDictionary<string, Item> _items;

    private BenchCompany(CompanySetup setup, List<Party> parties, List<Item> items)
    {
        _setup = setup;
        _parties = parties.ToDictionary(party => party.No);
        _items = items.ToDictionary(item => item.No);
    }

    public int CompanyNo => _setup.CompanyNo;

    public static async Task<BenchCompany> Open(
        HandelDatabase database,
        CreateCompany companies,
        SetupCache setups,
        CancellationToken ct
    )
    {
        await using var all = database.Open(0);
        var company =
            await all.Companies.SingleOrDefaultAsync(c => c.Name == Name, ct)
            ?? await companies.Run(Name, "nl", ct)
            ?? throw new InvalidOperationException("Somebody is measuring at this moment.");
        await using var db = database.Open(company.CompanyNo);
        if (!await db.Items.AnyAsync(ct))
        {
            db.AddRange(Enumerable.Range(1, Customers).Select(no => Customer(db.CompanyNo, no)));
            db.AddRange(Enumerable.Range(1, Goods).Select(no => Item(db.CompanyNo, no)));
            await db.SaveChangesAsync(ct);
        }
        var setup = await setups.At(db, (await LedgerLock.Read(db, ct)).SetupVersion, ct);
        return new(setup, await db.Parties.ToListAsync(ct), await db.Items.ToListAsync(ct));
    }

    /// <summary>Goods enough to sell from: stock below zero would be another measurement.</summary>
    public AdjustStock OpeningStock() =>
        new(
            new AdjustItems("OPENING", new DateOnly(2025, 12, 31))
            {
                Lines =
                [
                    .. _items.Keys.Select(no => new AdjustmentLine(no, 10_000_000m)
                    {
                        LocationCode = CreateCompany.MainLocation,
                    }),
                ],
            }
        )
        {
            UserName = UserName,
        };

    /// <summary>
    /// An order of ten lines, edited as a clerk does, to be shipped and invoiced.
    /// </summary>
    public PostUnstored Order(int no)
    {
        var date = new DateOnly(2026, 1, 1).AddDays(no % 365);
        var id = Guid.CreateVersion7();
        var key = new DraftKey(Direction.Sale, DocumentKind.Order, id, $"BENCH{no:D9}");
        var document = DocumentDraft.New(key, _setup, date);
        var edit = new DocumentEdit
        {
            Header = [new(HeaderField.PartyNo, CustomerNo(1 + no % Customers))],
            Lines =
            [
                .. Enumerable
                    .Range(0, LinesPerOrder)
                    .Select(line => Line(ItemNo(1 + (no % Goods * 7 + line * 13) % Goods))),
            ],
        };
        var context = new EditContext
        {
            Setup = _setup,
            WorkDate = date,
            Parties = _parties,
            Items = _items,
        };
        var outcome = DocumentEditing.Apply(document, edit, context);
        return outcome.IsRefused
            ? throw new InvalidOperationException($"{outcome.Problems[0]}")
            : new PostUnstored(document, PostingChoice.Both) { UserName = UserName };
    }

    private static LineEdit Line(string itemNo) =>
        new(
            Guid.CreateVersion7(),
            LineEditKind.Add,
            [
                new(LineField.Type, LineType.Item),
                new(LineField.No, itemNo),
                new(LineField.Quantity, 2m),
            ]
        );

    private static string CustomerNo(int no) => $"B{no:D4}";

    private static string ItemNo(int no) => $"I{no:D4}";

    private static Party Customer(int companyNo, int no) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Direction = Direction.Sale,
            No = CustomerNo(no),
            InvoiceDiscCode = CustomerNo(no),
            Address = new Address { Name = CustomerNo(no), CountryCode = Country.CountryCode },
            GenBusPostingGroup = Country.Domestic,
            VatBusPostingGroup = Country.Domestic,
            PostingGroup = Country.Domestic,
            PaymentTermsCode = "30D",
        };

    private static Item Item(int companyNo, int no) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            No = ItemNo(no),
            Description = ItemNo(no),
            BaseUnitOfMeasure = "PCS",
            UnitPrice = 10m + no % 50,
            UnitCost = 6m,
            LastDirectCost = 6m,
            GenProdPostingGroup = PostingStart.Goods,
            VatProdPostingGroup = Country.Standard,
            InventoryPostingGroup = PostingStart.Goods,
        };
}
