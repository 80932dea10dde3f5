using System.Diagnostics;
using Handel.App.Printing;
using Xunit;

namespace Handel.Data.Tests.Printing;

public sealed class DocumentRendererTests
{
    [Fact]
    public async Task A_worker_that_was_killed_is_replaced()
    {
        await using var renderer = new DocumentRenderer(Printer.Options);
        var first = await Render(renderer, Sample.Invoice());
        var killed = renderer.WorkerProcessId!.Value;

        KillProcess(killed);
        var second = await Render(renderer, Sample.Invoice());

        Assert.Null(first.Problem);
        Assert.True(second.Problem is null, Printer.Detail(second));
        Assert.NotEqual(killed, renderer.WorkerProcessId);
    }

    [Fact]
    public async Task A_document_whose_worker_dies_half_way_is_printed_by_the_next()
    {
        await using var renderer = new DocumentRenderer(Printer.Options);
        await Render(renderer, Sample.Invoice());
        var killed = renderer.WorkerProcessId!.Value;

        var rendering = Render(renderer, Sample.LongInvoice(2_000));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(rendering.IsCompleted);
        KillProcess(killed);
        var printed = await rendering;

        Assert.True(printed.Problem is null, Printer.Detail(printed));
        Assert.True(printed.Pages > 40);
        Assert.NotEqual(killed, renderer.WorkerProcessId);
    }

    [Fact]
    public async Task Without_the_program_every_document_gets_a_problem_and_no_exception()
    {
        var options = Printer.Options with { NodePath = "no-such-program" };
        await using var renderer = new DocumentRenderer(options);

        var first = await Render(renderer, Sample.Invoice());
        await Render(renderer, Sample.Invoice());
        var later = await Render(renderer, Sample.Invoice());

        Assert.Equal(PrintProblems.Down, first.Problem?.Code);
        Assert.Equal("salesInvoice", first.Problem?.Record.Entity);
        Assert.Equal("103045", first.Problem?.Record.No);
        Assert.Contains("no-such-program", Printer.Detail(first), StringComparison.Ordinal);
        Assert.Contains("Started again at", Printer.Detail(later), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-layout", "no-layout")]
    [InlineData("../worker/package", "no-layout")]
    [InlineData("broken", "bad-layout")]
    [InlineData("outside", "bad-layout")]
    public async Task A_layout_that_cannot_be_used_is_refused_with_its_reason(
        string layout,
        string reason
    )
    {
        using var layouts = new LayoutsCopy();
        layouts.Add("broken", "#let x = (1, 2\n");
        layouts.Add("outside", "#read(\"/../package.json\")\n");
        await using var renderer = new DocumentRenderer(layouts.Options);

        var refused = await Render(renderer, Sample.Invoice() with { Layout = layout });
        var next = await Render(renderer, Sample.Invoice());

        Assert.Equal(PrintProblems.Refused, refused.Problem?.Code);
        Assert.Equal(reason, refused.Problem?.Value);
        Assert.True(next.Problem is null, Printer.Detail(next));
    }

    [Fact]
    public async Task A_layout_without_end_is_stopped_and_the_next_document_is_printed()
    {
        using var layouts = new LayoutsCopy();
        layouts.Add("endless", Endless);
        var options = layouts.Options with { Timeout = TimeSpan.FromSeconds(8) };
        await using var renderer = new DocumentRenderer(options);

        var stopped = await Render(renderer, Sample.Invoice() with { Layout = "endless" });
        var next = await Render(renderer, Sample.Invoice());

        Assert.Equal(PrintProblems.Timeout, stopped.Problem?.Code);
        Assert.True(next.Problem is null, Printer.Detail(next));
    }

    [Fact]
    public async Task More_documents_than_may_wait_are_refused_at_once()
    {
        var options = Printer.Options with { QueueMax = 3 };
        await using var renderer = new DocumentRenderer(options);

        var printed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Render(renderer, Sample.Invoice()))
        );

        Assert.Equal(3, printed.Count(document => document.Problem is null));
        Assert.Equal(5, printed.Count(document => document.Problem?.Code == PrintProblems.Busy));
    }

    [Fact]
    public async Task A_worker_that_holds_too_much_memory_makes_room_for_a_new_one()
    {
        var options = Printer.Options with { WorkerMemoryBytesMax = 1 };
        await using var renderer = new DocumentRenderer(options);

        var first = await Render(renderer, Sample.Invoice());
        Assert.Null(renderer.WorkerProcessId);
        var second = await Render(renderer, Sample.Invoice());

        Assert.Null(first.Problem);
        Assert.Null(second.Problem);
    }

    [Fact]
    public async Task The_worker_ends_with_the_renderer()
    {
        var renderer = new DocumentRenderer(Printer.Options);
        await Render(renderer, Sample.Invoice());
        using var process = Process.GetProcessById(renderer.WorkerProcessId!.Value);

        await renderer.DisposeAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Render(renderer, Sample.Invoice()));
    }

    [Fact]
    public async Task Without_the_fonts_a_document_is_plainer_but_complete()
    {
        var options = Printer.Options with { FontFolders = ["/no/such/folder"] };
        await using var renderer = new DocumentRenderer(options);

        var printed = await Render(renderer, Sample.Invoice());

        Assert.True(printed.Problem is null, Printer.Detail(printed));
        var page = await Printer.Poppler(printed, "pdftotext", "-layout", "{file}", "-");
        Printer.Shows(page, "Factuur 103045", "Totaal incl. btw EUR 1.127,91");
    }

    [Fact]
    public void A_payment_code_follows_the_standard()
    {
        var payment = new EpcPayment("Handel Demo B.V.", "NL44 RABO 0123 4567 89", 827.91m)
        {
            Reference = "RF40103045",
        };

        Assert.Equal(
            "BCD\n002\n1\nSCT\n\nHandel Demo B.V.\nNL44RABO0123456789\nEUR827.91\n\nRF40103045",
            payment.Payload()
        );
        Assert.Null((payment with { AmountEur = 0m }).Payload());
        Assert.Null((payment with { Iban = "" }).Payload());
    }

    private static Task<RenderedDocument> Render(
        DocumentRenderer renderer,
        DocumentData document
    ) => renderer.Render(document, TestContext.Current.CancellationToken);

    private static void KillProcess(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }

    private const string Endless =
        "#for a in range(9999) { for b in range(9999) { for c in range(9999) { let x = c } } }\n";

    /// <summary>The layouts with some of a user's own beside them.</summary>
    private sealed class LayoutsCopy : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("layouts");

        internal LayoutsCopy()
        {
            foreach (var file in Directory.GetFiles(Printer.Options.LayoutsFolder))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        internal PrintingOptions Options =>
            Printer.Options with
            {
                LayoutsFolder = folder.FullName,
            };

        internal void Add(string name, string text) =>
            File.WriteAllText(Path.Combine(folder.FullName, name + ".typ"), text);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
