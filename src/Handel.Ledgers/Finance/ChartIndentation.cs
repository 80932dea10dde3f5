using Handel.Kernel.Problems;
using Handel.Ledgers.Reports;

namespace Handel.Ledgers.Finance;

/// <summary>
/// Lays out a chart of accounts: how deep each line stands, and what an end-total totals (COA-05).
/// </summary>
public static class ChartIndentation
{
    /// <summary>
    /// Sets indentation and end-totals of the lines, which are in the order of their numbers;
    /// changes
    /// nothing where a begin-total has no end or an end-total no begin.
    /// </summary>
    public static IReadOnlyList<Problem> Apply(IReadOnlyList<GlAccount> chart)
    {
        var problems = new List<Problem>();
        var begins = new Stack<GlAccount>();
        var totals = new Dictionary<GlAccount, string>();
        foreach (var account in chart)
        {
            if (account.AccountType == GlAccountType.BeginTotal)
                begins.Push(account);
            else if (account.AccountType != GlAccountType.EndTotal)
                continue;
            else if (begins.TryPop(out var begin))
                totals.Add(account, $"{begin.No}..{account.No}");
            else
                problems.Add(Unmatched(account));
        }
        problems.AddRange(begins.Select(Unmatched));
        if (problems.Count > 0)
            return problems;
        var depth = 0;
        foreach (var account in chart)
        {
            if (totals.TryGetValue(account, out var totaling))
            {
                account.Totaling = totaling;
                depth--;
            }
            account.Indentation = depth;
            if (account.AccountType == GlAccountType.BeginTotal)
                depth++;
        }
        return [];
    }

    private static Problem Unmatched(GlAccount account) =>
        new(
            ReportCodes.Totals,
            new RecordRef("accounts", account.No, Id: account.Id),
            "accountType",
            account.AccountType.ToString()
        );
}
