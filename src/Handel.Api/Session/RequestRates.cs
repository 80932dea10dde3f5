using System.Collections.Concurrent;

namespace Handel.Api.Session;

/// <summary>What is left to somebody after a request.</summary>
/// <param name="Remaining">Requests that he may still make now; below zero: this one not.</param>
/// <param name="Reset">Until requests of his are forgotten again.</param>
internal readonly record struct RateLeft(int Remaining, TimeSpan Reset);

/// <summary>
/// Counts the requests of each user over the last minutes (A15). The window slides in steps, so
/// that nobody who has to wait waits for all of it.
/// </summary>
internal sealed class RequestRates(int requestsMax, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Users remembered at once; who did not ask for a window long is forgotten.</summary>
    public const int UsersMax = 10_000;

    private const int Steps = 10;
    private static readonly TimeSpan Step = Window / Steps;

    private readonly ConcurrentDictionary<string, Counts> users = new(StringComparer.Ordinal);

    /// <summary>Users who are remembered.</summary>
    internal int Users => users.Count;

    public RateLeft Count(string user)
    {
        var now = clock.GetTimestamp();
        var step = clock.GetElapsedTime(0, now).Ticks / Step.Ticks;
        if (users.Count >= UsersMax)
            Forget(step);
        var used = users.GetOrAdd(user, _ => new Counts()).Add(step, requestsMax);
        var reset = TimeSpan.FromTicks(
            (step + 1) * Step.Ticks - clock.GetElapsedTime(0, now).Ticks
        );
        return new(requestsMax - used, reset);
    }

    private void Forget(long step)
    {
        foreach (var (user, counts) in users)
            if (counts.IsIdle(step))
                users.TryRemove(user, out _);
    }

    /// <summary>Requests of one user, by step of the window.</summary>
    private sealed class Counts
    {
        private readonly int[] counts = new int[Steps];
        private long last;

        /// <summary>Requests within the window, this one included.</summary>
        public int Add(long step, int most)
        {
            lock (counts)
            {
                Slide(step);
                var used = counts.Sum() + 1;
                // A refused request does not make the wait longer.
                if (used <= most)
                    counts[step % Steps]++;
                return used;
            }
        }

        public bool IsIdle(long step)
        {
            lock (counts)
                return step - last >= Steps;
        }

        private void Slide(long step)
        {
            for (var passed = Math.Min(step - last, Steps); passed > 0; passed--)
                counts[(step - passed + 1) % Steps] = 0;
            last = Math.Max(last, step);
        }
    }
}
