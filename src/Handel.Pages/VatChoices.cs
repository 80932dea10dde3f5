namespace Handel.Pages;

/// <summary>Enumerations of VAT.</summary>
internal static partial class Choices
{
    /// <summary>UN/CEFACT categories of an e-invoice (VPS-09).</summary>
    public static ChoiceSet TaxCategory { get; } =
        new("taxCategory", "S", "Z", "E", "AE", "K", "G", "O");

    /// <summary>Where a text of a clause stands (VPS-08).</summary>
    public static ChoiceSet TaxClauseDocument { get; } =
        new("taxClauseDocument", "All", "Invoice", "Credit_x0020_Memo");

    public static ChoiceSet TaxDateUsage { get; } =
        new("taxDateUsage", "Enabled", "Prevent_x0020_Modification", "Disabled");

    public static ChoiceSet TaxDateDefault { get; } =
        new("taxDateDefault", "Posting_x0020_Date", "Document_x0020_Date");

    public static ChoiceSet TaxPeriodControl { get; } =
        new(
            "taxPeriodControl",
            "Block_x0020_Closed_x0020_Warn_x0020_Released",
            "Block_x0020_Closed",
            "Warn_x0020_Closed",
            "Disabled"
        );

    public static ChoiceSet TaxRounding { get; } = new("taxRounding", "Nearest", "Up", "Down");

    public static ChoiceSet TaxBoxRounding { get; } = new("taxBoxRounding", Blank, "Down", "Up");

    public static ChoiceSet TaxStatementLineType { get; } =
        new(
            "taxStatementLineType",
            "Account_x0020_Totaling",
            "Vat_x0020_Entry_x0020_Totaling",
            "Row_x0020_Totaling",
            "Description"
        );

    /// <summary>Blank is both.</summary>
    public static ChoiceSet TaxPostingType { get; } =
        new("taxPostingType", Blank, "Purchase", "Sale");

    public static ChoiceSet TaxAmountType { get; } =
        new(
            "taxAmountType",
            "Amount",
            "Base",
            "Non_x0020_Deductible_x0020_Amount",
            "Non_x0020_Deductible_x0020_Base",
            "Full_x0020_Amount",
            "Full_x0020_Base",
            "Unrealized_x0020_Amount",
            "Unrealized_x0020_Base"
        );

    /// <summary>Blank is due with the document (VPS-04).</summary>
    public static ChoiceSet UnrealizedTax { get; } =
        new(
            "unrealizedTax",
            Blank,
            "Percentage",
            "First",
            "Last",
            "First_x0020_Fully_x0020_Paid",
            "Last_x0020_Fully_x0020_Paid"
        );

    public static ChoiceSet EuThirdParty { get; } =
        new("euThirdParty", "All", "Third_x0020_Party", "Others");

    public static ChoiceSet TaxSelection { get; } =
        new("taxSelection", "OpenAndClosed", "Open", "Closed");

    public static ChoiceSet TaxReach { get; } =
        new("taxReach", "WithinPeriod", "BeforeAndWithinPeriod");

    public static ChoiceSet TaxPeriodStatus { get; } =
        new("taxPeriodStatus", "Open", "Released", "Closed");

    public static ChoiceSet SetupChangeKind { get; } =
        new("setupChangeKind", "Added", "Changed", "Deleted");

    public static ChoiceSet EuSupply { get; } = new("euSupply", "Goods", "Services", "Triangular");

    public static ChoiceSet SetupNeedOrigin { get; } =
        new("setupNeedOrigin", "Document", "Journal", "Card");

    public static ChoiceSet SetupGapReason { get; } =
        new("setupGapReason", "Missing", "Blocked", "Empty", "Not_x0020_Postable");

    /// <summary>Tables that name posting groups.</summary>
    public static ChoiceSet GroupUseTable { get; } =
        new(
            "groupUseTable",
            "gen_bus_posting_group",
            "gen_prod_posting_group",
            "general_posting_setup",
            "gl_account",
            "gl_entry",
            "inventory_posting_setup",
            "item",
            "item_entry",
            "journal_line",
            "party",
            "party_detail",
            "party_entry",
            "trade_document",
            "trade_line",
            "value_entry",
            "vat_entry",
            "vat_posting_setup",
            "vat_rate"
        );
}
