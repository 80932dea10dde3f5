namespace Handel.Server.Commands;

public static class CommandLine
{
    public static Task<int> Run(string[] args) => Task.FromResult(args.Length);
}
