namespace Handel.Data.Cluster;

/// <summary>
/// A lock on a file that ends with the process that holds it, however that process ends: shared
/// by all users of a database, alone for the one who switches it on or off.
/// </summary>
internal static class ClusterLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<FileStream> Alone(string file, CancellationToken ct)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            if (TryAlone(file) is { } held)
                return held;
            if (DateTime.UtcNow > end)
                throw new ClusterException(
                    $"Another process has been starting or stopping the database for "
                        + $"{Patience.TotalMinutes:0} minutes ({file})."
                );
            await Task.Delay(Pause, ct);
        }
    }

    public static FileStream? TryAlone(string file) =>
        TryOpen(file, FileAccess.ReadWrite, FileShare.None);

    public static FileStream Shared(string file)
    {
        if (!File.Exists(file))
            File.WriteAllBytes(file, []);
        return TryOpen(file, FileAccess.Read, FileShare.Read)
            ?? throw new ClusterException($"The database is being stopped ({file}).");
    }

    private static FileStream? TryOpen(string file, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException held) when (held is not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
