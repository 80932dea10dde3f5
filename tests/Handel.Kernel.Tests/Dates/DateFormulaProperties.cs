using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Dates;
using Xunit;

namespace Handel.Kernel.Tests.Dates;

public sealed class DateFormulaProperties
{
    private static readonly Gen<string> Terms = Gen.OneOf(
        from number in Gen.Choose(0, 9999)
        from unit in Gen.Elements("D", "W", "M", "Q", "Y")
        select $"{number}{unit}",
        from unit in Gen.Elements("D", "W", "M", "Q", "Y")
        select $"C{unit}",
        from day in Gen.Choose(1, 31)
        select $"D{day}",
        from day in Gen.Choose(1, 7)
        select $"WD{day}"
    );

    private static readonly Gen<string> Formulas =
        from lead in Gen.Elements("", "-")
        from first in Terms
        from rest in Gen.Elements("+", "-")
            .SelectMany(sign => Terms.Select(term => sign + term))
            .ListOf()
        select lead + first + string.Concat(rest.Take(2));

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, DateOnly.MaxValue.DayNumber)
        .Select(DateOnly.FromDayNumber);

    [Fact]
    public void A_formula_survives_storage_and_every_language() =>
        Prop.ForAll(
                Formulas.ToArbitrary(),
                text =>
                {
                    var formula = DateFormula.Parse(text);
                    Assert.Equal(text, formula.ToString());
                    Assert.True(DateFormula.TryParse(formula.ToString("nl"), "nl", out var dutch));
                    Assert.Equal(formula, dutch);
                    Assert.Equal(formula, formula.Reversed().Reversed());
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_formula_gives_a_date_from_any_date() =>
        Prop.ForAll(
                Formulas.ToArbitrary(),
                Dates.ToArbitrary(),
                (text, date) =>
                {
                    var formula = DateFormula.Parse(text);
                    Assert.Equal(formula.Apply(date), formula.Apply(date));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_next_weekday_is_strictly_later_and_at_most_a_week_away() =>
        Prop.ForAll(
                Gen.Choose(1, 7).ToArbitrary(),
                Gen.Choose(10, 3_600_000).Select(DateOnly.FromDayNumber).ToArbitrary(),
                (day, date) =>
                {
                    var next = DateFormula.Parse($"WD{day}").Apply(date);
                    var last = DateFormula.Parse($"-WD{day}").Apply(date);
                    Assert.InRange(next.DayNumber - date.DayNumber, 1, 7);
                    Assert.InRange(date.DayNumber - last.DayNumber, 1, 7);
                    Assert.Equal(day % 7, (int)next.DayOfWeek);
                    Assert.Equal(day % 7, (int)last.DayOfWeek);
                }
            )
            .QuickCheckThrowOnFailure();
}
