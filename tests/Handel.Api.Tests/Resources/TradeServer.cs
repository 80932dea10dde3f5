using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Handel.App.Companies;
using Handel.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>A company with a customer, a vendor and two items in stock, over HTTP.</summary>
public sealed class TradeServer : IAsyncLifetime
{
    private readonly ServerFixture fixture = new();

    public RunningServer Server => fixture.Server;
    public HttpClient Client => Server.Api;
    public string ConnectionString => fixture.Database.ConnectionString;
    public Guid CompanyId { get; private set; }
    public string Co => $"/api/v2.0/companies({CompanyId})";
    public string Trade => $"/api/handel/trade/v1.0/companies({CompanyId})";

    public async ValueTask InitializeAsync()
    {
        await fixture.InitializeAsync();
        var create = Server.Services.GetRequiredService<CreateCompany>();
        var company = await create.Run("Test BV", "nl", CancellationToken.None);
        CompanyId = company!.Id;
        Client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
        Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en-US");
        await Post(
            "customers",
            new
            {
                number = "10000",
                displayName = "Jansen",
                country = "NL",
            }
        );
        await Post(
            "vendors",
            new
            {
                number = "40000",
                displayName = "De Vries",
                country = "NL",
            }
        );
        await Stock("1000", 129.95m, 100m, "HOOG");
        await Stock("1001", 4.25m, 500m, "LAAG");
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    public async Task<JsonElement> Get(string path, int status = 200) =>
        await Json(await Client.GetAsync(Url(path)), status);

    public async Task<JsonElement> Post(string path, object body, int status = 201) =>
        await Json(await Client.PostAsJsonAsync(Url(path), body), status);

    public async Task<JsonElement> Patch(string path, object body, int status = 200) =>
        await Json(await Client.PatchAsJsonAsync(Url(path), body), status);

    public async Task<JsonElement> Delete(string path, int status = 204) =>
        await Json(await Client.DeleteAsync(Url(path)), status);

    /// <summary>A new user of a role, signed in with a password of his own.</summary>
    public async Task<HttpClient> SignIn(string role)
    {
        var (name, password) = await Server.AddUser(role);
        var client = await Server.SignIn(name, password);
        var chosen = "Correct-Horse-9-Battery";
        var changed = await client.PutAsJsonAsync(
            "/api/handel/session/password",
            new { current = password, next = chosen }
        );
        return changed.IsSuccessStatusCode
            ? await Server.SignIn(name, chosen)
            : throw new InvalidOperationException(await changed.Content.ReadAsStringAsync());
    }

    /// <summary>The answers of a batch; <c>{co}</c> in the requests is the company.</summary>
    public async Task<List<JsonElement>> Batch(
        string requests,
        params (string Name, string Value)[] headers
    )
    {
        var co = $"companies({CompanyId})";
        var body =
            "{\"requests\":[" + requests.Replace("{co}", co, StringComparison.Ordinal) + "]}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v2.0/$batch")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await Json(await Client.SendAsync(request), 200);
        return [.. answer.GetProperty("responses").EnumerateArray()];
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private string Url(string path) => path.StartsWith('/') ? path : $"{Co}/{path}";

    private async Task Stock(string number, decimal price, decimal quantity, string taxGroup)
    {
        var item = await Post(
            "items",
            new
            {
                number,
                displayName = $"Item {number}",
                unitPrice = price,
                unitCost = 3m,
                taxGroupCode = taxGroup,
            }
        );
        await Patch($"items({item.GetProperty("id")})", new { inventory = quantity });
    }
}
