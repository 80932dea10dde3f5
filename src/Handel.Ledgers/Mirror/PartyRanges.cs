using Handel.Kernel;

namespace Handel.Ledgers.Mirror;

/// <summary>How many entries a posting added to the ledgers of customers and of vendors.</summary>
internal readonly record struct PartyRanges(
    int Customers,
    int CustomerDetails,
    int Vendors,
    int VendorDetails
)
{
    public static PartyRanges Of(Posting posting)
    {
        var customers = posting.PartyEntries.Count(e => e.Direction == Direction.Sale);
        var details = posting.PartyDetails.Count(e => e.Direction == Direction.Sale);
        return new(
            customers,
            details,
            posting.PartyEntries.Count - customers,
            posting.PartyDetails.Count - details
        );
    }
}
