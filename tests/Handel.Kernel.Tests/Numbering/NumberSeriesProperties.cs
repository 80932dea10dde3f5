using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Numbering;
using Xunit;

namespace Handel.Kernel.Tests.Numbering;

public sealed class NumberSeriesProperties
{
    private static readonly Gen<string> Numbers =
        from prefix in Gen.Elements("", "VF", "VF26-", "A1-")
        from width in Gen.Choose(1, 9)
        from count in Gen.Choose(0, 999_999)
        from suffix in Gen.Elements("", "-NL")
        select prefix + $"{count}".PadLeft(width, '0') + suffix;

    [Fact]
    public void Every_number_is_greater_than_the_one_before() =>
        Prop.ForAll(
                Numbers.ToArbitrary(),
                Gen.Choose(1, 1000).ToArbitrary(),
                (start, by) =>
                {
                    var draw = new NumberSeries
                    {
                        Lines = [new() { StartingNo = start, IncrementBy = by }],
                    }.Next(default);
                    for (var count = 0; count < 20; count++)
                    {
                        var next = draw.Series.Next(default);
                        Assert.True(NumberText.Compare(next.Number, draw.Number) > 0);
                        Assert.True(next.Number.Length >= draw.Number.Length);
                        draw = next;
                    }
                }
            )
            .QuickCheckThrowOnFailure();
}
