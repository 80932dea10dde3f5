using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>A line of a VAT statement with its figures, and the entries behind it.</summary>
internal sealed record StatementRow(VatStatementRow Row, string Filter)
{
    public string EntitySet => Filter.Length > 0 ? VatCorrecting.Entity : "";
    public DateOnly VatDate { get; init; }
    public string Selection { get; init; } = "";
    public string PeriodSelection { get; init; } = "";
}

/// <summary>A VAT account on both sides.</summary>
internal sealed record ReconciliationRow(VatAccountRow Row, VatSpan Span)
{
    public DateOnly VatDate { get; init; }
}

/// <summary>A line of the EU sales list.</summary>
internal sealed record EuSalesRow(Guid Id, EuSalesLine Line)
{
    public string Filter { get; init; } = "";
    public DateOnly VatDate { get; init; }
}

/// <summary>The list beside the box that it must equal (ICP-03).</summary>
internal sealed record EuTieOutRow(VatReturnPeriod Period)
{
    public decimal Goods { get; init; }
    public decimal Services { get; init; }
    public decimal Triangular { get; init; }
    public decimal Box { get; init; }
    public decimal Total => Goods + Services + Triangular;
}

/// <summary>
/// What VAT returns are made of, worked out when asked: statement, reconciliation and EU sales list
/// of a span of VAT dates (VST-01..04, INV-13, ICP-01..03).
/// </summary>
internal static class TaxReports
{
    public const string VatDate = "taxReportingDate";

    public static IEnumerable<Resource> All() =>
        [Statement(), TaxReturnBoxes.Create(), Reconciliation(), EuSales(), EuTieOut()];

    private static Resource<StatementRow> Statement() =>
        Resource
            .ExtensionComputed<StatementRow>(
                "taxStatementResults",
                "taxStatementResult",
                StatementRows
            )
            .Field("id", r => r.Row.Line.Id)
            .Field("sequence", r => r.Row.Line.LineNo)
            .Field("rowNumber", r => r.Row.Line.RowNo)
            .Field("boxNumber", r => r.Row.Line.BoxNo)
            .Field("description", r => r.Row.Line.Description)
            .Field("type", r => r.Row.Line.Type)
            .Field("amount", r => r.Row.Amount)
            .Field("declaredAmount", r => r.Row.Declared)
            .Field("print", r => r.Row.Line.Print)
            .Field("newPage", r => r.Row.Line.NewPage)
            .Field("entitySet", r => r.EntitySet)
            .Field("filter", r => r.Filter)
            .Parameter("statementName", r => r.Row.Line.StatementName)
            .Parameter(VatDate, r => r.VatDate)
            .Parameter("selection", r => r.Selection)
            .Parameter("periodSelection", r => r.PeriodSelection)
            .ETag(r => r.Row.Line.Version)
            .OrderedBy("sequence");

    private static Resource<ReconciliationRow> Reconciliation() =>
        Resource
            .ExtensionComputed<ReconciliationRow>(
                "taxReconciliations",
                "taxReconciliation",
                ReconciliationRows
            )
            .Field("id", r => r.Row.Account.Id)
            .Field("accountNumber", r => r.Row.Account.No)
            .Field("accountName", r => r.Row.Account.Name)
            .Field("ledgerAmount", r => r.Row.LedgerAmount)
            .Field("taxEntryAmount", r => r.Row.VatAmount)
            .Field("differenceAmount", r => r.Row.Difference)
            .Field("dateFrom", r => r.Span.From)
            .Field("dateTo", r => r.Span.To)
            .Parameter(VatDate, r => r.VatDate)
            .ETag(r => r.Row.Account.Version)
            .OrderedBy("accountNumber");

    private static Resource<EuSalesRow> EuSales() =>
        Resource
            .ExtensionComputed<EuSalesRow>("euSalesListLines", "euSalesListLine", EuSalesRows)
            .Field("id", r => r.Id)
            .Field("countryCode", r => r.Line.EuCountryCode)
            .Field("taxRegistrationNumber", r => r.Line.VatNumber)
            .Field("supplyType", r => r.Line.Supply)
            .Field("amount", r => r.Line.Amount)
            .Field("declaredAmount", r => r.Line.Declared)
            .Field("filter", r => r.Filter)
            .Parameter(VatDate, r => r.VatDate)
            .ETag(r => r.Line.Amount)
            .OrderedBy("countryCode", "taxRegistrationNumber", "supplyType");

    private static Resource<EuTieOutRow> EuTieOut() =>
        Resource
            .ExtensionComputed<EuTieOutRow>("euSalesTieOuts", "euSalesTieOut", EuTieOutRows)
            .Field("id", r => r.Period.Id)
            .Field("description", r => r.Period.Description)
            .Field("goodsAmount", r => r.Goods)
            .Field("servicesAmount", r => r.Services)
            .Field("triangularAmount", r => r.Triangular)
            .Field("listAmount", r => r.Total)
            .Field("boxAmount", r => r.Box)
            .Field("differenceAmount", r => r.Total - r.Box)
            .ETag(r => r.Period.Version)
            .OrderedBy("description");

    private static async Task<IReadOnlyList<StatementRow>> StatementRows(
        RequestScope scope,
        Pins pins
    )
    {
        var reporting = new TaxReporting(scope);
        var name = await reporting.Find(pins.Text("statementName") ?? "");
        if (name is null)
            return [];
        var span = SpanOf(pins);
        var asked = new VatQuestion(span.From, span.To)
        {
            Selection = Chosen<VatSelection>(pins, "selection"),
            Reach = Chosen<VatReach>(pins, "periodSelection"),
        };
        var rows = await reporting.Statement((name.TemplateName, name.Name), asked);
        var lines = rows.Select(row => row.Line).ToList();
        return [.. rows.Select(row => new StatementRow(row, TaxDrill.Of(row.Line, lines, asked)))];
    }

    private static async Task<IReadOnlyList<ReconciliationRow>> ReconciliationRows(
        RequestScope scope,
        Pins pins
    )
    {
        var span = SpanOf(pins);
        var rows = await new TaxReporting(scope).Reconciliation(span);
        return [.. rows.Select(row => new ReconciliationRow(row, span))];
    }

    private static async Task<IReadOnlyList<EuSalesRow>> EuSalesRows(RequestScope scope, Pins pins)
    {
        var span = SpanOf(pins);
        var list = await new TaxReporting(scope).EuSales(span);
        return
        [
            .. list.Lines.Select(line => new EuSalesRow(IdOf(line), line)
            {
                Filter = TaxDrill.Of(line, span),
            }),
        ];
    }

    private static async Task<IReadOnlyList<EuTieOutRow>> EuTieOutRows(
        RequestScope scope,
        Pins pins
    )
    {
        if (pins.Id("id") is not { } id)
            return [];
        var period = await scope
            .Rows<VatReturnPeriod>()
            .SingleOrDefaultAsync(p => p.Id == id, scope.Aborted);
        if (period is null)
            return [];
        var reporting = new TaxReporting(scope);
        var list = await reporting.EuSales(new(period.StartingDate, period.EndingDate));
        var name = await reporting.Find(period.StatementName);
        var rows = name is null
            ? []
            : await reporting.Statement((name.TemplateName, name.Name), VatQuestion.Of(period));
        var box = rows.Where(row =>
            name!.EuSalesBoxNo.Length > 0 && row.Line.BoxNo == name.EuSalesBoxNo
        );
        return
        [
            new EuTieOutRow(period)
            {
                Goods = list.TotalOf(EuSupply.Goods),
                Services = list.TotalOf(EuSupply.Services),
                Triangular = list.TotalOf(EuSupply.Triangular),
                Box = box.Sum(row => row.Amount),
            },
        ];
    }

    // Without dates everything counts.
    public static VatSpan SpanOf(Pins pins)
    {
        var (from, to) = pins.DateRange(VatDate);
        return new(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
    }

    private static T Chosen<T>(Pins pins, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(pins.Text(name), ignoreCase: true, out var member) ? member : default;

    // The id only tells rows of one answer apart.
    private static Guid IdOf(EuSalesLine line)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{line.EuCountryCode}/{line.VatNumber}/{line.Supply}"
        );
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }
}
