using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Mirror;

/// <summary>Which blocks keep a party out of a journal (JNL-20).</summary>
internal static class PartyBlocks
{
    /// <summary>Whoever may not be invoiced may pay still.</summary>
    public static bool StopsCustomer(PartyBlocked blocked, EntryDocumentType type) =>
        blocked switch
        {
            PartyBlocked.None or PartyBlocked.Payment => false,
            PartyBlocked.Ship or PartyBlocked.Invoice => !IsMoney(type),
            PartyBlocked.All => true,
            _ => throw new ArgumentOutOfRangeException(nameof(blocked)),
        };

    public static bool StopsVendor(PartyBlocked blocked, EntryDocumentType type) =>
        blocked switch
        {
            PartyBlocked.None or PartyBlocked.Ship or PartyBlocked.Invoice => false,
            PartyBlocked.Payment => type == EntryDocumentType.Payment,
            PartyBlocked.All => true,
            _ => throw new ArgumentOutOfRangeException(nameof(blocked)),
        };

    private static bool IsMoney(EntryDocumentType type) =>
        type is EntryDocumentType.Payment or EntryDocumentType.Refund;
}
