using Handel.Api.Engine;

namespace Handel.Api.Reports;

/// <summary>All sets that are worked out from the books and cannot be written.</summary>
internal static class ReportResources
{
    public static IEnumerable<Resource> All() =>
        [
            .. AccountBalances.All(),
            .. AccountEntryResources.All(),
            .. ScheduleResources.All(),
            .. FinancialStatements.All(),
            .. AgedParties.All(),
            .. AgedAccounts.All(),
            .. PartyStatementResources.All(),
            .. PartyStatistics.All(),
            .. TaxEntryTotals.All(),
            AccountUseResource.Create(),
        ];
}
