using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Reports;

namespace Handel.Pages;

/// <summary>Facts that several pages show beside their record.</summary>
internal static class FactBoxes
{
    public static FactBoxDefinition ItemOfLine { get; } =
        new(
            "item",
            new Source(ApiRoute.Standard, "items"),
            "number eq '{lineObjectNumber}'",
            fields =>
                fields
                    .All("displayName")
                    .Field("inventory")
                    .DrillDown("itemLedgerEntries", "itemNumber eq '{number}'")
                    .All("unitPrice", "unitCost", "baseUnitOfMeasureCode")
        )
        {
            OfLine = true,
            Card = "item",
        };

    /// <summary>What is wrong with the numbers on a card, and why (COM-04, COM-05).</summary>
    public static FactBoxDefinition NumberChecks { get; } =
        new(
            "partyChecks",
            new Source(ApiRoute.Trade, "partyChecks"),
            "id eq {id}",
            fields => fields.All("taxNumberWarning", "taxNumberSharedBy", "ibanWarning")
        );

    /// <summary>The figures of a customer or vendor since the first of January.</summary>
    public static FactBoxDefinition Statistics(MirrorNames names) =>
        new(
            "statistics",
            new Source(ApiRoute.Trade, names.Statistics),
            "number eq '{number}'",
            fields =>
                PartyStatisticsPage.Figures(
                    fields
                        .Field("balance")
                        .DrillDown(
                            names.LedgerEntries,
                            $"{names.PartyNumber} eq '{{number}}' and open eq true"
                        )
                )
        );

    public static FactBoxDefinition Party(MirrorNames names) =>
        new(
            names.Party,
            new Source(ApiRoute.Standard, names.PartySet),
            $"number eq '{{{names.PartyNumber}}}'",
            fields =>
                fields
                    .Field(names.BalanceField)
                    .DrillDown(
                        names.LedgerEntries,
                        $"{names.PartyNumber} eq '{{number}}' and open eq true"
                    )
                    .All([.. names.PartyExtras])
                    .All("phoneNumber", "email")
        )
        {
            Card = names.Party,
        };
}
