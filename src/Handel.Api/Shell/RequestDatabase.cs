using Handel.Api.Engine;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Shell;

/// <summary>
/// The database as one request sees it: one context per company that it touches, so that what a
/// batch wrote is there when it reads, and its writes share a transaction.
/// </summary>
public sealed class RequestDatabase(HandelDatabase database) : IAsyncDisposable
{
    private readonly Dictionary<int, HandelDbContext> contexts = [];

    public HandelDbContext Of(int companyNo)
    {
        if (!contexts.TryGetValue(companyNo, out var context))
        {
            context = database.Open(companyNo);
            contexts.Add(companyNo, context);
        }
        return context;
    }

    /// <summary>Runs the body in a transaction of the company; nested calls share it.</summary>
    public async Task Transaction(int companyNo, Func<Task<bool>> body, CancellationToken ct)
    {
        var db = Of(companyNo);
        if (db.Database.CurrentTransaction is not null)
        {
            await body();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await body())
            await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Runs several requests in one transaction of the company. It holds the ledger from its
    /// start, so that it may post, and so that two of them never wait in a circle.
    /// </summary>
    public async Task Together(int companyNo, Func<Task<bool>> body, CancellationToken ct)
    {
        var db = Of(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LedgerLock.Take(db, ct);
        db.IsShared = true;
        try
        {
            if (await body())
                await transaction.CommitAsync(ct);
        }
        finally
        {
            db.IsShared = false;
            db.ChangeTracker.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts.Values)
            await context.DisposeAsync();
    }
}

/// <summary>Short ways from a request to its data.</summary>
internal static class RequestData
{
    public static HandelDbContext Db(this RequestScope scope)
    {
        var db = scope.Get<RequestDatabase>().Of(scope.CompanyNo);
        if (db.UserName.Length == 0)
            db.UserName = scope.UserName();
        return db;
    }

    public static IQueryable<TRow> Rows<TRow>(this RequestScope scope)
        where TRow : class => scope.Db().Set<TRow>();

    /// <summary>The drafts, in the transaction of the request where there is one.</summary>
    public static Drafts Drafts(this RequestScope scope) => scope.Get<Drafts>().In(scope.Db());

    /// <summary>
    /// Posts with whatever else is waiting, or inside what the request does together.
    /// </summary>
    public static Task<LedgerOutcome> Post(this RequestScope scope, ILedgerCommand command)
    {
        var (db, writers) = (scope.Db(), scope.Get<CompanyWriters>());
        var keyed = new KeyedCommand(command);
        if (scope.PostingKey is { } key)
            keyed = keyed with { Key = key, MayBeDone = true };
        return db.IsShared
            ? writers.PostIn(db, keyed, scope.Aborted)
            : writers.Submit(scope.CompanyNo, keyed, scope.Aborted);
    }

    /// <summary>
    /// The same for what a request does besides: not under its key, it may be several.
    /// </summary>
    public static Task<LedgerOutcome> PostAside(this RequestScope scope, ILedgerCommand command)
    {
        var (db, writers) = (scope.Db(), scope.Get<CompanyWriters>());
        var keyed = new KeyedCommand(command);
        return db.IsShared
            ? writers.PostIn(db, keyed, scope.Aborted)
            : writers.Submit(scope.CompanyNo, keyed, scope.Aborted);
    }

    /// <summary>What the request posted when it came before; null when it did not.</summary>
    public static Task<LedgerOutcome?> PostedBefore(this RequestScope scope) =>
        scope.PostingKey is { } key
            ? App.Ledger.PostedBefore.Find(scope.Db(), key, scope.Aborted)
            : Task.FromResult<LedgerOutcome?>(null);

    public static Task<LedgerOutcome> Preview(this RequestScope scope, ILedgerCommand command) =>
        scope.Get<CompanyWriters>().PreviewIn(scope.Db(), command, scope.Aborted);

    /// <summary>Who stands in registers and drafts.</summary>
    public static string UserName(this RequestScope scope) => scope.User.Identity?.Name ?? "";

    public static DateOnly Today(this RequestScope scope) =>
        DateOnly.FromDateTime(scope.Get<TimeProvider>().GetLocalNow().DateTime);
}
