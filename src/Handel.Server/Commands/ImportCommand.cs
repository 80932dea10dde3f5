using System.CommandLine;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>handel import KIND FILE.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "What the file holds." };
        var file = new Argument<FileInfo>("file") { Description = "The file; .gz is unpacked." };
        var command = new Command("import", "Read a file into the books.")
        {
            kind,
            file.AcceptExistingOnly(),
        };
        command.SetAction(
            (parsed, ct) =>
                CommandRun.Operation(
                    parsed,
                    new FileImport(
                        parsed.GetRequiredValue(kind),
                        parsed.GetRequiredValue(file).FullName,
                        parsed.GetValue(CommonOptions.Company)
                    ),
                    ct
                )
        );
        return command;
    }
}
