using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.App.Verification;

namespace Handel.Api.Setup;

/// <summary>
/// Missing numbers of posted documents and journals, explained by series (INV-20).
/// </summary>
internal static class NumberGapResource
{
    public static Resource Create() =>
        Resource
            .ExtensionComputed<GapRow>("numberSeriesGaps", "numberSeriesGap", Rows)
            .Field("id", r => r.Id)
            .Field("numberSeriesCode", r => r.Gap.SeriesCode)
            .Field("sequence", r => r.Gap.LineNo)
            .Field("fromNumber", r => r.Gap.From)
            .Field("toNumber", r => r.Gap.To)
            .Field("missingCount", r => r.Gap.Count)
            .Field("documentSet", r => r.Set)
            .ETag(r => r.Gap.From)
            .OrderedBy("numberSeriesCode", "sequence", "fromNumber");

    private static async Task<IReadOnlyList<GapRow>> Rows(RequestScope scope, Pins pins)
    {
        var gaps = await new GapReport(scope.Db()).Read(scope.Aborted);
        return [.. gaps.Select(gap => new GapRow(gap))];
    }
}

/// <summary>A gap with the set of documents that should carry its numbers.</summary>
internal sealed record GapRow(NumberGap Gap)
{
    public Guid Id => RowId.Of(Gap.SeriesCode, Gap.From, Gap.To, Set);
    public string Set =>
        Gap.Direction is { } direction
            ? SideNames.Of(direction).SetOf(Gap.Kinds[0])
            : "generalLedgerRegisters";
}
