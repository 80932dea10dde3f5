using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Xunit;

namespace Handel.Kernel.Tests.Dimensions;

public sealed class DimensionDefaultingTests
{
    private static readonly RecordRef Item = new("items", "1000");
    private static readonly RecordRef Place = new("locations", "BLAUW");

    private static readonly DefaultDimensions Defaults = new([
        Default("items", "1000", "AREA", "ITEM"),
        Default("items", "", "AREA", "ALLITEMS"),
        Default("items", "", "KIND", "GOODS"),
        Default("locations", "BLAUW", "AREA", "PLACE"),
        Default("locations", "BLAUW", "HALL", "H1"),
    ]);

    [Fact]
    public void DIM_06_without_priorities_the_header_wins() =>
        Assert.Equal("AREA=HEAD, HALL=H1, KIND=GOODS", Combined([], Item, Place));

    [Fact]
    public void DIM_06_a_priority_beats_none() =>
        Assert.Equal("AREA=ITEM, HALL=H1, KIND=GOODS", Combined([("items", 5)], Item, Place));

    [Fact]
    public void DIM_06_the_lower_number_wins_wherever_it_stands() =>
        Assert.Equal(
            "AREA=PLACE, HALL=H1, KIND=GOODS",
            Combined([("customers", 3), ("items", 2), ("locations", 1)], Item, Place)
        );

    [Fact]
    public void DIM_06_of_equal_priorities_the_field_just_edited_wins()
    {
        (string, int)[] equal = [("items", 1), ("locations", 1)];

        Assert.Equal("AREA=ITEM, HALL=H1, KIND=GOODS", Combined(equal, Item, Place));
        Assert.Equal("AREA=PLACE, HALL=H1, KIND=GOODS", Combined(equal, Place, Item));
    }

    [Fact]
    public void DIM_05_a_record_has_its_own_line_before_that_of_its_kind()
    {
        Assert.Equal("AREA=ITEM, KIND=GOODS", Alone(new("items", "1000")));
        Assert.Equal("AREA=ALLITEMS, KIND=GOODS", Alone(new("items", "2000")));
    }

    [Fact]
    public void DIM_05_a_record_can_have_no_value_where_its_kind_has_one()
    {
        var defaults = new DefaultDimensions([
            Default("items", "1000", "AREA", ""),
            Default("items", "", "AREA", "ALLITEMS"),
        ]);
        var defaulting = new DimensionDefaulting(defaults, [], "SALES");

        var set = defaulting.Combine(new(DimensionSet.Empty, "customers", [Item]));

        Assert.Equal(DimensionSet.Empty, set);
    }

    [Fact]
    public void DIM_05_defaults_that_are_loaded_later_stand_beside_those_of_the_setup()
    {
        var setup = new DefaultDimensions([Default("items", "", "KIND", "GOODS")]);
        var loaded = setup.With([Default("items", "1000", "AREA", "ITEM")]);

        var both = loaded.For(new("items", "1000")).Select(line => line.ValueCode);

        Assert.Equal(["ITEM", "GOODS"], both);
        Assert.DoesNotContain(setup.For(new("items", "1000")), line => line.ValueCode == "ITEM");
    }

    private static string Alone(RecordRef source) =>
        new DimensionDefaulting(Defaults, [], "SALES")
            .Combine(new(DimensionSet.Empty, "customers", [source]))
            .ToString();

    private static string Combined((string Entity, int No)[] priorities, params RecordRef[] from)
    {
        var rows = priorities.Select(row => Priority("SALES", row.Entity, row.No));
        var others = Priority("PURCHASES", "items", 1);
        var header = DimensionSet.Of(("AREA", "HEAD"));
        return new DimensionDefaulting(Defaults, rows.Append(others), "SALES")
            .Combine(new(header, "customers", from))
            .ToString();
    }

    private static DefaultDimensionPriority Priority(string source, string entity, int no) =>
        new()
        {
            SourceCode = source,
            Entity = entity,
            Priority = no,
        };

    private static DefaultDimension Default(
        string entity,
        string no,
        string dimension,
        string value
    ) =>
        new()
        {
            Entity = entity,
            No = no,
            DimensionCode = dimension,
            ValueCode = value,
        };
}
