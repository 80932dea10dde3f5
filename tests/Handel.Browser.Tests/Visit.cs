using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>One person in one browser: what he does, and what must hold of each page.</summary>
public sealed class Visit(IPage page, Wording wording) : IAsyncDisposable
{
    private const string OwnPassword = "Correct-horse-9";
    private const int PatienceMs = 30_000;

    private static readonly string Axe = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "axe.min.js")
    );

    public required string User { get; init; }
    public required string Password { get; init; }

    public IPage Page => page;

    /// <summary>What the browser complained of since the visitor was let in.</summary>
    public IReadOnlyList<string> Errors => errors;

    private readonly List<string> errors = [];

    /// <summary>By keyboard alone: the one-time password, then a password of one's own.</summary>
    public async Task SignIn()
    {
        await Shows("input[name=user]");
        await MustBeAccessible();
        // Before this the browser reports that nobody is signed in, which is as it should be.
        page.Console += (_, said) => Note(said.Type == "error", $"{said.Text} {said.Location}");
        page.PageError += (_, error) => Note(true, error);
        await Type(User, "Tab");
        await Type(Password, "Enter");
        await Shows("input[name=next]");
        await MustBeAccessible();
        await Type(Password, "Tab");
        await Type(OwnPassword, "Tab");
        await Type(OwnPassword, "Enter");
        await Shows(".shell");
        await Expect(page.Locator(".cue-value").First)
            .Not.ToHaveTextAsync("–", new() { Timeout = PatienceMs });
        await Shows(".chart canvas");
    }

    public async Task GoTo(string caption)
    {
        await page.Keyboard.PressAsync("Control+k");
        await Shows("dialog[open] [role=combobox]");
        await page.Keyboard.TypeAsync(caption);
        await Expect(page.Locator("#found-0")).ToContainTextAsync(caption);
        await page.Keyboard.PressAsync("Enter");
        await Caption(caption);
        await Shows(".ag-row");
    }

    public Task Caption(string caption) =>
        Expect(page.Locator("main h1")).ToContainTextAsync(caption, new() { Timeout = PatienceMs });

    public async Task Type(string text, string then)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync(then);
    }

    public Task Shows(string selector) => page.Locator(selector).First.WaitForAsync();

    public Task Reads(string selector, string text) =>
        Expect(page.Locator(selector).First)
            .ToContainTextAsync(text, new() { Timeout = PatienceMs });

    /// <summary>No finding that keeps somebody out, and nothing cut off at the side.</summary>
    public async Task MustBeAccessible()
    {
        // A page that is still fading in has the contrast of fading text. Waiting for it would
        // take frames, which a browser without a window does not always draw.
        await page.EvaluateAsync(
            """
            () => document.getAnimations()
              .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
              .forEach(one => one.finish())
            """
        );
        await page.EvaluateAsync(Axe + "; null");
        // Fluent UI's guards at the edges of a list pass the focus on before anything is read.
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run({ exclude: ['[data-tabster-dummy]'] })).violations
              .filter(one => one.impact === 'serious' || one.impact === 'critical')
              .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
            """
        );
        var wide = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - window.innerWidth"
        );

        Assert.True(found.GetArrayLength() == 0, $"{page.Url} ({wording.Language}): {found}");
        Assert.True(wide <= 0, $"{page.Url} is {wide} px too wide.");
    }

    private void Note(bool isError, string what)
    {
        if (isError)
            errors.Add(what);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
