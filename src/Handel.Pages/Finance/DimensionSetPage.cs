using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>
/// The dimensions of one record, any number of them; which record stands in the address (DIM-02).
/// </summary>
internal sealed class DimensionSetPage(string id) : PageDefinition(id, PageKind.Worksheet)
{
    public const string OfHeader = "documentDimensions";
    public const string OfLine = "dimensionSetLines";

    protected override void Describe(PageBuilder page)
    {
        page.From("{parentSet}({parentId})/dimensionSetLines", ApiRoute.Trade, "code")
            .Title("code")
            .Editable();
        var columns = page.Columns()
            .Field("code", Lookups.Dimensions, "dimensionCode")
            .Important()
            .Mandatory()
            .Field("displayName")
            .ReadOnly()
            .Field("valueCode", Lookups.ValuesOf("code"), "dimensionValueCode")
            .Important()
            .Mandatory();
        // Lines may follow what is changed on their header (DIM-07).
        if (Id == OfHeader)
            columns.Ask("updateLines");
        columns.Field("valueDisplayName").ReadOnly();
    }
}
