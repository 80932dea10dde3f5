using Handel.Data.Users;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Users;

/// <summary>Finds who comes in, each in one query.</summary>
public sealed class Callers(UsersDbContext database, TimeProvider clock)
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromHours(1);

    /// <summary>Null when there is no such user, or he may not come in any more.</summary>
    public Task<Caller?> Find(Guid userId, CancellationToken ct) =>
        AsCaller(database.Users.Where(user => user.Id == userId)).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Null unless the key is this user's, and neither expired nor revoked. API-A-3.
    /// </summary>
    public async Task<Caller?> FindByKey(string userName, string key, CancellationToken ct)
    {
        // The index search is on the hash of the key: how long it takes tells nothing about it.
        var hash = Secrets.HashOfKey(key);
        var now = clock.GetUtcNow();
        var normalized = userName.ToUpperInvariant();
        var found = await (
            from entry in database.AccessKeys.AsNoTracking()
            where entry.Hash == hash && entry.RevokedAt == null
            where entry.ExpiresAt == null || entry.ExpiresAt > now
            join user in database.Users on entry.UserId equals user.Id
            where user.NormalizedUserName == normalized
            select new
            {
                entry.Id,
                entry.UserId,
                entry.LastUsedAt,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        if (found.LastUsedAt is not { } last || now - last > UseIsNoted)
            await database
                .AccessKeys.Where(entry => entry.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.LastUsedAt, now), ct);
        return await Find(found.UserId, ct);
    }

    private IQueryable<Caller?> AsCaller(IQueryable<User> users) =>
        from user in users.AsNoTracking()
        where !user.IsDisabled
        select new Caller
        {
            UserId = user.Id,
            Name = user.UserName ?? "",
            DisplayName = user.DisplayName,
            Language = user.Language,
            MustChangePassword = user.MustChangePassword,
            Stamp = user.SecurityStamp ?? "",
            Roles = (
                from member in database.UserRoles
                where member.UserId == user.Id
                join role in database.Roles on member.RoleId equals role.Id
                orderby role.Name
                select role.Name
            ).ToList(),
        };
}
