using System.CommandLine;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>handel bench [NAME].</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name")
        {
            Description = "One benchmark; without it, all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("bench", "Measure how fast this machine posts and reads.")
        {
            name,
        };
        command.SetAction(
            (parsed, ct) =>
                CommandRun.Operation(
                    parsed,
                    new Benchmark(parsed.GetValue(name), parsed.GetValue(CommonOptions.Company)),
                    ct
                )
        );
        return command;
    }
}
