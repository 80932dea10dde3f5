using System.Globalization;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Xunit;

namespace Handel.Kernel.Tests.Dates;

public sealed class DateFormulaTests
{
    [Theory]
    // Finance section 7
    [InlineData("1M+CM", "2026-02-15", "2026-03-31")]
    [InlineData("CM+1M", "2026-02-15", "2026-03-28")]
    [InlineData("CQ+1M-10D", "1996-05-21", "1996-07-20")]
    [InlineData("-WD2", "1996-05-21", "1996-05-14")]
    [InlineData("CM+30D", "1996-05-21", "1996-06-30")]
    [InlineData("D10", "2026-03-17", "2026-04-10")]
    [InlineData("WD4", "2026-03-17", "2026-03-19")]
    [InlineData("1M", "2026-01-31", "2026-02-28")]
    [InlineData("3M", "2026-11-30", "2027-02-28")]
    [InlineData("CY", "2026-06-01", "2026-12-31")]
    [InlineData("-CM", "2026-02-10", "2026-02-01")]
    [InlineData("0D", "2026-02-10", "2026-02-10")]
    // Sales section 3.4
    [InlineData("14D", "2026-01-31", "2026-02-14")]
    [InlineData("CM", "2026-02-10", "2026-02-28")]
    [InlineData("CM+1M", "2026-01-31", "2026-02-28")]
    [InlineData("CM+30D", "2026-01-15", "2026-03-02")]
    [InlineData("D20", "2026-03-19", "2026-03-20")]
    [InlineData("WD5", "2026-01-30", "2026-02-06")]
    [InlineData("CM+1M+D15", "2026-01-20", "2026-03-15")]
    [InlineData("CW", "2026-01-28", "2026-02-01")]
    [InlineData("1M-1D", "2026-01-31", "2026-02-27")]
    // Purchasing section 9.1
    [InlineData("1W", "2026-01-31", "2026-02-07")]
    [InlineData("CW", "2026-03-04", "2026-03-08")]
    [InlineData("-CW", "2026-03-04", "2026-03-02")]
    [InlineData("1M", "2024-01-31", "2024-02-29")]
    [InlineData("D10", "2026-03-04", "2026-03-10")]
    [InlineData("D10", "2026-03-10", "2026-04-10")]
    [InlineData("WD1", "2026-03-02", "2026-03-09")]
    [InlineData("CM+1D", "2026-02-10", "2026-03-01")]
    [InlineData("1M+CM", "2026-01-15", "2026-02-28")]
    [InlineData("2W-1D", "2026-03-02", "2026-03-15")]
    [InlineData("-1Y", "2024-02-29", "2023-02-28")]
    [InlineData("30D+CM", "2026-01-15", "2026-02-28")]
    [InlineData("30D", "2026-01-31", "2026-03-02")]
    // S27
    [InlineData("CM", "2026-01-31", "2026-01-31")]
    [InlineData("CM+15D", "2026-01-31", "2026-02-15")]
    [InlineData("1M+CM", "2026-01-31", "2026-02-28")]
    [InlineData("1M+CM", "2026-02-12", "2026-03-31")]
    [InlineData("CM+1M", "2026-02-12", "2026-03-28")]
    [InlineData("CM+15D", "2026-02-12", "2026-03-15")]
    // W-09 and W-25
    [InlineData("8D", "2026-01-31", "2026-02-08")]
    [InlineData("CM+1M", "2026-02-03", "2026-03-28")]
    [InlineData("8D", "2026-02-03", "2026-02-11")]
    // DF-02 to DF-04 at their edges
    [InlineData("CD", "2026-02-10", "2026-02-10")]
    [InlineData("-CD", "2026-02-10", "2026-02-10")]
    [InlineData("-CQ", "2026-05-21", "2026-04-01")]
    [InlineData("CQ", "2026-12-01", "2026-12-31")]
    [InlineData("-CY", "2026-05-21", "2026-01-01")]
    [InlineData("2Q", "2026-08-31", "2027-02-28")]
    [InlineData("-D31", "2026-03-31", "2026-02-28")]
    [InlineData("D31", "2026-02-28", "2026-03-31")]
    [InlineData("D31", "2026-02-27", "2026-02-28")]
    [InlineData("-D10", "2026-03-10", "2026-02-10")]
    [InlineData("WD7", "2026-03-02", "2026-03-08")]
    [InlineData("-WD7", "2026-03-01", "2026-02-22")]
    [InlineData("", "2026-03-01", "2026-03-01")]
    public void A_formula_gives_the_worked_date(string text, string from, string expected)
    {
        var formula = DateFormula.Parse(text);

        var result = formula.Apply(Day(from));

        Assert.Equal(Day(expected), result);
    }

    [Theory]
    [InlineData("LM", "CM")]
    [InlineData("lm+1k-10d", "CM+1Q-10D")]
    [InlineData("1J", "1Y")]
    [InlineData("-wd2", "-WD2")]
    [InlineData(" 1 M + L M ", "1M+CM")]
    [InlineData("+14D", "14D")]
    [InlineData("CM", "CM")]
    [InlineData("CM+1K", "CM+1Q")]
    [InlineData("LJ", "CY")]
    [InlineData("LK", "CQ")]
    [InlineData("007D", "7D")]
    [InlineData("-0D", "-0D")]
    public void Either_language_is_read_and_one_form_is_stored(string typed, string stored)
    {
        foreach (var language in new[] { "nl", "nl-NL", "en", "en-GB" })
        {
            Assert.True(DateFormula.TryParse(typed, language, out var formula));
            Assert.Equal(stored, formula.ToString());
        }
    }

    [Theory]
    [InlineData("CQ+1M-10D", "LK+1M-10D")]
    [InlineData("-WD2", "-WD2")]
    [InlineData("2Y", "2J")]
    [InlineData("D15", "D15")]
    [InlineData("", "")]
    public void A_formula_is_shown_in_the_language_of_the_user(string stored, string dutch)
    {
        var formula = DateFormula.Parse(stored);

        Assert.Equal(dutch, formula.ToString("nl"));
        Assert.Equal(stored, formula.ToString("en"));
    }

    [Theory]
    [InlineData("1WD")] // DF-03
    [InlineData("CWD")] // DF-03
    [InlineData("WD0")]
    [InlineData("WD8")]
    [InlineData("D0")]
    [InlineData("D32")]
    [InlineData("W20")] // O-04
    [InlineData("M3")]
    [InlineData("Q2")]
    [InlineData("Y2027")]
    [InlineData("10000D")]
    [InlineData("1D+1D+1D+1D")]
    [InlineData("1D1M")]
    [InlineData("1M+")]
    [InlineData("+")]
    [InlineData("--1M")]
    [InlineData("M")]
    [InlineData("C")]
    [InlineData("14")]
    [InlineData("1X")]
    [InlineData("1.5M")]
    [InlineData("CMQ")]
    [InlineData("LQJ")]
    [InlineData("00000000000000000001D")]
    public void What_is_no_formula_is_a_problem(string typed)
    {
        var problem = DateFormulaChecks.FindMistyped(typed, "nl", Terms, "dueDateCalculation");

        Assert.Equal(new Problem("E-DATEFORMULA", Terms, "dueDateCalculation", typed), problem);
        Assert.Throws<FormatException>(() => DateFormula.Parse(typed));
    }

    [Theory]
    [InlineData("-1D", true)]
    [InlineData("-CM", true)]
    [InlineData("1M-40D", true)]
    [InlineData("-0D", false)]
    [InlineData("CM-5D", false)]
    [InlineData("", false)]
    public void A_formula_that_goes_back_is_refused_where_only_later_is_valid(
        string text,
        bool isRefused
    )
    {
        var formula = DateFormula.Parse(text);

        var problem = DateFormulaChecks.FindNegative(formula, Day("2026-01-20"), Terms, "leadTime");

        Assert.Equal(isRefused, problem is not null);
        Assert.Equal(isRefused ? text : null, problem?.Value);
    }

    [Fact]
    public void Counting_backwards_turns_every_sign()
    {
        Assert.Equal("-1M+10D", DateFormula.Parse("1M-10D").Reversed().ToString());
        Assert.True(DateFormula.Parse("0D").Reversed().IsMinusZeroDays);
        Assert.False(DateFormula.Parse("0D").IsMinusZeroDays);
        Assert.Equal(default, default(DateFormula).Reversed());
    }

    [Theory]
    [InlineData("1W", true)]
    [InlineData("1M-1D", true)]
    [InlineData("", true)]
    [InlineData("CM", false)]
    [InlineData("1M+D15", false)]
    [InlineData("WD3", false)]
    public void Only_counted_units_make_a_fixed_shift(string text, bool isFixed) =>
        Assert.Equal(isFixed, DateFormula.Parse(text).IsFixedShift);

    [Theory]
    [InlineData("9999Y", "9999-12-31")]
    [InlineData("-9999Y", "0001-01-01")]
    [InlineData("9999Y+D5", "9999-12-31")]
    [InlineData("-9999Y-D5", "0001-01-01")]
    public void A_formula_stops_at_the_ends_of_the_calendar(string text, string expected) =>
        Assert.Equal(Day(expected), DateFormula.Parse(text).Apply(Day("2026-01-15")));

    private static readonly RecordRef Terms = new("paymentTerms", "1M(8D)");

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
