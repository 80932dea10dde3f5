using Xunit;

namespace Handel.Kernel.Tests;

public sealed class CodeFilterTests
{
    [Theory]
    [InlineData("1000..1999|2100", "1000", true)]
    [InlineData("1000..1999|2100", "1999", true)]
    [InlineData("1000..1999|2100", "2000", false)]
    [InlineData("1000..1999|2100", "2100", true)]
    [InlineData("HOOG | SERVICE", "SERVICE", true)]
    [InlineData("4000..", "9999", true)]
    [InlineData("..4000", "3999", true)]
    [InlineData("5B-", "5B-", true)]
    [InlineData("5B", "5B-", false)]
    public void COA_05_ranges_and_single_codes_are_divided_by_bars(
        string filter,
        string code,
        bool isCovered
    )
    {
        Assert.Equal(isCovered, CodeFilter.Covers(filter, code));
        Assert.Equal(isCovered, CodeFilter.Allows(filter, code));
    }

    [Fact]
    public void A_blank_filter_covers_nothing_and_allows_everything()
    {
        Assert.False(CodeFilter.Covers("", "1000"));
        Assert.True(CodeFilter.Allows("", "1000"));
    }
}
