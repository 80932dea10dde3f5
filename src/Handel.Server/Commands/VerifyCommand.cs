using System.CommandLine;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>handel verify: recompute the chain of the books and check every invariant.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Prove that the books are whole.");
        command.SetAction(
            (parsed, ct) =>
                CommandRun.Operation(
                    parsed,
                    new BooksVerification(parsed.GetValue(CommonOptions.Company)),
                    ct
                )
        );
        return command;
    }
}
