using System.CommandLine;

namespace Handel.Server.Commands;

/// <summary>Options that every command understands.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the data and of the database that Handel brings along.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => DefaultDataFolder(),
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "Connection string of a PostgreSQL of your own (15 or newer).",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static readonly Option<string?> Company = new("--company")
    {
        Description = "Name of the company; not needed when there is only one.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "One JSON document on standard output, all else on standard error.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Data);
        root.Add(Database);
        root.Add(Company);
        root.Add(Json);
    }

    // As root the database runs under another account, which could not reach root's home.
    private static string DefaultDataFolder() =>
        Environment.IsPrivilegedProcess
            ? "/var/lib/handel"
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData,
                    Environment.SpecialFolderOption.DoNotVerify
                ),
                "handel"
            );
}
