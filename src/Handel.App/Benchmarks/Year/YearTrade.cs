using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.App.Benchmarks.Year;

/// <summary>
/// The documents of a year: what is bought, sold and taken back on a day. The seed is fixed, so
/// that every run makes the same documents.
/// </summary>
internal sealed class YearTrade(
    CompanySetup setup,
    IReadOnlyList<Party> parties,
    IReadOnlyList<Item> items
)
{
    private const int LinesMax = 6;
    private const int StockQuantity = 2_000;

    private readonly Random _random = new(20_260_101);
    private readonly ILookup<Direction, Party> _parties = parties.ToLookup(p => p.Direction);
    private readonly Dictionary<Direction, IReadOnlyDictionary<string, Party>> _known = parties
        .GroupBy(party => party.Direction)
        .ToDictionary(
            side => side.Key,
            IReadOnlyDictionary<string, Party> (side) => side.ToDictionary(party => party.No)
        );
    private readonly Dictionary<string, Item> _items = items.ToDictionary(item => item.No);
    private int _made;

    /// <summary>Stock for the first weeks.</summary>
    public IEnumerable<PostUnstored> Opening(DateOnly date) =>
        items
            .Chunk(LinesMax)
            .Select(some =>
                Document(
                    (Direction.Purchase, DocumentKind.Order),
                    date,
                    [.. some.Select(item => (item, (decimal)StockQuantity))]
                )
            );

    /// <summary>
    /// One more document: of twenty, fourteen sales, four purchases, two returns.
    /// </summary>
    public PostUnstored Next(DateOnly date)
    {
        (Direction Direction, DocumentKind Kind) what = _random.Next(20) switch
        {
            < 11 => (Direction.Sale, DocumentKind.Order),
            < 14 => (Direction.Sale, DocumentKind.Invoice),
            < 17 => (Direction.Purchase, DocumentKind.Order),
            17 => (Direction.Purchase, DocumentKind.Invoice),
            18 => (Direction.Sale, DocumentKind.CreditMemo),
            _ => (Direction.Purchase, DocumentKind.CreditMemo),
        };
        var lines = Enumerable
            .Range(0, _random.Next(1, LinesMax))
            .Select(_ => items[_random.Next(items.Count)])
            .DistinctBy(item => item.No)
            .Select(item => (item, (decimal)_random.Next(1, 12)));
        return Document(what, date, [.. lines]);
    }

    private PostUnstored Document(
        (Direction Direction, DocumentKind Kind) what,
        DateOnly date,
        IReadOnlyList<(Item Item, decimal Quantity)> lines
    )
    {
        var no = FormattableString.Invariant($"Y{++_made:D7}");
        var key = new DraftKey(what.Direction, what.Kind, Guid.CreateVersion7(), no);
        var document = DocumentDraft.New(key, setup, date);
        var some = _parties[what.Direction].ToList();
        var edit = new DocumentEdit
        {
            Header =
            [
                new(HeaderField.PartyNo, some[_random.Next(some.Count)].No),
                new(HeaderField.ExternalDocumentNo, no),
            ],
            Lines = [.. lines.Select(line => Line(line.Item, line.Quantity))],
        };
        var context = new EditContext
        {
            Setup = setup,
            WorkDate = date,
            Parties = _known[what.Direction],
            Items = _items,
        };
        var outcome = DocumentEditing.Apply(document, edit, context);
        return outcome.IsRefused
            ? throw new InvalidOperationException($"{no}: {outcome.Problems[0]}")
            : new PostUnstored(document, PostingChoice.Both) { UserName = YearOfBusiness.UserName };
    }

    private LineEdit Line(Item item, decimal quantity)
    {
        List<LineChange> changes =
        [
            new(LineField.Type, LineType.Item),
            new(LineField.No, item.No),
            new(LineField.Quantity, quantity),
        ];
        if (_random.Next(5) == 0)
            changes.Add(new(LineField.LineDiscountPct, (decimal)_random.Next(1, 20)));
        return new(Guid.CreateVersion7(), LineEditKind.Add, changes);
    }
}
