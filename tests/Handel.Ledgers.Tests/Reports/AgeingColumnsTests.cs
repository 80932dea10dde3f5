using System.Globalization;
using Handel.Kernel.Dates;
using Handel.Ledgers.Reports;
using Xunit;

namespace Handel.Ledgers.Tests.Reports;

public sealed class AgeingColumnsTests
{
    private static readonly DateOnly EndOfJune = new(2026, 6, 30);

    [Theory]
    [InlineData("2026-07-15", 1)]
    [InlineData("2026-07-01", 1)]
    [InlineData("2026-06-30", 2)]
    [InlineData("2026-06-01", 2)]
    [InlineData("2026-05-31", 3)]
    [InlineData("2026-05-02", 3)]
    [InlineData("2026-05-01", 4)]
    [InlineData("2026-04-02", 4)]
    [InlineData("2026-04-01", 5)]
    [InlineData("2025-01-01", 5)]
    public void S33_a_due_date_falls_into_its_column_of_thirty_days(string due, int column)
    {
        var columns = AgeingColumns.Of(AgeingDate.DueDate, EndOfJune, DateFormula.Parse("30D"));

        Assert.Equal(5, columns.Count);
        Assert.Equal(
            column,
            columns.ColumnOf(DateOnly.Parse(due, CultureInfo.InvariantCulture)) + 1
        );
    }

    [Fact]
    public void S33_the_columns_cover_all_dates_without_a_gap()
    {
        var columns = AgeingColumns.Of(AgeingDate.DueDate, EndOfJune, DateFormula.Parse("30D"));

        Assert.Equal(
            [
                "2026-07-01..",
                "2026-06-01..2026-06-30",
                "2026-05-02..2026-05-31",
                "2026-04-02..2026-05-01",
                "..2026-04-01",
            ],
            Enumerable.Range(0, 5).Select(place => columns.SpanOf(place).ToString())
        );
    }

    [Fact]
    public void STM03_months_end_with_the_month()
    {
        var columns = AgeingColumns.Of(AgeingDate.DueDate, EndOfJune, DateFormula.Parse("1M"));

        Assert.Equal("2026-06-01..2026-06-30", columns.SpanOf(1).ToString());
        Assert.Equal("2026-05-01..2026-05-31", columns.SpanOf(2).ToString());
        Assert.Equal("2026-04-01..2026-04-30", columns.SpanOf(3).ToString());
    }

    [Fact]
    public void STM02_by_posting_date_the_first_column_is_the_last_period()
    {
        var columns = AgeingColumns.Of(AgeingDate.PostingDate, EndOfJune, DateFormula.Parse("30D"));

        Assert.Equal(5, columns.Count);
        Assert.Equal(0, columns.ColumnOf(new(2026, 6, 1)));
        Assert.Equal(1, columns.ColumnOf(new(2026, 5, 31)));
        Assert.Equal("..2026-03-02", columns.SpanOf(4).ToString());
    }

    [Theory]
    [InlineData("30D", true)]
    [InlineData("1M", true)]
    [InlineData("-1M", false)]
    [InlineData("0D", false)]
    [InlineData("", false)]
    public void A_length_leads_to_an_older_column(string formula, bool isLength) =>
        Assert.Equal(isLength, AgeingColumns.IsLength(DateFormula.Parse(formula), EndOfJune));

    [Fact]
    public void A_date_is_in_exactly_the_column_that_spans_it()
    {
        foreach (var length in (string[])["1D", "7D", "30D", "1M", "CM+1M", "1Q", "1Y"])
        {
            var columns = AgeingColumns.Of(
                AgeingDate.DueDate,
                EndOfJune,
                DateFormula.Parse(length)
            );
            for (var day = -800; day < 60; day++)
            {
                var date = EndOfJune.AddDays(day);
                var spanning = Enumerable
                    .Range(0, columns.Count)
                    .Where(place => columns.SpanOf(place).Contains(date));

                Assert.Equal([columns.ColumnOf(date)], spanning);
            }
        }
    }
}
