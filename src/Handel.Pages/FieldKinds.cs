using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>The kind of a field follows from its API name; the exceptions are listed.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, FieldKind> Exceptions = new(StringComparer.Ordinal)
    {
        ["inventory"] = FieldKind.Quantity,
        ["balance"] = FieldKind.Amount,
        ["balanceDue"] = FieldKind.Amount,
        ["creditLimit"] = FieldKind.Amount,
        ["serviceCharge"] = FieldKind.Amount,
        ["netChange"] = FieldKind.Amount,
        ["base"] = FieldKind.Amount,
        ["debit"] = FieldKind.Amount,
        ["credit"] = FieldKind.Amount,
        ["costAmountActual"] = FieldKind.Amount,
        ["costAmountExpected"] = FieldKind.Amount,
        ["salesAmountActual"] = FieldKind.Amount,
        ["totalDebit"] = FieldKind.Amount,
        ["totalCredit"] = FieldKind.Amount,
        ["balanceAtDateDebit"] = FieldKind.Amount,
        ["balanceAtDateCredit"] = FieldKind.Amount,
        ["openingBalance"] = FieldKind.Amount,
        ["closingBalance"] = FieldKind.Amount,
        ["runningBalance"] = FieldKind.Amount,
        ["controlBalance"] = FieldKind.Amount,
        ["difference"] = FieldKind.Amount,
        ["indentation"] = FieldKind.Integer,
        ["costPerUnit"] = FieldKind.Price,
        ["unitCost"] = FieldKind.Price,
        ["directUnitCost"] = FieldKind.Price,
        ["unitPrice"] = FieldKind.Price,
        ["amountRoundingPrecision"] = FieldKind.Price,
        ["entryNumber"] = FieldKind.Integer,
        ["itemLedgerEntryNumber"] = FieldKind.Integer,
        ["registerNumber"] = FieldKind.Integer,
        ["fromEntryNumber"] = FieldKind.Integer,
        ["toEntryNumber"] = FieldKind.Integer,
        ["incrementByNumber"] = FieldKind.Integer,
        ["reversalEntryNumber"] = FieldKind.Integer,
        ["newEntryNumber"] = FieldKind.Integer,
        ["undoesRegisterNumber"] = FieldKind.Integer,
        ["sequence"] = FieldKind.Integer,
        ["count"] = FieldKind.Integer,
        ["lineNumber"] = FieldKind.Integer,
        ["lineCount"] = FieldKind.Integer,
        ["balanceLCY"] = FieldKind.Amount,
        ["currencyFactor"] = FieldKind.Price,
        ["allowPostingFrom"] = FieldKind.Date,
        ["allowPostingTo"] = FieldKind.Date,
        ["reversesNumber"] = FieldKind.Integer,
        ["reversedByNumber"] = FieldKind.Integer,
        ["recipientBankAccount"] = FieldKind.Text,
        ["fileContent"] = FieldKind.File,
        ["dateFrom"] = FieldKind.Date,
        ["dateTo"] = FieldKind.Date,
        ["date"] = FieldKind.Date,
        ["lastDateAdjusted"] = FieldKind.Date,
        ["numberOfPeriods"] = FieldKind.Integer,
    };

    private static readonly HashSet<string> Booleans = new(StringComparer.Ordinal)
    {
        "open",
        "reversed",
        "unapplied",
        "hidden",
        "showOppositeSign",
        "newFiscalYear",
        "dateLocked",
        "closed",
        "directPosting",
        "pricesIncludeTax",
        "priceIncludesTax",
        "partialShipping",
        "fullyShipped",
        "fullyReceived",
        "taxLiable",
        "calculateDiscountOnCreditMemos",
        "defaultNumbers",
        "manualNumbers",
        "dateOrder",
        "allowGaps",
        "euService",
        "adjustment",
        "expectedCost",
        "privacyBlocked",
        "dimensionsCorrected",
        "undone",
        "emuCurrency",
        "closing",
        "priorYearEntry",
        "keepDimensions",
        "leaveOutCustomers",
        "leaveOutVendors",
        "leaveOutBankAccounts",
        "leaveOutDimensions",
        "allowInvoiceDiscount",
        "calculateInvoiceDiscount",
        "calculateInvoiceDiscountPerTaxIdentifier",
        "invoiceRounding",
        "externalDocumentNumberMandatory",
        "shipmentOnInvoice",
        "receiptOnInvoice",
        "returnReceiptOnCreditMemo",
        "returnShipmentOnCreditMemo",
        "exactCostReversingMandatory",
        "linkDocumentDateToPostingDate",
        "copyLineDescriptionToEntry",
        "correction",
        "exportedToPaymentFile",
        "suggestBalancingAmount",
        "forceDocumentBalance",
        "copyTaxSetup",
        "allowTaxDifference",
        "copyToPostedLines",
        "incrementBatchName",
        "withAmounts",
        "reverseSign",
        "wholeJournal",
        "blocked",
    };

    private static readonly (string Ending, FieldKind Kind)[] Endings =
    [
        ("DateTime", FieldKind.DateTime),
        ("Date", FieldKind.Date),
        ("Percent", FieldKind.Percent),
        ("Quantity", FieldKind.Quantity),
        ("quantity", FieldKind.Quantity),
        ("Amount", FieldKind.Amount),
        ("amount", FieldKind.Amount),
        ("AmountLCY", FieldKind.Amount),
        ("amountLCY", FieldKind.Amount),
        ("Tax", FieldKind.Amount),
        ("Number", FieldKind.Code),
        ("number", FieldKind.Code),
        ("Code", FieldKind.Code),
        ("code", FieldKind.Code),
        ("Group", FieldKind.Code),
        ("Account", FieldKind.Code),
    ];

    public static FieldKind Of(string name)
    {
        if (Booleans.Contains(name))
            return FieldKind.Boolean;
        if (Exceptions.TryGetValue(name, out var kind))
            return kind;
        foreach (var (ending, byEnding) in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return byEnding;
        }
        return FieldKind.Text;
    }
}
