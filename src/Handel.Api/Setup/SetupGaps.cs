using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>
/// The setup check: what open documents, journals and cards need and the setup lacks, with the
/// filter of the record to make or to mend (ACC-40).
/// </summary>
internal static class SetupGaps
{
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        [AccountResolution.GeneralEntity] =
        [
            "generalBusinessPostingGroup",
            "generalProductPostingGroup",
        ],
        [AccountResolution.VatEntity] = ["taxBusinessPostingGroup", "taxProductPostingGroup"],
        [SetupCheck.InventoryEntity] = ["locationCode", "inventoryPostingGroupCode"],
        [LedgerSide.OfVat(GenPostingType.Sale).PartyGroupEntity] = ["code"],
        [LedgerSide.OfVat(GenPostingType.Purchase).PartyGroupEntity] = ["code"],
    };

    public static Resource Create() =>
        Resource
            .ExtensionComputed<SetupGap>("setupGaps", "setupGap", Rows)
            .Field("id", g => RowId.Of(g.Entity, g.First, g.Second, g.Field))
            .Field("setupTable", g => g.Entity)
            .Field("firstGroup", g => g.First)
            .Field("secondGroup", g => g.Second)
            .Field("fieldName", g => g.Field)
            .Field("reason", g => g.Reason)
            .Field("origin", g => g.Origin)
            .Field("exampleNumber", g => g.Example)
            .Field("count", g => g.Count)
            .Field("filter", g => FilterOf(g))
            .OrderedBy("origin", "setupTable", "firstGroup", "secondGroup", "fieldName");

    private static async Task<IReadOnlyList<SetupGap>> Rows(RequestScope scope, Pins pins)
    {
        var state = await LedgerLock.Read(scope.Db(), scope.Aborted);
        var setup = await scope.Get<SetupCache>().At(scope.Db(), state.SetupVersion, scope.Aborted);
        var needs = await new SetupNeedReading(scope.Db(), setup).Read(scope.Aborted);
        return SetupCheck.Find(setup, scope.Today(), needs);
    }

    /// <summary>A new record takes its key from the filter that finds none.</summary>
    private static string FilterOf(SetupGap gap)
    {
        var values = new[] { gap.First, gap.Second };
        var parts = Keys[gap.Entity]
            .Select((name, at) => $"{name} eq '{EntryFilter.Text(values[at])}'");
        return string.Join(" and ", parts);
    }
}
