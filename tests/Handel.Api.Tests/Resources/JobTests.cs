using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Jobs as users start and plan them.</summary>
public sealed class JobTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const int PatienceSeconds = 60;

    private string Jobs => $"{trade.Trade}/jobs";
    private string Schedules => $"{trade.Trade}/jobSchedules";

    [Fact]
    public async Task The_books_are_proven_on_demand_and_the_outcome_is_told()
    {
        var made = await trade.Post(Jobs, new { kind = "Verify_x0020_Books" });
        Assert.Equal("Waiting", Text(made, "status"));
        var path = $"{Jobs}({Text(made, "id")})";

        var done = made;
        for (var second = 0; second < PatienceSeconds && Text(done, "status") != "Done"; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            done = await trade.Get(path);
        }

        Assert.Equal("Done", Text(done, "status"));
        Assert.Equal("", Text(done, "report"));
        Assert.Equal(0, done.GetProperty("findingCount").GetInt32());
        Assert.True(done.GetProperty("handledCount").GetInt64() > 0);
        var again = await trade.Post($"{path}/Microsoft.NAV.retry", new { }, 200);
        Assert.Equal("Done", Text(again, "status"));
    }

    [Fact]
    public async Task A_job_without_a_kind_is_not_made()
    {
        await trade.Post(Jobs, new { }, 400);
        await trade.Post(Jobs, new { kind = "Cook" }, 400);
    }

    [Fact]
    public async Task The_hour_of_a_schedule_moves_its_next_time()
    {
        var schedule = (await trade.Get(Schedules)).GetProperty("value")[0];
        var path = $"{Schedules}({Text(schedule, "id")})";

        var moved = await trade.Patch(path, new { startHour = 5 });
        await trade.Patch(path, new { startHour = 24 }, 400);
        await trade.Patch(path, new { startHour = -1 }, 400);
        await trade.Post(Schedules, new { kind = "Verify_x0020_Books", startHour = 3 }, 409);

        var next = moved.GetProperty("nextDateTime").GetDateTimeOffset();
        var hours = (next - DateTimeOffset.UtcNow).TotalHours;
        Assert.InRange(hours, 0, 24.01);
        Assert.Equal(5, TimeZoneInfo.ConvertTime(next, TimeZoneInfo.Local).Hour);
        var off = await trade.Patch(path, new { enabled = false });
        Assert.False(off.GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task A_clerk_sees_jobs_and_starts_none()
    {
        using var clerk = await trade.SignIn(Roles.Clerk);

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(Jobs)).StatusCode);
        var refused = await clerk.PostAsJsonAsync(Jobs, new { kind = "Verify_x0020_Books" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
