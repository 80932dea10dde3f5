using System.Net;
using System.Net.Http.Json;
using Handel.Api.Session;
using Handel.Testing;
using Xunit;

namespace Handel.Api.Tests.Session;

/// <summary>Uses up the limit of its server, so the server is its own.</summary>
public sealed class SignInLimitTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_sixty_first_attempt_within_a_minute_has_to_wait()
    {
        using var client = fixture.Server.Stranger();
        var now = TestContext.Current.CancellationToken;
        var statuses = new List<HttpStatusCode>();

        for (var attempt = 0; attempt < 61; attempt++)
        {
            var request = new SignInRequest($"nobody{attempt}", "wrong", Code: null);
            using var answer = await client.PostAsJsonAsync(SessionEndpoints.Path, request, now);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        }

        Assert.Equal(60, statuses.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }
}
