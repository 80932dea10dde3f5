using Handel.App.Companies;
using Handel.App.Operations;
using Handel.App.Users;
using Handel.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Handel.Browser.Tests.DemoShop))]

namespace Handel.Browser.Tests;

/// <summary>The demo company behind the real server, and a browser to visit it with.</summary>
public sealed class DemoShop : IAsyncLifetime
{
    private const string BrowserVariable = "HANDEL_TEST_BROWSER";
    private const string DistributionBrowser = "/usr/bin/chromium";
    private const int PatienceMs = 60_000;

    private readonly ServerFixture fixture = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public RunningServer Server => fixture.Server;

    public async ValueTask InitializeAsync()
    {
        await fixture.InitializeAsync();
        await using (var scope = Server.Services.CreateAsyncScope())
        {
            var make = scope.ServiceProvider.GetRequiredService<IOperation<CompanyCreation>>();
            var result = await make.Run(
                new("Handel Demo", "nl", HasDemo: true, IsOnlyFirst: false),
                new Progress<OperationProgress>(),
                CancellationToken.None
            );
            Assert.Empty(result.Findings);
        }
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Environment.GetEnvironmentVariable(BrowserVariable) ?? DistributionBrowser,
                Timeout = PatienceMs,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A new user with a new browser, in front of the sign-in page.</summary>
    public async Task<Visit> Arrive(Wording wording, BrowserNewContextOptions? options = null)
    {
        var (user, password) = await Server.AddUser(Roles.Administrator);
        options ??= new()
        {
            ViewportSize = new() { Width = 1280, Height = 800 },
        };
        options.Locale = wording.Locale;
        // A notice that fades while it is looked at has the contrast of fading text.
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Server.Address.ToString());
        return new Visit(page, wording) { User = user, Password = password };
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await fixture.DisposeAsync();
    }
}
