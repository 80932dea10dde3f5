using Handel.Pages.Description;
using Handel.Pages.Mirror;

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
