using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handel.App.Ledger;

/// <summary>
/// The one writer of a company's books (D2). It takes what is waiting, posts it in one transaction,
/// and answers each caller. Several servers are as correct as one: the batch locks the ledger row.
/// </summary>
public sealed partial class LedgerWriter : IAsyncDisposable
{
    /// <summary>Commands in one transaction, at most.</summary>
    public const int BatchCommandsMax = 128;

    /// <summary>
    /// Lines in one transaction, at most; a larger document is a batch of its own.
    /// </summary>
    public const int BatchLinesMax = 8000;

    /// <summary>How long a batch gathers after one that held several commands.</summary>
    private const int GatherMilliseconds = 2;

    /// <summary>How often a command is tried again by itself when connections break.</summary>
    private const int AttemptsMax = 3;

    /// <summary>Commands that may wait; callers beyond that wait to be taken in.</summary>
    private const int WaitingMax = 4096;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true }
    );
    private readonly LedgerBatch _batch;
    private readonly ILogger _log;
    private readonly Task _running;
    private Waiting? _heldBack;

    public LedgerWriter(LedgerBatch batch, ILogger log)
    {
        _batch = batch;
        _log = log;
        _running = Task.Run(Run);
    }

    /// <summary>Posts a command with whatever else is waiting.</summary>
    public async Task<LedgerOutcome> Submit(KeyedCommand command, CancellationToken ct = default)
    {
        var waiting = new Waiting(command);
        await _waiting.Writer.WriteAsync(waiting, ct);
        // Once taken in, a command is carried out whether or not its caller still listens.
        return await waiting.Answer.Task;
    }

    private async Task Run()
    {
        var before = 0;
        while (_heldBack is not null || await _waiting.Reader.WaitToReadAsync())
        {
            // Whoever was just answered often has more to post: under load a breath fills the
            // batch, and one clerk alone never waits for it.
            if (before > 1 && _waiting.Reader.Count < before)
                await Task.Delay(GatherMilliseconds);
            var taken = TakeBatch();
            before = taken.Count;
            if (taken.Count > 0)
                await Post(taken);
        }
    }

    private List<Waiting> TakeBatch()
    {
        var taken = new List<Waiting>();
        var lines = 0;
        while (taken.Count < BatchCommandsMax && TryTake(out var next))
        {
            if (taken.Count > 0 && lines + next.LineCount > BatchLinesMax)
            {
                _heldBack = next;
                break;
            }
            taken.Add(next);
            lines += next.LineCount;
        }
        return taken;
    }

    private bool TryTake(out Waiting next)
    {
        if (_heldBack is { } held)
        {
            next = held;
            _heldBack = null;
            return true;
        }
        return _waiting.Reader.TryRead(out next!);
    }

    private async Task Post(List<Waiting> taken)
    {
        try
        {
            await PostAll(taken);
        }
        catch (Exception failure) when (taken.Count == 1 && !IsAnswerLost(failure))
        {
            LogFailure(_log, failure);
            taken[0].Answer.SetException(failure);
        }
        catch (Exception failure)
        {
            // One document must not take its neighbours down: each is tried by itself.
            LogRetry(_log, taken.Count, failure);
            foreach (var waiting in taken)
                await PostAgain(waiting);
        }
    }

    private async Task PostAll(List<Waiting> taken)
    {
        var outcomes = await _batch.Post([.. taken.Select(waiting => waiting.Command)]);
        for (var i = 0; i < taken.Count; i++)
            taken[i].Answer.SetResult(outcomes[i]);
    }

    // The commit may have come through although we were not told: the key says whether it did.
    private async Task PostAgain(Waiting waiting)
    {
        var again = waiting with { Command = waiting.Command with { MayBeDone = true } };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PostAll([again]);
                return;
            }
            catch (Exception failure) when (attempt < AttemptsMax && IsAnswerLost(failure))
            {
                LogRetry(_log, 1, failure);
            }
            catch (Exception failure)
            {
                LogFailure(_log, failure);
                waiting.Answer.SetException(failure);
                return;
            }
        }
    }

    /// <summary>The connection broke: what was sent on it may be done or not.</summary>
    private static bool IsAnswerLost(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is NpgsqlException { IsTransient: true } or IOException)
                return true;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A posting failed")]
    private static partial void LogFailure(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} is posted one by one")]
    private static partial void LogRetry(ILogger log, int count, Exception failure);

    private sealed record Waiting(KeyedCommand Command)
    {
        public int LineCount => Command.Command.LineCount;
        public TaskCompletionSource<LedgerOutcome> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
