using Handel.Kernel.Dimensions;
using Xunit;

namespace Handel.Kernel.Tests.Dimensions;

public sealed class DimensionSetTests
{
    [Fact]
    public void DIM_02_equal_sets_share_one_id_and_empty_is_zero()
    {
        var known = DimensionSet.Of(("DEPARTMENT", "SALES"));
        var sets = new DimensionSets(KeyValuePair.Create(7, known));

        var ids = new[]
        {
            sets.IdOf(DimensionSet.Of()),
            sets.IdOf(DimensionSet.Of(("DEPARTMENT", "SALES"))),
            sets.IdOf(DimensionSet.Of(("PROJECT", "A"), ("DEPARTMENT", "SALES"))),
            sets.IdOf(DimensionSet.Of(("DEPARTMENT", "SALES"), ("PROJECT", "A"))),
            sets.IdOf(DimensionSet.Of(("PROJECT", "B"))),
        };

        Assert.Equal([0, 7, -1, -1, -2], ids);
        Assert.Equal([-1, -1, -2], ids.Where(DimensionSets.IsProvisional));
        Assert.Equal("A", sets[-1]["PROJECT"]);
        Assert.False(sets.Contains(8));
        Assert.Throws<KeyNotFoundException>(() => sets[8]);
    }

    [Fact]
    public void A_change_leaves_the_set_it_was_made_from()
    {
        var set = DimensionSet.Of(("AREA", "10"), ("PROJECT", "A"));

        Assert.Equal(DimensionSet.Of(("AREA", "20"), ("PROJECT", "A")), set.With("AREA", "20"));
        Assert.Equal(DimensionSet.Of(("PROJECT", "A")), set.With("AREA", ""));
        Assert.Equal("AREA=10, PROJECT=A", set.ToString());
        Assert.Equal("", set["DEPARTMENT"]);
    }

    [Fact]
    public void DIM_07_a_line_follows_only_what_changed_on_its_header()
    {
        var line = DimensionSet.Of(("AREA", "10"), ("PROJECT", "LINE"), ("COST", "X"));
        var before = DimensionSet.Of(("AREA", "10"), ("PROJECT", "HEAD"), ("COST", "X"));
        var after = DimensionSet.Of(("AREA", "20"), ("PROJECT", "HEAD"), ("NEW", "1"));

        var followed = line.FollowChange(before, after);

        Assert.Equal(DimensionSet.Of(("AREA", "20"), ("NEW", "1"), ("PROJECT", "LINE")), followed);
    }

    [Fact]
    public void A_pair_without_value_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => DimensionSet.Of(("AREA", "")));
}
