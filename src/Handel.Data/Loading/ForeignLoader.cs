using Handel.Ledgers;
using Handel.Ledgers.Revaluation;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>What stands on banks in foreign currency at the day of a valuation (ADJ-03).</summary>
internal static class ForeignLoader
{
    public static async Task<IReadOnlyList<ForeignBank>> Banks(
        HandelDbContext db,
        CompanySetup setup,
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Foreign is not { Banks: not null } order)
            return [];
        var accounts = setup
            .BankAccounts.Values.Where(account => order.Takes(account.CurrencyCode))
            .ToDictionary(account => account.No);
        var numbers = accounts.Keys.ToArray();
        // ADJ-07: an adjustment of the same day may be booked on a later one.
        var sums = await db
            .BankEntries.Where(entry =>
                numbers.Contains(entry.BankAccountNo)
                && (
                    entry.PostingDate <= order.EndingDate
                    || (
                        entry.SourceCode == RateAdjustment.SourceCode
                        && entry.PostingDate <= order.PostingDate
                    )
                )
            )
            .GroupBy(entry => entry.BankAccountNo)
            .Select(bank => new
            {
                No = bank.Key,
                Amount = bank.Sum(entry => entry.Amount),
                AmountLcy = bank.Sum(entry => entry.AmountLcy),
            })
            .OrderBy(bank => bank.No)
            .ToListAsync(ct);
        return
        [
            .. sums.Select(bank => new ForeignBank(accounts[bank.No], bank.Amount, bank.AmountLcy)),
        ];
    }
}
