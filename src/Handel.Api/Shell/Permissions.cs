using Handel.Api.Engine;
using Handel.App.Users;

namespace Handel.Api.Shell;

/// <summary>
/// What a role may do through the API (API-A-5): readers read; clerks trade but leave setup alone;
/// bookkeepers and administrators do both.
/// </summary>
internal static class Permissions
{
    /// <summary>Sets that decide where postings go and how documents are numbered.</summary>
    private static readonly HashSet<string> Setup = new(StringComparer.Ordinal)
    {
        "companyInformation",
        "accounts",
        "taxAreas",
        "taxGroups",
        "paymentTerms",
        "paymentMethods",
        "currencies",
        "exchangeRates",
        "accountingPeriods",
        "numberSeriesRelationships",
        "countriesRegions",
        "locations",
        "unitsOfMeasure",
        "generalBusinessPostingGroups",
        "generalProductPostingGroups",
        "taxBusinessPostingGroups",
        "taxProductPostingGroups",
        "inventoryPostingGroups",
        "customerPostingGroups",
        "vendorPostingGroups",
        "customerAlternativePostingGroups",
        "vendorAlternativePostingGroups",
        "generalPostingSetups",
        "taxPostingSetups",
        "taxRates",
        "taxClauses",
        "taxClauseTexts",
        "taxSetup",
        "taxStatementTemplates",
        "taxStatementNames",
        "taxStatementLines",
        "taxReturnPeriods",
        "taxEntries",
        "inventoryPostingSetups",
        "numberSeries",
        "numberSeriesLines",
        "generalLedgerSetup",
        "userSetups",
        "dimensions",
        "dimensionValues",
        "dimensionCombinations",
        "dimensionValueCombinations",
        "defaultDimensionPriorities",
        "salesSetup",
        "purchaseSetup",
        "inventorySetup",
        "customerInvoiceDiscounts",
        "vendorInvoiceDiscounts",
        "accountSchedules",
        "accountScheduleLines",
        "journals",
        "journalLines",
        "paymentRegistrations",
        "journalTemplates",
        "journalAllocations",
        "standardJournals",
        "bankAccounts",
        "bankAccountPostingGroups",
        "sourceCodes",
        "reasonCodes",
        "jobs",
        "jobSchedules",
    };

    /// <summary>Entries are undone by who keeps the books, from wherever it is asked.</summary>
    public static bool MayReverse(RequestScope scope) =>
        scope.User.IsInRole(Roles.Administrator) || scope.User.IsInRole(Roles.Bookkeeper);

    public static bool Allow(RequestScope scope, Resource resource, Operation operation)
    {
        if (operation == Operation.Read)
            return Roles.All.Any(scope.User.IsInRole);
        if (MayReverse(scope))
            return true;
        return scope.User.IsInRole(Roles.Clerk) && !Setup.Contains(resource.Name);
    }
}
