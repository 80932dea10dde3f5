using Npgsql;
using NpgsqlTypes;

namespace Handel.Data.Changes;

/// <summary>
/// Tells all servers on the database what was committed, gathered for a moment. NOTIFY takes one
/// lock for the whole cluster until the commit is on disk: inside each writing transaction it would
/// make writers wait for one another (decision 0006), so it gets a small transaction of its own.
/// </summary>
public sealed class ChangeNotices(NpgsqlDataSource source) : IAsyncDisposable
{
    public const string Channel = "handel_changes";

    /// <summary>Different changes told at once; more are told as "anything, everywhere".</summary>
    public const int ChangesMax = 1000;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private HashSet<Change> waiting = [];
    private Task telling = Task.CompletedTask;

    /// <summary>Called after the commit; never waits.</summary>
    public void Add(IReadOnlyCollection<Change> changes)
    {
        if (changes.Count == 0)
            return;
        lock (gate)
        {
            waiting.UnionWith(changes);
            if (waiting.Count > ChangesMax)
                waiting = [Change.Everywhere];
            if (telling.IsCompleted && !closing.IsCancellationRequested)
                telling = Task.Run(Tell);
        }
    }

    private async Task Tell()
    {
        var pause = Gathering;
        while (true)
        {
            await Task.Delay(pause, closing.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = await TrySend() ? Gathering : PauseAfterFailure;
            lock (gate)
            {
                if (waiting.Count > 0 && !closing.IsCancellationRequested)
                    continue;
                // Whoever adds after this starts anew; what is left is told when we close.
                telling = Task.CompletedTask;
                return;
            }
        }
    }

    private async Task<bool> TrySend()
    {
        var taken = Take();
        if (taken.Count == 0)
            return true;
        try
        {
            await Send(taken);
            return true;
        }
        catch (Exception failure)
            when (failure is NpgsqlException or ObjectDisposedException or TimeoutException)
        {
            lock (gate)
                waiting = [Change.Everywhere];
            return false;
        }
    }

    private HashSet<Change> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }

    private async Task Send(IReadOnlyCollection<Change> changes)
    {
        await using var command = source.CreateCommand(
            "SELECT pg_notify($1, change) FROM unnest($2) AS told(change)"
        );
        command.Parameters.Add(new() { Value = Channel });
        command.Parameters.Add(
            new()
            {
                Value = changes.Select(change => change.ToPayload()).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            }
        );
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Tells what is left; a command line that ends is heard too.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            if (closing.IsCancellationRequested)
                return;
            closing.Cancel();
            last = telling;
        }
        await last;
        await TrySend();
        closing.Dispose();
    }
}
