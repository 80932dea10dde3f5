namespace Handel.Server.Commands;

/// <summary>What a command tells the program that called it; listed in --help.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Findings = 1;
    public const int Usage = 2;
    public const int Environment = 3;
    public const int Interrupted = 4;

    public const string Explanation =
        "Exit codes: 0 done; 1 findings or refusals to look at; 2 wrong usage; "
        + "3 the environment is not ready (database, disk, port); 4 interrupted.";
}

/// <summary>The command line asks for something that makes no sense.</summary>
internal sealed class UsageException(string message) : Exception(message);
