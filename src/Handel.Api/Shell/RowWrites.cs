using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Data;
using Handel.Kernel.Problems;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Shell;

/// <summary>
/// How callers write the rows of a table: one setter per property, then checks. Create, change and
/// delete follow from it.
/// </summary>
internal sealed class RowWrites<TRow>(string set)
    where TRow : class, new()
{
    private readonly Dictionary<string, Func<RowEdit<TRow>, object, Task>> setters = new(
        StringComparer.Ordinal
    );
    private readonly List<Func<RowEdit<TRow>, Task>> checks = [];
    private readonly List<Func<RowEdit<TRow>, Task<bool>>> uses = [];
    private Func<TRow, string> key = _ => "";
    private string keyName = "";
    private Func<RowEdit<TRow>, string, IQueryable<TRow>>? sameKey;
    private Action<RowEdit<TRow>>? start;
    private readonly List<Func<RowEdit<TRow>, string, string, Task>> followers = [];
    private bool mayRename;

    /// <summary>The code or number: mandatory and unique within the table.</summary>
    public RowWrites<TRow> Key(
        string name,
        Func<TRow, string> read,
        Func<RowEdit<TRow>, string, IQueryable<TRow>> same
    )
    {
        (keyName, key, sameKey) = (name, read, same);
        return this;
    }

    /// <summary>What every new row has before the caller's values.</summary>
    public RowWrites<TRow> Start(Action<RowEdit<TRow>> fill)
    {
        start = fill;
        return this;
    }

    public RowWrites<TRow> Set<T>(string name, Action<TRow, T> write)
    {
        setters[name] = (edit, value) =>
        {
            write(edit.Row, As<T>(value));
            return Task.CompletedTask;
        };
        return this;
    }

    public RowWrites<TRow> SetWith(string name, Func<RowEdit<TRow>, object, Task> write)
    {
        setters[name] = write;
        return this;
    }

    /// <summary>A reference that callers give by id, by code, or by both (A18.2).</summary>
    public RowWrites<TRow> Pair<TTarget>(
        (string Id, string Code) names,
        Expression<Func<TTarget, string>> codeOf,
        Action<TRow, string> write
    )
        where TTarget : class
    {
        var pair = new PairWrite<TRow, TTarget>(names.Id, names.Code, codeOf, write);
        if (names.Id.Length > 0)
            setters[names.Id] = pair.SetId;
        if (names.Code.Length > 0)
            setters[names.Code] = pair.SetCode;
        return this;
    }

    public RowWrites<TRow> Check(Func<RowEdit<TRow>, Task> check)
    {
        checks.Add(check);
        return this;
    }

    public RowWrites<TRow> Needs(string name, Func<TRow, string> read) =>
        Check(edit =>
        {
            if (read(edit.Row).Length == 0)
                edit.Refuse(ProblemCodes.FieldEmpty, name);
            return Task.CompletedTask;
        });

    public RowWrites<TRow> Range(string name, Func<TRow, decimal> read, decimal? most = null) =>
        Check(edit =>
        {
            var value = read(edit.Row);
            if (value < 0 || value > most)
                edit.Refuse(EditCodes.Range, name, Invariant(value));
            return Task.CompletedTask;
        });

    /// <summary>Who else names the row: it stays while they do (API-S1-5).</summary>
    public RowWrites<TRow> UsedBy<TOther>(
        Func<TRow, Expression<Func<TOther, bool>>> names,
        Func<RequestScope, IQueryable<TOther>>? others = null
    )
        where TOther : class
    {
        uses.Add(edit =>
            (others?.Invoke(edit.Scope) ?? edit.Db.Set<TOther>()).AnyAsync(
                names(edit.Row),
                edit.Scope.Aborted
            )
        );
        return this;
    }

    /// <summary>As <see cref="UsedBy"/>, for names that are found otherwise.</summary>
    public RowWrites<TRow> UsedWhere(Func<RowEdit<TRow>, Task<bool>> isUsed)
    {
        uses.Add(isUsed);
        return this;
    }

    /// <summary>
    /// What goes along when a row gets another key or, with a blank one, goes away: in the same
    /// transaction, before the row itself.
    /// </summary>
    public RowWrites<TRow> Followed(Func<RowEdit<TRow>, string, string, Task> follow)
    {
        followers.Add(follow);
        return this;
    }

    /// <summary>A new key reaches everything that names the row, so it is always allowed.</summary>
    public RowWrites<TRow> RenamedFreely()
    {
        mayRename = true;
        return this;
    }

    /// <summary>Offers all writes on a resource.</summary>
    public Resource On(Resource<TRow> resource) =>
        resource.WithChosenId().Create(Create).Update(Update).Delete(Delete);

    public async Task<WriteOutcome> Create(RequestScope scope, Given given)
    {
        var row = new TRow();
        var edit = new RowEdit<TRow>(scope, row, given) { Set = set, IsNew = true };
        var entry = edit.Db.Entry(row);
        var id =
            given.Id("id") is { } chosen && chosen != Guid.Empty ? chosen : Guid.CreateVersion7();
        entry.Property("CompanyNo").CurrentValue = scope.CompanyNo;
        entry.Property("Id").CurrentValue = id;
        start?.Invoke(edit);
        WriteOutcome? outcome = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    outcome = await Apply(edit);
                    if (!outcome.IsDone)
                        return false;
                    edit.Db.Add(row);
                    await Save(edit.Db, scope.Aborted);
                    return true;
                },
                scope.Aborted
            );
        return outcome!.IsDone ? WriteOutcome.Done(id) : outcome;
    }

    public async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Db();
        var row = await Find(db, id, scope.Aborted);
        if (row is null)
            return WriteOutcome.Missing;
        var edit = new RowEdit<TRow>(scope, row, given)
        {
            Set = set,
            IsNew = false,
            No = key(row),
        };
        var before = key(row);
        var outcome = await Apply(edit, before);
        if (!outcome.IsDone)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }
        if (key(row) == before)
            return await Save(db, scope.Aborted) ? WriteOutcome.Done(id) : WriteOutcome.Stale;
        if (!mayRename && await IsUsed(edit, before))
        {
            db.ChangeTracker.Clear();
            edit.Refuse(ApiProblems.Rename, keyName, before);
            return WriteOutcome.Refused(edit.Problems);
        }
        return await SaveWithFollowers(edit, before, key(row))
            ? WriteOutcome.Done(id)
            : WriteOutcome.Stale;
    }

    private async Task<bool> SaveWithFollowers(RowEdit<TRow> edit, string before, string after)
    {
        var isSaved = false;
        await edit
            .Scope.Get<RequestDatabase>()
            .Transaction(
                edit.Scope.CompanyNo,
                async () =>
                {
                    try
                    {
                        foreach (var follow in followers)
                            await follow(edit, before, after);
                    }
                    catch (DbUpdateConcurrencyException)
                    {
                        edit.Db.ChangeTracker.Clear();
                        return false;
                    }
                    return isSaved = await Save(edit.Db, edit.Scope.Aborted);
                },
                edit.Scope.Aborted
            );
        return isSaved;
    }

    public async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Db();
        var row = await Find(db, id, scope.Aborted);
        if (row is null)
            return WriteOutcome.Missing;
        var edit = new RowEdit<TRow>(scope, row, given)
        {
            Set = set,
            IsNew = false,
            No = key(row),
        };
        if (await IsUsed(edit, key(row)))
        {
            db.ChangeTracker.Clear();
            edit.Refuse(ApiProblems.InUse, keyName, key(row));
            return WriteOutcome.Refused(edit.Problems);
        }
        db.Remove(row);
        return await SaveWithFollowers(edit, key(row), "")
            ? WriteOutcome.Done(id)
            : WriteOutcome.Stale;
    }

    private async Task<WriteOutcome> Apply(RowEdit<TRow> edit, string before = "")
    {
        foreach (var value in edit.Given.Values)
            if (setters.TryGetValue(value.Name, out var setter))
                await setter(edit, value.Value);
        foreach (var check in checks)
            await check(edit);
        if (keyName.Length > 0 && key(edit.Row).Length == 0 && edit.Problems.Count == 0)
            edit.Refuse(ProblemCodes.FieldEmpty, keyName);
        if (edit.Problems.Count > 0)
            return WriteOutcome.Refused(edit.Problems);
        var now = key(edit.Row);
        if (sameKey is not null && (edit.IsNew || now != before))
            if (await sameKey(edit, now).AnyAsync(edit.Scope.Aborted))
                return WriteOutcome.Duplicate(keyName, now);
        return WriteOutcome.Done(Guid.Empty);
    }

    private async Task<bool> IsUsed(RowEdit<TRow> edit, string keyBefore)
    {
        var db = edit.Db;
        var stored = db.Entry(edit.Row).OriginalValues.ToObject() as TRow ?? edit.Row;
        var before = new RowEdit<TRow>(edit.Scope, stored, edit.Given)
        {
            Set = set,
            IsNew = false,
            No = keyBefore,
        };
        foreach (var use in uses)
            if (await use(before))
                return true;
        return false;
    }

    private static Task<TRow?> Find(HandelDbContext db, Guid id, CancellationToken ct) =>
        db.Set<TRow>().AsTracking().SingleOrDefaultAsync(r => EF.Property<Guid>(r, "Id") == id, ct);

    private static async Task<bool> Save(HandelDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static T As<T>(object value) =>
        typeof(T).IsEnum ? (T)Enum.ToObject(typeof(T), value)
        : Nullable.GetUnderlyingType(typeof(T)) == typeof(DateOnly)
        && Equals(value, DateOnly.MinValue)
            ? default!
        : (T)value;

    private static string Invariant(decimal value) =>
        value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The two ways to name a related row, and the check that they agree (A18.2).</summary>
internal sealed class PairWrite<TRow, TTarget>(
    string idName,
    string codeName,
    Expression<Func<TTarget, string>> codeOf,
    Action<TRow, string> write
)
    where TTarget : class
{
    public async Task SetId(RowEdit<TRow> edit, object value)
    {
        var id = (Guid)value;
        if (id == Guid.Empty)
        {
            write(edit.Row, "");
            return;
        }
        var code = await edit
            .Db.Set<TTarget>()
            .Where(row => EF.Property<Guid>(row, "Id") == id)
            .Select(codeOf)
            .SingleOrDefaultAsync(edit.Scope.Aborted);
        if (code is null)
            edit.Refuse(EditCodes.Unknown, idName, id.ToString());
        else if (edit.Given.Text(codeName) is { Length: > 0 } other && other != code)
            edit.Refuse(ApiProblems.Pair, $"{idName}, {codeName}", other);
        else
            write(edit.Row, code);
    }

    public async Task SetCode(RowEdit<TRow> edit, object value)
    {
        var code = (string)value;
        var isSettled = edit.Given.Id(idName) is { } id && id != Guid.Empty;
        if (isSettled)
            return;
        var same = Expression.Lambda<Func<TTarget, bool>>(
            Expression.Equal(codeOf.Body, Expression.Constant(code)),
            codeOf.Parameters
        );
        if (code.Length > 0 && !await edit.Db.Set<TTarget>().AnyAsync(same, edit.Scope.Aborted))
            edit.Refuse(EditCodes.Unknown, codeName, code);
        else
            write(edit.Row, code);
    }
}
