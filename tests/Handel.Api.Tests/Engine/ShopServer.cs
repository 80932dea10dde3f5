using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Handel.Api.Engine;
using Handel.Api.Engine.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Handel.Api.Tests.Engine;

/// <summary>The engine over HTTP on the shop, on a PostgreSQL of its own.</summary>
public sealed class ShopServer : IAsyncLifetime
{
    public static readonly Guid CompanyId = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private readonly ShopCluster cluster = new();
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;
    public List<string> Sql { get; } = [];
    public static string Co => $"/api/v2.0/companies({CompanyId})";

    public async ValueTask InitializeAsync()
    {
        cluster.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddDbContext<ShopContext>(options =>
            options
                .UseNpgsql(cluster.ConnectionString)
                .LogTo(
                    Keep,
                    [Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuting]
                )
        );
        builder.Services.AddSingleton(Host());
        builder.Services.AddAuthorization();
        builder
            .Services.AddAuthentication("Test")
            .AddScheme<AuthenticationSchemeOptions, TestSignIn>("Test", null);
        app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHandelApi(ShopResources.Catalog());
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test", "x");
        await using var scope = app.Services.CreateAsyncScope();
        await Seed(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        cluster.Stop();
    }

    public async Task<JsonElement> Get(string path, int status = 200) =>
        await Json(await Client.GetAsync(Absolute(path)), status);

    public async Task<string> Text(string path)
    {
        var response = await Client.GetAsync(Absolute(path));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    public async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, Absolute(path));
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async Task Add(int customers, string prefix)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopContext>();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Customers" ("CompanyNo", "Id", "No", "Name", "City", "Country",
                "Kind", "CreditLimit", "ModifiedAt", "Version")
            SELECT 1, gen_random_uuid(), {prefix} || lpad(n::text, 6, '0'), 'Customer ' || n,
                'Utrecht', 'NL', n % 2,
                n * 1.25, now(), 1 FROM generate_series(1, {customers}) n
            """
        );
    }

    private static string Absolute(string path) =>
        path.StartsWith('/') || path.StartsWith("http", StringComparison.Ordinal)
            ? path
            : $"{Co}/{path}";

    private void Keep(string sql)
    {
        lock (Sql)
            Sql.Add(sql);
    }

    private static ApiHost Host() =>
        new()
        {
            Companies = (_, _) =>
                ValueTask.FromResult<IReadOnlyList<ApiCompany>>([new(1, CompanyId, "Handel Test")]),
            Transaction = Transaction,
            Together = Transaction,
        };

    private static async Task Transaction(RequestScope scope, Func<Task<bool>> body)
    {
        var db = scope.Get<ShopContext>();
        if (db.Database.CurrentTransaction is not null)
        {
            await body();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await body())
            await transaction.CommitAsync();
    }

    private static async Task Seed(ShopContext db)
    {
        await db.Database.EnsureCreatedAsync();
        var method = new ShopMethod
        {
            CompanyNo = 1,
            Id = Guid.NewGuid(),
            Code = "BANK",
            Name = "Bank",
        };
        db.Add(method);
        for (var i = 1; i <= 3; i++)
        {
            var customer = new ShopCustomer
            {
                CompanyNo = 1,
                Id = Guid.Parse($"00000000-0000-0000-0000-00000000000{i}"),
                No = (10000 * i).ToString(CultureInfo.InvariantCulture),
                Name = $"Shop {i}",
                City = i == 2 ? "Gent" : "Delft",
                Country =
                    i == 2 ? "BE"
                    : i == 1 ? "NL"
                    : null,
                Kind = i == 3 ? ShopParty.Person : ShopParty.Company,
                CreditLimit = 12.50m * i,
                PaymentMethodId = i == 1 ? method.Id : null,
                ModifiedAt = new DateTimeOffset(2026, 3, 31, 9, 15, 27, 483, TimeSpan.Zero),
            };
            var order = new ShopOrder
            {
                CompanyNo = 1,
                Id = Guid.Parse($"00000000-0000-0000-0001-00000000000{i}"),
                No = $"O{i}",
                CustomerNo = customer.No,
                OrderDate = i == 3 ? null : new DateOnly(2026, i, 15),
            };
            db.AddRange(customer, order);
            AddLinesAndEntry(db, order, i);
        }
        await db.SaveChangesAsync();
    }

    private static void AddLinesAndEntry(ShopContext db, ShopOrder order, int i)
    {
        for (var n = 1; n <= i; n++)
            db.Add(
                new ShopLine
                {
                    CompanyNo = 1,
                    Id = Guid.NewGuid(),
                    OrderId = order.Id,
                    Sequence = 10000 * n,
                    Kind = 2,
                    Description = $"Line {i}.{n}",
                    Quantity = n,
                }
            );
        db.Add(
            new ShopEntry
            {
                CompanyNo = 1,
                No = i,
                PostingDate = new(2026, 1, i),
                Debit = i,
            }
        );
    }

    private sealed class TestSignIn(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.Count == 0)
                return Task.FromResult(AuthenticateResult.NoResult());
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "clerk")], "Test");
            var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), "Test");
            return Task.FromResult(AuthenticateResult.Success(ticket));
        }
    }
}

/// <summary>A PostgreSQL of the distribution, in a temporary folder, as an ordinary user.</summary>
internal sealed class ShopCluster
{
    private readonly string folder = Directory.CreateTempSubdirectory("handel-api-").FullName;

    private static string Binaries =>
        Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last()
        + "/bin";

    public string ConnectionString => $"Host={folder};Database=postgres;Username=postgres";

    public void Start()
    {
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder);
        AsUser($"{Binaries}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8");
        var options = $"-k {folder} -h '' -F";
        AsUser($"{Binaries}/pg_ctl -D {folder}/data -w -l {folder}/log -o \"{options}\" start");
    }

    public void Stop()
    {
        AsUser($"{Binaries}/pg_ctl -D {folder}/data -m immediate stop");
        Directory.Delete(folder, recursive: true);
    }

    private static void AsUser(string command)
    {
        if (Environment.UserName == "root")
            Run("runuser", "-u", "postgres", "--", "sh", "-c", command);
        else
            Run("sh", "-c", command);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = "/tmp",
            }
        )!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }
}
