using Handel.Ledgers;
using Handel.Ledgers.YearEnd;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Income accounts by dimensions at the end of a year, from kept totals (D6, COM-09).
/// </summary>
internal static class IncomeLoader
{
    public static async Task<IReadOnlyList<DimensionBalance>> Balances(
        HandelDbContext db,
        CompanySetup setup,
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.IncomeAt is not { } day)
            return [];
        var accounts = setup
            .Accounts.Values.Where(account => !account.IsBalanceSheet)
            .Select(account => account.No)
            .ToArray();
        var balances = await db
            .GlDayTotals.Where(total =>
                accounts.Contains(total.AccountNo) && total.PostingDate <= day
            )
            .GroupBy(total => new { total.AccountNo, total.DimensionSetId })
            .Select(group => new
            {
                group.Key.AccountNo,
                group.Key.DimensionSetId,
                Amount = group.Sum(total => total.Debit - total.Credit),
            })
            .Where(balance => balance.Amount != 0m)
            .OrderBy(balance => balance.AccountNo)
            .ThenBy(balance => balance.DimensionSetId)
            .Take(IncomeClosing.LinesMax + 1)
            .ToListAsync(ct);
        return
        [
            .. balances.Select(b => new DimensionBalance(b.AccountNo, b.DimensionSetId, b.Amount)),
        ];
    }
}
