using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Setup;

namespace Handel.Api.Finance;

/// <summary>
/// The dimensions of a row as shortcut codes 1 to 8 (DIM-02, GLS-19): the first two stand on its
/// set, the others are looked up in it.
/// </summary>
internal static class DimensionFields
{
    public const int CodeLength = 20;

    private static readonly Dictionary<int, Expression<Func<GlSetup, string>>> Codes = new()
    {
        [3] = setup => setup.ShortcutDimension3Code,
        [4] = setup => setup.ShortcutDimension4Code,
        [5] = setup => setup.ShortcutDimension5Code,
        [6] = setup => setup.ShortcutDimension6Code,
        [7] = setup => setup.ShortcutDimension7Code,
        [8] = setup => setup.ShortcutDimension8Code,
    };

    public static string NameOf(int shortcut) => $"shortcutDimension{shortcut}Code";

    /// <summary>1 to 8 for a shortcut's property, else 0.</summary>
    public static int ShortcutOf(string name)
    {
        for (var shortcut = 1; shortcut <= DimensionRules.ShortcutsMax; shortcut++)
            if (name == NameOf(shortcut))
                return shortcut;
        return 0;
    }

    /// <summary>Binds the shortcuts that the set has; the extension gets all of them.</summary>
    public static FieldBag<TRow> PutShortcuts<TRow>(
        this FieldBag<TRow> bag,
        Expression<Func<TRow, int>> setId
    )
    {
        for (var shortcut = 1; shortcut <= DimensionRules.ShortcutsMax; shortcut++)
            bag.Put(NameOf(shortcut), setId.Then(ValueOf(shortcut)));
        return bag;
    }

    /// <summary>Adds the shortcuts that a set of the extension does not have yet.</summary>
    public static Resource<TRow> Shortcuts<TRow>(
        this Resource<TRow> resource,
        Expression<Func<TRow, int>> setId,
        Access access = Access.ReadOnly
    )
    {
        for (var shortcut = 1; shortcut <= DimensionRules.ShortcutsMax; shortcut++)
            if (!resource.IsBound(NameOf(shortcut)))
                resource.Field(NameOf(shortcut), setId.Then(ValueOf(shortcut)), access, CodeLength);
        return resource;
    }

    private static Expression<Func<int, RequestScope, string?>> ValueOf(int shortcut) =>
        shortcut switch
        {
            1 => (id, s) =>
                s.Rows<StoredDimensionSet>()
                    .Where(set => set.Id == id)
                    .Select(set => set.Global1Code)
                    .FirstOrDefault(),
            2 => (id, s) =>
                s.Rows<StoredDimensionSet>()
                    .Where(set => set.Id == id)
                    .Select(set => set.Global2Code)
                    .FirstOrDefault(),
            _ => Entry(Codes[shortcut]),
        };

    private static Expression<Func<int, RequestScope, string?>> Entry(
        Expression<Func<GlSetup, string>> code
    ) =>
        (id, s) =>
            s.Rows<DimensionSetEntry>()
                .Where(entry =>
                    entry.SetId == id
                    && entry.DimensionCode == s.Rows<GlSetup>().Select(code).FirstOrDefault()
                )
                .Select(entry => entry.ValueCode)
                .FirstOrDefault();
}
