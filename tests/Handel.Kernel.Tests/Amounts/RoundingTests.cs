using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Amounts;
using Xunit;

namespace Handel.Kernel.Tests.Amounts;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(2.345, 0.01, RoundingDirection.Nearest, 2.35)] // CNV-02
    [InlineData(-2.345, 0.01, RoundingDirection.Nearest, -2.35)]
    [InlineData(2.341, 0.01, RoundingDirection.Up, 2.35)]
    [InlineData(-2.341, 0.01, RoundingDirection.Up, -2.35)]
    [InlineData(2.349, 0.01, RoundingDirection.Down, 2.34)]
    [InlineData(-2.349, 0.01, RoundingDirection.Down, -2.34)]
    [InlineData(2.34, 0.01, RoundingDirection.Up, 2.34)]
    [InlineData(1234.53, 0.05, RoundingDirection.Nearest, 1234.55)] // S06
    [InlineData(1234.53, 0.05, RoundingDirection.Up, 1234.55)]
    [InlineData(1234.53, 0.05, RoundingDirection.Down, 1234.50)]
    [InlineData(28.76, 0.05, RoundingDirection.Nearest, 28.75)] // W-06
    [InlineData(28.76, 1, RoundingDirection.Down, 28)]
    [InlineData(44.81, 0.05, RoundingDirection.Nearest, 44.80)] // SC-04
    public void An_amount_is_rounded_to_a_multiple(
        double value,
        double precision,
        RoundingDirection direction,
        double expected
    ) =>
        Assert.Equal(
            (decimal)expected,
            Rounding.Round((decimal)value, (decimal)precision, direction)
        );

    [Fact]
    public void Negative_amounts_mirror_positive_ones() =>
        Prop.ForAll(
                Given.Cents.ToArbitrary(),
                Gen.Elements(0.01m, 0.05m, 0.1m, 1m, 5m).ToArbitrary(),
                Gen.Elements(Enum.GetValues<RoundingDirection>()).ToArbitrary(),
                (amount, precision, direction) =>
                {
                    var third = amount / 3m;
                    var rounded = Rounding.Round(third, precision, direction);
                    Assert.Equal(-rounded, Rounding.Round(-third, precision, direction));
                    Assert.Equal(rounded, Rounding.Round(rounded, precision, direction));
                    Assert.True(Math.Abs(rounded - third) < precision);
                }
            )
            .QuickCheckThrowOnFailure();
}
