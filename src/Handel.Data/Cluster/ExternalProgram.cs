using System.Diagnostics;

namespace Handel.Data.Cluster;

/// <summary>Runs a program to its end and keeps what it said, for when it fails.</summary>
internal static class ExternalProgram
{
    public static async Task<string> Run(
        string file,
        IEnumerable<string> arguments,
        DatabaseAccount? account,
        CancellationToken ct
    )
    {
        using var process = Start(file, arguments, account);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? await output
            : throw new ClusterException(
                $"{Path.GetFileName(file)} ended with code {process.ExitCode}: "
                    + $"{(await errors).Trim()} {(await output).Trim()}".Trim()
            );
    }

    private static Process Start(
        string file,
        IEnumerable<string> arguments,
        DatabaseAccount? account
    )
    {
        var start = new ProcessStartInfo(OnPath(file), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        account?.Apply(start);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new ClusterException($"Cannot run {file}: {missing.Message}", missing);
        }
    }

    // Process looks in the current folder first: a stranger's program there would run as root.
    private static string OnPath(string file) =>
        Path.IsPathRooted(file)
            ? file
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Where(Path.IsPathRooted)
                .Select(folder => Path.Combine(folder, file))
                .FirstOrDefault(File.Exists)
                ?? throw new ClusterException($"The program {file} is not installed.");
}
