using System.CommandLine;
using System.CommandLine.Parsing;
using Handel.App.Import;
using Handel.App.Operations;
using Handel.Ledgers.Inventory;

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
        var costing = new Option<CostingMethod?>("--costing")
        {
            Description = "How the items are costed: fifo (as usual), lifo, average or standard.",
            HelpName = "METHOD",
            CustomParser = Costing,
        };
        var command = new Command("import", "Read a file into the books.")
        {
            kind,
            file.AcceptExistingOnly(),
            report,
            costing,
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
                        Costing = parsed.GetValue(costing),
                    },
                    ct
                )
        );
        return command;
    }

    // Goods of the file have no numbers of their own: they cannot be costed one by one.
    private static CostingMethod? Costing(ArgumentResult given)
    {
        var isKnown = Enum.TryParse<CostingMethod>(given.Tokens[0].Value, true, out var method);
        if (isKnown && Enum.IsDefined(method) && method != CostingMethod.Specific)
            return method;
        given.AddError("--costing is one of fifo, lifo, average, standard.");
        return null;
    }
}
