using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.Api.Session;
using Handel.Testing;
using Xunit;

namespace Handel.Api.Tests.Session;

public sealed class SessionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_open_to_all()
    {
        using var stranger = new HttpClient { BaseAddress = fixture.Server.Address };

        using var answer = await stranger.GetAsync("/", Now);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"status\":\"ok\"", await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task Api_without_credentials_is_refused_and_never_redirected()
    {
        using var stranger = new HttpClient { BaseAddress = fixture.Server.Address };

        using var answer = await stranger.GetAsync("/api/v2.0/companies", Now);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.First().Scheme);
        Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Last().Scheme);
        Assert.Equal("Authentication_InvalidCredentials", await ErrorCode(answer));
    }

    [Fact]
    public async Task Access_key_comes_in_where_the_password_does_not()
    {
        using var byPassword = new HttpClient { BaseAddress = fixture.Server.Address };
        byPassword.DefaultRequestHeaders.Authorization = RunningServer.Basic(
            "admin",
            fixture.Server.Password
        );

        using var withKey = await fixture.Server.Api.GetAsync(SessionEndpoints.Path, Now);
        using var withPassword = await byPassword.GetAsync(SessionEndpoints.Path, Now);

        Assert.Equal(HttpStatusCode.OK, withKey.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withPassword.StatusCode);
    }

    internal static async Task<string?> ErrorCode(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
        return body.GetProperty("error").GetProperty("code").GetString();
    }
}
