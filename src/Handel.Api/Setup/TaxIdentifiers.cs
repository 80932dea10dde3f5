using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Ledgers.Vat;

namespace Handel.Api.Setup;

/// <summary>
/// VAT identifiers with the rate of today and the next one: they follow from the posting setup and
/// its dated rates (VPS-01, VPS-02).
/// </summary>
internal static class TaxIdentifiers
{
    public static Resource Create() =>
        Resource
            .ExtensionComputed<VatIdentifier>("taxIdentifiers", "taxIdentifier", Rows)
            .Field("id", i => RowId.Of(i.BusGroup, i.Code))
            .Field("taxBusinessPostingGroup", i => i.BusGroup)
            .Field("taxIdentifier", i => i.Code)
            .Field("taxPercent", i => i.Pct)
            .Field("nextStartingDate", i => i.Next == null ? (DateOnly?)null : i.Next.Value.Date)
            .Field("nextTaxPercent", i => i.Next == null ? 0m : i.Next.Value.Pct)
            .Field("taxProductPostingGroups", i => i.ProdGroups)
            .OrderedBy("taxBusinessPostingGroup", "taxIdentifier");

    private static async Task<IReadOnlyList<VatIdentifier>> Rows(RequestScope scope, Pins pins)
    {
        var state = await LedgerLock.Read(scope.Db(), scope.Aborted);
        var setup = await scope.Get<SetupCache>().At(scope.Db(), state.SetupVersion, scope.Aborted);
        return VatIdentifiers.Of(setup.VatPosting.Values, scope.Today());
    }
}
