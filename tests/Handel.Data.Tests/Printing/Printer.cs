using System.Diagnostics;
using System.Globalization;
using Handel.App.Printing;
using Xunit;

namespace Handel.Data.Tests.Printing;

/// <summary>One real worker for a class of tests, and poppler to read its PDFs.</summary>
public sealed class Printer : IAsyncDisposable
{
    public static PrintingOptions Options { get; } =
        PrintingOptions.FindFrom(AppContext.BaseDirectory);

    public DocumentRenderer Renderer { get; } = new(Options);

    public async Task<RenderedDocument> Print(DocumentData document)
    {
        var printed = await Renderer.Render(document, TestContext.Current.CancellationToken);
        Assert.True(printed.Problem is null, Detail(printed));
        return printed;
    }

    /// <summary>The text of each page as it stands on the paper.</summary>
    public async Task<string[]> PrintPages(DocumentData document)
    {
        var printed = await Print(document);
        var text = await Poppler(printed, "pdftotext", "-layout", "{file}", "-");
        return text.TrimEnd('\f').Split('\f');
    }

    public async Task<string> PrintText(DocumentData document) =>
        string.Join('\n', await PrintPages(document));

    /// <summary>Runs a program of poppler on the PDF; <c>{file}</c> stands for its name.</summary>
    public static async Task<string> Poppler(
        RenderedDocument printed,
        string program,
        params string[] arguments
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, printed.Pdf);
            var start = new ProcessStartInfo(program)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument == "{file}" ? file : argument);

            using var process = Process.Start(start)!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Detail(RenderedDocument printed) =>
        printed.Problem is { } problem
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{problem.Code}: {problem.Args.GetValueOrDefault("detail")}"
            )
            : "";

    /// <summary>Every one of them is on the page; spaces of the layout do not matter.</summary>
    public static void Shows(string page, params string[] wanted)
    {
        var words = Squeeze(page);
        Assert.All(wanted, text => Assert.Contains(Squeeze(text), words, StringComparison.Ordinal));
    }

    public static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public ValueTask DisposeAsync() => Renderer.DisposeAsync();
}
