using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Handel.Data;

/// <summary>
/// Moves the version and the time of last change of every row that is saved; the time of a row
/// never stands still (API-W-12).
/// </summary>
internal sealed class Stamps : SaveChangesInterceptor
{
    private const string VersionName = "Version";
    private const string ModifiedAtName = "ModifiedAt";

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var entry in eventData.Context!.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
                Stamp(entry, now);
        }
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Stamp(EntityEntry entry, DateTimeOffset now)
    {
        if (entry.Metadata.FindProperty(VersionName) is { } versionProperty)
        {
            var version = entry.Property(versionProperty);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
        if (entry.Metadata.FindProperty(ModifiedAtName) is { } modifiedProperty)
        {
            var modified = entry.Property(modifiedProperty);
            var next = ((DateTimeOffset)modified.OriginalValue!).AddMilliseconds(1);
            modified.CurrentValue = now > next ? now : next;
        }
    }
}
