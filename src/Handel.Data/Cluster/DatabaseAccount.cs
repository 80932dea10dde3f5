using System.Diagnostics;

namespace Handel.Data.Cluster;

/// <summary>
/// The operating system account that the database runs under. PostgreSQL refuses to run as root;
/// everybody else runs it under his own name and needs no account of this kind.
/// </summary>
internal sealed record DatabaseAccount(string Name, string Home)
{
    private const string Preferred = "postgres";
    private const string Own = "handel";

    /// <summary>Null when this process is not root.</summary>
    public static async Task<DatabaseAccount?> ForThisProcess(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;

        var account = Find(Preferred) ?? Find(Own);
        if (account is not null)
            return account;

        await ExternalProgram.Run(
            "useradd",
            ["--system", "--user-group", "--home-dir", "/var/lib/handel", Own],
            account: null,
            ct
        );
        return Find(Own) ?? throw new ClusterException($"The account {Own} could not be made.");
    }

    /// <summary>
    /// The next program starts under this account, without anything of root's session.
    /// </summary>
    public void Apply(ProcessStartInfo start)
    {
        start.UserName = Name;
        start.WorkingDirectory = "/";
        start.Environment["HOME"] = Home;
        start.Environment["USER"] = Name;
        start.Environment["LOGNAME"] = Name;
    }

    public Task TakeOver(string folder, CancellationToken ct) =>
        ExternalProgram.Run("chown", ["-R", $"{Name}:", folder], account: null, ct);

    /// <summary>Folders above the data must let the account through; /root does not.</summary>
    public async Task RequireAccess(string folder, CancellationToken ct)
    {
        try
        {
            await ExternalProgram.Run("test", ["-x", folder], this, ct);
        }
        catch (ClusterException refused)
        {
            throw new ClusterException(
                $"The database runs as '{Name}', which cannot reach {folder}. "
                    + "Choose another data folder with --data, for example /var/lib/handel.",
                refused
            );
        }
    }

    private static DatabaseAccount? Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 6 && fields[0] == name)
            .Select(fields => new DatabaseAccount(name, fields[5]))
            .FirstOrDefault();
}
