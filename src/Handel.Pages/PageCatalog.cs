using Handel.Pages.Description;
using Handel.Pages.Finance;
using Handel.Pages.Home;
using Handel.Pages.Inventory;
using Handel.Pages.Jobs;
using Handel.Pages.Journals;
using Handel.Pages.Mirror;
using Handel.Pages.Parties;
using Handel.Pages.Reports;
using Handel.Pages.Setup;
using Handel.Pages.Trade;

namespace Handel.Pages;

/// <summary>All pages, and the menu that leads to them.</summary>
public static class PageCatalog
{
    private static readonly IReadOnlyList<PageDefinition> Definitions =
    [
        new RoleCentrePage(),
        .. MirrorNames.Both.SelectMany(OfDirection),
        new ItemsPage(),
        new ItemPage(),
        new ItemLedgerEntriesPage(),
        new ValueEntriesPage(),
        new AccountsPage(),
        new AccountPage(),
        new GeneralLedgerEntriesPage(),
        new TaxEntriesPage(),
        new TaxEntryPage(),
        new TaxCorrectionsPage(),
        new SetupChangesPage(),
        new DocumentTaxLinesPage(),
        new TaxReturnPeriodsPage(),
        new TaxReturnPeriodPage(),
        .. VatReports.All,
        new SetupGapsPage(),
        new PostingGroupUsesPage(),
        new CompanyInformationCard(),
        new GeneralLedgerRegistersPage(),
        new GeneralLedgerRegisterPage(),
        new BankEntriesPage(),
        new FindEntriesPage(),
        new DocumentSearchPage(),
        new GeneralLedgerEntryPage(),
        new DimensionCorrectionsPage(),
        new DimensionCorrectionPage(),
        new DimensionSetPage(DimensionSetPage.OfHeader),
        new DimensionSetPage(DimensionSetPage.OfLine),
        new AccountingPeriodsPage(),
        new AccountingPeriodPage(),
        new ExchangeRateAdjustmentsPage(),
        CurrencyPages.Card,
        NumberSeriesPages.Card,
        .. JournalKind.All.Select(kind => new JournalsPage(kind)),
        .. JournalKind.All.Select(kind => new JournalPage(kind)),
        new LineEntriesPage(),
        .. JournalKind
            .All.Where(kind => kind.Registers)
            .Select(kind => new PaymentRegistrationPage(kind)),
        .. KeptJournalPages.All,
        JournalSetupPages.Allocations,
        new JobsPage(),
        new JobPage(),
        .. ReportPages.All,
        .. SetupPages.All,
        new GeneralLedgerSetupCard(),
    ];

    /// <summary>Pages and menu in one language, without those that the user may not open.</summary>
    public static PageSet Build(Captions captions, Func<Page, bool> mayOpen)
    {
        var pages = Definitions.Select(one => one.Build(captions)).Where(mayOpen).ToList();
        var open = pages.Select(page => page.Id).ToHashSet(StringComparer.Ordinal);
        var menu = Menu.Build(captions)
            .Select(group =>
                group with
                {
                    Items = [.. group.Items.Where(item => open.Contains(item.Page))],
                }
            )
            .Where(group => group.Items.Count > 0);
        return new PageSet(captions.Language, [.. menu], pages);
    }

    private static IEnumerable<PageDefinition> OfDirection(MirrorNames names) =>
        [
            new OrdersPage(names),
            new OrderPage(names),
            new InvoicesPage(names),
            new InvoicePage(names),
            new CreditMemosPage(names),
            new CreditMemoPage(names),
            new MovementsPage(names),
            new MovementPage(names),
            new PartiesPage(names),
            new PartyPage(names),
            new PartyLedgerEntriesPage(names),
            new PartyLedgerEntryPage(names),
            new ApplicationPage(names),
            new UnapplicationPage(names),
            new AppliedEntriesPage(names),
            new DetailedEntriesPage(names),
        ];
}
