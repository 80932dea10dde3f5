using System.CommandLine;
using Handel.App.Import;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>handel import KIND FILE.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind")
        {
            Description = "What the file holds.",
        }.AcceptOnlyFromAmong(ImportOnlineRetail.Kind);
        var file = new Argument<FileInfo>("file") { Description = "The file; .gz is unpacked." };
        var report = new Option<FileInfo>("--report")
        {
            Description = "Lists in this file every line that was not taken, with the reason.",
            HelpName = "FILE",
        };
        var command = new Command("import", "Read a file into the books.")
        {
            kind,
            file.AcceptExistingOnly(),
            report,
        };
        command.SetAction(
            (parsed, ct) =>
                CommandRun.Operation(
                    parsed,
                    new FileImport(
                        parsed.GetRequiredValue(kind),
                        parsed.GetRequiredValue(file).FullName,
                        parsed.GetValue(CommonOptions.Company)
                    )
                    {
                        Report = parsed.GetValue(report)?.FullName,
                    },
                    ct
                )
        );
        return command;
    }
}
