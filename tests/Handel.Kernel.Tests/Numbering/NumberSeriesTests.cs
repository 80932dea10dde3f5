using Handel.Kernel.Numbering;
using Xunit;

namespace Handel.Kernel.Tests.Numbering;

public sealed class NumberSeriesTests
{
    private static readonly DateOnly January = new(2026, 1, 15);
    private static readonly DateOnly February = new(2026, 2, 1);

    [Fact]
    public void S32_numbers_warn_then_run_out()
    {
        var first = Year2026().Next(January);
        var second = first.Series.Next(January);
        var third = second.Series.Next(January);
        var fourth = third.Series.Next(January);

        Assert.Equal(
            ["VF26-0998", "VF26-0999", "VF26-1000", ""],
            [first.Number, second.Number, third.Number, fourth.Number]
        );
        Assert.Null(first.Warning);
        Assert.Equal("W-NUMBERS", second.Warning?.Code);
        Assert.True(second.Series.Lines[0].Open);
        Assert.False(third.Series.Lines[0].Open);
        Assert.Equal("E-NOSERIES", fourth.Problem?.Code);
        Assert.Equal("2026-01-15", fourth.Problem?.Args["date"]);
    }

    [Fact]
    public void S32_a_new_line_counts_from_its_date_and_the_old_one_before_it()
    {
        var series = Year2026();
        series.Lines.Add(
            new()
            {
                LineNo = 20000,
                StartingDate = February,
                StartingNo = "VF26-2001",
            }
        );

        var later = series.Next(February);
        var earlier = later.Series.Next(January);

        Assert.Equal("VF26-2001", later.Number);
        Assert.Equal("VF26-0998", earlier.Number);
        series.Lines[0].Open = false;
        Assert.Equal("E-NOSERIES", series.Next(January).Problem?.Code);
    }

    [Fact]
    public void A_full_line_does_not_fall_back_to_an_older_one()
    {
        var series = Year2026();
        series.Lines.Add(
            new()
            {
                LineNo = 20000,
                StartingDate = February,
                StartingNo = "X1",
                Open = false,
            }
        );

        Assert.Equal("E-NOSERIES", series.Next(February).Problem?.Code);
    }

    [Fact]
    public void Of_lines_with_one_start_the_first_open_one_counts()
    {
        var series = new NumberSeries
        {
            Code = "ITEM",
            Lines =
            [
                new() { LineNo = 30000, StartingNo = "C1" },
                new()
                {
                    LineNo = 10000,
                    StartingNo = "A1",
                    Open = false,
                },
                new() { LineNo = 20000, StartingNo = "B1" },
            ],
        };

        var draw = series.Next(January);

        Assert.Equal(("B1", 20000), (draw.Number, draw.LineNo));
    }

    [Theory]
    [InlineData("VF-99", 1, "VF-100")] // NOS-04
    [InlineData("VF-0099", 1, "VF-0100")]
    [InlineData("2026-001-NL", 1, "2026-002-NL")]
    [InlineData("1000", 10, "1010")]
    [InlineData("9", 1, "10")]
    [InlineData("99999999999999999998", 1, "99999999999999999999")]
    public void The_last_digits_count_on(string last, int by, string expected)
    {
        var series = Counting(last, by);

        Assert.Equal(expected, series.Next(January).Number);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("ABCDEFGHIJKLMNOPQRS9")]
    [InlineData("NODIGIT")]
    public void A_number_does_not_grow_beyond_twenty_characters(string last) =>
        Assert.Equal("E-NUMFORMAT", Counting(last, 1).Next(January).Problem?.Code);

    [Fact]
    public void Peeking_and_drawing_leave_the_series_as_it_was()
    {
        var series = Year2026();

        var peeked = series.Peek(January);
        _ = series.Next(January);

        Assert.Equal("VF26-0998", peeked.Number);
        Assert.Same(series, peeked.Series);
        Assert.Equal("", series.Lines[0].LastNoUsed);
        Assert.Null(series.Lines[0].LastDateUsed);
    }

    [Fact]
    public void A_date_ordered_series_does_not_go_back()
    {
        var series = Counting("VF-1", 1);
        series.DateOrder = true;
        series.Lines[0].LastDateUsed = February;

        Assert.Equal("E-NODATEORDER", series.Next(January).Problem?.Code);
        Assert.Equal("VF-2", series.Next(February).Number);
        series.DateOrder = false;
        Assert.Equal("VF-2", series.Next(January).Number);
    }

    [Fact]
    public void An_increment_that_would_pass_the_end_closes_the_line()
    {
        var series = Counting("VF-70", 10);
        series.Lines[0].EndingNo = "VF-85";

        var draw = series.Next(January);

        Assert.Equal("VF-80", draw.Number);
        Assert.False(draw.Series.Lines[0].Open);
    }

    [Fact]
    public void Taken_numbers_are_stepped_over_up_to_a_bound()
    {
        var series = Counting("I-1", 1);

        var draw = series.NextFree(January, number => number is "I-2" or "I-3");
        var none = series.NextFree(January, _ => true);

        Assert.Equal("I-4", draw.Number);
        Assert.Equal("I-4", draw.Series.Lines[0].LastNoUsed);
        Assert.Equal("E-NUMUSED", none.Problem?.Code);
        Assert.Same(series, none.Series);
    }

    [Fact]
    public void The_bound_of_stepping_over_is_a_thousand()
    {
        var series = Counting("0", 1);

        var atBound = series.NextFree(January, number => number != "1001");
        var beyond = series.NextFree(January, number => number != "1002");

        Assert.Equal("1001", atBound.Number);
        Assert.Equal("E-NUMUSED", beyond.Problem?.Code);
    }

    [Fact]
    public void A_typed_number_needs_leave_and_must_be_new()
    {
        var series = Year2026();
        Assert.Equal("E-NUMMANUAL", series.CheckManual("X1", _ => false)?.Code);

        series.SetManualNos(true);

        Assert.Null(series.CheckManual("X1", _ => false));
        Assert.Equal("E-NUMUSED", series.CheckManual("X1", _ => true)?.Code);
    }

    [Fact]
    public void A_series_always_lets_someone_number()
    {
        var series = Year2026();

        series.SetDefaultNos(false);
        Assert.Equal((false, true), (series.DefaultNos, series.ManualNos));

        series.SetManualNos(false);
        Assert.Equal((true, false), (series.DefaultNos, series.ManualNos));
    }

    [Fact]
    public void A_user_may_pick_the_series_itself_and_related_ones()
    {
        var series = Year2026();
        series.Relationships.Add(new() { RelatedCode = "VF-EXPORT" });

        Assert.True(series.Offers("VF"));
        Assert.True(series.Offers("VF-EXPORT"));
        Assert.False(series.Offers("IF"));
    }

    [Theory]
    [InlineData("VF", "", "", "startingNo")]
    [InlineData("VF-001", "XX-999", "", "endingNo")]
    [InlineData("VF-001", "VF-99", "", "endingNo")]
    [InlineData("VF-002", "VF-001", "", "endingNo")]
    [InlineData("VF-001", "VF-999", "VF-99", "warningNo")]
    [InlineData("VF-001", "VF-999", "VF-1000", "warningNo")]
    [InlineData("VF-001A", "VF-999B", "", "endingNo")]
    [InlineData("VF-00000000000000000001", "", "", "startingNo")]
    public void NOS_11_the_numbers_of_a_line_must_fit_each_other(
        string start,
        string end,
        string warning,
        string field
    )
    {
        var series = new NumberSeries { Code = "VF" };
        series.Lines.Add(
            new()
            {
                LineNo = 10000,
                StartingNo = start,
                EndingNo = end,
                WarningNo = warning,
            }
        );

        var problem = Assert.Single(NumberSeriesChecks.Find(series));

        Assert.Equal(("E-NUMFORMAT", field, 10000), Summary(problem));
    }

    [Fact]
    public void A_good_series_has_no_problem_and_all_problems_come_at_once()
    {
        var series = Year2026();
        Assert.Empty(NumberSeriesChecks.Find(series));

        series.Lines[0].IncrementBy = 0;
        series.Lines.Add(new() { LineNo = 20000 });
        series.Lines.Add(
            new()
            {
                LineNo = 30000,
                StartingNo = "0000000000000000001",
                Implementation = NumberImplementation.Sequence,
            }
        );

        Assert.Equal(
            [
                ("E-NUMFORMAT", "incrementBy", 10000),
                ("E-FIELD", "startingNo", 20000),
                ("E-NUMFORMAT", "implementation", 30000),
            ],
            NumberSeriesChecks.Find(series).Select(Summary)
        );
    }

    private static (string, string, int) Summary(Handel.Kernel.Problems.Problem problem) =>
        (problem.Code, problem.Field, problem.Record.LineNo);

    private static NumberSeries Year2026() =>
        new()
        {
            Code = "VF",
            Lines =
            [
                new()
                {
                    LineNo = 10000,
                    StartingNo = "VF26-0998",
                    EndingNo = "VF26-1000",
                    WarningNo = "VF26-0999",
                },
            ],
        };

    private static NumberSeries Counting(string last, int by) =>
        new()
        {
            Code = "C",
            Lines =
            [
                new()
                {
                    LineNo = 10000,
                    StartingNo = last,
                    LastNoUsed = last,
                    IncrementBy = by,
                },
            ],
        };
}
