using System.CommandLine;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>handel company create NAME [--country nl|gb] [--demo] [--only-first].</summary>
internal static class CompanyCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The name of the company." };
        var country = new Option<string>("--country")
        {
            Description = "Decides the chart of accounts, VAT and currency.",
            DefaultValueFactory = _ => "nl",
        }.AcceptOnlyFromAmong("nl", "gb");
        var demo = new Option<bool>("--demo")
        {
            Description = "With items, customers, vendors and documents to look at.",
        };
        var onlyFirst = new Option<bool>("--only-first")
        {
            Description = "Do nothing when there is a company already.",
        };

        var create = new Command("create", "Create a company.") { name, country, demo, onlyFirst };
        create.SetAction(
            (parsed, ct) =>
                CommandRun.Operation(
                    parsed,
                    new CompanyCreation(
                        parsed.GetRequiredValue(name),
                        parsed.GetRequiredValue(country),
                        parsed.GetValue(demo),
                        parsed.GetValue(onlyFirst)
                    ),
                    ct
                )
        );
        return new("company", "Companies.") { create };
    }
}
