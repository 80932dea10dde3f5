using Handel.Kernel;

namespace Handel.Ledgers.Setup;

/// <summary>General business posting group: who we trade with (PG-01).</summary>
public sealed class GenBusPostingGroup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string DefVatBusPostingGroup { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>General product posting group: what we trade (PG-02).</summary>
public sealed class GenProdPostingGroup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string DefVatProdPostingGroup { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>VAT business posting group (PG-04); the API's tax area.</summary>
public sealed class VatBusPostingGroup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>VAT product posting group (PG-04); the API's tax group.</summary>
public sealed class VatProdPostingGroup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Inventory posting group (PG-07).</summary>
public sealed class InventoryPostingGroup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>The accounts that trade in one direction posts to (ACC-01..08).</summary>
public sealed class TradeAccounts
{
    /// <summary>Sales Account or Purch. Account.</summary>
    public string Account { get; set; } = "";
    public string CreditMemoAccount { get; set; } = "";
    public string LineDiscAccount { get; set; } = "";
    public string InvDiscAccount { get; set; } = "";
    public string PrepaymentsAccount { get; set; } = "";

    /// <summary>
    /// Payment discount net of VAT, where the VAT is adjusted (ACC-17).
    /// </summary>
    public string PmtDiscDebitAccount { get; set; } = "";
    public string PmtDiscCreditAccount { get; set; } = "";

    /// <summary>Payment tolerance net of VAT, where the VAT is adjusted (ACC-18).</summary>
    public string PmtTolDebitAccount { get; set; } = "";
    public string PmtTolCreditAccount { get; set; } = "";
}

/// <summary>General posting setup: accounts per business and product group (PG-03).</summary>
public sealed class GeneralPostingSetup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>Blank for internal postings (PG-12).</summary>
    public string GenBusPostingGroup { get; set; } = "";
    public string GenProdPostingGroup { get; set; } = "";
    public bool IsBlocked { get; set; }
    public TradeAccounts Sale { get; set; } = new();
    public TradeAccounts Purchase { get; set; } = new();
    public string CogsAccount { get; set; } = "";
    public string CogsAccountInterim { get; set; } = "";
    public string InventoryAdjmtAccount { get; set; } = "";
    public string InvtAccrualAccountInterim { get; set; } = "";
    public string DirectCostAppliedAccount { get; set; } = "";
    public string OverheadAppliedAccount { get; set; } = "";
    public string PurchaseVarianceAccount { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Inventory accounts per location and inventory posting group (PG-07, LO-04).</summary>
public sealed class InventoryPostingSetup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string LocationCode { get; set; } = "";
    public string InventoryPostingGroup { get; set; } = "";
    public string InventoryAccount { get; set; } = "";
    public string InventoryAccountInterim { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A customer or vendor posting group that may stand in for another (PG-09).</summary>
public sealed class AlternativePostingGroup
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public Guid Id { get; set; }

    /// <summary>The group of the card.</summary>
    public string PostingGroup { get; set; } = "";

    /// <summary>What a document or journal line may have instead.</summary>
    public string AlternativeGroup { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Customer or vendor posting group (PG-05, PG-06).</summary>
public sealed class PartyPostingGroup
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>Receivables Account or Payables Account.</summary>
    public string ControlAccount { get; set; } = "";
    public string ServiceChargeAccount { get; set; } = "";
    public string InvoiceRoundingAccount { get; set; } = "";
    public string PaymentDiscDebitAccount { get; set; } = "";
    public string PaymentDiscCreditAccount { get; set; } = "";
    public string DebitRoundingAccount { get; set; } = "";
    public string CreditRoundingAccount { get; set; } = "";

    /// <summary>ACC-18.</summary>
    public string PaymentToleranceDebitAccount { get; set; } = "";
    public string PaymentToleranceCreditAccount { get; set; } = "";

    /// <summary>ACC-19.</summary>
    public string ApplnRoundingDebitAccount { get; set; } = "";
    public string ApplnRoundingCreditAccount { get; set; } = "";

    /// <summary>ACC-24; customers only.</summary>
    public string InterestAccount { get; set; } = "";
    public string AdditionalFeeAccount { get; set; } = "";
    public string AddFeePerLineAccount { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
