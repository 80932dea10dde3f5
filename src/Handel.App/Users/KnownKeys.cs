using System.Collections.Concurrent;

namespace Handel.App.Users;

/// <summary>
/// Remembers for a few seconds whose key it was that came in: a program that posts sends the same
/// key with every request. A key that is taken back by this process is forgotten at once, one that
/// another process takes back after <see cref="KnownFor"/>. Only keys that are right are kept, so
/// that guessing fills nothing.
/// </summary>
public sealed class KnownKeys(TimeProvider clock)
{
    public static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);

    private const int KeysMax = 1000;

    private readonly ConcurrentDictionary<(string UserName, string Hash), Known> _known = new();

    /// <summary>Null when the key must be looked up.</summary>
    public Caller? Find(string userName, byte[] hash) =>
        _known.TryGetValue(Key(userName, hash), out var known) && clock.GetUtcNow() < known.Until
            ? known.Caller
            : null;

    /// <param name="expiresAt">Never known longer than the key holds.</param>
    public void Remember(string userName, byte[] hash, Caller caller, DateTimeOffset? expiresAt)
    {
        if (_known.Count >= KeysMax)
            _known.Clear();
        var until = clock.GetUtcNow() + KnownFor;
        _known[Key(userName, hash)] = new(caller, expiresAt < until ? expiresAt.Value : until);
    }

    /// <summary>An account or a key has changed.</summary>
    public void Forget() => _known.Clear();

    private static (string, string) Key(string userName, byte[] hash) =>
        (userName, Convert.ToBase64String(hash));

    private sealed record Known(Caller Caller, DateTimeOffset Until);
}
