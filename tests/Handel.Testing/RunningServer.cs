using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Handel.Api.Session;
using Handel.App.Users;
using Handel.Server.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Testing;

/// <summary>
/// The real server in this process, on a free port, with an administrator: <see cref="Api"/> is
/// signed in with an access key, <see cref="SignIn"/> with the cookie of the pages.
/// </summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication web;

    private RunningServer(WebApplication web) => this.web = web;

    public Uri Address { get; private init; } = null!;

    public string Password { get; private init; } = "";

    public string AccessKey { get; private init; } = "";

    /// <summary>A program's client: HTTP Basic with the administrator's access key.</summary>
    public HttpClient Api { get; private init; } = null!;

    public IServiceProvider Services => web.Services;

    public static async Task<RunningServer> Start(
        string connectionString,
        WebSettings? settings = null
    )
    {
        var app = WebServer.Build((settings ?? new()) with { Port = 0 }, connectionString);
        await app.StartAsync();
        var (password, key) = await AddAdministrator(app.Services);
        var server = new RunningServer(app)
        {
            Address = new(app.Urls.Single()),
            Password = password,
            AccessKey = key,
            Api = new() { BaseAddress = new(app.Urls.Single()) },
        };
        server.Api.DefaultRequestHeaders.Authorization = Basic(UserAccounts.FirstUser, key);
        return server;
    }

    /// <summary>
    /// Nobody in particular, with room for cookies; it sends the header of the pages.
    /// </summary>
    public HttpClient Stranger()
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Add(OwnPages.Header, "test");
        return client;
    }

    /// <summary>Signed in as the pages do it; without a name, the administrator.</summary>
    public async Task<HttpClient> SignIn(string? user = null, string? password = null)
    {
        var client = Stranger();
        var answer = await client.PostAsJsonAsync(
            SessionEndpoints.Path,
            new SignInRequest(user ?? UserAccounts.FirstUser, password ?? Password, Code: null)
        );
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return client;
    }

    /// <summary>One more user, with the password that he must change.</summary>
    public async Task<(string Name, string Password)> AddUser(string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        var name = $"{role}-{Guid.NewGuid():N}";
        return (name, await accounts.Add(name, role));
    }

    public static AuthenticationHeaderValue Basic(string user, string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await web.StopAsync();
        await web.DisposeAsync();
    }

    private static async Task<(string Password, string Key)> AddAdministrator(
        IServiceProvider services
    )
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        var keys = scope.ServiceProvider.GetRequiredService<AccessKeys>();
        var password = await accounts.Add(UserAccounts.FirstUser, Roles.Administrator);
        var chosen = Secrets.NewPassword();
        await accounts.ChangePassword(UserAccounts.FirstUser, password, chosen);
        var (_, key) = await keys.Issue(
            UserAccounts.FirstUser,
            "tests",
            expiresAt: null,
            CancellationToken.None
        );
        return (chosen, key);
    }
}
