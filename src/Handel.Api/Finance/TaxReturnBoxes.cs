using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Api.Finance;

/// <summary>A box of the return, and the entries behind each of its figures.</summary>
internal sealed record ReturnBoxRow(VatReturnBox Box)
{
    public string TurnoverFilter { get; init; } = "";
    public string VatFilter { get; init; } = "";
    public DateOnly VatDate { get; init; }
}

/// <summary>The VAT return laid out as its form: turnover and VAT per box (VST-04).</summary>
internal static class TaxReturnBoxes
{
    public static Resource Create() =>
        Resource
            .ExtensionComputed<ReturnBoxRow>("taxReturnBoxes", "taxReturnBox", Rows)
            .Field("id", r => r.Box.First.Id)
            .Field("sequence", r => r.Box.First.LineNo)
            .Field("boxNumber", r => r.Box.BoxNo)
            .Field("description", r => r.Box.Description)
            .Field("heading", r => r.Box.IsHeading)
            .Field("turnoverAmount", r => r.Box.Turnover.Amount)
            .Field("declaredTurnoverAmount", r => r.Box.Turnover.Declared)
            .Field("taxAmount", r => r.Box.Vat.Amount)
            .Field("declaredTaxAmount", r => r.Box.Vat.Declared)
            .Field("turnoverEntries", r => r.TurnoverFilter)
            .Field("taxAmountEntries", r => r.VatFilter)
            .Parameter("statementName", r => r.Box.First.StatementName)
            .Parameter(TaxReports.VatDate, r => r.VatDate)
            .ETag(r => r.Box.First.Version)
            .OrderedBy("sequence");

    private static async Task<IReadOnlyList<ReturnBoxRow>> Rows(RequestScope scope, Pins pins)
    {
        var reporting = new TaxReporting(scope);
        var name = await reporting.Find(pins.Text("statementName") ?? "");
        if (name is null)
            return [];
        var span = TaxReports.SpanOf(pins);
        var asked = new VatQuestion(span.From, span.To);
        var rows = await reporting.Statement((name.TemplateName, name.Name), asked);
        var lines = rows.Select(row => row.Line).ToList();
        return
        [
            .. VatReturnBoxes
                .Of(rows)
                .Select(box => new ReturnBoxRow(box)
                {
                    TurnoverFilter = TaxDrill.Of(box.Turnover.Lines, lines, asked),
                    VatFilter = TaxDrill.Of(box.Vat.Lines, lines, asked),
                }),
        ];
    }
}
