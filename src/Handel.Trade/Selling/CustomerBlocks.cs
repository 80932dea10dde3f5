using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Selling;

/// <summary>What a blocked customer may not be chosen on (sales 2.2).</summary>
internal static class CustomerBlocks
{
    public static bool StopsChoosing(PartyBlocked blocked, DocumentKind kind) =>
        blocked switch
        {
            PartyBlocked.None or PartyBlocked.Payment => false,
            PartyBlocked.Ship => !kind.IsCredit() && kind != DocumentKind.Invoice,
            PartyBlocked.Invoice => !kind.IsCredit(),
            PartyBlocked.All => true,
            _ => throw new ArgumentOutOfRangeException(nameof(blocked)),
        };
}
