using Handel.Kernel;

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
}
