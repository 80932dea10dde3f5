using System.Globalization;
using System.Threading.Channels;
using Handel.Data.Changes;

namespace Handel.App.Changes;

/// <summary>
/// Who in this process looks on, and what has changed in which company. Of each topic only the
/// last change counts, so that a slow reader costs nothing and whoever comes back after a moment
/// hears exactly what he missed.
/// </summary>
public sealed class ChangeHub(TimeProvider clock)
{
    /// <summary>Pages that look on at once, in this process.</summary>
    public const int ReadersMax = 1000;

    /// <summary>Pages of one user that look on at once.</summary>
    public const int ReadersOfUserMax = 20;

    private readonly Lock gate = new();
    private readonly HashSet<ChangeReader> readers = [];
    private readonly Dictionary<int, Dictionary<string, long>> changed = [];
    private readonly string life = clock
        .GetUtcNow()
        .ToUnixTimeMilliseconds()
        .ToString("x", CultureInfo.InvariantCulture);
    private long last;
    private long lastEverywhere;

    public void Publish(Change change)
    {
        lock (gate)
        {
            last++;
            if (change == Change.Everywhere)
                lastEverywhere = last;
            else
                Topics(change.CompanyNo)[change.Topic] = last;
            foreach (var reader in readers)
                if (change == Change.Everywhere || change.CompanyNo == reader.CompanyNo)
                    reader.Wake();
        }
    }

    /// <summary>Null when too many look on already.</summary>
    /// <param name="since">
    /// The last position that the page has heard; without one it hears "anything" at once, because
    /// it may have read before it listened.
    /// </param>
    public ChangeReader? Join(int companyNo, Guid userId, string since)
    {
        lock (gate)
        {
            if (readers.Count >= ReadersMax)
                return null;
            if (readers.Count(reader => reader.UserId == userId) >= ReadersOfUserMax)
                return null;
            var reader = new ChangeReader(this, companyNo, userId) { Heard = PositionIn(since) };
            readers.Add(reader);
            reader.Wake();
            return reader;
        }
    }

    internal IReadOnlyList<string> Take(ChangeReader reader)
    {
        lock (gate)
        {
            var heard = reader.Heard;
            reader.Heard = last;
            if (heard is not { } from || lastEverywhere > from)
                return [Change.Anything];
            return [.. Topics(reader.CompanyNo).Where(t => t.Value > from).Select(t => t.Key)];
        }
    }

    internal string PositionOf(ChangeReader reader) =>
        string.Create(CultureInfo.InvariantCulture, $"{life}-{reader.Heard}");

    internal void Leave(ChangeReader reader)
    {
        lock (gate)
            readers.Remove(reader);
    }

    // A position of another life of the server says nothing about this one.
    private long? PositionIn(string since) =>
        since.StartsWith(life + "-", StringComparison.Ordinal)
        && long.TryParse(
            since.AsSpan(life.Length + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var position
        )
        && position <= last
            ? position
            : null;

    private Dictionary<string, long> Topics(int companyNo)
    {
        if (!changed.TryGetValue(companyNo, out var topics))
            changed.Add(companyNo, topics = []);
        return topics;
    }
}

/// <summary>One page that looks on in one company.</summary>
public sealed class ChangeReader(ChangeHub hub, int companyNo, Guid userId) : IDisposable
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public int CompanyNo => companyNo;
    public Guid UserId => userId;

    /// <summary>Where the reader is; a page that comes back begins there.</summary>
    public string Position => hub.PositionOf(this);

    internal long? Heard { get; set; }

    internal void Wake() => signal.Writer.TryWrite(true);

    /// <summary>Topics that changed; empty when nothing did for as long as is waited.</summary>
    public async Task<IReadOnlyList<string>> Next(TimeSpan patience, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            await signal.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [];
        }
        return hub.Take(this);
    }

    public void Dispose() => hub.Leave(this);
}
