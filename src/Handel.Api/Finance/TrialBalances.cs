using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Ledger;
using Handel.Ledgers.Finance;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>One account of a trial balance; amounts are text, as the contract has them.</summary>
internal sealed record TrialBalanceRow(GlAccount Account, DateOnly To)
{
    public string TotalDebit { get; init; } = "";
    public string TotalCredit { get; init; } = "";
    public string BalanceDebit { get; init; } = "";
    public string BalanceCredit { get; init; } = "";

    /// <summary>Finds the entries that the balance is made of.</summary>
    public string EntriesFilter { get; init; } = "";
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

    /// <summary>
    /// The same on the extension: of the entries of some dimensions, and with the way to them.
    /// </summary>
    public static Resource<TrialBalanceRow> ByDimension() =>
        Resource
            .ExtensionComputed<TrialBalanceRow>("trialBalances", "trialBalance", Rows)
            .Field("id", r => r.Account.Id)
            .Field("number", r => r.Account.No)
            .Field("display", r => r.Account.Name)
            .Field("accountType", r => r.Account.AccountType)
            .Field("totalDebit", r => r.TotalDebit)
            .Field("totalCredit", r => r.TotalCredit)
            .Field("balanceAtDateDebit", r => r.BalanceDebit)
            .Field("balanceAtDateCredit", r => r.BalanceCredit)
            .Field("entriesFilter", r => r.EntriesFilter)
            .Parameter("dateFilter", r => r.To)
            .Parameter(DimensionFields.NameOf(1), _ => "")
            .Parameter(DimensionFields.NameOf(2), _ => "")
            .Parameter(DimensionFilters.Dimension, _ => "")
            .Parameter(DimensionFilters.Value, _ => "")
            .ETag(r => r.Account.Version);

    private static async Task<IReadOnlyList<TrialBalanceRow>> Rows(RequestScope scope, Pins pins)
    {
        var (from, to) = pins.DateRange("dateFilter");
        var last = to ?? scope.Today();
        var accounts = await scope
            .Rows<GlAccount>()
            .OrderBy(account => account.No)
            .ToListAsync(scope.Aborted);
        var days = await scope.Rows<GlDayTotal>().With(t => t.DimensionSetId, scope, pins);
        var totals = await days.Where(total => total.PostingDate <= last)
            .GroupBy(total => total.AccountNo)
            .Select(sums => new AccountSums(
                sums.Key,
                sums.Sum(t => t.Debit - t.Credit),
                sums.Sum(t => from == null || t.PostingDate >= from ? t.Debit - t.Credit : 0m)
            ))
            .ToListAsync(scope.Aborted);
        var byNo = totals.OrderBy(sums => sums.AccountNo, StringComparer.Ordinal).ToList();
        var dimensions = EntriesOf(pins);
        return
        [
            .. accounts.Select(account =>
                RowOf(account, last, byNo) with
                {
                    EntriesFilter =
                        $"accountNumber eq '{account.No}' and postingDate le {Text(last)}{dimensions}",
                }
            ),
        ];
    }

    private static string EntriesOf(Pins pins)
    {
        string[] names =
        [
            DimensionFields.NameOf(1),
            DimensionFields.NameOf(2),
            DimensionFilters.Dimension,
            DimensionFilters.Value,
        ];
        var demands = names
            .Select(name => (Name: name, Value: pins.Text(name) ?? ""))
            .Where(pin => pin.Value.Length > 0)
            .Select(pin =>
                $" and {pin.Name} eq '{pin.Value.Replace("'", "''", StringComparison.Ordinal)}'"
            );
        return string.Concat(demands);
    }

    private static TrialBalanceRow RowOf(
        GlAccount account,
        DateOnly to,
        IReadOnlyList<AccountSums> totals
    )
    {
        if (account.AccountType is GlAccountType.Heading or GlAccountType.BeginTotal)
            return new(account, to);
        var own = totals.Where(sums => Covers(account, sums.AccountNo)).ToList();
        var (balance, change) = (own.Sum(s => s.Balance), own.Sum(s => s.NetChange));
        return new(account, to)
        {
            TotalDebit = Text(Math.Max(change, 0m)),
            TotalCredit = Text(Math.Max(-change, 0m)),
            BalanceDebit = Text(Math.Max(balance, 0m)),
            BalanceCredit = Text(Math.Max(-balance, 0m)),
        };
    }

    // COA-05: ranges and single accounts, divided by bars.
    private static bool Covers(GlAccount account, string no)
    {
        if (account.Totaling.Length == 0)
            return account.No == no;
        return account
            .Totaling.Split('|')
            .Any(part =>
            {
                var ends = part.Split("..");
                return string.CompareOrdinal(no, ends[0]) >= 0
                    && string.CompareOrdinal(no, ends[^1]) <= 0;
            });
    }

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(decimal amount) =>
        amount.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record AccountSums(string AccountNo, decimal Balance, decimal NetChange);
}
