namespace Handel.Ledgers.Bank;

/// <summary>An account of ours at a bank (finance 21, CUR-08).</summary>
public sealed class BankAccount
{
    public const string Entity = "bankAccounts";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public string Name { get; set; } = "";
    public string BankName { get; set; } = "";
    public string BankBranchNo { get; set; } = "";
    public string BankAccountNumber { get; set; } = "";
    public string Iban { get; set; } = "";
    public string Bic { get; set; } = "";

    /// <summary>Blank is LCY; such an account takes any currency, kept in LCY (CUR-08).</summary>
    public string CurrencyCode { get; set; } = "";
    public string PostingGroup { get; set; } = "";
    public bool IsBlocked { get; set; }
    public string IntercompanyCode { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>The ledger account of a group of bank accounts (PG-08, ACC-26).</summary>
public sealed class BankPostingGroup
{
    public const string Entity = "bankAccountPostingGroups";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string GlAccountNo { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
