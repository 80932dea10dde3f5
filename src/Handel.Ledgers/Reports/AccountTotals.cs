using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Reports;

/// <summary>What an account did in a period (COA-07). LCY.</summary>
/// <param name="Opening">Balance before the period; debit positive.</param>
/// <param name="Debit">Of the period; a correction keeps its side.</param>
/// <param name="Credit">Of the period, positive.</param>
public readonly record struct AccountSums(decimal Opening, decimal Debit, decimal Credit)
{
    public decimal NetChange => Debit - Credit;
    public decimal Closing => Opening + NetChange;

    public static AccountSums operator +(AccountSums a, AccountSums b) =>
        new(a.Opening + b.Opening, a.Debit + b.Debit, a.Credit + b.Credit);

    public static AccountSums operator -(AccountSums a, AccountSums b) =>
        new(a.Opening - b.Opening, a.Debit - b.Debit, a.Credit - b.Credit);
}

/// <summary>
/// Sums of accounts in a period, ready to be added over any range of numbers: a chart with many
/// totals asks for many ranges of the same accounts.
/// </summary>
public sealed class AccountTotals
{
    private readonly string[] _numbers;

    /// <summary>At place i the sum of the first i accounts.</summary>
    private readonly AccountSums[] _before;

    public AccountTotals(IEnumerable<KeyValuePair<string, AccountSums>> accounts)
    {
        var sorted = accounts.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        _numbers = [.. sorted.Select(pair => pair.Key)];
        _before = new AccountSums[sorted.Count + 1];
        for (var i = 0; i < sorted.Count; i++)
            _before[i + 1] = _before[i] + sorted[i].Value;
    }

    public AccountSums All => _before[^1];

    /// <summary>An account that two parts name is counted once.</summary>
    public AccountSums Of(AccountFilter filter)
    {
        if (filter.Ranges.Count == 1)
            return Of(filter.Ranges[0]);
        var total = default(AccountSums);
        var done = 0;
        foreach (var (first, end) in filter.Ranges.Select(Places).Order())
        {
            var from = Math.Max(first, done);
            if (end <= from)
                continue;
            total += _before[end] - _before[from];
            done = end;
        }
        return total;
    }

    public AccountSums Of(string no) => Of(new AccountRange(no, no));

    /// <summary>
    /// What a line of the chart shows: its own sums, or those of the accounts that it totals;
    /// nothing for a heading (COA-05).
    /// </summary>
    public AccountSums? Of(GlAccount account) =>
        account.AccountType switch
        {
            GlAccountType.Posting => Of(account.No),
            GlAccountType.Total or GlAccountType.EndTotal => Of(
                AccountFilter.Parse(account.Totaling)
            ),
            GlAccountType.Heading or GlAccountType.BeginTotal => null,
            _ => throw new ArgumentOutOfRangeException(nameof(account)),
        };

    private AccountSums Of(AccountRange range)
    {
        var (first, end) = Places(range);
        return end > first ? _before[end] - _before[first] : default;
    }

    private (int First, int End) Places(AccountRange range) =>
        (
            PlaceOf(range.From, isAfter: false),
            range.To.Length == 0 ? _numbers.Length : PlaceOf(range.To, isAfter: true)
        );

    private int PlaceOf(string no, bool isAfter)
    {
        var at = Array.BinarySearch(_numbers, no, StringComparer.Ordinal);
        return at < 0 ? ~at
            : isAfter ? at + 1
            : at;
    }
}
