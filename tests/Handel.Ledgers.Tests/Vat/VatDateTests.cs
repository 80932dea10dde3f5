using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>VAT dates and the periods that they fall in (VDT-01..05, GLD-05).</summary>
public sealed class VatDateTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private static readonly DateOnly Other = new(2026, 2, 20);
    private static readonly RecordRef Record = new("salesInvoices", "1001");

    [Theory]
    [InlineData(VatDateUsage.Enabled, false, 10)]
    [InlineData(VatDateUsage.Enabled, true, 20)]
    [InlineData(VatDateUsage.PreventModification, true, 20)]
    [InlineData(VatDateUsage.Disabled, true, 10)]
    public void VDT_01_the_VAT_date_is_the_one_that_the_setup_names(
        VatDateUsage usage,
        bool isDocumentDate,
        int day
    )
    {
        var setup = new GlSetup { VatDateUsage = usage, VatDateIsDocumentDate = isDocumentDate };

        Assert.Equal(new DateOnly(2026, 2, day), VatDates.Default(setup, new(Day, Other)));
    }

    [Fact]
    public void VDT_01_a_typed_date_stays_and_any_other_follows()
    {
        var setup = new GlSetup();
        var days = (new DocumentDays(Day, Day), new DocumentDays(Other, Other));

        Assert.Equal(Other, VatDates.Follow(setup, Day, days));
        Assert.Equal(Other, VatDates.Follow(setup, null, days));
        Assert.Equal(Day.AddDays(3), VatDates.Follow(setup, Day.AddDays(3), days));
    }

    [Fact]
    public void GLD_05_the_range_of_the_user_wins_over_that_of_the_company()
    {
        var given = new VatGiven();
        given.Gl.AllowVatDateFrom = new(2026, 2, 15);
        var ofUser = new VatDateRange(new(2026, 2, 1), null);

        var refused = Assert.Single(Find(given, Day).Problems);
        Assert.Equal(
            ("E-VATDATE", "2026-02-15", "company", "taxSetup"),
            (refused.Code, refused.Args["from"], refused.Args["source"], refused.MendedAt!.Entity)
        );
        Assert.Empty(Find(given, Day, ofUser).Problems);
    }

    [Theory]
    [InlineData(VatPeriodControl.BlockClosedWarnReleased, VatReturnStatus.Open, 0, 0)]
    [InlineData(VatPeriodControl.BlockClosedWarnReleased, VatReturnStatus.Released, 0, 1)]
    [InlineData(VatPeriodControl.BlockClosedWarnReleased, VatReturnStatus.Closed, 1, 0)]
    [InlineData(VatPeriodControl.BlockClosed, VatReturnStatus.Released, 0, 0)]
    [InlineData(VatPeriodControl.BlockClosed, VatReturnStatus.Closed, 1, 0)]
    [InlineData(VatPeriodControl.WarnClosed, VatReturnStatus.Released, 0, 0)]
    [InlineData(VatPeriodControl.WarnClosed, VatReturnStatus.Closed, 0, 1)]
    [InlineData(VatPeriodControl.Disabled, VatReturnStatus.Closed, 0, 0)]
    public void VDT_05_the_period_blocks_or_warns_as_the_setup_says(
        VatPeriodControl control,
        VatReturnStatus status,
        int problems,
        int warnings
    )
    {
        var given = new VatGiven().WithPeriod();
        given.Gl.VatPeriodControl = control;
        given.Period.Status = status;

        var found = Find(given, Day);

        Assert.Equal((problems, warnings), (found.Problems.Count, found.Warnings.Count));
        Assert.Empty(Find(given, new(2026, 4, 1)).Warnings);
    }

    [Fact]
    public void INV_41_periods_share_no_day()
    {
        var first = new VatGiven().Period;
        var second = new VatReturnPeriod
        {
            Id = new Guid(9, 0, 0, new byte[8]),
            StartingDate = new(2026, 3, 31),
            EndingDate = new(2026, 6, 30),
        };

        var problem = Assert.Single(VatPeriods.FindInDates(second, [first, second]));
        Assert.Equal(("E-VATPERIODDATES", "2026-Q1"), (problem.Code, problem.Args["other"]));
        second.StartingDate = new(2026, 4, 1);
        Assert.Empty(VatPeriods.FindInDates(second, [first, second]));
        second.EndingDate = new(2026, 3, 31);
        Assert.Equal(["endDate"], VatPeriods.FindInDates(second, [second]).Select(p => p.Field));
    }

    [Theory]
    [InlineData(VatReturnStatus.Open, VatReturnStatus.Released, true)]
    [InlineData(VatReturnStatus.Released, VatReturnStatus.Open, true)]
    [InlineData(VatReturnStatus.Open, VatReturnStatus.Closed, true)]
    [InlineData(VatReturnStatus.Released, VatReturnStatus.Closed, true)]
    [InlineData(VatReturnStatus.Closed, VatReturnStatus.Open, false)]
    [InlineData(VatReturnStatus.Closed, VatReturnStatus.Released, false)]
    public void VDT_05_a_closed_period_stays_closed(
        VatReturnStatus from,
        VatReturnStatus to,
        bool isAllowed
    )
    {
        var period = new VatGiven().Period;
        period.Status = from;

        Assert.Equal(isAllowed, !VatPeriods.FindAgainst(period, to, new(0, 0m)).Any());
    }

    [Fact]
    public void INV_13_a_period_is_locked_when_all_is_settled_and_the_ledger_agrees()
    {
        var period = new VatGiven().Period;

        var problems = VatPeriods
            .FindAgainst(period, VatReturnStatus.Closed, new(3, -0.01m))
            .ToList();

        Assert.Equal(["E-VATPERIODOPEN", "E-VATDIFFERS"], problems.Select(p => p.Code));
        Assert.Equal(("3", "-0.01"), (problems[0].Args["count"], problems[1].Args["difference"]));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-Q2")]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28", "2026-02")]
    [InlineData("2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31", "2027")]
    [InlineData("2026-01-05", "2026-01-11", "2026-01-12", "2026-01-18", "2026-01-12..2026-01-18")]
    public void VDT_05_the_next_period_is_as_long(
        string start,
        string end,
        string nextStart,
        string nextEnd,
        string name
    )
    {
        var period = new VatReturnPeriod { StartingDate = Date(start), EndingDate = Date(end) };

        var next = VatPeriods.Next(period);

        Assert.Equal((Date(nextStart), Date(nextEnd)), next);
        Assert.Equal(name, VatPeriods.NameOf(next.Start, next.End));
    }

    private static DateOnly Date(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static VatDateFindings Find(
        VatGiven given,
        DateOnly date,
        VatDateRange user = default
    ) => VatDateChecks.Find(given.Setup(), new(Record, "taxDate", date, user));
}
