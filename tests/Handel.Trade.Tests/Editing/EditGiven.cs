using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;

namespace Handel.Trade.Tests.Editing;

/// <summary>Parties and items to edit with, and edits in one line each.</summary>
internal sealed class EditGiven
{
    public EditGiven(Direction direction, CompanySetup? setup = null)
    {
        Direction = direction;
        Setup = setup ?? DraftGiven.Setup();
        Parties = new[]
        {
            Party("P1"),
            Party("P2", party => (party.BillToNo, party.LocationCode) = ("PAYS", "EAST")),
            Party(
                "PAYS",
                party => (party.SalespersonCode, party.PaymentTermsCode) = ("BOB", "14D")
            ),
            Party("USD", party => party.CurrencyCode = "USD"),
            Party("EU", party => party.VatBusPostingGroup = "EU"),
            Party("INCL", party => party.PricesIncludeVat = true),
            Party("TERMS", party => party.InvoiceDiscCode = "TERMS"),
            Party("EMPTY", party => party.VatBusPostingGroup = ""),
        }.ToDictionary(party => party.No);
        Items = new[]
        {
            Item("A"),
            Item("B", item => item.VatProdPostingGroup = "VAT9"),
            Item("BLOCKED", item => item.IsBlocked = true),
            Item("HALFBLOCKED", item => item.IsSalesBlocked = item.IsPurchasingBlocked = true),
            Item("NOVAT", item => item.VatProdPostingGroup = "NEW"),
            Item("INCL", item => (item.UnitPrice, item.PriceIncludesVat) = (121m, true)),
        }.ToDictionary(item => item.No);
    }

    public Direction Direction { get; }
    public CompanySetup Setup { get; }
    public Dictionary<string, Party> Parties { get; }
    public Dictionary<string, Item> Items { get; }
    public DimensionContext Dimensions { get; init; } = DimensionContext.Blank();

    public EditContext Context =>
        new()
        {
            Setup = Setup,
            WorkDate = DraftGiven.WorkDate,
            Parties = Parties,
            Items = Items,
            Variants = new Dictionary<(string, string), ItemVariant>
            {
                [("A", "RED")] = new() { Code = "RED", Description = "Article A, red" },
            },
            UserSalespersonCode = "ANN",
            Dimensions = Dimensions,
        };

    public TradeDocument New(DocumentKind kind, string partyNo = "P1")
    {
        var key = new DraftKey(Direction, kind, Guid.NewGuid(), "1001");
        var document = DocumentDraft.New(key, Setup, DraftGiven.WorkDate);
        Accept(Set(document, (HeaderField.PartyNo, partyNo)));
        return document;
    }

    /// <summary>An order with one line of an item.</summary>
    public TradeDocument Order(string itemNo, decimal quantity, string partyNo = "P1")
    {
        var document = New(DocumentKind.Order, partyNo);
        Accept(Add(document, Item(itemNo, quantity)));
        return document;
    }

    public EditOutcome Set(TradeDocument document, params (HeaderField, object?)[] changes) =>
        DocumentEditing.Apply(
            document,
            new DocumentEdit
            {
                Header = [.. changes.Select(c => new HeaderChange(c.Item1, c.Item2))],
            },
            Context
        );

    public EditOutcome Add(TradeDocument document, params (LineField, object?)[] changes) =>
        Edit(document, new(Guid.NewGuid(), LineEditKind.Add, Changes(changes)));

    public EditOutcome Set(
        TradeLine line,
        TradeDocument document,
        params (LineField, object?)[] to
    ) => Edit(document, new(line.Id, LineEditKind.Change, Changes(to)));

    public EditOutcome Remove(TradeLine line, TradeDocument document) =>
        Edit(document, new(line.Id, LineEditKind.Remove, []));

    public EditOutcome SetVat(TradeDocument document, TradeLine line, decimal amount) =>
        DocumentEditing.Apply(
            document,
            new DocumentEdit { Vat = [new VatAmountChange(line.Id, amount)] },
            Context
        );

    public static (LineField, object?)[] Item(string no, decimal quantity) =>
        [(LineField.Quantity, quantity), (LineField.No, no), (LineField.Type, LineType.Item)];

    public static (LineField, object?)[] Account(string no, decimal price) =>
        [
            (LineField.Type, LineType.GlAccount),
            (LineField.No, no),
            (LineField.Quantity, 1m),
            (LineField.UnitPrice, price),
        ];

    public static void Accept(EditOutcome outcome) => Assert.Empty(outcome.Problems);

    private EditOutcome Edit(TradeDocument document, LineEdit line) =>
        DocumentEditing.Apply(document, new DocumentEdit { Lines = [line] }, Context);

    private static List<LineChange> Changes((LineField Field, object? Value)[] changes) =>
        [.. changes.Select(change => new LineChange(change.Field, change.Value))];

    private static Party Party(string no, Action<Party>? change = null)
    {
        var party = new Party
        {
            No = no,
            Address = new Address
            {
                Name = $"Party {no}",
                City = "Breda",
                CountryCode = "NL",
            },
            VatRegistrationNo = $"NL{no}",
            GenBusPostingGroup = "HOME",
            VatBusPostingGroup = "HOME",
            PostingGroup = "HOME",
            PaymentTermsCode = "CM",
            PaymentMethodCode = "BANK",
            ShipmentMethodCode = "DAP",
        };
        change?.Invoke(party);
        return party;
    }

    private static Item Item(string no, Action<Item>? change = null)
    {
        var item = new Item
        {
            No = no,
            Description = $"Article {no}",
            BaseUnitOfMeasure = "PCS",
            UnitPrice = 49.95m,
            LastDirectCost = 29.95m,
            UnitCost = 30m,
            GenProdPostingGroup = "GOODS",
            VatProdPostingGroup = "VAT21",
            InventoryPostingGroup = "RESALE",
            Units =
            [
                new()
                {
                    Code = "PCS",
                    QuantityPerUnit = 1m,
                    QtyRoundingPrecision = 1m,
                },
                new() { Code = "BOX", QuantityPerUnit = 6m },
            ],
        };
        change?.Invoke(item);
        return item;
    }
}
