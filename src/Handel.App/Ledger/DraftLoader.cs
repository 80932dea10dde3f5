using Handel.Data.Bulk;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>Drafts with their lines, as a round trip is asked for them.</summary>
internal sealed class DraftLoader
{
    private readonly Answer<TradeDocument> _documents = Answer<TradeDocument>.None;
    private readonly Answer<TradeLine> _lines = Answer<TradeLine>.None;

    private DraftLoader(RoundTrip trip, Guid[] ids, FormattableString condition)
    {
        if (ids.Length == 0)
            return;
        _documents = trip.Rows<TradeDocument>(condition);
        _lines = trip.Rows<TradeLine>($"document_id = ANY({ids}) ORDER BY document_id, line_no");
    }

    public static DraftLoader Ask(RoundTrip trip, Guid[] ids) => new(trip, ids, $"id = ANY({ids})");

    /// <summary>For posting, with their rows locked until the transaction ends.</summary>
    public static DraftLoader AskAndLock(RoundTrip trip, Guid[] ids) =>
        // In one order for everybody, so that writers of two drafts never wait in a circle.
        new(trip, ids, $"id = ANY({ids}) ORDER BY id FOR UPDATE");

    /// <summary>What was found, once the round trip is made.</summary>
    public DraftSet Found()
    {
        var lines = _lines.Rows.ToLookup(line => line.DocumentId);
        foreach (var document in _documents.Rows)
            document.Lines = [.. lines[document.Id]];
        return new DraftSet(_documents.Rows);
    }
}
