using Handel.Data.Bulk;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Vat;

namespace Handel.App.Ledger;

/// <summary>
/// Writes what nothing will change any more while the next commands of the batch are planned: the
/// database works beside us instead of after us. Until it is finished the trip is its own.
/// </summary>
internal sealed class FactsAhead(RoundTrip trip, BatchResult batch) : IAsyncDisposable
{
    /// <summary>Fewer lines do not pay for the commands that bring them.</summary>
    private const int LinesMin = 100;

    private readonly BulkWriter _bulk = new(trip);
    private Task _writing = Task.CompletedTask;
    private int _postings;
    private int _registers;
    private int _lines;

    /// <summary>Says that a command is planned; writing begins when it pays.</summary>
    public void Planned(int lines)
    {
        _lines += lines;
        if (_lines < LinesMin || !_writing.IsCompletedSuccessfully)
            return;
        _lines = 0;
        Take();
        _writing = Task.Run(() => trip.Make(CancellationToken.None));
    }

    /// <summary>Hands the trip back; it will take what was not written yet.</summary>
    public async Task Finish()
    {
        await _writing;
        Take();
    }

    private void Take()
    {
        var postings = batch.Postings[_postings..];
        _bulk.Insert<ValueEntry>([.. postings.SelectMany(posting => posting.ValueEntries)]);
        _bulk.Insert<GlEntry>([.. postings.SelectMany(posting => posting.GlEntries)]);
        _bulk.Insert<VatEntry>([.. postings.SelectMany(posting => posting.VatEntries)]);
        _bulk.Insert<DimensionCorrection>([
            .. postings.SelectMany(posting => posting.DimensionCorrections),
        ]);
        _bulk.Insert(batch.Registers[_registers..]);
        _postings = batch.Postings.Count;
        _registers = batch.Registers.Count;
    }

    /// <summary>Planning may have failed meanwhile: the connection must be at rest.</summary>
    public async ValueTask DisposeAsync() =>
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
