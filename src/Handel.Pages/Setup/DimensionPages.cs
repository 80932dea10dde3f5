using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Setup;

/// <summary>Setup of dimensions: values, defaults, rules and shortcuts.</summary>
internal static class DimensionPages
{
    private const string Defaults = "defaultDimensions";

    public static IReadOnlyList<PageDefinition> All =>
        [
            Dimensions(),
            Values(),
            DefaultsOfAll(),
            Combinations(),
            Pairs(),
            Priorities(),
            Shortcuts(),
        ];

    /// <summary>From a card to its default dimensions.</summary>
    public static PageBuilder DefaultDimensions(this PageBuilder page, string set) =>
        page.Action(
            Defaults,
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+D",
                    Open = new(Defaults, $"parentSet eq '{set}' and parentNumber eq '{{number}}'"),
                }
        );

    private static SetupPage Dimensions() =>
        Trade(
            "dimensions",
            "code",
            columns =>
                columns
                    .Field("code")
                    .Important()
                    .Mandatory()
                    .Field("displayName")
                    .Important()
                    .Field("consolidationCode")
                    .Field("blocked")
                    .Kind(FieldKind.Boolean)
        );

    private static SetupPage Values() =>
        Trade(
            "dimensionValues",
            "dimensionCode,code",
            columns =>
                columns
                    .Field("dimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Field("code")
                    .Important()
                    .Mandatory()
                    .Field("displayName")
                    .Important()
                    .Choice("type", Choices.DimensionValueType)
                    .All("totaling", "consolidationCode")
                    .Field("blocked")
                    .Kind(FieldKind.Boolean)
        );

    private static SetupPage DefaultsOfAll() =>
        Trade(
            Defaults,
            "parentSet,parentNumber,dimensionCode",
            columns =>
                columns
                    .Choice("parentSet", Choices.ParentSet)
                    .Important()
                    .Mandatory()
                    .Field("parentNumber", Lookups.ByParentSet)
                    .Important()
                    .Field("dimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Field("dimensionValueCode", Lookups.ValuesOf("dimensionCode"))
                    .Important()
                    .Choice("postingValidation", Choices.ValuePosting)
                    .Field("allowedValues")
        );

    private static SetupPage Combinations() =>
        Trade(
            "dimensionCombinations",
            "firstDimensionCode,secondDimensionCode",
            columns =>
                columns
                    .Field("firstDimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Field("secondDimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Choice("rule", Choices.CombinationRule)
                    .Important()
        );

    private static SetupPage Pairs() =>
        Trade(
            "dimensionValueCombinations",
            "firstDimensionCode,firstValueCode,secondDimensionCode,secondValueCode",
            columns =>
                columns
                    .Field("firstDimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Field("firstValueCode", Lookups.ValuesOf("firstDimensionCode"))
                    .Important()
                    .Mandatory()
                    .Field("secondDimensionCode", Lookups.Dimensions)
                    .Important()
                    .Mandatory()
                    .Field("secondValueCode", Lookups.ValuesOf("secondDimensionCode"))
                    .Important()
                    .Mandatory()
        );

    private static SetupPage Priorities() =>
        Trade(
            "defaultDimensionPriorities",
            "sourceCode,priority",
            columns =>
                columns
                    .Field("sourceCode")
                    .Important()
                    .Mandatory()
                    .Choice("parentSet", Choices.ParentSet)
                    .Important()
                    .Mandatory()
                    .Field("priority")
                    .Kind(FieldKind.Integer)
                    .Important()
                    .Mandatory()
        );

    private static SetupPage Shortcuts()
    {
        void Describe(FieldsBuilder columns)
        {
            for (var shortcut = 1; shortcut <= DocumentParts.ShortcutsMax; shortcut++)
                columns
                    .Field(
                        $"shortcutDimension{shortcut}Code",
                        Lookups.Dimensions,
                        $"shortcut{shortcut}"
                    )
                    .Important();
        }
        return new("shortcutDimensions", new Source(ApiRoute.Trade, "generalLedgerSetup"), Describe)
        {
            IsOneRow = true,
        };
    }

    private static SetupPage Trade(string set, string orderBy, Action<FieldsBuilder> columns) =>
        new(set, new Source(ApiRoute.Trade, set) { OrderBy = orderBy }, columns);
}
