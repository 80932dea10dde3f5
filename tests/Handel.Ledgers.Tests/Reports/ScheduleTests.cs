using System.Globalization;
using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Reports;

public sealed class ScheduleTests
{
    private static readonly GlAccount[] Chart =
    [
        Account("1000", GlAccountCategory.Assets),
        Account("4000", GlAccountCategory.Expense),
        Account("4100", GlAccountCategory.Expense, "Housing"),
        Account("7000", GlAccountCategory.CostOfGoodsSold),
        Account("8000", GlAccountCategory.Income),
        new()
        {
            No = "8999",
            AccountType = GlAccountType.EndTotal,
            Totaling = "7000..8999",
        },
    ];

    private static readonly AccountTotals Totals = new(
        new Dictionary<string, AccountSums>
        {
            ["1000"] = new(500m, 300m, 100m),
            ["4000"] = new(40m, 30m, 0m),
            ["4100"] = new(0m, 20m, 0m),
            ["7000"] = new(100m, 250m, 0m),
            ["8000"] = new(-200m, 0m, 400m),
        }
    );

    [Fact]
    public void Rows_show_accounts_categories_totals_and_what_formulas_make_of_them()
    {
        var figures = Figures(
            Row("R10", ScheduleRowKind.Category, "Income", isOpposite: true),
            Row("R20", ScheduleRowKind.Category, "CostOfGoodsSold"),
            Row("R30", ScheduleRowKind.Formula, "R10-R20"),
            Row("R40", ScheduleRowKind.Accounts, "4000..4099"),
            Row("R41", ScheduleRowKind.Category, "Expense/Housing"),
            Row("R50", ScheduleRowKind.Formula, "R30 - R40..R41"),
            Row("R60", ScheduleRowKind.Formula, "-(R30 + 50) / R10 * 100"),
            Row("R70", ScheduleRowKind.TotalAccounts, "8999"),
            Row("", ScheduleRowKind.Heading, ""),
            Row("R90", ScheduleRowKind.Formula, "R10/R99"),
            Row("R99", ScheduleRowKind.Accounts, "5000"),
            Row("R95", ScheduleRowKind.Category, "Income|CostOfGoodsSold|Expense")
        );

        // Income 400, cost 250: 150 gross; expenses 30 and 20 leave 100.
        // -(150 + 50) / 400 * 100 is -50; the total 7000..8999 is 250 - 400.
        Assert.Equal([400m, 250m, 150m, 30m, 20m, 100m, -50m, -150m, 0m, 0m, 0m, -100m], figures);
    }

    [Fact]
    public void A_row_shows_the_change_the_balance_before_or_the_balance_after()
    {
        var figures = Figures(
            Row("R1", ScheduleRowKind.Accounts, "1000"),
            Row("R2", ScheduleRowKind.Accounts, "1000", ScheduleAmount.OpeningBalance),
            Row("R3", ScheduleRowKind.Accounts, "1000", ScheduleAmount.ClosingBalance),
            Row("R4", ScheduleRowKind.Formula, "R2+R1-R3")
        );

        Assert.Equal([200m, 500m, 700m, 0m], figures);
    }

    [Theory]
    [InlineData("R2", "R1", "R1 > R2 > R1")]
    [InlineData("R1", "R1", "R1 > R1")]
    [InlineData("R1..R3", "R3", "R1 > R1")]
    public void Formulas_that_lead_back_to_themselves_are_refused(
        string first,
        string second,
        string circle
    )
    {
        AccountScheduleLine[] lines =
        [
            Row("R1", ScheduleRowKind.Formula, first),
            Row("R2", ScheduleRowKind.Formula, second),
            Row("R3", ScheduleRowKind.Accounts, "1000"),
        ];

        var problem = Assert.Single(ScheduleChecks.Find(lines, Chart));

        Assert.Equal((ReportCodes.Circle, circle), (problem.Code, problem.Value));
    }

    [Theory]
    [InlineData(ScheduleRowKind.Formula, "R1+", ReportCodes.Formula)]
    [InlineData(ScheduleRowKind.Formula, "R1 R1", ReportCodes.Formula)]
    [InlineData(ScheduleRowKind.Formula, "(R1", ReportCodes.Formula)]
    [InlineData(ScheduleRowKind.Formula, "", ReportCodes.Formula)]
    [InlineData(ScheduleRowKind.Formula, "R1.R1", ReportCodes.Formula)]
    [InlineData(ScheduleRowKind.Formula, "R1+R7", ReportCodes.RowUnknown)]
    [InlineData(ScheduleRowKind.Formula, "R2..R1", ReportCodes.RowUnknown)]
    [InlineData(ScheduleRowKind.Accounts, "2000..1000", ReportCodes.AccountFilter)]
    [InlineData(ScheduleRowKind.TotalAccounts, "", ReportCodes.AccountFilter)]
    [InlineData(ScheduleRowKind.Category, "Profit", ReportCodes.Category)]
    [InlineData(ScheduleRowKind.Category, "4", ReportCodes.Category)]
    public void A_totaling_that_means_nothing_is_named(
        ScheduleRowKind kind,
        string totaling,
        string code
    )
    {
        AccountScheduleLine[] lines =
        [
            Row("R1", ScheduleRowKind.Accounts, "1000"),
            Row("R2", kind, totaling),
        ];

        var problem = Assert.Single(ScheduleChecks.Find(lines, Chart));

        Assert.Equal((code, "totaling"), (problem.Code, problem.Field));
    }

    [Fact]
    public void A_row_code_begins_with_a_letter_and_is_used_once()
    {
        AccountScheduleLine[] lines =
        [
            Row("10", ScheduleRowKind.Heading, ""),
            Row("R1", ScheduleRowKind.Heading, ""),
            Row("R1", ScheduleRowKind.Heading, ""),
        ];

        Assert.Equal(
            [ReportCodes.RowCode, ReportCodes.RowCodeTwice],
            ScheduleChecks.Find(lines, Chart).Select(problem => problem.Code)
        );
    }

    [Fact]
    public void A_long_chain_of_formulas_is_computed_once_per_row()
    {
        var lines = new List<AccountScheduleLine> { Row("R0", ScheduleRowKind.Accounts, "1000") };
        for (var i = 1; i < 500; i++)
            lines.Add(Row($"R{i}", ScheduleRowKind.Formula, $"R{i - 1}+R{i - 1}-R{i - 1}"));

        Assert.Empty(ScheduleChecks.Find(lines, Chart));
        Assert.Equal(200m, Figures([.. lines])[^1]);
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", "-1M", "2026-01-01", "2026-01-31")]
    [InlineData("2026-03-01", "2026-03-31", "-1M", "2026-02-01", "2026-02-28")]
    [InlineData("2025-01-01", "2025-02-28", "-1Y", "2024-01-01", "2024-02-29")]
    [InlineData("2026-03-10", "2026-03-16", "-1W", "2026-03-03", "2026-03-09")]
    public void A_period_of_whole_months_is_compared_with_whole_months(
        string from,
        string to,
        string formula,
        string comparedFrom,
        string comparedTo
    )
    {
        var period = new ReportPeriod(
            DateOnly.Parse(from, CultureInfo.InvariantCulture),
            DateOnly.Parse(to, CultureInfo.InvariantCulture)
        );

        var moved = period.MovedBy(DateFormula.Parse(formula));

        Assert.Equal(
            new(
                DateOnly.Parse(comparedFrom, CultureInfo.InvariantCulture),
                DateOnly.Parse(comparedTo, CultureInfo.InvariantCulture)
            ),
            moved
        );
    }

    [Fact]
    public void COM07_the_year_to_date_begins_with_the_fiscal_year()
    {
        AccountingPeriod[] periods =
        [
            new() { StartingDate = new(2025, 7, 1), IsNewFiscalYear = true },
            new() { StartingDate = new(2025, 8, 1) },
            new() { StartingDate = new(2026, 7, 1), IsNewFiscalYear = true },
        ];
        var march = new ReportPeriod(new(2026, 3, 1), new(2026, 3, 31));

        Assert.Equal(new DateOnly(2025, 7, 1), march.YearToDate(periods).From);
        Assert.Equal(new DateOnly(2026, 1, 1), march.YearToDate([]).From);
        Assert.Equal(
            new DateOnly(2025, 1, 1),
            ReportPeriod.FiscalYearStart(periods, new(2025, 6, 30))
        );
    }

    private static IReadOnlyList<decimal> Figures(params AccountScheduleLine[] lines) =>
        ScheduleFigures.Of(lines, Chart, Totals);

    private static AccountScheduleLine Row(
        string code,
        ScheduleRowKind kind,
        string totaling,
        ScheduleAmount amount = ScheduleAmount.NetChange
    ) =>
        new()
        {
            RowCode = code,
            Kind = kind,
            Totaling = totaling,
            Amount = amount,
        };

    private static AccountScheduleLine Row(
        string code,
        ScheduleRowKind kind,
        string totaling,
        bool isOpposite
    )
    {
        var row = Row(code, kind, totaling);
        row.IsOppositeSign = isOpposite;
        return row;
    }

    private static GlAccount Account(
        string no,
        GlAccountCategory category,
        string subCategory = ""
    ) =>
        new()
        {
            No = no,
            Category = category,
            SubCategory = subCategory,
        };
}
