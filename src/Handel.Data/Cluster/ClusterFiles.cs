namespace Handel.Data.Cluster;

/// <summary>Makes the files of a new database and those that say who may come in.</summary>
internal static class ClusterFiles
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passage =
        OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static async Task PrepareFolders(
        ClusterFolder folder,
        DatabaseAccount? account,
        CancellationToken ct
    )
    {
        if (OperatingSystem.IsWindows())
            throw new ClusterException(
                "On Windows Handel brings no database of its own: use --database."
            );

        // As root the account only passes through the data folder; its own folders are closed.
        Directory.CreateDirectory(folder.Root, account is null ? OwnerOnly : Passage);
        if (account is not null)
            await account.RequireAccess(folder.Root, ct);

        await PrepareFolder(folder.SocketFolder, account, ct);
    }

    private static async Task PrepareFolder(
        string own,
        DatabaseAccount? account,
        CancellationToken ct
    )
    {
        if (OperatingSystem.IsWindows())
            return;
        var isNew = !Directory.Exists(own);
        Directory.CreateDirectory(own, OwnerOnly);
        // A stranger may have made the one in the temporary folder: this fails, or takes it.
        File.SetUnixFileMode(own, OwnerOnly);
        if (!isNew && !own.StartsWith(Path.GetTempPath(), StringComparison.Ordinal))
            return;
        if (account is not null)
            await account.TakeOver(own, ct);
    }

    public static async Task Make(
        ClusterFolder folder,
        ClusterProgram program,
        CancellationToken ct
    )
    {
        program.Options.Progress("Making a new database.");

        // Made aside and moved when done: an interrupted first start leaves nothing half-made.
        var draft = folder.Database + ".new";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        await PrepareFolder(draft, program.Account, ct);

        List<string> arguments =
        [
            "-D",
            draft,
            "-U",
            EmbeddedPostgres.Role,
            "--encoding=UTF8",
            "--auth=peer",
            "--data-checksums",
            "--no-instructions",
            .. Locale(program.Binaries.MajorVersion),
        ];
        if (!program.Options.IsDurable)
            arguments.Add("--no-sync");
        await ExternalProgram.Run(program.Binaries.Initdb, arguments, program.Account, ct);
        await CompressLog(draft, program, ct);
        Directory.Move(draft, folder.Database);
    }

    // Measured on posting: LZ4 saves a tenth, the older way of every PostgreSQL costs a fifth.
    private static async Task CompressLog(
        string database,
        ClusterProgram program,
        CancellationToken ct
    )
    {
        try
        {
            string[] question = ["-D", database, "-C", "wal_compression"];
            await ExternalProgram.Run(
                program.Binaries.Postgres,
                [.. question, "-c", "wal_compression=lz4"],
                program.Account,
                ct
            );
        }
        catch (ClusterException)
        {
            return; // these binaries were built without it
        }
        await File.AppendAllTextAsync(
            Path.Combine(database, "postgresql.conf"),
            "wal_compression = lz4\n",
            ct
        );
    }

    /// <summary>
    /// Only root and the database's own account get in: the kernel vouches for who they are.
    /// Written at each start, so that a moved data folder keeps working.
    /// </summary>
    public static void WriteAccess(ClusterFolder folder, DatabaseAccount? account)
    {
        var names = new[] { account?.Name, Environment.UserName }.OfType<string>().Distinct();
        var map = names.Select(name => $"handel \"{name}\" {EmbeddedPostgres.Role}");
        Overwrite(Path.Combine(folder.Database, "pg_hba.conf"), "local all all peer map=handel\n");
        Overwrite(Path.Combine(folder.Database, "pg_ident.conf"), string.Join('\n', map) + "\n");
    }

    // In place, so that the file stays the account's own.
    private static void Overwrite(string file, string text)
    {
        if (File.ReadAllText(file) != text)
            File.WriteAllText(file, text);
    }

    // Order by code point, the same on every machine; upper and lower case know all of Unicode.
    private static string[] Locale(int majorVersion) =>
        majorVersion >= 17
            ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            : ["--locale=C", "--lc-ctype=C.UTF-8"];
}
