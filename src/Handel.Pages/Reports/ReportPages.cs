using Handel.Pages.Mirror;

namespace Handel.Pages.Reports;

/// <summary>All pages that read the books.</summary>
internal static class ReportPages
{
    public static IReadOnlyList<PageDefinition> All =>
        [
            new TrialBalancePage(),
            new AccountEntriesPage(),
            new FinancialStatementPage("balanceSheet", "BALANCE"),
            new FinancialStatementPage("incomeStatement", "INCOME"),
            new FinancialStatementPage("financialStatement", ""),
            new TaxByPeriodPage(),
            new AccountUsesPage(),
            .. MirrorNames.Both.SelectMany(OfDirection),
        ];

    private static IEnumerable<PageDefinition> OfDirection(MirrorNames names) =>
        [
            new AgedBalancesPage(names),
            new AgedEntriesPage(names),
            new PartyStatementPage(names),
            new PartyStatisticsPage(names),
        ];
}
