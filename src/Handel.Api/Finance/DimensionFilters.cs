using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// Finds rows by the dimensions of their set: first the few sets that fit, then the rows that have
/// one of them.
/// </summary>
internal static class DimensionFilters
{
    public const string Dimension = "dimensionCode";
    public const string Value = "dimensionValueCode";

    /// <summary>
    /// What the filter demands of shortcuts, or of the pair of dimension and value; a total stands
    /// for all values that it sums (DIM-01).
    /// </summary>
    public static async Task<IQueryable<T>> With<T>(
        this IQueryable<T> rows,
        Expression<Func<T, int>> setId,
        RequestScope scope,
        Pins pins
    )
    {
        foreach (var (dimension, codes) in await Demands(scope, pins))
        {
            var sets = scope
                .Rows<DimensionSetEntry>()
                .Where(entry => entry.DimensionCode == dimension && codes.Contains(entry.ValueCode))
                .Select(entry => entry.SetId);
            // Written so that the index of rows with dimensions is found.
            rows = rows.Where(setId.Then(id => id != 0 && sets.Contains(id)));
        }
        return rows;
    }

    /// <summary>The same as text, to find the entries that something is made of.</summary>
    public static string Text(Pins pins) =>
        string.Concat(
            ((string[])[.. Globals, Dimension, Value])
                .Select(name => (Name: name, Value: pins.Text(name) ?? ""))
                .Where(pin => pin.Value.Length > 0)
                .Select(pin =>
                    $" and {pin.Name} eq '{pin.Value.Replace("'", "''", StringComparison.Ordinal)}'"
                )
        );

    /// <summary>
    /// What rows that are sums take: the two global dimensions, and any one with its value.
    /// </summary>
    public static Resource<TRow> ByDimension<TRow>(this Resource<TRow> resource) =>
        ((string[])[.. Globals, Dimension, Value]).Aggregate(
            resource,
            (all, name) => all.Parameter(name, _ => "")
        );

    private static string[] Globals => [DimensionFields.NameOf(1), DimensionFields.NameOf(2)];

    public static async Task<IReadOnlyList<DimensionDemand>> Demands(RequestScope scope, Pins pins)
    {
        var demands = new List<DimensionDemand>();
        foreach (var (dimension, value) in await Named(scope, pins))
            demands.Add(new(dimension, await Codes(scope, dimension, value)));
        return demands;
    }

    private static async Task<List<(string Dimension, string Value)>> Named(
        RequestScope scope,
        Pins pins
    )
    {
        var found = new List<(string, string)>();
        if (pins.Text(Dimension) is { Length: > 0 } dimension)
            if (pins.Text(Value) is { Length: > 0 } value)
                found.Add((Code(dimension), Code(value)));
        var shortcuts = Enumerable.Range(1, DimensionRules.ShortcutsMax);
        if (!shortcuts.Any(shortcut => pins.Has(DimensionFields.NameOf(shortcut))))
            return found;
        var setup = await scope.Rows<GlSetup>().SingleAsync(scope.Aborted);
        foreach (var shortcut in shortcuts)
            if (pins.Text(DimensionFields.NameOf(shortcut)) is { Length: > 0 } wanted)
                found.Add((setup.ShortcutDimensions[shortcut - 1], Code(wanted)));
        return found;
    }

    private static async Task<string[]> Codes(RequestScope scope, string dimension, string value)
    {
        var total = await scope
            .Rows<DimensionValue>()
            .SingleOrDefaultAsync(
                v => v.DimensionCode == dimension && v.Code == value && v.Totaling != "",
                scope.Aborted
            );
        if (total is null)
            return [value];
        var all = await scope
            .Rows<DimensionValue>()
            .Where(v => v.DimensionCode == dimension)
            .Select(v => v.Code)
            .ToListAsync(scope.Aborted);
        return [.. all.Where(total.Covers)];
    }

    private static string Code(string text) => text.Trim().ToUpperInvariant();
}
