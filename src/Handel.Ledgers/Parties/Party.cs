using Handel.Kernel;

namespace Handel.Ledgers.Parties;

/// <summary>What a customer or vendor is blocked for (sales 2.2, purchasing V-02).</summary>
public enum PartyBlocked : short
{
    None = 0,

    /// <summary>Customers only: nothing ships.</summary>
    Ship = 1,

    /// <summary>Customers only: nothing ships, nothing is invoiced.</summary>
    Invoice = 2,
    All = 3,

    /// <summary>Vendors only: nothing is paid.</summary>
    Payment = 4,
}

/// <summary>How payments find what they pay (APP-03).</summary>
public enum ApplicationMethod : short
{
    Manual = 0,
    ApplyToOldest = 1,
}

/// <summary>A postal address with a name, as it stands on cards and documents.</summary>
public sealed record Address
{
    public string Name { get; init; } = "";
    public string Name2 { get; init; } = "";
    public string Line1 { get; init; } = "";
    public string Line2 { get; init; } = "";
    public string PostCode { get; init; } = "";
    public string City { get; init; } = "";
    public string County { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string Contact { get; init; } = "";
}

/// <summary>
/// A customer (sale) or vendor (purchase): whom documents are made out to and who owes or is owed.
/// </summary>
public sealed class Party
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public Address Address { get; set; } = new();
    public string SearchName { get; set; } = "";
    public bool IsPerson { get; set; }
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string Website { get; set; } = "";
    public string VatRegistrationNo { get; set; } = "";
    public string RegistrationNo { get; set; } = "";
    public string Gln { get; set; } = "";
    public PartyBlocked Blocked { get; set; }
    public bool IsPrivacyBlocked { get; set; }
    public string GenBusPostingGroup { get; set; } = "";
    public string VatBusPostingGroup { get; set; } = "";
    public string PostingGroup { get; set; } = "";

    /// <summary>Documents may have another posting group, where the setup lets them (PG-09).
    /// </summary>
    public bool AllowMultiplePostingGroups { get; set; }

    /// <summary>Blank is LCY.</summary>
    public string CurrencyCode { get; set; } = "";
    public string LanguageCode { get; set; } = "";
    public string PaymentTermsCode { get; set; } = "";
    public string PaymentMethodCode { get; set; } = "";
    public string ShipmentMethodCode { get; set; } = "";
    public string LocationCode { get; set; } = "";

    /// <summary>Salesperson of a customer, purchaser of a vendor.</summary>
    public string SalespersonCode { get; set; } = "";

    /// <summary>
    /// Bill-to customer or pay-to vendor; blank is the party itself (CUS-08, V-07).
    /// </summary>
    public string BillToNo { get; set; } = "";

    /// <summary>
    /// Code of its invoice discount terms: by default its own number (CUS-13, V-03).
    /// </summary>
    public string InvoiceDiscCode { get; set; } = "";
    public bool PricesIncludeVat { get; set; }

    /// <summary>LCY; 0 is unlimited (CRL-02).</summary>
    public decimal CreditLimitLcy { get; set; }
    public ApplicationMethod ApplicationMethod { get; set; }
    public bool BlockPaymentTolerance { get; set; }

    /// <summary>Vendors: which is paid first, 1 before 2; 0 comes last (SVP-06).</summary>
    public int Priority { get; set; }

    /// <summary>Customers: a statement is wanted (STM-01).</summary>
    public bool PrintStatements { get; set; } = true;
    public int LastStatementNo { get; set; }
    public string Iban { get; set; } = "";
    public string Bic { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
