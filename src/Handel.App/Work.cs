using Handel.Data;

namespace Handel.App;

/// <summary>One unit of work: on a context of its own, or one that others use too.</summary>
internal sealed class Work : IAsyncDisposable
{
    private readonly bool _isOwn;

    private Work(HandelDbContext db, bool isOwn) => (Db, _isOwn) = (db, isOwn);

    public HandelDbContext Db { get; }

    /// <summary>In what an open context does, or on its own where there is none.</summary>
    public static Work In(HandelDbContext? shared, HandelDatabase database, int companyNo) =>
        shared is null ? new(database.Open(companyNo), isOwn: true) : new(shared, isOwn: false);

    public ValueTask DisposeAsync()
    {
        if (_isOwn)
            return Db.DisposeAsync();
        Db.ChangeTracker.Clear();
        return ValueTask.CompletedTask;
    }
}
