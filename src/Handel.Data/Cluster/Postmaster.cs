using System.Globalization;

namespace Handel.Data.Cluster;

/// <summary>The database's main process, as it describes itself in postmaster.pid.</summary>
internal sealed record Postmaster(int ProcessId, string SocketFolder, bool IsReady)
{
    private const int ProcessIdLine = 0;
    private const int DataFolderLine = 1;
    private const int SocketFolderLine = 4;
    private const int StatusLine = 7;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(30);

    /// <summary>Null when none runs on this folder, whatever a killed one left behind.</summary>
    public static Postmaster? Running(ClusterFolder folder)
    {
        var lines = Read(folder.PostmasterFile);
        if (
            lines.Length <= SocketFolderLine
            || !int.TryParse(lines[ProcessIdLine], CultureInfo.InvariantCulture, out var processId)
            || !IsPostgres(processId, lines[DataFolderLine])
        )
            return null;

        var status = lines.Length > StatusLine ? lines[StatusLine].Trim() : "";
        return new(processId, lines[SocketFolderLine], status == "ready");
    }

    /// <summary>
    /// After a kill of the main process its children work on for a moment; to start beside them
    /// would corrupt the data. They all stand in the database's folder.
    /// </summary>
    public static async Task UntilAllEnded(ClusterFolder folder, CancellationToken ct)
    {
        var end = DateTime.UtcNow + EndPatience;
        while (StandingIn(folder.Database) is { } processId)
        {
            if (DateTime.UtcNow > end)
                throw new ClusterException(
                    $"Process {processId} of an earlier database still works in {folder.Database}."
                );
            await Task.Delay(50, ct);
        }
    }

    public static bool IsAlive(int processId)
    {
        try
        {
            // A zombie has ended; only its parent has not noticed yet.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A number in a file that a killed server left may belong to any other program by now.
    private static bool IsPostgres(int processId, string dataFolder)
    {
        if (!IsAlive(processId))
            return false;
        try
        {
            var command = File.ReadAllText($"/proc/{processId}/cmdline").Split('\0');
            return command[0].Contains("postgres", StringComparison.Ordinal)
                && command.Contains(dataFolder, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string? StandingIn(string folder) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .FirstOrDefault(name => char.IsAsciiDigit(name![0]) && CurrentFolder(name) == folder);

    private static string? CurrentFolder(string processId)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Read(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
