using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>VAT entries of a period that were taxed alike.</summary>
internal sealed record TaxTotalRow
{
    public GenPostingType Type { get; init; }
    public string BusGroup { get; init; } = "";
    public string ProdGroup { get; init; } = "";
    public decimal Pct { get; init; }
    public VatCalculationType Calculation { get; init; }
    public decimal Base { get; init; }
    public decimal Amount { get; init; }
    public int Count { get; init; }
    public ReportPeriod Period { get; init; }
}

/// <summary>VAT by period: what was sold and bought at which rate, by VAT date.</summary>
internal static class TaxEntryTotals
{
    private const string Set = "taxEntryTotals";
    private const string AllSet = "taxPeriodTotals";

    public static IEnumerable<Resource> All() => [ByGroup(), Whole()];

    private static Resource<TaxTotalRow> ByGroup() =>
        Resource
            .ExtensionComputed<TaxTotalRow>(Set, "taxEntryTotal", Rows)
            .Field(
                "id",
                r =>
                    RowId.Of(
                        r.Type.ToString(),
                        r.BusGroup,
                        r.ProdGroup,
                        r.Pct.ToString(CultureInfo.InvariantCulture),
                        r.Calculation.ToString()
                    )
            )
            .Field("type", r => r.Type)
            .Field("taxBusinessPostingGroup", r => r.BusGroup)
            .Field("taxProductPostingGroup", r => r.ProdGroup)
            .Field("taxPercent", r => r.Pct)
            .Field("calculationType", r => WireNames.Of(r.Calculation))
            .Field("base", r => r.Base)
            .Field("amount", r => r.Amount)
            .Field("count", r => r.Count)
            .Field("dateFrom", r => r.Period.From)
            .Field("dateTo", r => r.Period.To)
            .Parameter(ReportParameters.DateFilter, r => r.Period.To)
            .OrderedBy("type", "taxBusinessPostingGroup", "taxProductPostingGroup");

    private static Resource<TaxTotalRow> Whole() =>
        Resource
            .ExtensionComputed<TaxTotalRow>(AllSet, "taxPeriodTotal", Total)
            .Field("id", r => RowId.Of(r.Type.ToString()))
            .Field("type", r => r.Type)
            .Field("base", r => r.Base)
            .Field("amount", r => r.Amount)
            .Field("count", r => r.Count)
            .Parameter(ReportParameters.DateFilter, r => r.Period.To)
            .OrderedBy("type");

    private static async Task<IReadOnlyList<TaxTotalRow>> Rows(RequestScope scope, Pins pins)
    {
        var period = pins.Period(scope, Set);
        var rows = await scope
            .Rows<VatEntry>()
            .Where(e => e.ReportedDate >= period.From && e.ReportedDate <= period.To)
            .GroupBy(e => new
            {
                e.Type,
                e.VatBusPostingGroup,
                e.VatProdPostingGroup,
                e.VatPct,
                e.CalculationType,
            })
            .Select(group => new TaxTotalRow
            {
                Type = group.Key.Type,
                BusGroup = group.Key.VatBusPostingGroup,
                ProdGroup = group.Key.VatProdPostingGroup,
                Pct = group.Key.VatPct,
                Calculation = group.Key.CalculationType,
                Base = group.Sum(e => e.Base),
                Amount = group.Sum(e => e.Amount),
                Count = group.Count(),
            })
            .ToListAsync(scope.Aborted);
        return [.. rows.Select(row => row with { Period = period })];
    }

    private static async Task<IReadOnlyList<TaxTotalRow>> Total(RequestScope scope, Pins pins)
    {
        var rows = await Rows(scope, pins);
        return
        [
            .. rows.GroupBy(row => row.Type)
                .Select(type => new TaxTotalRow
                {
                    Type = type.Key,
                    Base = type.Sum(row => row.Base),
                    Amount = type.Sum(row => row.Amount),
                    Count = type.Sum(row => row.Count),
                    Period = type.First().Period,
                }),
        ];
    }
}
