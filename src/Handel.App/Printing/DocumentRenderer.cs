using System.Text.Json;
using Handel.Kernel.Problems;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Handel.App.Printing;

/// <summary>
/// Turns documents into PDF with a supervised worker (D13): started when first needed, started
/// again when it dies, given up for a while when it keeps dying. It renders one document at a
/// time; others wait in a bounded queue. Nothing that the worker does can end the server.
/// </summary>
public sealed class DocumentRenderer(
    PrintingOptions options,
    TimeProvider? clock = null,
    ILogger<DocumentRenderer>? logger = null
) : IAsyncDisposable
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger<DocumentRenderer>.Instance;
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closing = new();
    private WorkerProcess? worker;
    private DateTimeOffset restAt = DateTimeOffset.MinValue;
    private int failuresInRow;
    private int waiting;
    private long requests;

    /// <summary>The process at work, or null between two of them; for monitoring.</summary>
    public int? WorkerProcessId => worker is { IsRunning: true } running ? running.Id : null;

    /// <summary>Renders one document. A problem is an answer; only a cancel is thrown.</summary>
    public async Task<RenderedDocument> Render(DocumentData document, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > options.QueueMax)
        {
            Interlocked.Decrement(ref waiting);
            return Problem(document, PrintProblems.Busy, $"{options.QueueMax} documents wait.");
        }

        try
        {
            await turn.WaitAsync(ct);
            try
            {
                ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
                return await RenderInTurn(document, ct);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await turn.WaitAsync();
        Stop();
        turn.Release();
    }

    // Rendering changes nothing, so a document whose worker died is simply given to the next one.
    private async Task<RenderedDocument> RenderInTurn(DocumentData document, CancellationToken ct)
    {
        var id = ++requests;
        var line = RenderMessage.Write(id, document);
        for (var attempt = 1; ; attempt++)
        {
            if (clock.GetUtcNow() < restAt)
                return Problem(document, PrintProblems.Down, $"Started again at {restAt:u}.");

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, closing.Token);
            limit.CancelAfter(options.Timeout);
            try
            {
                var answer = await Ask(line, limit.Token);
                failuresInRow = 0;
                RecycleWhenLarge();
                return RenderMessage.Read(answer, id) is { } rendered
                    ? rendered with
                    {
                        Problem = Named(rendered.Problem, document),
                    }
                    : throw new IOException("The worker gave an answer to another question.");
            }
            catch (OperationCanceledException)
            {
                // Its answer would be taken for the next one's.
                Stop();
                ct.ThrowIfCancellationRequested();
                ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
                return Problem(document, PrintProblems.Timeout, $"{options.Timeout}");
            }
            catch (Exception error) when (error is IOException or JsonException)
            {
                NoteFailure(error);
                if (attempt == AttemptsMax)
                    return Problem(document, PrintProblems.Down, error.Message);
            }
        }
    }

    private async Task<string> Ask(string line, CancellationToken ct)
    {
        if (worker is not { IsRunning: true })
        {
            Stop();
            worker = WorkerProcess.Start(options, logger);
        }

        return await worker.Ask(line, ct);
    }

    // The typesetter keeps what it may need again, and gives little of it back.
    private void RecycleWhenLarge()
    {
        if (worker!.MemoryBytes > options.WorkerMemoryBytesMax)
            Stop();
    }

    private void NoteFailure(Exception error)
    {
        failuresInRow++;
        logger.LogWarning(error, "The worker failed, {Failures} in a row", failuresInRow);
        Stop();
        if (failuresInRow <= FailuresForgiven)
            return;

        var doublings = Math.Min(failuresInRow - FailuresForgiven, DoublingsMax);
        var backoff = BackoffFirst * Math.Pow(2, doublings - 1);
        restAt = clock.GetUtcNow() + (backoff < options.BackoffMax ? backoff : options.BackoffMax);
    }

    private void Stop()
    {
        worker?.Dispose();
        worker = null;
    }

    private static Problem? Named(Problem? problem, DocumentData document) =>
        problem is null ? null : problem with { Record = RecordOf(document) };

    private static RenderedDocument Problem(DocumentData document, string code, string detail) =>
        new()
        {
            Problem = new(code, RecordOf(document))
            {
                Args = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["detail"] = detail,
                },
            },
        };

    private static RecordRef RecordOf(DocumentData document) =>
        new(RenderMessage.NameOf(document.Kind), document.No ?? "");

    private const int AttemptsMax = 2;
    private const int FailuresForgiven = 2;
    private const int DoublingsMax = 20;
    private static readonly TimeSpan BackoffFirst = TimeSpan.FromMilliseconds(500);
}
