using Handel.Kernel.Dimensions;

namespace Handel.Trade.Tests;

/// <summary>Three dimensions with values, and defaults in one line each.</summary>
internal static class DimensionGiven
{
    public static DimensionRules Rules(params DefaultDimension[] defaults) =>
        new(
            new[] { "AREA", "COST", "PROJECT" }.ToDictionary(
                code => code,
                code => new Dimension { Code = code }
            ),
            new[]
            {
                ("AREA", "10"),
                ("AREA", "20"),
                ("AREA", "30"),
                ("COST", "X"),
                ("PROJECT", "A"),
                ("PROJECT", "B"),
            }
                .Select(pair => new DimensionValue
                {
                    DimensionCode = pair.Item1,
                    Code = pair.Item2,
                })
                .ToDictionary(value => (value.DimensionCode, value.Code)),
            [],
            new(defaults)
        )
        {
            Shortcuts = ["AREA", "PROJECT"],
        };

    public static DimensionContext Context(params DefaultDimension[] defaults) =>
        new(Rules(defaults), new());

    public static DefaultDimension Default(
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

    public static DefaultDimension Demand(
        (string Entity, string No) of,
        string dimension,
        ValuePosting posting,
        string value = ""
    )
    {
        var line = Default(of.Entity, of.No, dimension, value);
        line.ValuePosting = posting;
        return line;
    }
}
