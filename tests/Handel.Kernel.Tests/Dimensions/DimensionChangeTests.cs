using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Xunit;

namespace Handel.Kernel.Tests.Dimensions;

public sealed class DimensionChangeTests
{
    private static readonly RecordRef Order = new("salesOrders", "VO1");
    private static readonly DimensionSet Set = DimensionSet.Of(("AREA", "10"));

    [Theory]
    [InlineData("AREA", "20", DimensionChangeKind.Set, "")]
    [InlineData("AREA", "", DimensionChangeKind.Set, "")]
    [InlineData("AREA", "20", DimensionChangeKind.Add, "dimensionTwice")]
    [InlineData("PROJECT", "A", DimensionChangeKind.Add, "")]
    [InlineData("PROJECT", "B", DimensionChangeKind.Set, "valueUnknown")]
    [InlineData("PROJECT", "OLD", DimensionChangeKind.Set, "valueBlocked")]
    [InlineData("CLOSED", "1", DimensionChangeKind.Set, "dimensionBlocked")]
    [InlineData("WHAT", "1", DimensionChangeKind.Set, "dimensionUnknown")]
    public void DIM_12_only_unblocked_values_may_be_typed(
        string dimension,
        string value,
        DimensionChangeKind kind,
        string broken
    )
    {
        var change = new DimensionChange(dimension, value) { Kind = kind };

        var problem = change.Find(Set, Order, Rules());

        Assert.Equal(broken, problem?.Args["rule"] ?? "");
    }

    [Fact]
    public void GLS_19_a_shortcut_stands_for_its_dimension()
    {
        var change = DimensionChange.OfShortcut(3, "A").Resolve(Rules());

        Assert.Equal("PROJECT", change.DimensionCode);
        Assert.Equal("", DimensionChange.OfShortcut(2, "A").Resolve(Rules()).DimensionCode);
        var unknown = change with { ValueCode = "B" };
        Assert.Equal("shortcutDimension3Code", unknown.Find(Set, Order, Rules())!.Field);
        var other = new DimensionChange("CLOSED", "1");
        Assert.Equal("dimensionSetLines", other.Find(Set, Order, Rules())!.Field);
    }

    [Fact]
    public void Changes_are_applied_one_after_the_other()
    {
        var changed = Set.With([new("PROJECT", "A"), new("AREA", ""), new("PROJECT", "OLD")]);

        Assert.Equal("PROJECT=OLD", changed.ToString());
    }

    [Theory]
    [InlineData("10..40|60", "10", true)]
    [InlineData("10..40|60", "40", true)]
    [InlineData("10..40|60", "50", false)]
    [InlineData("10..40 | 60", "60", true)]
    [InlineData("30..", "99", true)]
    [InlineData("", "SUM", true)]
    [InlineData("", "10", false)]
    public void DIM_01_a_total_covers_the_values_that_it_sums(
        string totaling,
        string code,
        bool isCovered
    )
    {
        var total = new DimensionValue { Code = "SUM", Totaling = totaling };

        Assert.Equal(isCovered, total.Covers(code));
    }

    private static DimensionRules Rules() =>
        new(
            new[] { "AREA", "PROJECT", "CLOSED" }.ToDictionary(
                code => code,
                code => new Dimension { Code = code, IsBlocked = code == "CLOSED" }
            ),
            new[] { ("AREA", "10"), ("AREA", "20"), ("PROJECT", "A"), ("PROJECT", "OLD") }
                .Select(pair => new DimensionValue
                {
                    DimensionCode = pair.Item1,
                    Code = pair.Item2,
                    IsBlocked = pair.Item2 == "OLD",
                })
                .ToDictionary(value => (value.DimensionCode, value.Code)),
            [],
            new([])
        )
        {
            Shortcuts = ["AREA", "", "PROJECT"],
        };
}
