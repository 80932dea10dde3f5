using Handel.Pages.Description;
using Handel.Pages.Journals;
using Handel.Pages.Mirror;
using Handel.Pages.Setup;

namespace Handel.Pages;

/// <summary>The menu: areas as users know them, each with the pages of its day.</summary>
internal static class Menu
{
    public static IEnumerable<MenuGroup> Build(Captions captions)
    {
        yield return Group(captions, "home", Page(captions, "roleCentre"));
        foreach (var names in MirrorNames.Both)
            yield return Group(captions, names.Area, [.. OfDirection(captions, names)]);
        yield return Group(
            captions,
            "inventory",
            Page(captions, "items"),
            Page(captions, "itemLedgerEntries"),
            Page(captions, "valueEntries")
        );
        yield return Group(captions, "journals", [.. Journals(captions)]);
        yield return Group(
            captions,
            "finance",
            Page(captions, "accounts"),
            Page(captions, "trialBalance"),
            Page(captions, "balanceSheet"),
            Page(captions, "incomeStatement"),
            Page(captions, "financialStatement"),
            Page(captions, "accountEntries"),
            Page(captions, "generalLedgerEntries"),
            Page(captions, "bankAccountLedgerEntries"),
            Page(captions, "generalLedgerRegisters"),
            Page(captions, "dimensionCorrections"),
            Page(captions, "findEntries"),
            Page(captions, "accountUses"),
            Page(captions, "exchangeRateAdjustments"),
            Page(captions, "accountingPeriods"),
            Page(captions, "jobs")
        );
        yield return Group(
            captions,
            "tax",
            Page(captions, "taxReturnPeriods"),
            Page(captions, "taxReturnBoxes"),
            Page(captions, "taxStatementResults"),
            Page(captions, "euSalesListLines"),
            Page(captions, "taxReconciliations"),
            Page(captions, "taxEntries"),
            Page(captions, "taxByPeriod"),
            Page(captions, "taxCorrections"),
            Page(captions, "taxIdentifiers")
        );
        var setup = SetupPages.All.Select(page => Page(captions, page.Id));
        yield return Group(
            captions,
            "setup",
            [
                Page(captions, "setupGaps"),
                Page(captions, "postingGroupUses"),
                .. setup,
                Page(captions, "setupChanges"),
            ]
        );
    }

    private static IEnumerable<MenuItem> Journals(Captions captions) =>
        [
            .. JournalKind.All.Select(kind => Page(captions, kind.List)),
            Page(captions, "documentSearch"),
            Page(captions, "standardJournals"),
            Page(captions, "postedJournals"),
        ];

    private static IEnumerable<MenuItem> OfDirection(Captions captions, MirrorNames names) =>
        [
            Page(captions, names.Orders),
            View(captions, names.Invoices, "drafts"),
            View(captions, names.CreditMemos, "drafts"),
            Page(captions, names.PartySet),
            Page(captions, names.Movements),
            View(captions, names.Invoices, "posted"),
            View(captions, names.CreditMemos, "posted"),
            Page(captions, names.LedgerEntries),
            Page(captions, names.AgedBalances),
            Page(captions, names.Statement),
            Page(captions, names.Statistics),
        ];

    private static MenuItem Page(Captions captions, string page) =>
        new(page, captions[$"page.{page}"]);

    /// <summary>Caption: <c>menu.{page}.{view}</c>.</summary>
    private static MenuItem View(Captions captions, string page, string view) =>
        new(page, captions[$"menu.{page}.{view}"], view);

    private static MenuGroup Group(Captions captions, string id, params MenuItem[] items) =>
        new(id, captions[$"menu.{id}"], items);
}
