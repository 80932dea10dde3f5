using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Finance;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>A line of the chart with what happened on it in a period.</summary>
internal sealed record AccountBalanceRow(GlAccount Account, AccountSums Sums, ReportPeriod Period)
{
    public AccountFilter Accounts { get; init; } = AccountFilter.Nothing;

    /// <summary>What the filter demands of dimensions, for the entries behind the sums.</summary>
    public string Dimensions { get; init; } = "";

    public string Opening => With(EntryFilter.Before(Accounts, Period.From));
    public string Within => With(EntryFilter.Of(Accounts, Period));
    public string Closing => With(EntryFilter.At(Accounts, Period.To));

    private string With(string filter) => filter.Length > 0 ? filter + Dimensions : "";
}

/// <summary>The whole trial balance in one row: debit and credit must be the same.</summary>
internal sealed record AccountBalanceTotal(AccountSums Sums, ReportPeriod Period);

/// <summary>
/// The trial balance with numbers for amounts: balance before, debit and credit in the period,
/// balance after, for accounts and totals (COA-05, COA-07).
/// </summary>
internal static class AccountBalances
{
    private const string Set = "accountBalances";
    private const string TotalSet = "accountBalanceTotals";

    public static IEnumerable<Resource> All() => [Balances(), Totals()];

    private static Resource<AccountBalanceRow> Balances() =>
        Resource
            .ExtensionComputed<AccountBalanceRow>(Set, "accountBalance", Rows)
            .Field("id", r => r.Account.Id)
            .Field("number", r => r.Account.No)
            .Field("displayName", r => r.Account.Name)
            .Field("accountType", r => r.Account.AccountType)
            .Field("category", r => r.Account.Category)
            .Field("indentation", r => r.Account.Indentation)
            .Field("openingBalance", r => r.Sums.Opening)
            .Field("debitAmount", r => r.Sums.Debit)
            .Field("creditAmount", r => r.Sums.Credit)
            .Field("netChange", r => r.Sums.NetChange)
            .Field("closingBalance", r => r.Sums.Closing)
            .Field("dateFrom", r => r.Period.From)
            .Field("dateTo", r => r.Period.To)
            .Field("openingEntries", r => r.Opening)
            .Field("periodEntries", r => r.Within)
            .Field("closingEntries", r => r.Closing)
            .Parameter(ReportParameters.DateFilter, r => r.Period.To)
            .ByDimension()
            .ETag(r => r.Account.Version);

    private static Resource<AccountBalanceTotal> Totals() =>
        Resource
            .ExtensionComputed<AccountBalanceTotal>(TotalSet, "accountBalanceTotal", Total)
            .Field("id", r => RowId.Of(TotalSet))
            .Field("openingBalance", r => r.Sums.Opening)
            .Field("debitAmount", r => r.Sums.Debit)
            .Field("creditAmount", r => r.Sums.Credit)
            .Field("difference", r => r.Sums.Closing)
            .Parameter(ReportParameters.DateFilter, r => r.Period.To)
            .ByDimension()
            .OrderedBy("difference");

    private static async Task<IReadOnlyList<AccountBalanceRow>> Rows(RequestScope scope, Pins pins)
    {
        var period = pins.Period(scope, Set);
        var accounts = await scope
            .Rows<GlAccount>()
            .OrderBy(account => account.No)
            .ToListAsync(scope.Aborted);
        var totals = await Read(scope, pins, period);
        var dimensions = DimensionFilters.Text(pins);
        return
        [
            .. accounts.Select(account => new AccountBalanceRow(
                account,
                totals.Of(account) ?? default,
                period
            )
            {
                Accounts = AccountsOf(account),
                Dimensions = dimensions,
            }),
        ];
    }

    private static async Task<IReadOnlyList<AccountBalanceTotal>> Total(
        RequestScope scope,
        Pins pins
    )
    {
        var period = pins.Period(scope, TotalSet);
        var totals = await Read(scope, pins, period);
        return [new(totals.All, period)];
    }

    private static async Task<AccountTotals> Read(
        RequestScope scope,
        Pins pins,
        ReportPeriod period
    )
    {
        var dimensions = await DimensionFilters.Demands(scope, pins);
        return await AccountSumsReader.Read(scope.Db(), period, dimensions, scope.Aborted);
    }

    private static AccountFilter AccountsOf(GlAccount account) =>
        account.AccountType switch
        {
            GlAccountType.Posting => AccountFilter.Single(account.No),
            GlAccountType.Total or GlAccountType.EndTotal => AccountFilter.Parse(account.Totaling),
            GlAccountType.Heading or GlAccountType.BeginTotal => AccountFilter.Nothing,
            _ => throw new ArgumentOutOfRangeException(nameof(account)),
        };
}
