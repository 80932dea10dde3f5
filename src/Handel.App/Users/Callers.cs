using Handel.Data.Users;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Users;

/// <summary>
/// Finds who comes in. Every request of a program asks, so the questions are compiled once.
/// </summary>
public sealed class Callers(UsersDbContext database, KnownKeys known, TimeProvider clock)
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromHours(1);

    /// <summary>Null when there is no such user, or he may not come in any more.</summary>
    public Task<Caller?> Find(Guid userId, CancellationToken ct) => OfUser(database, userId, ct);

    /// <summary>
    /// Null unless the key is this user's, and neither expired nor revoked. API-A-3.
    /// </summary>
    public async Task<Caller?> FindByKey(string userName, string key, CancellationToken ct)
    {
        // The index search is on the hash of the key: how long it takes tells nothing about it.
        var (name, hash) = (userName.ToUpperInvariant(), Secrets.HashOfKey(key));
        if (known.Find(name, hash) is { } before)
            return before;
        var now = clock.GetUtcNow();
        var found = await OfKey(database, hash, name, now, ct);
        if (found is null)
            return null;

        if (found.LastUsedAt is not { } last || now - last > UseIsNoted)
            await database
                .AccessKeys.Where(entry => entry.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.LastUsedAt, now), ct);
        var caller = await Find(found.UserId, ct);
        if (caller is not null)
            known.Remember(name, hash, caller, found.ExpiresAt);
        return caller;
    }

    private static readonly Func<UsersDbContext, Guid, CancellationToken, Task<Caller?>> OfUser =
        EF.CompileAsyncQuery(
            (UsersDbContext database, Guid userId, CancellationToken _) =>
                database
                    .Users.AsNoTracking()
                    .Where(user => user.Id == userId && !user.IsDisabled)
                    .Select(user => new Caller
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
                    })
                    .SingleOrDefault()
        );

    private static readonly Func<
        UsersDbContext,
        byte[],
        string,
        DateTimeOffset,
        CancellationToken,
        Task<AccessKey?>
    > OfKey = EF.CompileAsyncQuery(
        (
            UsersDbContext database,
            byte[] hash,
            string userName,
            DateTimeOffset now,
            CancellationToken _
        ) =>
            database
                .AccessKeys.AsNoTracking()
                .Where(key => key.Hash == hash && key.RevokedAt == null)
                .Where(key => key.ExpiresAt == null || key.ExpiresAt > now)
                .SingleOrDefault(key =>
                    database.Users.Any(user =>
                        user.Id == key.UserId && user.NormalizedUserName == userName
                    )
                )
    );
}
