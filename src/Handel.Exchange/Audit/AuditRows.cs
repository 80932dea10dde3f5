namespace Handel.Exchange.Audit;

/// <summary>What leads an audit file: which year, of whom, when and by what made.</summary>
public sealed record AuditHead(DateOnly From, DateOnly To, string LcyCode, DateOnly CreatedOn)
{
    public required string SoftwareVersion { get; init; }
    public required string CompanyIdent { get; init; }
    public required string CompanyName { get; init; }
    public required string CountryCode { get; init; }
    public string VatRegistrationNo { get; init; } = "";
    public AuditAddress Address { get; init; } = new("", "", "", "");
}

/// <summary>Where a company or a party is.</summary>
public sealed record AuditAddress(string Street, string City, string PostCode, string CountryCode);

/// <summary>A customer or vendor (AUD-08).</summary>
/// <param name="Id">Unique among customers and vendors together.</param>
public sealed record AuditParty(string Id, string Name, bool IsCustomer)
{
    public string Contact { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string RegistrationNo { get; init; } = "";
    public string VatRegistrationNo { get; init; } = "";
    public AuditAddress Address { get; init; } = new("", "", "", "");
    public string Iban { get; init; } = "";
    public string Bic { get; init; } = "";
}

/// <summary>A posting account of the chart.</summary>
public sealed record AuditAccount(string No, string Name, bool IsBalanceSheet);

/// <summary>A combination of VAT groups, with the accounts of both sides.</summary>
public sealed record AuditVatCode(string Id, string Description, string ToPay, string ToClaim);

/// <summary>A period of the year.</summary>
public sealed record AuditPeriod(int Number, string Name, DateOnly From, DateOnly To);

/// <summary>What an account stood at when the year began. LCY, debit positive.</summary>
public sealed record AuditBalance(string AccountNo, decimal Amount);

/// <summary>
/// How many lines a section has and what they sum to: said before them, and checked after. LCY.
/// </summary>
public sealed record AuditTotals(int Lines, decimal Debit, decimal Credit);

/// <summary>A ledger entry. LCY, debit positive.</summary>
public sealed record AuditLine
{
    public required string JournalCode { get; init; }
    public required int RegisterNo { get; init; }
    public required int EntryNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required string UserName { get; init; }
    public required string AccountNo { get; init; }
    public required string DocumentNo { get; init; }
    public required string Description { get; init; }
    public required decimal Amount { get; init; }

    /// <summary>As its party is called in the file, or blank.</summary>
    public string PartyId { get; init; } = "";

    /// <summary>Blank is a line without VAT.</summary>
    public string VatId { get; init; } = "";
    public decimal VatPct { get; init; }
    public decimal VatAmount { get; init; }
}
