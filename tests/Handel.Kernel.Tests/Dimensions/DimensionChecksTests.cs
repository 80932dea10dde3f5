using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Xunit;

namespace Handel.Kernel.Tests.Dimensions;

public sealed class DimensionChecksTests
{
    private static readonly RecordRef Line = new("salesOrderLines", "VO1", 10000);
    private static readonly RecordRef Customer = new("customers", "10000");

    [Theory]
    [InlineData(ValuePosting.None, "", "", "10", "")]
    [InlineData(ValuePosting.None, "", "20|30", "10", "valueNotAllowed")]
    [InlineData(ValuePosting.None, "", "20|30", "", "")]
    [InlineData(ValuePosting.None, "", "20 | 30", "30", "")]
    [InlineData(ValuePosting.CodeMandatory, "", "", "", "codeMandatory")]
    [InlineData(ValuePosting.CodeMandatory, "", "", "10", "")]
    [InlineData(ValuePosting.CodeMandatory, "", "20|30", "10", "valueNotAllowed")]
    [InlineData(ValuePosting.SameCode, "10", "", "10", "")]
    [InlineData(ValuePosting.SameCode, "10", "", "20", "sameCode")]
    [InlineData(ValuePosting.SameCode, "10", "", "", "sameCode")]
    [InlineData(ValuePosting.SameCode, "", "", "", "")]
    [InlineData(ValuePosting.SameCode, "", "", "10", "noCode")]
    [InlineData(ValuePosting.NoCode, "", "", "", "")]
    [InlineData(ValuePosting.NoCode, "", "", "10", "noCode")]
    public void DIM_04_an_account_says_what_it_demands(
        ValuePosting posting,
        string required,
        string allowed,
        string value,
        string broken
    )
    {
        var rules = Rules(
            new DefaultDimension
            {
                Entity = "customers",
                DimensionCode = "AREA",
                ValueCode = required,
                ValuePosting = posting,
                AllowedValuesFilter = allowed,
            }
        );
        var set = DimensionSet.Empty.With("AREA", value);

        var problems = DimensionChecks.Find(set, Line, [Customer], rules);

        Assert.Equal(broken.Length == 0 ? [] : [broken], problems.Select(p => p.Args["rule"]));
        Assert.All(problems, p => Assert.Equal(("E-DIM", Line), (p.Code, p.Record)));
        Assert.All(problems, p => Assert.Equal(Customer, p.MendedAt));
    }

    [Fact]
    public void DIM_01_blocked_unknown_and_heading_values_are_refused()
    {
        var set = DimensionSet.Of(
            ("AREA", "99"),
            ("CLOSED", "1"),
            ("KIND", "HEAD"),
            ("PROJECT", "OLD"),
            ("WHAT", "1")
        );

        var problems = DimensionChecks.Find(set, Line, [], Rules());

        Assert.Equal(
            [
                ("AREA", "valueBlocked"),
                ("CLOSED", "dimensionBlocked"),
                ("KIND", "valueBlocked"),
                ("PROJECT", "valueBlocked"),
                ("WHAT", "dimensionBlocked"),
            ],
            problems.Select(p => (p.Args["dimension"], p.Args["rule"]))
        );
    }

    [Theory]
    [InlineData(CombinationRule.None, "10", 0)]
    [InlineData(CombinationRule.Blocked, "10", 1)]
    [InlineData(CombinationRule.Limited, "10", 1)]
    [InlineData(CombinationRule.Limited, "20", 0)]
    public void DIM_08_combinations_are_refused_as_set_up(
        CombinationRule rule,
        string area,
        int problemCount
    )
    {
        var combination = new DimensionCombination
        {
            FirstCode = "AREA",
            SecondCode = "PROJECT",
            Rule = rule,
            BlockedPairs = [new() { FirstValue = "10", SecondValue = "A" }],
        };
        var rules = Rules() with { Combinations = [combination] };
        var both = DimensionSet.Of(("AREA", area), ("PROJECT", "A"));

        Assert.Equal(problemCount, DimensionChecks.Find(both, Line, [], rules).Count);
        Assert.Empty(DimensionChecks.Find(both.With("PROJECT", ""), Line, [], rules));
    }

    private static DimensionRules Rules(params DefaultDimension[] defaults)
    {
        DimensionValue[] values =
        [
            Value("AREA", "10"),
            Value("AREA", "20"),
            Value("AREA", "30"),
            Value("PROJECT", "A"),
            Value("CLOSED", "1"),
            new()
            {
                DimensionCode = "PROJECT",
                Code = "OLD",
                IsBlocked = true,
                Type = DimensionValueType.BeginTotal,
            },
            new()
            {
                DimensionCode = "KIND",
                Code = "HEAD",
                Type = DimensionValueType.Heading,
            },
        ];
        return new(
            new[] { "AREA", "PROJECT", "KIND", "CLOSED" }.ToDictionary(
                code => code,
                code => new Dimension { Code = code, IsBlocked = code == "CLOSED" }
            ),
            values.ToDictionary(value => (value.DimensionCode, value.Code)),
            [],
            new DefaultDimensions(defaults)
        );
    }

    private static DimensionValue Value(string dimension, string code) =>
        new() { DimensionCode = dimension, Code = code };
}
