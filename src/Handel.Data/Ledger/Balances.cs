using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;

namespace Handel.Data.Ledger;

/// <summary>Kept total of an account on a day (D6). LCY.</summary>
public sealed class GlDayTotal
{
    public int CompanyNo { get; set; }
    public string AccountNo { get; set; } = "";
    public DateOnly PostingDate { get; set; }
    public int DimensionSetId { get; set; }
    public decimal Debit { get; set; }
    public decimal Credit { get; set; }
}

/// <summary>
/// Kept total of an account in a month, over all dimensions (D6). LCY. The database keeps it itself
/// whenever a day total changes.
/// </summary>
public sealed class GlMonthTotal
{
    public int CompanyNo { get; set; }
    public string AccountNo { get; set; } = "";

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }
    public decimal Debit { get; set; }
    public decimal Credit { get; set; }
}

/// <summary>Kept balance of a customer or vendor (D6). LCY, in the sign of its entries.</summary>
public sealed class PartyBalance
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public string PartyNo { get; set; } = "";
    public decimal BalanceLcy { get; set; }
    public decimal TurnoverLcy { get; set; }
}

/// <summary>Kept stock of an item, variant and location (D6). Base quantity; cost in LCY.</summary>
public sealed class StockBalance
{
    public int CompanyNo { get; set; }
    public string ItemNo { get; set; } = "";
    public string VariantCode { get; set; } = "";
    public string LocationCode { get; set; } = "";
    public decimal Quantity { get; set; }
    public decimal CostAmount { get; set; }

    public static StockBalance Of(int companyNo, BucketBalance bucket) =>
        new()
        {
            CompanyNo = companyNo,
            ItemNo = bucket.Key.ItemNo,
            VariantCode = bucket.Key.VariantCode,
            LocationCode = bucket.Key.LocationCode,
            Quantity = bucket.Quantity,
            CostAmount = bucket.Cost,
        };

    public BucketBalance ToBucket() =>
        new(new StockKey(ItemNo, VariantCode, LocationCode), Quantity, CostAmount);
}

/// <summary>
/// Kept stock of an item over all locations, as costing needs it (D6, CP-09, CP-10).
/// </summary>
public sealed class ItemStock
{
    public int CompanyNo { get; set; }
    public string ItemNo { get; set; } = "";
    public decimal Quantity { get; set; }
    public decimal InvoicedQuantity { get; set; }
    public decimal CostAmount { get; set; }
    public decimal OpenOutboundQuantity { get; set; }
    public decimal OpenOutboundCost { get; set; }
    public int OpenOutbounds { get; set; }
    public int LastOutboundEntryNo { get; set; }
    public decimal LastOutboundUnitCost { get; set; }

    public static ItemStock Of(int companyNo, ItemBalance balance) =>
        new()
        {
            CompanyNo = companyNo,
            ItemNo = balance.ItemNo,
            Quantity = balance.Quantity,
            InvoicedQuantity = balance.InvoicedQuantity,
            CostAmount = balance.Cost,
            OpenOutboundQuantity = balance.OpenOutboundQuantity,
            OpenOutboundCost = balance.OpenOutboundCost,
            OpenOutbounds = balance.OpenOutbounds,
            LastOutboundEntryNo = balance.LastOutboundEntryNo,
            LastOutboundUnitCost = balance.LastOutboundUnitCost,
        };

    public ItemBalance ToBalance() =>
        new(ItemNo, Quantity, InvoicedQuantity, CostAmount)
        {
            OpenOutboundQuantity = OpenOutboundQuantity,
            OpenOutboundCost = OpenOutboundCost,
            OpenOutbounds = OpenOutbounds,
            LastOutboundEntryNo = LastOutboundEntryNo,
            LastOutboundUnitCost = LastOutboundUnitCost,
        };
}

/// <summary>
/// The row that a ledger writer locks (D2): last numbers, last hash, and the version of the setup
/// that other processes may have changed.
/// </summary>
public sealed class LedgerState
{
    public int CompanyNo { get; set; }
    public int SetupVersion { get; set; }
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
    public byte[] LastHash { get; set; } = [];

    /// <summary>
    /// The last register that was posted before the dimension rules changed: later ones were
    /// checked by the rules of today (INV-53).
    /// </summary>
    public int DimensionRulesRegister { get; set; }

    public LedgerCounters ToCounters() =>
        new()
        {
            Register = Register,
            Gl = Gl,
            Vat = Vat,
            Item = Item,
            Value = Value,
            ItemApplication = ItemApplication,
            Customer = Customer,
            CustomerDetail = CustomerDetail,
            Vendor = Vendor,
            VendorDetail = VendorDetail,
            Bank = Bank,
            VatCorrection = VatCorrection,
        };

    /// <summary>This row after a batch.</summary>
    public LedgerState After(LedgerCounters counters, byte[] lastHash) =>
        new()
        {
            CompanyNo = CompanyNo,
            SetupVersion = SetupVersion,
            Register = counters.Register,
            Gl = counters.Gl,
            Vat = counters.Vat,
            Item = counters.Item,
            Value = counters.Value,
            ItemApplication = counters.ItemApplication,
            Customer = counters.Customer,
            CustomerDetail = counters.CustomerDetail,
            Vendor = counters.Vendor,
            VendorDetail = counters.VendorDetail,
            Bank = counters.Bank,
            VatCorrection = counters.VatCorrection,
            LastHash = lastHash,
            DimensionRulesRegister = DimensionRulesRegister,
        };
}
