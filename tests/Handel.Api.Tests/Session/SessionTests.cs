using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.Api.Session;
using Handel.App.Users;
using Handel.Testing;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task Right_password_opens_a_session_that_says_who_it_is()
    {
        using var client = await fixture.Server.SignIn();

        var session = await client.GetFromJsonAsync<SessionView>(SessionEndpoints.Path, Now);

        Assert.Equal("admin", session!.User);
        Assert.Equal(["administrator"], session.Roles);
        Assert.False(session.MustChangePassword);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await fixture.Server.SignIn();

        using var left = await client.DeleteAsync(SessionEndpoints.Path, Now);
        using var after = await client.GetAsync(SessionEndpoints.Path, Now);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.DoesNotContain(after.Headers.WwwAuthenticate, offer => offer.Scheme == "Basic");
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_write_with_the_cookie()
    {
        using var client = await fixture.Server.SignIn();
        client.DefaultRequestHeaders.Remove(OwnPages.Header);

        using var answer = await client.PutAsJsonAsync(
            SessionEndpoints.Path + "/language",
            new LanguageChange("nl"),
            Now
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Authorization_RequestDenied", await ErrorCode(answer));
    }

    [Fact]
    public async Task The_language_of_a_user_is_kept_and_speaks_in_messages()
    {
        var (name, password) = await fixture.Server.AddUser("reader");
        using var client = await fixture.Server.SignIn(name, password);

        using var changed = await client.PutAsJsonAsync(
            SessionEndpoints.Path + "/language",
            new LanguageChange("nl"),
            Now
        );
        using var refused = await client.GetAsync("/api/v2.0/companies", Now);

        var session = await changed.Content.ReadFromJsonAsync<SessionView>(Now);
        Assert.Equal("nl", session!.Language);
        Assert.Contains("wachtwoord", await refused.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task A_password_of_somebody_else_must_be_changed_first()
    {
        var (name, password) = await fixture.Server.AddUser("clerk");
        using var client = await fixture.Server.SignIn(name, password);

        using var before = await client.GetAsync("/api/v2.0/nothing-here", Now);
        using var changed = await client.PutAsJsonAsync(
            SessionEndpoints.Path + "/password",
            new PasswordChange(password, "a better pass phrase"),
            Now
        );
        using var after = await client.GetAsync("/api/v2.0/nothing-here", Now);

        Assert.Equal("Authorization_PasswordChangeRequired", await ErrorCode(before));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var (name, password) = await fixture.Server.AddUser("clerk");
        using var client = fixture.Server.Stranger();

        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await Enter(client, new(name, "not the password", null))).StatusCode
            );
        using var answer = await Enter(client, new(name, password, null));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Authentication_InvalidCredentials", await ErrorCode(answer));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_checked()
    {
        var (name, password) = await fixture.Server.AddUser("clerk");
        using var client = await fixture.Server.SignIn(name, password);
        const string factor = SessionEndpoints.Path + "/secondFactor";
        using var begun = await client.PostAsync(factor, null, Now);
        var key = (await begun.Content.ReadFromJsonAsync<JsonElement>(Now))
            .GetProperty("key")
            .GetString()!;
        using var proved = await client.PutAsJsonAsync(
            factor,
            new SecondFactorProof(OneTimeCode.At(key, DateTimeOffset.UtcNow)),
            Now
        );
        Assert.Equal(HttpStatusCode.OK, proved.StatusCode);
        using var stranger = fixture.Server.Stranger();

        using var without = await Enter(stranger, new(name, password, null));
        using var wrong = await Enter(stranger, new(name, password, "abcdef"));
        var code = OneTimeCode.At(key, DateTimeOffset.UtcNow);
        using var right = await Enter(stranger, new(name, password, code));

        Assert.Equal("Authentication_CodeRequired", await ErrorCode(without));
        Assert.Equal("Authentication_InvalidCredentials", await ErrorCode(wrong));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_key_that_expired_or_was_revoked_is_worth_nothing()
    {
        await using var scope = fixture.Server.Services.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<AccessKeys>();
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        var (_, expired) = await keys.Issue("admin", "old", yesterday, Now);
        var (id, revoked) = await keys.Issue("admin", "lost", null, Now);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWith(expired));
        Assert.Equal(HttpStatusCode.OK, await StatusWith(revoked));
        Assert.True(await keys.Revoke(id, Now));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWith(revoked));
        Assert.Equal(44, revoked.Length);
    }

    [Fact]
    public async Task A_key_cannot_take_the_account_over()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            SessionEndpoints.Path + "/password"
        );
        request.Headers.Add(OwnPages.Header, "test");
        request.Content = JsonContent.Create(new PasswordChange(fixture.Server.Password, "x"));

        using var answer = await fixture.Server.Api.SendAsync(request, Now);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_that_are_not_files()
    {
        using var answer = await fixture.Server.Api.GetAsync("/", Now);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    private async Task<HttpStatusCode> StatusWith(string key)
    {
        using var client = new HttpClient { BaseAddress = fixture.Server.Address };
        client.DefaultRequestHeaders.Authorization = RunningServer.Basic("ADMIN", key);
        using var answer = await client.GetAsync(SessionEndpoints.Path, Now);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Enter(HttpClient client, SignInRequest request) =>
        client.PostAsJsonAsync(SessionEndpoints.Path, request, Now);

    internal static async Task<string?> ErrorCode(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
        return body.GetProperty("error").GetProperty("code").GetString();
    }
}
