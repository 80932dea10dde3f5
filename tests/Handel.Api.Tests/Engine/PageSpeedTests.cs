using System.Diagnostics;
using Xunit;

namespace Handel.Api.Tests.Engine;

/// <summary>API-P-5: a whole page streams; the first byte does not wait for the last row.</summary>
public sealed class PageSpeedTests(ShopServer shop) : IClassFixture<ShopServer>
{
    private const int Rows = 20_000;

    [Fact]
    public async Task A_full_page_begins_at_once()
    {
        await shop.Add(Rows, "S");
        await Read();
        var runs = new List<(double First, double All, long Bytes)>();
        for (var i = 0; i < 5; i++)
            runs.Add(await Read());

        var first = runs.Min(run => run.First);
        var all = runs.Min(run => run.All);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"first byte {first:0} ms, all {all:0} ms, "
                + $"{runs[0].Bytes / 1024} KiB, {Rows / all * 1000:0} rows/s"
        );
        Assert.True(first < 1000, $"first byte after {first:0} ms");
    }

    private async Task<(double First, double All, long Bytes)> Read()
    {
        var watch = Stopwatch.StartNew();
        using var response = await shop.Client.GetAsync(
            $"{ShopServer.Co}/customers?$filter=startswith(number,'S')",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        await using var body = await response.Content.ReadAsStreamAsync(
            TestContext.Current.CancellationToken
        );
        var buffer = new byte[64 * 1024];
        var bytes = (long)await body.ReadAsync(buffer, TestContext.Current.CancellationToken);
        var first = watch.Elapsed.TotalMilliseconds;
        for (var read = 1; read > 0; bytes += read)
            read = await body.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return (first, watch.Elapsed.TotalMilliseconds, bytes);
    }
}
