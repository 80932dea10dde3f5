namespace Handel.Ledgers.Inventory;

public enum ItemType : short
{
    Inventory = 0,
    Service = 1,
    NonInventory = 2,
}

public enum CostingMethod : short
{
    Fifo = 0,
    Lifo = 1,
    Specific = 2,
    Average = 3,
    Standard = 4,
}

/// <summary>Yes, no, or what the setup says.</summary>
public enum OverrideSetting : short
{
    Default = 0,
    No = 1,
    Yes = 2,
}

/// <summary>One record per thing bought, stored, sold or used (inventory 1, IT-12).</summary>
public sealed class Item
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public string Description { get; set; } = "";
    public string Description2 { get; set; } = "";
    public string SearchDescription { get; set; } = "";
    public ItemType Type { get; set; }
    public string BaseUnitOfMeasure { get; set; } = "";
    public string SalesUnitOfMeasure { get; set; } = "";
    public string PurchUnitOfMeasure { get; set; } = "";
    public string CategoryCode { get; set; } = "";
    public string Gtin { get; set; } = "";
    public bool IsBlocked { get; set; }
    public bool IsSalesBlocked { get; set; }
    public bool IsPurchasingBlocked { get; set; }

    /// <summary>LCY, per base unit.</summary>
    public decimal UnitPrice { get; set; }
    public bool PriceIncludesVat { get; set; }

    /// <summary>LCY, per base unit; kept by posting (CP-09, CP-10).</summary>
    public decimal UnitCost { get; set; }
    public decimal StandardCost { get; set; }

    /// <summary>LCY, per base unit, before discounts (CP-08).</summary>
    public decimal LastDirectCost { get; set; }
    public CostingMethod CostingMethod { get; set; }
    public decimal IndirectCostPct { get; set; }
    public decimal OverheadRate { get; set; }
    public string InventoryPostingGroup { get; set; } = "";
    public string GenProdPostingGroup { get; set; } = "";
    public string VatProdPostingGroup { get; set; } = "";
    public bool AllowInvoiceDisc { get; set; } = true;
    public OverrideSetting PreventNegativeInventory { get; set; }
    public string VendorNo { get; set; } = "";
    public string VendorItemNo { get; set; } = "";
    public decimal NetWeight { get; set; }
    public decimal GrossWeight { get; set; }
    public decimal UnitVolume { get; set; }
    public string TariffNo { get; set; } = "";
    public string CountryOfOrigin { get; set; } = "";
    public string ShelfNo { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public List<ItemUnit> Units { get; set; } = [];
}

/// <summary>A unit that an item is handled in (UM-01).</summary>
public sealed class ItemUnit
{
    public int CompanyNo { get; set; }
    public string ItemNo { get; set; } = "";
    public string Code { get; set; } = "";

    /// <summary>Base units in one of this unit; greater than zero.</summary>
    public decimal QuantityPerUnit { get; set; } = 1m;

    /// <summary>Smallest step of a quantity in this unit; 0 means five decimals.</summary>
    public decimal QtyRoundingPrecision { get; set; }
}

/// <summary>A variant of an item: its own bucket of stock (VA-01, VA-03).</summary>
public sealed class ItemVariant
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string ItemNo { get; set; } = "";
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public bool IsBlocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
