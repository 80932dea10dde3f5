namespace Handel.Pages;

/// <summary>Enumerations of the API that pages show, members spelled as on the wire.</summary>
internal static partial class Choices
{
    private const string Blank = ChoiceSet.Blank;

    public static ChoiceSet OrderStatus { get; } =
        new("orderStatus", "Draft", "In_x0020_Review", "Open");

    public static ChoiceSet InvoiceStatus { get; } =
        new(
            "invoiceStatus",
            Blank,
            "Draft",
            "In_x0020_Review",
            "Open",
            "Paid",
            "Canceled",
            "Corrective"
        );

    public static ChoiceSet LineType { get; } =
        new(
            "lineType",
            "Comment",
            "Account",
            "Item",
            "Resource",
            "Fixed_x0020_Asset",
            "Charge",
            "Allocation_x0020_Account"
        );

    public static ChoiceSet PostedLineType { get; } =
        new(
            "lineType",
            Blank,
            "G_x002F_L_x0020_Account",
            "Item",
            "Resource",
            "Fixed_x0020_Asset",
            "Charge_x0020__x0028_Item_x0029_",
            "Allocation_x0020_Account"
        );

    public static ChoiceSet ContactType { get; } = new("contactType", "Company", "Person");

    public static ChoiceSet CustomerBlocked { get; } =
        new("blocked", Blank, "Ship", "Invoice", "All");

    public static ChoiceSet VendorBlocked { get; } = new("blocked", Blank, "Payment", "All");

    public static ChoiceSet ItemType { get; } =
        new("itemType", "Inventory", "Service", "Non_x002D_Inventory");

    public static ChoiceSet AccountCategory { get; } =
        new(
            "accountCategory",
            Blank,
            "Assets",
            "Liabilities",
            "Equity",
            "Income",
            "Cost_x0020_of_x0020_Goods_x0020_Sold",
            "Expense"
        );

    public static ChoiceSet AccountType { get; } =
        new("accountType", "Posting", "Heading", "Total", "Begin_x002D_Total", "End_x002D_Total");

    public static ChoiceSet DocumentType { get; } =
        new(
            "documentType",
            Blank,
            "Payment",
            "Invoice",
            "Credit_x0020_Memo",
            "Finance_x0020_Charge_x0020_Memo",
            "Reminder",
            "Refund"
        );

    public static ChoiceSet ItemEntryType { get; } =
        new(
            "itemEntryType",
            "Purchase",
            "Sale",
            "Positive_x0020_Adjmt_x002E_",
            "Negative_x0020_Adjmt_x002E_",
            "Transfer",
            "Consumption",
            "Output",
            Blank,
            "Assembly_x0020_Consumption",
            "Assembly_x0020_Output"
        );

    public static ChoiceSet ItemDocumentType { get; } =
        new(
            "itemDocumentType",
            Blank,
            "Sales_x0020_Shipment",
            "Sales_x0020_Invoice",
            "Sales_x0020_Return_x0020_Receipt",
            "Sales_x0020_Credit_x0020_Memo",
            "Purchase_x0020_Receipt",
            "Purchase_x0020_Invoice",
            "Purchase_x0020_Return_x0020_Shipment",
            "Purchase_x0020_Credit_x0020_Memo",
            "Transfer_x0020_Shipment",
            "Transfer_x0020_Receipt",
            "Direct_x0020_Transfer"
        );

    public static ChoiceSet ValueEntryType { get; } =
        new("valueEntryType", "DirectCost", "Revaluation", "Rounding", "IndirectCost", "Variance");

    public static ChoiceSet CostingMethod { get; } =
        new("costingMethod", "Fifo", "Lifo", "Specific", "Average", "Standard");

    public static ChoiceSet AverageCostPeriod { get; } =
        new(
            "averageCostPeriod",
            "Day",
            "Week",
            "Month",
            "Quarter",
            "Year",
            "Accounting_x0020_Period"
        );

    public static ChoiceSet AverageCostCalcType { get; } =
        new("averageCostCalculationType", "Item_x0020_Location_x0020_Variant", "Item");

    public static ChoiceSet DimensionValueType { get; } =
        new(
            "dimensionValueType",
            "Standard",
            "Heading",
            "Total",
            "Begin_x0020_Total",
            "End_x0020_Total"
        );

    public static ChoiceSet ValuePosting { get; } =
        new("valuePosting", Blank, "Code_x0020_Mandatory", "Same_x0020_Code", "No_x0020_Code");

    public static ChoiceSet CombinationRule { get; } =
        new("combinationRule", Blank, "Limited", "Blocked");

    /// <summary>Kinds of record that have default dimensions, by entity set (DIM-03).</summary>
    public static ChoiceSet ParentSet { get; } =
        new(
            "parentSet",
            "customers",
            "vendors",
            "items",
            "accounts",
            "bankAccounts",
            "salespeoplePurchasers",
            "locations"
        );

    public static ChoiceSet TaxEntryType { get; } =
        new("taxEntryType", Blank, "Purchase", "Sale", "Settlement");

    public static ChoiceSet PostingGroupCheck { get; } =
        new("postingGroupCheck", "Alternative_x0020_Groups", "All_x0020_Groups");

    public static ChoiceSet DiscountPosting { get; } =
        new(
            "discountPosting",
            "No_x0020_Discounts",
            "Invoice_x0020_Discounts",
            "Line_x0020_Discounts",
            "All_x0020_Discounts"
        );

    /// <summary>What an amount does to a customer or vendor entry (finance 12.2).</summary>
    public static ChoiceSet PartyDetailType { get; } =
        new(
            "detailType",
            "InitialEntry",
            "Application",
            "UnrealizedLoss",
            "UnrealizedGain",
            "RealizedLoss",
            "RealizedGain",
            "PaymentDiscount",
            "PaymentDiscountVatExcl",
            "PaymentDiscountVatAdjustment",
            "ApplicationRounding",
            "CorrectionOfRemainingAmount",
            "PaymentTolerance",
            "PaymentDiscountTolerance",
            "PaymentToleranceVatExcl",
            "PaymentToleranceVatAdjustment",
            "PaymentDiscountToleranceVatExcl",
            "PaymentDiscountToleranceVatAdjustment"
        );

    /// <summary>What may be changed on a posted entry, by the name of the API (ENT-20).</summary>
    public static ChoiceSet EntryField { get; } =
        new(
            "entryField",
            "dueDate",
            "paymentDiscountDate",
            "paymentDiscountToleranceDate",
            "remainingPaymentDiscountPossible",
            "maxPaymentTolerance",
            "onHold",
            "appliesToId",
            "amountToApply",
            "paymentMethodCode",
            "messageToRecipient",
            "promisedPayDate",
            "disputeStatus",
            "paymentReference"
        );

    /// <summary>Whether a difference is accepted in one application (DSC-23, DSC-26).</summary>
    public static ChoiceSet Acceptance { get; } = new("acceptance", "company", "true", "false");

    public static ChoiceSet PostingDatesSource { get; } =
        new("postingDatesSource", "Company", "User");

    public static ChoiceSet TolerancePolicy { get; } =
        new("tolerancePolicy", "Never", "Ask", "Always");

    public static ChoiceSet RoundingType { get; } = new("roundingType", "Nearest", "Up", "Down");

    public static ChoiceSet BalancingAccountType { get; } =
        new("balancingAccountType", "GLAccount", "Bank_x0020_Account");

    public static ChoiceSet StatementLineType { get; } =
        new(
            "statementLineType",
            "OpeningBalance",
            "Entry",
            "Adjustment",
            "ClosingBalance",
            "Overdue"
        );

    public static ChoiceSet AgeingDate { get; } =
        new("ageingDate", "DueDate", "PostingDate", "DocumentDate");

    public static ChoiceSet AmountsIn { get; } = new("amountsIn", "LCY", "EntryCurrency");

    public static ChoiceSet JobKind { get; } = new("jobKind", "Verify_x0020_Books");

    public static ChoiceSet JobStatus { get; } =
        new("jobStatus", "Waiting", "Running", "Done", "Failed");

    public static ChoiceSet ScheduleUse { get; } =
        new(
            "scheduleUse",
            "Other",
            "Balance_x0020_Sheet",
            "Income_x0020_Statement",
            "Cash_x0020_Flow_x0020_Statement",
            "Retained_x0020_Earnings_x0020_Statement"
        );

    public static ChoiceSet ScheduleRowType { get; } =
        new(
            "scheduleRowType",
            "Heading",
            "Accounts",
            "Total_x0020_Accounts",
            "Category",
            "Formula",
            "Spacer"
        );

    public static ChoiceSet ScheduleAmount { get; } =
        new("scheduleAmount", "Net_x0020_Change", "Closing_x0020_Balance", "Opening_x0020_Balance");

    /// <summary>Tables of the setup that name accounts.</summary>
    public static ChoiceSet SetupTable { get; } =
        new(
            "setupTable",
            "general_posting_setup",
            "vat_posting_setup",
            "party_posting_group",
            "inventory_posting_setup",
            "bank_posting_group",
            "currency",
            "payment_method"
        );

    public static ChoiceSet NumberImplementation { get; } =
        new("numberImplementation", "Gapless", "Sequence");

    /// <summary>Whose balances a valuation moved (ADJ-08).</summary>
    public static ChoiceSet AdjustedAccount { get; } =
        new("adjustedAccount", "Customer", "Vendor", "Bank_x0020_Account");

    public static ChoiceSet TaxCalculation { get; } =
        new(
            "taxCalculation",
            "NormalVAT",
            "ReverseChargeVAT",
            "FullVAT",
            "NoTaxableVAT",
            "SalesTax"
        );
}
