using Handel.Data.Bulk;
using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;

namespace Handel.Data.Loading;

/// <summary>The cards that a round trip is asked for: parties, items, number series.</summary>
internal sealed class CardAnswers
{
    private readonly Answer<Party> _parties;
    private readonly Answer<Item> _items;
    private readonly Answer<ItemUnit> _units;
    private readonly Answer<NumberSeries> _series;
    private readonly Answer<NumberSeriesLine> _lines;

    public CardAnswers(RoundTrip trip, BooksNeeds needs)
    {
        string[] items = [.. needs.Items];
        short[] directions = [.. needs.Parties.Select(key => (short)key.Item1).Distinct()];
        string[] parties = [.. needs.Parties.Select(key => key.Item2).Distinct()];
        _parties =
            parties.Length == 0
                ? Answer<Party>.None
                : trip.Rows<Party>($"direction = ANY({directions}) AND no = ANY({parties})");
        _items = trip.Rows<Item>("no", items);
        _units = trip.Rows<ItemUnit>("item_no", items);
        _series = trip.Rows<NumberSeries>($"true");
        _lines = trip.Rows<NumberSeriesLine>($"true");
    }

    public Dictionary<(Direction, string), Party> Parties() =>
        _parties.Rows.ToDictionary(party => (party.Direction, party.No));

    public Dictionary<string, Item> Items()
    {
        var units = _units.Rows.ToLookup(unit => unit.ItemNo);
        foreach (var item in _items.Rows)
            item.Units = [.. units[item.No]];
        return _items.Rows.ToDictionary(item => item.No);
    }

    public IEnumerable<KeyValuePair<string, NumberSeries>> NumberSeries()
    {
        var lines = _lines.Rows.ToLookup(line => line.SeriesCode);
        foreach (var series in _series.Rows)
            series.Lines = [.. lines[series.Code]];
        return _series.Rows.Select(series => KeyValuePair.Create(series.Code, series));
    }
}
