using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>One account of a trial balance; amounts are text, as the contract has them.</summary>
internal sealed record TrialBalanceRow(GlAccount Account, DateOnly To)
{
    public string TotalDebit { get; init; } = "";
    public string TotalCredit { get; init; } = "";
    public string BalanceDebit { get; init; } = "";
    public string BalanceCredit { get; init; } = "";
}

/// <summary>The trial balance of a period, from kept day totals (A18.11, D6).</summary>
internal static class TrialBalances
{
    public static Resource<TrialBalanceRow> Create() =>
        Resource
            .Computed<TrialBalanceRow>("trialBalances", Rows)
            .Field("number", r => r.Account.No)
            .Field("accountId", r => r.Account.Id)
            .Field("accountType", r => r.Account.AccountType)
            .Field("display", r => r.Account.Name)
            .Field("totalDebit", r => r.TotalDebit)
            .Field("totalCredit", r => r.TotalCredit)
            .Field("balanceAtDateDebit", r => r.BalanceDebit)
            .Field("balanceAtDateCredit", r => r.BalanceCredit)
            .Parameter("dateFilter", r => r.To)
            .ETag(r => r.Account.Version);

    private static async Task<IReadOnlyList<TrialBalanceRow>> Rows(RequestScope scope, Pins pins)
    {
        var (from, to) = pins.DateRange("dateFilter");
        var period = new ReportPeriod(from ?? DateOnly.MinValue, to ?? scope.Today());
        var accounts = await scope
            .Rows<GlAccount>()
            .OrderBy(account => account.No)
            .ToListAsync(scope.Aborted);
        var totals = await AccountSumsReader.Read(scope.Db(), period, scope.Aborted);
        return [.. accounts.Select(account => RowOf(account, period.To, totals))];
    }

    private static TrialBalanceRow RowOf(GlAccount account, DateOnly to, AccountTotals totals) =>
        totals.Of(account) is not { } sums
            ? new(account, to)
            : new(account, to)
            {
                TotalDebit = Text(Math.Max(sums.NetChange, 0m)),
                TotalCredit = Text(Math.Max(-sums.NetChange, 0m)),
                BalanceDebit = Text(Math.Max(sums.Closing, 0m)),
                BalanceCredit = Text(Math.Max(-sums.Closing, 0m)),
            };

    // The contract groups thousands as English does, whatever the language.
    private static string Text(decimal amount) =>
        amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
