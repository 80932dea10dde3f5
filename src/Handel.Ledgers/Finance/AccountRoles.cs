namespace Handel.Ledgers.Finance;

/// <summary>What trade posts to the general posting setup (ACC-01..08, 17, 18).</summary>
public enum TradeRole
{
    Account,
    CreditMemoAccount,
    LineDiscount,
    InvoiceDiscount,
    Prepayments,
    PmtDiscDebit,
    PmtDiscCredit,
    PmtTolDebit,
    PmtTolCredit,
}

/// <summary>What a customer or vendor posting group names (ACC-09, 10, 15..20, 25).</summary>
public enum PartyRole
{
    Control,
    ServiceCharge,
    InvoiceRounding,
    PaymentDiscountDebit,
    PaymentDiscountCredit,
    RoundingDebit,
    RoundingCredit,
    PaymentToleranceDebit,
    PaymentToleranceCredit,
    ApplnRoundingDebit,
    ApplnRoundingCredit,
}

/// <summary>What a currency names for exchange differences (ACC-21, ACC-22).</summary>
public enum CurrencyRole
{
    RealizedGains,
    RealizedLosses,
    UnrealizedGains,
    UnrealizedLosses,
}

/// <summary>General posting groups: with whom, and what (PG-01, PG-02).</summary>
public readonly record struct GenGroups(string Bus, string Prod);

/// <summary>VAT posting groups: with whom, and what (PG-04).</summary>
public readonly record struct VatGroups(string Bus, string Prod);
