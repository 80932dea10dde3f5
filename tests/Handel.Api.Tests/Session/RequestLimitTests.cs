using System.Globalization;
using System.Net;
using Handel.Api.Session;
using Handel.Server.Web;
using Handel.Testing;
using Xunit;

namespace Handel.Api.Tests.Session;

/// <summary>A15: so many requests of one user within five minutes.</summary>
public sealed class RequestLimitTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const string Pages = "/api/handel/pages";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var server = await RunningServer.Start(
            fixture.ConnectionString,
            new() { RequestsPerUserMax = 3 }
        );

        var answers = new List<HttpResponseMessage>();
        for (var asked = 0; asked < 4; asked++)
            answers.Add(await server.Api.GetAsync(Pages, Ct));
        using var stranger = await server.Stranger().GetAsync(Pages, Ct);

        Assert.Equal([200, 200, 200, 429], answers.Select(answer => (int)answer.StatusCode));
        Assert.Equal(["2", "1", "0", "0"], answers.Select(a => Header(a, "RateLimit-Remaining")));
        Assert.All(answers, answer => Assert.Equal("3", Header(answer, "RateLimit-Limit")));
        Assert.InRange(
            int.Parse(Header(answers[0], "RateLimit-Reset"), CultureInfo.InvariantCulture),
            1,
            30
        );
        Assert.InRange(answers[3].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        var body = await answers[3].Content.ReadAsStringAsync(Ct);
        Assert.Contains("Application_TooManyRequests", body, StringComparison.Ordinal);
        Assert.Contains("Too many requests.", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public void A_user_is_not_slowed_down_by_another()
    {
        var rates = new RequestRates(2, new Clock());

        rates.Count("a");
        rates.Count("a");

        Assert.Equal(-1, rates.Count("a").Remaining);
        Assert.Equal(1, rates.Count("b").Remaining);
    }

    [Fact]
    public void Requests_are_forgotten_after_five_minutes_and_not_before()
    {
        var clock = new Clock();
        var rates = new RequestRates(3, clock);
        rates.Count("a");
        clock.Pass(TimeSpan.FromMinutes(4));
        rates.Count("a");
        rates.Count("a");

        clock.Pass(TimeSpan.FromSeconds(59));
        var before = rates.Count("a").Remaining;
        clock.Pass(TimeSpan.FromSeconds(1));
        var after = rates.Count("a").Remaining;

        Assert.Equal(-1, before);
        Assert.Equal(0, after);
        Assert.Equal(-1, rates.Count("a").Remaining);
    }

    [Fact]
    public void Refused_requests_do_not_make_the_wait_longer()
    {
        var clock = new Clock();
        var rates = new RequestRates(1, clock);
        rates.Count("a");
        for (var minute = 0; minute < 4; minute++)
        {
            clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(-1, rates.Count("a").Remaining);
        }

        clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(0, rates.Count("a").Remaining);
    }

    [Fact]
    public void Users_who_went_away_are_forgotten()
    {
        var clock = new Clock();
        var rates = new RequestRates(1, clock);
        for (var user = 0; user < RequestRates.UsersMax; user++)
            rates.Count($"{user}");

        clock.Pass(RequestRates.Window);
        rates.Count("new");

        Assert.Equal(1, rates.Users);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues(name).Single();

    /// <summary>Time that passes when it is told to.</summary>
    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
