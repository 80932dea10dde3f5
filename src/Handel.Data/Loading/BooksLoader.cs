using Handel.Data.Bulk;
using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Answers what a batch of commands needs to know (D1): one question per kind of fact, however
/// many documents the batch has, and all in one round trip. What is not needed is not asked.
/// </summary>
/// <param name="trip">May have something to do before, such as taking a lock.</param>
public sealed class BooksLoader(RoundTrip trip)
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
        var parties = AskParties(needs);
        string[] items = [.. needs.Items];
        var cards = trip.Rows<Item>("no", items);
        var units = trip.Rows<ItemUnit>("item_no", items);
        var series = trip.Rows<NumberSeries>("code", setup.PostedSeries);
        var seriesLines = trip.Rows<NumberSeriesLine>("series_code", setup.PostedSeries);
        var applied = AskPartyEntries(needs);
        var numbered = AskExternalNumbers(needs);
        var stock = new StockLoader(trip, needs);
        await trip.Make(ct);
        return new()
        {
            Setup = setup,
            Counters = counters,
            Parties = parties.Rows.ToDictionary(party => (party.Direction, party.No)),
            Items = WithUnits(cards.Rows, units.Rows),
            NumberSeries = new(WithLines(series.Rows, seriesLines.Rows)),
            PartyEntries = new(
                applied.Rows.Select(e => KeyValuePair.Create((e.Direction, e.EntryNo), e))
            ),
            ExternalNumbers = new(ByExternalNumber(numbered.Rows)),
            Deliveries = new(deliveries.Select(d => KeyValuePair.Create(d.LineId, d))),
            Stock = await stock.Load(ct),
        };
    }

    private Answer<Party> AskParties(BooksNeeds needs)
    {
        if (needs.Parties.Count == 0)
            return Answer<Party>.None;
        short[] directions = [.. needs.Parties.Select(key => (short)key.Item1).Distinct()];
        string[] numbers = [.. needs.Parties.Select(key => key.Item2).Distinct()];
        return trip.Rows<Party>($"direction = ANY({directions}) AND no = ANY({numbers})");
    }

    private Answer<PartyEntry> AskPartyEntries(BooksNeeds needs) =>
        trip.Rows<PartyEntry>(
            "document_no",
            [.. needs.PartyDocuments.Select(key => key.DocumentNo).Distinct()]
        );

    private Answer<PartyEntry> AskExternalNumbers(BooksNeeds needs)
    {
        if (needs.ExternalNumbers.Count == 0)
            return Answer<PartyEntry>.None;
        var keys = needs.ExternalNumbers;
        short[] directions = [.. keys.Select(key => (short)key.Direction).Distinct()];
        string[] parties = [.. keys.Select(key => key.PartyNo).Distinct()];
        string[] numbers = [.. keys.Select(key => key.ExternalDocumentNo).Distinct()];
        return trip.Rows<PartyEntry>(
            $"""
            direction = ANY({directions}) AND party_no = ANY({parties})
                AND external_document_no = ANY({numbers}) AND external_document_no <> ''
            """
        );
    }

    private static Dictionary<string, Item> WithUnits(
        IReadOnlyList<Item> items,
        IReadOnlyList<ItemUnit> units
    )
    {
        var byItem = units.ToLookup(unit => unit.ItemNo);
        foreach (var item in items)
            item.Units = [.. byItem[item.No]];
        return items.ToDictionary(item => item.No);
    }

    private static IEnumerable<KeyValuePair<string, NumberSeries>> WithLines(
        IReadOnlyList<NumberSeries> series,
        IReadOnlyList<NumberSeriesLine> lines
    )
    {
        var byCode = lines.ToLookup(line => line.SeriesCode);
        foreach (var one in series)
            one.Lines = [.. byCode[one.Code]];
        return series.Select(one => KeyValuePair.Create(one.Code, one));
    }

    private static IEnumerable<KeyValuePair<ExternalNumberKey, string>> ByExternalNumber(
        IEnumerable<PartyEntry> entries
    ) =>
        entries
            .Select(entry =>
                KeyValuePair.Create(
                    new ExternalNumberKey(
                        entry.Direction,
                        entry.PartyNo,
                        entry.DocumentType,
                        entry.ExternalDocumentNo
                    ),
                    entry.DocumentNo
                )
            )
            .DistinctBy(pair => pair.Key);

    private async Task<IReadOnlyList<OpenDelivery>> Deliveries(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.OrderLines.Count == 0)
            return [];
        var orders = needs.OrderLines.Select(line => line.OrderNo).Distinct().ToArray();
        var lines = await (
            from line in trip.Context.Lines
            join document in trip.Context.Documents on line.DocumentId equals document.Id
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
