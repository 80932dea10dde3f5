using System.Globalization;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.App.Companies.Demo;

/// <summary>What the demo company trades with.</summary>
internal sealed record DemoWorld(
    int CompanyNo,
    DateOnly Today,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<Item> Items
);

/// <summary>
/// Four months of business, through the same use cases as a clerk's: drafts are made and posted.
/// The seed is fixed, so that every demo company tells the same story, seen from today.
/// </summary>
internal sealed class DemoTrade(
    Drafts drafts,
    CompanyWriters writers,
    DemoMoney money,
    DemoWorld world
)
{
    private const int Days = 120;
    private const int OpenDays = 6;
    private const int OpeningQuantity = 60;
    private const int RestockDays = 35;
    private const string UserName = "demo";

    private readonly Random _random = new(20_260_115);
    private readonly Dictionary<Direction, int> _externalNos = new()
    {
        [Direction.Sale] = 1830,
        [Direction.Purchase] = 4700,
    };
    private readonly ILookup<Direction, Party> _parties = world.Parties.ToLookup(party =>
        party.Direction
    );

    private IEnumerable<Party> Vendors => _parties[Direction.Purchase];
    private List<Party> Customers => field ??= [.. _parties[Direction.Sale]];
    private List<Item> Goods { get; } =
    [.. world.Items.Where(item => item.Type == ItemType.Inventory)];
    private List<Item> Services { get; } =
    [.. world.Items.Where(item => item.Type == ItemType.Service)];

    public async Task Run(IProgress<Operations.OperationProgress> progress, CancellationToken ct)
    {
        await money.Begin(world.Today.AddDays(-Days), ct);
        for (var day = Days; day >= 0; day--)
        {
            var date = world.Today.AddDays(-day);
            progress.Report(new("Demo", Days - day, Days));
            if (day > OpenDays && (Days - day) % RestockDays == 0)
                await Restock(date, day == Days ? OpeningQuantity : OpeningQuantity / 4, ct);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                await SellOn(date, isOpen: day < OpenDays, ct);
            await money.Settle(date, ct);
        }
        await Unfinished(ct);
    }

    private async Task Restock(DateOnly date, int quantity, CancellationToken ct)
    {
        foreach (var vendor in Vendors)
        {
            var lines = Goods.Where(item => item.VendorNo == vendor.No).ToList();
            if (lines.Count == 0)
                continue;
            var order = await Order(
                vendor,
                (DocumentKind.Order, date),
                [.. lines.Select(item => Line(item, quantity + _random.Next(20)))],
                ct
            );
            await Post(order, PostingChoice.Both, ct);
        }
    }

    private async Task SellOn(DateOnly date, bool isOpen, CancellationToken ct)
    {
        var orders = _random.Next(1, 3);
        for (var i = 0; i < orders; i++)
        {
            var order = await Order(Any(Customers), (DocumentKind.Order, date), SaleLines(), ct);
            if (!isOpen)
                await Post(order, PostingChoice.Both, ct);
            else if (i == 0)
                await ShipInPart(order, ct);
        }
        if (!isOpen && date.Day % 9 == 0)
            await TakeBack(date, ct);
    }

    private Task TakeBack(DateOnly date, CancellationToken ct) =>
        Then(
            Order(
                Any(Customers),
                (DocumentKind.CreditMemo, date),
                [Line(Any(Goods), _random.Next(1, 3))],
                ct
            ),
            ct
        );

    private async Task Then(Task<TradeDocument> draft, CancellationToken ct) =>
        await Post(await draft, PostingChoice.Both, ct);

    /// <summary>Half of the first line is shipped and not invoiced; the rest waits.</summary>
    private async Task ShipInPart(TradeDocument order, CancellationToken ct)
    {
        var edits = order.Lines.Select(
            (line, index) =>
                new LineEdit(
                    line.Id,
                    LineEditKind.Change,
                    [
                        new(
                            LineField.QtyToDeliver,
                            index == 0 ? Math.Ceiling(line.Quantity / 2m) : 0m
                        ),
                    ]
                )
        );
        var draft = new DraftRef(world.CompanyNo, order.Id) { WorkDate = order.OrderDate };
        var outcome = await drafts.Change(draft, new DocumentEdit { Lines = [.. edits] }, ct);
        await Post(Accept(outcome), new PostingChoice(Deliver: true, Invoice: false), ct);
    }

    /// <summary>What lies on the desks today: quotes, drafts, orders to come.</summary>
    private async Task Unfinished(CancellationToken ct)
    {
        DocumentKind[] desk =
        [
            DocumentKind.Quote,
            DocumentKind.Quote,
            DocumentKind.Quote,
            DocumentKind.Invoice,
            DocumentKind.Invoice,
            DocumentKind.CreditMemo,
            DocumentKind.ReturnOrder,
            DocumentKind.BlanketOrder,
        ];
        foreach (var kind in desk)
            await Order(Any(Customers), (kind, world.Today), SaleLines(), ct);
        foreach (var vendor in Vendors.Take(4))
        {
            var items = Goods.Where(item => item.VendorNo == vendor.No).Take(5);
            var kind = vendor == Vendors.First() ? DocumentKind.Invoice : DocumentKind.Order;
            var lines = items.Select(item => Line(item, 24)).ToList();
            await Order(vendor, (kind, world.Today.AddDays(-2)), lines, ct);
        }
    }

    private List<LineEdit> SaleLines()
    {
        var items = Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Any(Goods));
        var lines = items.DistinctBy(i => i.No).Select(i => Line(i, _random.Next(1, 9))).ToList();
        if (_random.Next(4) == 0)
            lines.Add(Line(Any(Services), 1));
        return lines;
    }

    private static LineEdit Line(Item item, decimal quantity)
    {
        List<LineChange> changes =
        [
            new(LineField.Type, LineType.Item),
            new(LineField.No, item.No),
            new(LineField.Quantity, quantity),
        ];
        if (quantity >= 6 && quantity < 10)
            changes.Add(new(LineField.LineDiscountPct, 5m));
        return new(Guid.CreateVersion7(), LineEditKind.Add, changes);
    }

    private async Task<TradeDocument> Order(
        Party party,
        (DocumentKind Kind, DateOnly Date) what,
        IReadOnlyList<LineEdit> lines,
        CancellationToken ct
    )
    {
        var edit = new DocumentEdit
        {
            Header =
            [
                new(HeaderField.PartyNo, party.No),
                new(HeaderField.ExternalDocumentNo, ExternalNo(party)),
            ],
            Lines = lines,
        };
        var draft = new NewDraft(party.Direction, what.Kind, what.Date);
        return Accept(await drafts.Create(world.CompanyNo, draft, edit, ct));
    }

    private string ExternalNo(Party party)
    {
        var no = _externalNos[party.Direction]++;
        return string.Create(CultureInfo.InvariantCulture, $"{party.Address.City[..2]}-{no}")
            .ToUpperInvariant();
    }

    private async Task Post(TradeDocument draft, PostingChoice choice, CancellationToken ct)
    {
        var command = new PostDraft(SeenDraft.Of(draft), choice) { UserName = UserName };
        var outcome = await writers.Submit(world.CompanyNo, command, ct);
        if (outcome.IsRefused)
            throw new InvalidOperationException($"{draft.No}: {outcome.Problems[0]}");
    }

    private static TradeDocument Accept(DraftOutcome outcome) =>
        outcome.Document is { } document && !outcome.IsRefused
            ? document
            : throw new InvalidOperationException($"A demo draft: {outcome.Problems[0]}");

    private T Any<T>(List<T> list) => list[_random.Next(list.Count)];
}
