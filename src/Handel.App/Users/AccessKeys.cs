using Handel.Data.Users;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Users;

/// <summary>Gives out and takes back web service access keys. API-A-3.</summary>
public sealed class AccessKeys(UsersDbContext database, KnownKeys known, TimeProvider clock)
{
    /// <summary>The only moment at which the key can be read.</summary>
    public async Task<(Guid Id, string Key)> Issue(
        string userName,
        string description,
        DateTimeOffset? expiresAt,
        CancellationToken ct
    )
    {
        var normalized = userName.ToUpperInvariant();
        var user =
            await database.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normalized, ct)
            ?? throw new AccountRefusedException($"There is no user '{userName}'.");

        var key = Secrets.NewAccessKey();
        var entry = new AccessKey
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Description = description,
            Hash = Secrets.HashOfKey(key),
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt?.ToUniversalTime(),
        };
        database.AccessKeys.Add(entry);
        await database.SaveChangesAsync(ct);
        return (entry.Id, key);
    }

    /// <summary>False when there is no such key, or it was revoked before.</summary>
    public async Task<bool> Revoke(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changed = await database
            .AccessKeys.Where(entry => entry.Id == id && entry.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RevokedAt, now), ct);
        known.Forget();
        return changed == 1;
    }
}
