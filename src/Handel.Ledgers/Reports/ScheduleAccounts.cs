using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Reports;

/// <summary>The posting accounts behind a row of a schedule.</summary>
public static class ScheduleAccounts
{
    private const char SubCategorySign = '/';

    /// <summary>The accounts of a row; null where its totaling cannot be read.</summary>
    /// <param name="line">The row.</param>
    /// <param name="chart">The chart of accounts in the order of its numbers.</param>
    public static AccountFilter? Of(AccountScheduleLine line, IReadOnlyList<GlAccount> chart) =>
        line.Kind switch
        {
            ScheduleRowKind.Heading or ScheduleRowKind.Spacer or ScheduleRowKind.Formula =>
                AccountFilter.Nothing,
            ScheduleRowKind.Accounts => AccountFilter.Read(line.Totaling),
            ScheduleRowKind.TotalAccounts => OfTotals(line.Totaling, chart),
            ScheduleRowKind.Category => OfCategories(line.Totaling, chart),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };

    private static AccountFilter? OfTotals(string totaling, IReadOnlyList<GlAccount> chart)
    {
        if (AccountFilter.Read(totaling) is not { } named)
            return null;
        var parts = chart
            .Where(account =>
                account.AccountType is GlAccountType.Total or GlAccountType.EndTotal
                && account.Totaling.Length > 0
                && named.Contains(account.No)
            )
            .Select(account => account.Totaling)
            .ToList();
        return AccountFilter.Parse(string.Join('|', parts));
    }

    // COA-08. Neighbours in the chart become one range, so that the filter stays short.
    private static AccountFilter? OfCategories(string totaling, IReadOnlyList<GlAccount> chart)
    {
        var wanted = totaling.Split('|', StringSplitOptions.TrimEntries);
        if (!wanted.All(IsCategory))
            return null;
        var ranges = new List<AccountRange>();
        var isOpen = false;
        foreach (var account in chart.Where(a => a.AccountType == GlAccountType.Posting))
        {
            var isWanted = wanted.Any(name => Means(name, account));
            if (isWanted && isOpen)
                ranges[^1] = ranges[^1] with { To = account.No };
            else if (isWanted)
                ranges.Add(new(account.No, account.No));
            isOpen = isWanted;
        }
        return AccountFilter.Parse(string.Join('|', ranges));
    }

    private static bool IsCategory(string name) =>
        Enum.TryParse<GlAccountCategory>(name.Split(SubCategorySign)[0], out var category)
        && category != GlAccountCategory.None
        && Enum.IsDefined(category)
        && !char.IsAsciiDigit(name[0]);

    private static bool Means(string name, GlAccount account)
    {
        var parts = name.Split(SubCategorySign, 2);
        return account.Category.ToString() == parts[0]
            && (parts.Length == 1 || account.SubCategory == parts[1]);
    }
}
