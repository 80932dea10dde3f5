using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Handel.App.Printing;

/// <summary>One run of the worker: a line of JSON in, a line of JSON out, until it ends.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    internal int Id => process.Id;

    internal bool IsRunning => !process.HasExited;

    internal long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
    }

    /// <exception cref="IOException">The program is not there or may not run.</exception>
    internal static WorkerProcess Start(PrintingOptions options, ILogger logger)
    {
        var started = new Process { StartInfo = Describe(options) };
        started.ErrorDataReceived += (_, said) => Log(logger, said.Data);
        try
        {
            started.Start();
        }
        catch (Win32Exception error)
        {
            started.Dispose();
            throw new IOException($"{options.NodePath}: {error.Message}", error);
        }

        started.BeginErrorReadLine();
        return new(started);
    }

    /// <exception cref="IOException">The worker ended before it answered.</exception>
    internal async Task<string> Ask(string line, CancellationToken ct)
    {
        await process.StandardInput.WriteAsync((line + "\n").AsMemory(), ct);
        await process.StandardInput.FlushAsync(ct);
        return await process.StandardOutput.ReadLineAsync(ct)
            ?? throw new IOException("The worker ended before it answered.");
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }

    private static ProcessStartInfo Describe(PrintingOptions options)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(options.NodePath)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add($"--max-old-space-size={HeapMegabytesMax}");
        start.ArgumentList.Add(options.WorkerScript);
        start.ArgumentList.Add("--layouts");
        start.ArgumentList.Add(options.LayoutsFolder);
        foreach (var folder in options.FontFolders)
        {
            start.ArgumentList.Add("--fonts");
            start.ArgumentList.Add(folder);
        }

        // The worker needs none of the server's settings, and some of them are secrets.
        foreach (var name in start.Environment.Keys.Except(KeptVariables).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static void Log(ILogger logger, string? line)
    {
        if (line is not null)
            logger.LogWarning(
                "Worker: {Line}",
                line.Length > LogCharactersMax ? line[..LogCharactersMax] : line
            );
    }

    private static readonly string[] KeptVariables = ["PATH", "Path", "SystemRoot", "TEMP", "TMP"];
    private const int HeapMegabytesMax = 512;
    private const int LogCharactersMax = 2_000;
}
