using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Masters;

/// <summary>
/// Currencies. The local one is known from the ledger setup; it cannot be edited here.
/// </summary>
internal static class CurrencyResource
{
    public static Resource Create() =>
        Resource
            .Of("currencies", s => s.Rows<GlSetup>())
            .Field("id", g => g.Id)
            .Field("code", g => g.LcyCode)
            .Field("displayName", g => g.LcyCode)
            .Field("amountRoundingPrecision", g => g.AmountRoundingPrecision)
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version)
            .BlankRest();
}
