using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Handel.Data.Changes;

/// <summary>
/// Notes what a context saves, and tells it when it is committed. What is written past the change
/// tracker says so itself, with <see cref="HandelDbContext.Touch"/>.
/// </summary>
internal sealed class ChangeCapture(ChangeNotices notices)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var db = (HandelDbContext)eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                db.Touch(Change.TopicOf(entry.Entity));
        }
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
            Tell(eventData.Context);
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Tell(DbContext context) => notices.Add(((HandelDbContext)context).TakeTouched());
}
