using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Answers what a batch of commands needs to know (D1): one query per kind of fact, however many
/// documents the batch has. What is not needed is not asked.
/// </summary>
public sealed class BooksLoader(HandelDbContext db)
{
    public async Task<Books> Load(
        CompanySetup setup,
        BooksNeeds needs,
        LedgerCounters counters,
        CancellationToken ct = default
    )
    {
        var deliveries = await Deliveries(needs, ct);
        // To invoice a delivery is to value its item entry, which only the delivery can name.
        needs.ItemEntries.UnionWith(
            deliveries.Where(d => d.ItemEntryNo != 0).Select(d => d.ItemEntryNo)
        );
        var entries = await CorrectionLoader.Entries(db, [.. needs.GlEntries], ct);
        needs.DimensionSets.UnionWith(entries.Values.Select(entry => entry.DimensionSetId));
        return new()
        {
            Setup = setup,
            Counters = counters,
            Parties = await Parties(needs, ct),
            Items = await Items(needs, ct),
            NumberSeries = new(await NumberSeries(ct)),
            PartyEntries = new(await PartyEntries(needs, ct)),
            ExternalNumbers = new(await ExternalNumbers(needs, ct)),
            Deliveries = new(deliveries.Select(d => KeyValuePair.Create(d.LineId, d))),
            Stock = await new StockLoader(db).Load(needs, ct),
            Dimensions = await Dimensions(setup.Dimensions, needs, ct),
            GlEntries = entries,
            DimensionCorrections = new(
                await CorrectionLoader.Corrections(db, [.. needs.GlEntries], ct)
            ),
        };
    }

    private Task<DimensionContext> Dimensions(
        DimensionRules rules,
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        var parties = needs.Parties.Select(party => new RecordRef(
            LedgerSide.Of(party.Item1).PartyEntity,
            party.Item2
        ));
        var items = needs.Items.Select(no => new RecordRef(DimensionEntities.Items, no));
        return new DimensionLoader(db).Load(rules, needs.DimensionSets, parties.Concat(items), ct);
    }

    private async Task<IReadOnlyDictionary<(Direction, string), Party>> Parties(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Parties.Count == 0)
            return new Dictionary<(Direction, string), Party>();
        var numbers = needs.Parties.Select(key => key.Item2).Distinct().ToArray();
        var parties = await db
            .Parties.AsNoTracking()
            .Where(party => numbers.Contains(party.No))
            .ToListAsync(ct);
        return parties.ToDictionary(party => (party.Direction, party.No));
    }

    private async Task<IReadOnlyDictionary<string, Item>> Items(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Items.Count == 0)
            return new Dictionary<string, Item>();
        var numbers = needs.Items.ToArray();
        return await db
            .Items.AsNoTracking()
            .Include(item => item.Units)
            .Where(item => numbers.Contains(item.No))
            .ToDictionaryAsync(item => item.No, ct);
    }

    private async Task<IEnumerable<KeyValuePair<string, NumberSeries>>> NumberSeries(
        CancellationToken ct
    )
    {
        var series = await db.NumberSeries.AsNoTracking().Include(s => s.Lines).ToListAsync(ct);
        return series.Select(s => KeyValuePair.Create(s.Code, s));
    }

    private async Task<IEnumerable<KeyValuePair<(Direction, int), PartyEntry>>> PartyEntries(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.PartyDocuments.Count == 0)
            return [];
        var numbers = needs.PartyDocuments.Select(key => key.DocumentNo).Distinct().ToArray();
        var entries = await db
            .PartyEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.DocumentNo))
            .ToListAsync(ct);
        return entries.Select(e => KeyValuePair.Create((e.Direction, e.EntryNo), e));
    }

    private async Task<IEnumerable<KeyValuePair<ExternalNumberKey, string>>> ExternalNumbers(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.ExternalNumbers.Count == 0)
            return [];
        var numbers = needs.ExternalNumbers.Select(k => k.ExternalDocumentNo).Distinct().ToArray();
        var parties = needs.ExternalNumbers.Select(k => k.PartyNo).Distinct().ToArray();
        var taken = await db
            .PartyEntries.Where(entry =>
                numbers.Contains(entry.ExternalDocumentNo) && parties.Contains(entry.PartyNo)
            )
            .Select(entry => new
            {
                Key = new ExternalNumberKey(
                    entry.Direction,
                    entry.PartyNo,
                    entry.DocumentType,
                    entry.ExternalDocumentNo
                ),
                entry.DocumentNo,
            })
            .ToListAsync(ct);
        return taken.DistinctBy(t => t.Key).Select(t => KeyValuePair.Create(t.Key, t.DocumentNo));
    }

    private async Task<IReadOnlyList<OpenDelivery>> Deliveries(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.OrderLines.Count == 0)
            return [];
        var orders = needs.OrderLines.Select(line => line.OrderNo).Distinct().ToArray();
        var lines = await (
            from line in db.Lines
            join document in db.Documents on line.DocumentId equals document.Id
            where
                orders.Contains(line.OrderNo)
                && document.IsPosted
                && (
                    document.Kind == DocumentKind.Delivery
                    || document.Kind == DocumentKind.ReturnDelivery
                )
                && line.Quantity != line.QtyInvoiced
            select new
            {
                line,
                document.Direction,
                document.No,
                document.RegisterNo,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. lines.Select(l => new OpenDelivery(
                l.line.Id,
                l.No,
                l.line.LineNo,
                l.line.ItemEntryNo,
                l.line.Quantity,
                l.line.QtyInvoiced
            )
            {
                OrderLine = new(l.Direction, l.line.OrderNo, l.line.OrderLineNo),
                QuantityPerUnit = l.line.QuantityPerUnit,
                RegisterNo = l.RegisterNo,
            }),
        ];
    }
}
