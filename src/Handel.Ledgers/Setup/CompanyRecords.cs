using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Setup;

/// <summary>A company: the unit of books, of access and of scale (D8).</summary>
public sealed class Company
{
    /// <summary>Small number that leads every key.</summary>
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public string DisplayName { get; set; } = "";

    /// <summary>ISO 3166 code whose start set was used.</summary>
    public string CountryCode { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Who we are, as printed on documents (COM-01..03).</summary>
public sealed class CompanyInformation
{
    public const string Entity = "companyInformation";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Address Address { get; set; } = new();
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string Website { get; set; } = "";
    public string VatRegistrationNo { get; set; } = "";
    public string RegistrationNo { get; set; } = "";
    public string Gln { get; set; } = "";
    public string EoriNo { get; set; } = "";
    public string IndustrialClassification { get; set; } = "";
    public string BankName { get; set; } = "";
    public string BankBranchNo { get; set; } = "";
    public string BankAccountNo { get; set; } = "";
    public string Iban { get; set; } = "";
    public string Bic { get; set; } = "";

    /// <summary>Nobody is told that customers cannot see where to pay (COM-02).</summary>
    public bool AllowBlankPaymentInfo { get; set; }

    /// <summary>Where vendors deliver; blank is the address itself (COM-03).</summary>
    public Address ShipTo { get; set; } = new();
    public string LocationCode { get; set; } = "";
    public string LanguageCode { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Customers see where to pay: an IBAN, or branch and account (COM-02).</summary>
    public bool HasPaymentInfo =>
        AllowBlankPaymentInfo
        || Iban.Length > 0
        || (BankBranchNo.Length > 0 && BankAccountNo.Length > 0);

    /// <summary>Where goods come in that no location says it of (COM-03).</summary>
    public Address DeliveryAddress => ShipTo == new Address() ? Address : ShipTo;
}

/// <summary>General ledger setup (finance 2).</summary>
public sealed class GlSetup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string LcyCode { get; set; } = "";
    public DateOnly? AllowPostingFrom { get; set; }
    public DateOnly? AllowPostingTo { get; set; }

    /// <summary>Date formula from today; then the date itself is empty (GLS-01).</summary>
    public string AllowPostingFromFormula { get; set; } = "";
    public string AllowPostingToFormula { get; set; } = "";
    public decimal AmountRoundingPrecision { get; set; } = 0.01m;
    public decimal UnitAmountRoundingPrecision { get; set; } = 0.00001m;
    public decimal InvRoundingPrecision { get; set; } = 0.01m;
    public RoundingDirection InvRoundingType { get; set; }
    public RoundingDirection VatRoundingType { get; set; }
    public decimal MaxVatDifferenceAllowed { get; set; }
    public decimal VatTolerancePct { get; set; }
    public bool PmtDiscExclVat { get; set; }

    /// <summary>A payment discount corrects the VAT of the invoice (GLS-12).</summary>
    public bool AdjustForPmtDisc { get; set; }

    /// <summary>VAT may wait for payment (GLS-13).</summary>
    public bool UnrealizedVat { get; set; }

    /// <summary>LCY payment on a foreign document (GLS-09, APP-30).</summary>
    public decimal ApplnRoundingPrecision { get; set; }

    /// <summary>Date formula, not negative; blank is none (GLS-17).</summary>
    public string PmtDiscGracePeriod { get; set; } = "";
    public decimal PaymentTolerancePct { get; set; }

    /// <summary>LCY (DSC-20).</summary>
    public decimal MaxPaymentToleranceAmount { get; set; }
    public TolerancePolicy PaymentTolerancePolicy { get; set; }
    public TolerancePolicy PmtDiscTolerancePolicy { get; set; }

    /// <summary>Tolerance goes to the payment discount accounts (GLS-18).</summary>
    public bool ToleranceToDiscountAccounts { get; set; }
    public bool DiscToleranceToDiscountAccounts { get; set; } = true;
    public VatDateUsage VatDateUsage { get; set; }
    public VatPeriodControl VatPeriodControl { get; set; }
    public DateOnly? AllowVatDateFrom { get; set; }
    public DateOnly? AllowVatDateTo { get; set; }

    /// <summary>Non-deductible VAT may be used; cannot be switched off again (NDV-01).</summary>
    public bool IsNonDeductibleVatEnabled { get; set; }

    /// <summary>What may not be deducted is part of the cost of items (NDV-01, X-05).</summary>
    public bool UseNonDeductibleVatForItemCost { get; set; }
    public bool MarkCreditMemosAsCorrections { get; set; }

    /// <summary>VAT date follows the document date; else the posting date (GLS-04).</summary>
    public bool VatDateIsDocumentDate { get; set; }

    /// <summary>VAT group, country and VAT number come from the sell-to party (GLS-16).</summary>
    public bool VatFromSellTo { get; set; }

    /// <summary>Kept on every dimension set; changed by a use case of its own (GLS-19).</summary>
    public string GlobalDimension1Code { get; set; } = "";
    public string GlobalDimension2Code { get; set; } = "";
    public string ShortcutDimension3Code { get; set; } = "";
    public string ShortcutDimension4Code { get; set; } = "";
    public string ShortcutDimension5Code { get; set; } = "";
    public string ShortcutDimension6Code { get; set; } = "";
    public string ShortcutDimension7Code { get; set; } = "";
    public string ShortcutDimension8Code { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>
    /// Fills the allowed posting dates that are formulas, for the day that they are asked on
    /// (GLS-01). A row that is to be stored is left alone.
    /// </summary>
    public void TakeFormulas(DateOnly today)
    {
        AllowPostingFrom = PostingDateFormula.On(AllowPostingFromFormula, today, AllowPostingFrom);
        AllowPostingTo = PostingDateFormula.On(AllowPostingToFormula, today, AllowPostingTo);
    }

    /// <summary>Global dimensions 1 and 2, then shortcuts 3 to 8 (GLS-19).</summary>
    public IReadOnlyList<string> ShortcutDimensions =>
        [
            GlobalDimension1Code,
            GlobalDimension2Code,
            ShortcutDimension3Code,
            ShortcutDimension4Code,
            ShortcutDimension5Code,
            ShortcutDimension6Code,
            ShortcutDimension7Code,
            ShortcutDimension8Code,
        ];

    /// <summary>A dimension got another code.</summary>
    public void ReplaceShortcut(string before, string after)
    {
        string Now(string code) => code == before ? after : code;
        GlobalDimension1Code = Now(GlobalDimension1Code);
        GlobalDimension2Code = Now(GlobalDimension2Code);
        ShortcutDimension3Code = Now(ShortcutDimension3Code);
        ShortcutDimension4Code = Now(ShortcutDimension4Code);
        ShortcutDimension5Code = Now(ShortcutDimension5Code);
        ShortcutDimension6Code = Now(ShortcutDimension6Code);
        ShortcutDimension7Code = Now(ShortcutDimension7Code);
        ShortcutDimension8Code = Now(ShortcutDimension8Code);
    }
}

/// <summary>What happens to a small difference that nobody is asked about (DSC-23).</summary>
public enum TolerancePolicy : short
{
    /// <summary>Leave it open.</summary>
    Never = 0,

    /// <summary>Ask; where nobody can be asked, leave it open.</summary>
    Ask = 1,

    /// <summary>Accept it.</summary>
    Always = 2,
}

/// <summary>Whether a VAT date may differ from the posting date (GLS-03).</summary>
public enum VatDateUsage : short
{
    Enabled = 0,

    /// <summary>May be changed before posting, not after.</summary>
    PreventModification = 1,

    /// <summary>Always the posting date.</summary>
    Disabled = 2,
}

/// <summary>What a VAT return period does to a posting in it (GLS-05).</summary>
public enum VatPeriodControl : short
{
    BlockClosedWarnReleased = 0,
    BlockClosed = 1,
    WarnClosed = 2,
    Disabled = 3,
}

/// <summary>Which currencies one settlement may mix (APP-31).</summary>
public enum ApplnBetweenCurrencies : short
{
    None = 0,
    Emu = 1,
    All = 2,
}

/// <summary>Which other posting groups a user may choose (SET-30, S-26, PG-09).</summary>
public enum PostingGroupCheck : short
{
    /// <summary>Those that are listed for the group of the card.</summary>
    AlternativeGroups = 0,
    AllGroups = 1,
}

/// <summary>Which discounts have their own ledger line (SET-01, S-01).</summary>
public enum DiscountPosting : short
{
    NoDiscounts = 0,
    InvoiceDiscounts = 1,
    LineDiscounts = 2,
    AllDiscounts = 3,
}

/// <summary>
/// Sales &amp; Receivables or Purchases &amp; Payables setup: one record per direction (sales 1,
/// purchasing 1).
/// </summary>
public sealed class TradeSetup
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public Guid Id { get; set; }
    public DiscountPosting DiscountPosting { get; set; }

    /// <summary>Shipment (receipt) on invoice (SET-04, S-02).</summary>
    public bool DeliveryOnInvoice { get; set; }

    /// <summary>Return receipt (return shipment) on credit memo (SET-05, S-03).</summary>
    public bool ReturnDeliveryOnCreditMemo { get; set; }
    public bool InvoiceRounding { get; set; }
    public bool ExtDocNoMandatory { get; set; }
    public ApplnBetweenCurrencies ApplnBetweenCurrencies { get; set; } = ApplnBetweenCurrencies.All;
    public bool AllowVatDifference { get; set; }

    /// <summary>Documents may have another posting group than the card (PG-09).</summary>
    public bool AllowMultiplePostingGroups { get; set; }
    public PostingGroupCheck PostingGroupCheck { get; set; }

    /// <summary>
    /// The terms rule the invoice discount: it is calculated at release, printing and posting, and
    /// cannot be typed (SET-09, S-07, DSC-20, DSC-22).
    /// </summary>
    public bool CalcInvDiscount { get; set; }

    /// <summary>
    /// A percentage is rounded per VAT identifier; no rest goes to the next one (SET-10, S-08).
    /// </summary>
    public bool CalcInvDiscPerVatId { get; set; }

    /// <summary>New documents have no posting date until a user fills it (SET-16).</summary>
    public bool DefaultPostingDateIsBlank { get; set; }

    /// <summary>New lines have Qty. to Ship (Receive) 0 (SET-17, S-15).</summary>
    public bool DefaultQtyToDeliverIsBlank { get; set; }
    public bool LinkDocDateToPostingDate { get; set; } = true;
    public bool CopyLineDescrToGlEntry { get; set; }
    public bool ExactCostReversingMandatory { get; set; }
    public string PartyNos { get; set; } = "";
    public string QuoteNos { get; set; } = "";
    public string OrderNos { get; set; } = "";
    public string InvoiceNos { get; set; } = "";
    public string CreditMemoNos { get; set; } = "";
    public string BlanketOrderNos { get; set; } = "";
    public string ReturnOrderNos { get; set; } = "";
    public string PostedDeliveryNos { get; set; } = "";
    public string PostedReturnDeliveryNos { get; set; } = "";
    public string PostedInvoiceNos { get; set; } = "";
    public string PostedCreditMemoNos { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Inventory setup (inventory 22).</summary>
public sealed class InventorySetup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>Cost reaches the general ledger in the posting itself (GL-02).</summary>
    public bool AutomaticCostPosting { get; set; } = true;
    public bool ExpectedCostPostingToGl { get; set; }
    public bool PreventNegativeInventory { get; set; }
    public bool LocationMandatory { get; set; }

    /// <summary>Of new items (IT-02).</summary>
    public CostingMethod DefaultCostingMethod { get; set; }
    public AverageCostPeriod AverageCostPeriod { get; set; }
    public AverageCostCalcType AverageCostCalcType { get; set; }
    public string ItemNos { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
