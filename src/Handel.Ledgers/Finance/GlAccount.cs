namespace Handel.Ledgers.Finance;

public enum GlAccountType : short
{
    Posting = 0,
    Heading = 1,
    Total = 2,
    BeginTotal = 3,
    EndTotal = 4,
}

public enum GlAccountCategory : short
{
    None = 0,
    Assets = 1,
    Liabilities = 2,
    Equity = 3,
    Income = 4,
    CostOfGoodsSold = 5,
    Expense = 6,
}

/// <summary>A line of the chart of accounts (COA-01).</summary>
public sealed class GlAccount
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public string Name { get; set; } = "";
    public string NameEnglish { get; set; } = "";
    public GlAccountType AccountType { get; set; }
    public GlAccountCategory Category { get; set; }
    public string SubCategory { get; set; } = "";

    /// <summary>Users may post to it; off for control accounts (COA-03).</summary>
    public bool DirectPosting { get; set; }
    public bool IsBlocked { get; set; }

    /// <summary>Account filter of a total, for example <c>1000..1999|2100</c> (COA-05).</summary>
    public string Totaling { get; set; } = "";
    public int Indentation { get; set; }
    public GenPostingType GenPostingType { get; set; }
    public string GenBusPostingGroup { get; set; } = "";
    public string GenProdPostingGroup { get; set; } = "";
    public string VatBusPostingGroup { get; set; } = "";
    public string VatProdPostingGroup { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The first three categories stand on the balance sheet (COA-08).</summary>
    public bool IsBalanceSheet =>
        Category
            is GlAccountCategory.Assets
                or GlAccountCategory.Liabilities
                or GlAccountCategory.Equity;
}
