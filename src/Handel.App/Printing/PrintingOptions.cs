namespace Handel.App.Printing;

/// <summary>Where the worker and the layouts are, and how far printing may go.</summary>
public sealed record PrintingOptions
{
    public string NodePath { get; init; } = "node";
    public required string WorkerScript { get; init; }
    public required string LayoutsFolder { get; init; }

    /// <summary>Font folders, and only these; empty for the ones that the worker knows.</summary>
    public IReadOnlyList<string> FontFolders { get; init; } = [];

    /// <summary>One document, the start of the worker included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Documents that may wait for their turn; one more is refused.</summary>
    public int QueueMax { get; init; } = 200;

    /// <summary>A worker that holds more after a document makes room for a new one.</summary>
    public long WorkerMemoryBytesMax { get; init; } = 768L * 1024 * 1024;

    /// <summary>Longest wait before a worker that keeps failing is started again.</summary>
    public TimeSpan BackoffMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Looks for the folders <c>worker</c> and <c>layouts</c> from <paramref name="folder"/>
    /// upwards: beside a published server, or at the root of a checkout.
    /// </summary>
    public static PrintingOptions FindFrom(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var script = Path.Combine(at.FullName, "worker", "dist", "src", "main.js");
            var layouts = Path.Combine(at.FullName, "layouts");
            if (File.Exists(script) && Directory.Exists(layouts))
                return new() { WorkerScript = script, LayoutsFolder = layouts };
        }

        // The server lives without printing; each document then says what is missing.
        return new()
        {
            WorkerScript = Path.Combine(folder, "worker", "dist", "src", "main.js"),
            LayoutsFolder = Path.Combine(folder, "layouts"),
        };
    }
}
