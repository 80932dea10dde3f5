using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Masters;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;

namespace Handel.Api.Setup;

/// <summary>What setup tables have in common: accounts by number, groups by code.</summary>
internal static class SetupFields
{
    public const int CodeLength = 20;

    public static RowWrites<TRow> Account<TRow>(
        this RowWrites<TRow> writes,
        string name,
        Action<TRow, string> write
    )
        where TRow : class, new() => writes.Pair<GlAccount>(("", name), a => a.No, write);

    public static Resource<TRow> AccountField<TRow>(
        this Resource<TRow> resource,
        string name,
        Expression<Func<TRow, string>> value
    ) => resource.Field(name, value, Access.ReadWrite, CodeLength);
}

/// <summary>Shorthand for tables that are known by a code.</summary>
internal static class Coded
{
    public static RowWrites<TRow> Writes<TRow>(
        string set,
        Expression<Func<TRow, string>> code,
        Action<TRow, string> write
    )
        where TRow : class, new() => new CodeWrites<TRow>(set, code, write).Writes;
}
