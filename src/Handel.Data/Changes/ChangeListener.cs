using Npgsql;

namespace Handel.Data.Changes;

/// <summary>
/// Hears what any process on the database commits, over one connection of its own that is made
/// again when it breaks. Needs a connection that stays: a pooler between must pool by session.
/// </summary>
public sealed class ChangeListener(string connectionString)
{
    private const int KeepAliveSeconds = 30;
    private static readonly TimeSpan PauseFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Calls back until it is cancelled. Each time it begins to listen it says
    /// <see cref="Change.Everywhere"/>, since nobody heard what was before.
    /// </summary>
    /// <param name="broken">Told why the connection was lost.</param>
    public async Task Run(
        Action<Change> heard,
        Action<Exception> broken,
        CancellationToken ct = default
    )
    {
        var pause = PauseFirst;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Listen(
                    change =>
                    {
                        pause = PauseFirst;
                        heard(change);
                    },
                    ct
                );
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                broken(failure);
            }
            await Task.Delay(pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < PauseMax ? pause * 2 : PauseMax;
        }
    }

    private async Task Listen(Action<Change> heard, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            KeepAlive = KeepAliveSeconds,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, told) =>
        {
            if (Change.Parse(told.Payload) is { } change)
                heard(change);
        };
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChangeNotices.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        heard(Change.Everywhere);
        while (true)
            await connection.WaitAsync(ct);
    }
}
