using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Finance;

/// <summary>
/// All entries and documents of a number and date, or of the number that a customer or vendor
/// gave; a row leads to its list, a single document is opened (AUD-04).
/// </summary>
internal sealed class FindEntriesPage() : PageDefinition("findEntries", PageKind.Worksheet)
{
    private static readonly string[] Asked =
    [
        "documentNumber",
        "postingDate",
        "externalDocumentNumber",
        .. MirrorNames.Both.Select(names => names.PartyNumber),
    ];

    protected override void Describe(PageBuilder page)
    {
        page.From("navigateResults", ApiRoute.Trade).Title("tableName");
        var questions = page.Request(
            string.Join(" and ", Asked.Select(name => $"{name} eq {Slot(name)}"))
        );
        questions.All("documentNumber", "postingDate", "externalDocumentNumber");
        foreach (var names in MirrorNames.Both)
            questions.Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party));
        page.Columns().SetName("tableName", [.. Sets]).Important().Field("count").Important();
        page.Columns().DrillDown("{entitySet}", "{filter}").Single();
    }

    private static string Slot(string name) =>
        name.EndsWith("Date", StringComparison.Ordinal) ? $"{{{name}}}" : $"'{{{name}}}'";

    private static IEnumerable<string> Sets =>
        [
            "generalLedgerEntries",
            "generalLedgerRegisters",
            "taxEntries",
            "bankAccountLedgerEntries",
            "itemLedgerEntries",
            "valueEntries",
            .. MirrorNames.Both.SelectMany(OfDirection),
        ];

    private static IEnumerable<string> OfDirection(MirrorNames names) =>
        [
            names.Orders,
            names.Invoices,
            names.CreditMemos,
            names.Movements,
            names.LedgerEntries,
            names.DetailEntries,
        ];
}
