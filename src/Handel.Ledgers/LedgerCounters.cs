using Handel.Ledgers.Mirror;

namespace Handel.Ledgers;

/// <summary>The last number used in each ledger of a company. Gapless: INV-06.</summary>
public sealed record LedgerCounters
{
    public int Register { get; set; }
    public int Gl { get; set; }
    public int Vat { get; set; }
    public int Item { get; set; }
    public int Value { get; set; }
    public int ItemApplication { get; set; }
    public int Customer { get; set; }
    public int CustomerDetail { get; set; }
    public int Vendor { get; set; }
    public int VendorDetail { get; set; }
    public int Bank { get; set; }
    public int VatCorrection { get; set; }

    /// <summary>The counters after the entries of one more register.</summary>
    public LedgerCounters After(Posting posting)
    {
        var parties = PartyRanges.Of(posting);
        return new()
        {
            Register = posting.RegisterNo,
            Gl = Gl + posting.GlEntries.Count,
            Vat = Vat + posting.VatEntries.Count,
            Item = Item + posting.ItemEntries.Count,
            Value = Value + posting.ValueEntries.Count,
            ItemApplication = ItemApplication + posting.ItemApplications.Count,
            Customer = Customer + parties.Customers,
            CustomerDetail = CustomerDetail + parties.CustomerDetails,
            Vendor = Vendor + parties.Vendors,
            VendorDetail = VendorDetail + parties.VendorDetails,
            Bank = Bank + posting.BankEntries.Count,
            VatCorrection = VatCorrection + posting.VatCorrections.Count,
        };
    }
}
