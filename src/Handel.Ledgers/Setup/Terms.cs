namespace Handel.Ledgers.Setup;

/// <summary>Payment terms (PTM-01). Formulas are kept in their language-neutral text.</summary>
public sealed class PaymentTerms
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string DueDateCalculation { get; set; } = "";
    public string DiscountDateCalculation { get; set; } = "";
    public decimal DiscountPct { get; set; }
    public bool CalcPmtDiscOnCreditMemos { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Payment method (PTM-10).</summary>
public sealed class PaymentMethod
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>G/L account that settles documents at posting, or blank (POS-41, PTM-12).</summary>
    public string BalAccountNo { get; set; } = "";

    /// <summary>The balancing account is a bank account, not a G/L account (PTM-10).</summary>
    public bool IsBalAccountBank { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Shipment method.</summary>
public sealed class ShipmentMethod
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A unit in which goods are counted.</summary>
public sealed class UnitOfMeasure
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string InternationalStandardCode { get; set; } = "";
    public string Symbol { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A country or region.</summary>
public sealed class CountryRegion
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";

    /// <summary>Filled for members of the EU VAT area.</summary>
    public string EuCountryCode { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A salesperson or purchaser.</summary>
public sealed class SalespersonPurchaser
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string Phone { get; set; } = "";
    public bool IsBlocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A place where stock lies (LO-01).</summary>
public sealed class Location
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public Handel.Ledgers.Parties.Address Address { get; set; } = new();
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public bool UseAsInTransit { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Category of items.</summary>
public sealed class ItemCategory
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string ParentCode { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
