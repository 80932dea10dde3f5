using Handel.Api.Engine;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Api.Finance;

/// <summary>The chart of accounts and the setup of the general ledger.</summary>
internal static class AccountResources
{
    public static IEnumerable<Resource> All() =>
        [Accounts(), ChartOfAccounts.Create(), LedgerSetup(), TrialBalances.Create()];

    private static Resource<GlAccount> Accounts() =>
        Resource
            .Of("accounts", s => s.Rows<GlAccount>())
            .Field("id", a => a.Id)
            .Field("number", a => a.No)
            .Field("displayName", a => a.Name)
            .Field("category", a => a.Category)
            .Field("subCategory", a => a.SubCategory)
            .Field("blocked", a => a.IsBlocked)
            .Field("accountType", a => a.AccountType)
            .Field("directPosting", a => a.DirectPosting)
            // D6: kept totals; a total sums the accounts that it names (COA-05).
            .Field("netChange", a => LedgerFunctions.NetChange(a.CompanyNo, a.No, a.Totaling))
            .Blank(
                "consolidationTranslationMethod",
                "consolidationDebitAccount",
                "consolidationCreditAccount",
                "excludeFromConsolidation"
            )
            .Field("lastModifiedDateTime", a => a.ModifiedAt)
            .ETag(a => a.Version);

    private static Resource<GlSetup> LedgerSetup() =>
        Resource
            .Of("generalLedgerSetup", s => s.Rows<GlSetup>())
            .Field("id", g => g.Id)
            .Field("allowPostingFrom", (_, s) => s.CompanyDates().From)
            .Field("allowPostingTo", (_, s) => s.CompanyDates().To)
            .Field("localCurrencyCode", g => g.LcyCode)
            .Field("shortcutDimension1Code", g => g.GlobalDimension1Code)
            .Field("shortcutDimension2Code", g => g.GlobalDimension2Code)
            .Field("shortcutDimension3Code", g => g.ShortcutDimension3Code)
            .Field("shortcutDimension4Code", g => g.ShortcutDimension4Code)
            .Field("shortcutDimension5Code", g => g.ShortcutDimension5Code)
            .Field("shortcutDimension6Code", g => g.ShortcutDimension6Code)
            .Field("shortcutDimension7Code", g => g.ShortcutDimension7Code)
            .Field("shortcutDimension8Code", g => g.ShortcutDimension8Code)
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version)
            .BlankRest();
}
