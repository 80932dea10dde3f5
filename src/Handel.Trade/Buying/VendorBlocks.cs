using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Buying;

/// <summary>
/// What a blocked vendor may not be chosen on: a payment block stops none (V-02).
/// </summary>
internal static class VendorBlocks
{
    public static bool StopsChoosing(PartyBlocked blocked, DocumentKind kind) =>
        blocked == PartyBlocked.All;
}
