using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Reports;

/// <summary>Questions that several reports ask.</summary>
internal static class ReportQuestions
{
    public const string DateFilter = "dateFilter ge {dateFrom} and dateFilter le {dateTo}";

    public const string Ageing =
        "agedAsOfDate eq {agedAsOfDate} and ageBy eq '{ageBy}' "
        + "and periodLength eq '{periodLength}'";

    /// <summary>The global dimensions, and any other by name.</summary>
    public const string ByDimension =
        "shortcutDimension1Code eq '{shortcutDimension1Code}'"
        + " and shortcutDimension2Code eq '{shortcutDimension2Code}'"
        + " and dimensionCode eq '{dimensionCode}'"
        + " and dimensionValueCode eq '{dimensionValueCode}'";

    public static FieldsBuilder Dimensions(this FieldsBuilder fields) =>
        fields
            .Shortcuts(most: 2)
            .Field("dimensionCode", Lookups.Dimensions)
            .Field("dimensionValueCode", Lookups.ValuesOf("dimensionCode"));

    /// <summary>From the first of January until today.</summary>
    public static FieldsBuilder Period(this FieldsBuilder fields) =>
        fields.Field("dateFrom").Start("yearStart").Field("dateTo").Start("today");

    public static FieldsBuilder Aged(this FieldsBuilder fields) =>
        fields
            .Field("agedAsOfDate")
            .Start("today")
            .Choice("ageBy", Choices.AgeingDate)
            .Start("DueDate")
            .Field("periodLength")
            .Start("30D");

    public static FieldsBuilder Party(this FieldsBuilder fields, MirrorNames names) =>
        fields.Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party));

    /// <summary>The columns of an aged report, each named by its dates.</summary>
    public static FieldsBuilder AgedColumns(this FieldsBuilder fields)
    {
        foreach (var column in (string[])["current", "period1", "period2", "period3", "older"])
            fields.Field($"{column}Amount").CaptionFrom($"{column}Label");
        return fields;
    }

    /// <summary>The entries of an account of the chart, with a balance that runs.</summary>
    public static PageBuilder AccountEntries(this PageBuilder page) =>
        page.Action(
            "accountEntries",
            action =>
                action with
                {
                    Shortcut = "Ctrl+F7",
                    Open = new(
                        "accountEntries",
                        "accountNumber={number}&dateFrom={dateFrom}&dateTo={dateTo}"
                    ),
                }
        );
}
