using System.Security.Cryptography;
using System.Text;

namespace Handel.Data.Cluster;

/// <summary>The names of everything below a data folder that the embedded database uses.</summary>
internal sealed class ClusterFolder(string dataFolder)
{
    /// <summary>
    /// A socket's path must fit in the kernel's 108 bytes, its name takes 20 of them.
    /// </summary>
    private const int SocketFolderLengthMax = 80;

    public string Root { get; } = Path.GetFullPath(dataFolder);

    public string Tools => Path.Combine(Root, "tools");

    public string Database => Path.Combine(Root, "postgres");

    public string PostmasterFile => Path.Combine(Database, "postmaster.pid");

    public string Log => Path.Combine(Database, "server.log");

    /// <summary>Held alone by whoever starts or stops the database.</summary>
    public string SwitchLock => Path.Combine(Root, "switch.lock");

    /// <summary>Held together by every process that uses the database.</summary>
    public string UseLock => Path.Combine(Root, "use.lock");

    public string SocketFolder
    {
        get
        {
            var folder = Path.Combine(Root, "run");
            return Encoding.UTF8.GetByteCount(folder) <= SocketFolderLengthMax
                ? folder
                : Path.Combine(Path.GetTempPath(), "handel-" + ShortHash(Root));
        }
    }

    public bool IsMade => File.Exists(Path.Combine(Database, "PG_VERSION"));

    /// <summary>The major version that made the database; only that version can open it.</summary>
    public int? MajorVersion =>
        IsMade
            ? PostgresBinaries.Major(File.ReadAllText(Path.Combine(Database, "PG_VERSION")))
            : null;

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
