using System.Globalization;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>A document that an action made or left (C0).</summary>
public sealed record DocumentRef(string EntitySet, Guid Id, string Number);

/// <summary>Something that a user should know, though nothing was stopped by it (C0).</summary>
public sealed record Finding(string Severity, string Code, string Message, string Target)
{
    private const string Warning = "Warning";

    public static Finding Of(Problem problem, CultureInfo language) =>
        new(
            Warning,
            problem.Code,
            ProblemTexts.Of(problem, language),
            ProblemTexts.TargetOf(problem)
        );
}

/// <summary>
/// What a posting made, the one to look at next at the end, and what to know about it (C1).
/// </summary>
public sealed record PostingResult(
    IReadOnlyList<DocumentRef> Documents,
    IReadOnlyList<Finding> Findings
)
{
    public static PostingResult Of(Plan plan, CultureInfo language) =>
        new(
            [
                .. plan
                    .Stored.Where(document => document.IsPosted)
                    .OrderBy(document => document.Id == plan.ResultId)
                    .Select(document => new DocumentRef(
                        Handel.Trade.Mirror.WordsOf(document).Entity,
                        document.Id,
                        document.No
                    )),
            ],
            [.. plan.Notices.Select(notice => Finding.Of(notice, language))]
        );
}

/// <summary>What a posting would write: rows as the sets of the ledgers have them (C1).</summary>
public sealed record PostingPreviewRows
{
    public required IReadOnlyList<PreviewGl> GeneralLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewTax> TaxEntries { get; init; }
    public required IReadOnlyList<PreviewCustomer> CustomerLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewVendor> VendorLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewBank> BankAccountLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewItem> ItemLedgerEntries { get; init; }
    public required IReadOnlyList<PreviewValue> ValueEntries { get; init; }
    public required PreviewTotals Totals { get; init; }
}

/// <summary>Both sides of what would be posted, in LCY.</summary>
public sealed record PreviewTotals(decimal DebitAmount, decimal CreditAmount);

public sealed record PreviewGl
{
    public required DateOnly PostingDate { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string AccountNumber { get; init; }
    public required string AccountName { get; init; }
    public required string Description { get; init; }
    public required decimal DebitAmount { get; init; }
    public required decimal CreditAmount { get; init; }
    public string ShortcutDimension1Code { get; init; } = "";
    public string ShortcutDimension2Code { get; init; } = "";
    public string ShortcutDimension3Code { get; init; } = "";
    public string ShortcutDimension4Code { get; init; } = "";
    public string ShortcutDimension5Code { get; init; } = "";
    public string ShortcutDimension6Code { get; init; } = "";
    public string ShortcutDimension7Code { get; init; } = "";
    public string ShortcutDimension8Code { get; init; } = "";
}

public sealed record PreviewTax
{
    public required DateOnly PostingDate { get; init; }
    public required DateOnly TaxReportingDate { get; init; }
    public required string Type { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string TaxBusinessPostingGroup { get; init; }
    public required string TaxProductPostingGroup { get; init; }
    public required string CalculationType { get; init; }
    public required decimal Base { get; init; }
    public required decimal Amount { get; init; }
}

/// <summary>The part that customer and vendor rows share.</summary>
public record PreviewParty
{
    public required DateOnly PostingDate { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string Description { get; init; }
    public required decimal Amount { get; init; }
    public required decimal RemainingAmount { get; init; }
    public required decimal AmountLCY { get; init; }
    public required decimal RemainingAmountLCY { get; init; }
    public required DateOnly DueDate { get; init; }
}

public sealed record PreviewCustomer : PreviewParty
{
    public required string CustomerNumber { get; init; }
}

public sealed record PreviewVendor : PreviewParty
{
    public required string VendorNumber { get; init; }
}

public sealed record PreviewBank
{
    public required string BankAccountNumber { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string Description { get; init; }
    public required string CurrencyCode { get; init; }
    public required decimal Amount { get; init; }
    public required decimal AmountLCY { get; init; }
}

public sealed record PreviewItem
{
    public required DateOnly PostingDate { get; init; }
    public required string EntryType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string ItemNumber { get; init; }
    public required string Description { get; init; }
    public required string LocationCode { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal InvoicedQuantity { get; init; }
    public required decimal RemainingQuantity { get; init; }
}

public sealed record PreviewValue
{
    public required DateOnly PostingDate { get; init; }
    public required string EntryType { get; init; }
    public required string DocumentNumber { get; init; }
    public required string ItemNumber { get; init; }
    public required decimal ValuedQuantity { get; init; }
    public required decimal CostPerUnit { get; init; }
    public required decimal CostAmountActual { get; init; }
    public required decimal CostAmountExpected { get; init; }
    public required decimal SalesAmountActual { get; init; }
}
