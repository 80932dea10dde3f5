using System.Diagnostics;
using System.Globalization;

namespace Handel.Data.Cluster;

/// <summary>
/// Starts the database program: which binaries, under whose name, with what settings.
/// </summary>
internal sealed record ClusterProgram(
    PostgresBinaries Binaries,
    DatabaseAccount? Account,
    ClusterOptions Options
)
{
    /// <summary>
    /// A child in a session of its own: Ctrl-C in the terminal reaches the server, which finishes
    /// its requests and then stops the database, and not both at once.
    /// </summary>
    public Process Start(ClusterFolder folder)
    {
        const string script =
            "log=$1; shift; "
            + "if command -v setsid >/dev/null; then set -- setsid \"$@\"; fi; "
            + "exec \"$@\" </dev/null >>\"$log\" 2>&1";
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", script, "sh", folder.Log, Binaries.Postgres, .. Arguments(folder)]
        )
        {
            UseShellExecute = false,
        };
        Account?.Apply(start);
        return Process.Start(start)!;
    }

    private IEnumerable<string> Arguments(ClusterFolder folder)
    {
        yield return "-D";
        yield return folder.Database;
        foreach (var (name, value) in Settings(folder))
        {
            yield return "-c";
            yield return $"{name}={value}";
        }
    }

    private IEnumerable<(string Name, string Value)> Settings(ClusterFolder folder)
    {
        var common = new (string, string)[]
        {
            ("listen_addresses", ""),
            ("unix_socket_directories", folder.SocketFolder),
            ("unix_socket_permissions", "0700"),
            ("port", EmbeddedPostgres.Port.ToString(CultureInfo.InvariantCulture)),
            ("max_connections", "100"),
            ("log_min_messages", "warning"),
            ("log_line_prefix", "%m [%p] "),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("jit", "off"), // pays on long analysis only, costs on every plan of a form
        };
        return common.Concat(Options.IsDurable ? Durable : Fleeting);
    }

    // Measured for a small server: what an import touches stays in 128 MB, checkpoints stay rare.
    private static readonly (string, string)[] Durable =
    [
        ("shared_buffers", "128MB"),
        ("work_mem", "8MB"),
        ("maintenance_work_mem", "64MB"),
        ("effective_cache_size", "1GB"),
        ("random_page_cost", "1.1"),
        ("max_wal_size", "2GB"),
        ("min_wal_size", "128MB"),
        ("checkpoint_timeout", "15min"),
        ("checkpoint_completion_target", "0.9"),
        ("synchronous_commit", "on"),
        ("fsync", "on"),
    ];

    private static readonly (string, string)[] Fleeting =
    [
        ("shared_buffers", "64MB"),
        ("fsync", "off"),
        ("synchronous_commit", "off"),
        ("full_page_writes", "off"),
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        ("autovacuum", "off"),
    ];
}
