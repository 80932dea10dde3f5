using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Numbering;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Number series and the runs of numbers in them (C4, NOS-01).</summary>
internal static class NumberSeriesResources
{
    private const int CodeLength = SetupFields.CodeLength;

    public static IEnumerable<Resource> All() =>
        [Series(), Lines(), Relationships(), NumberGapResource.Create()];

    private static Resource Series() =>
        ((Resource<NumberSeries>)Written()).Action<NextNumber>(
            NumberSeriesPreview.Shape,
            NumberSeriesPreview.Run
        );

    private static Resource Written() =>
        Coded
            .Writes<NumberSeries>("numberSeries", s => s.Code, (s, code) => s.Code = code)
            .Set<string>("description", (s, text) => s.Description = text)
            .Set<bool>("defaultNumbers", (s, on) => s.SetDefaultNos(on))
            .Set<bool>("manualNumbers", (s, on) => s.SetManualNos(on))
            .Set<bool>("dateOrder", (s, on) => s.DateOrder = on)
            .UsedBy<NumberSeriesLine>(s => line => line.SeriesCode == s.Code)
            .UsedBy<NumberSeriesRelationship>(s =>
                related => related.SeriesCode == s.Code || related.RelatedCode == s.Code
            )
            .On(
                Resource
                    .Extension("numberSeries", "numberSerie", s => s.Rows<NumberSeries>())
                    .Field("id", s => s.Id)
                    .Field("code", s => s.Code, Access.ReadWrite, CodeLength)
                    .Field("description", s => s.Description, Access.ReadWrite, 100)
                    .Field("defaultNumbers", s => s.DefaultNos, Access.ReadWrite)
                    .Field("manualNumbers", s => s.ManualNos, Access.ReadWrite)
                    .Field("dateOrder", s => s.DateOrder, Access.ReadWrite)
                    .Field(
                        "allowGaps",
                        s => s.Lines.Any(l => l.Implementation == NumberImplementation.Sequence)
                    )
                    .Field("lastModifiedDateTime", s => s.ModifiedAt)
                    .ETag(s => s.Version)
            );

    private static Resource<SeriesLineRow> Lines() =>
        Resource
            .ExtensionComputed<SeriesLineRow>("numberSeriesLines", "numberSeriesLine", Rows)
            .Field("id", r => r.Id)
            .Field("numberSeriesCode", r => r.Line.SeriesCode, Access.PostOnly, CodeLength)
            .Field("sequence", r => r.Line.LineNo)
            .Field("startingDate", r => r.Line.StartingDate, Access.ReadWrite)
            .Field("startingNumber", r => r.Line.StartingNo, Access.ReadWrite, CodeLength)
            .Field("endingNumber", r => r.Line.EndingNo, Access.ReadWrite, CodeLength)
            .Field("warningNumber", r => r.Line.WarningNo, Access.ReadWrite, CodeLength)
            .Field("incrementByNumber", r => r.Line.IncrementBy, Access.ReadWrite)
            .Field("lastNumberUsed", r => r.Line.LastNoUsed, Access.ReadWrite, CodeLength)
            .Field("lastDateUsed", r => r.Line.LastDateUsed)
            .Field("implementation", r => r.Line.Implementation, Access.ReadWrite)
            .Field("open", r => r.Line.Open)
            .ETag(r => r.Version)
            .OrderedBy("numberSeriesCode", "sequence")
            .Create(NumberSeriesLines.Create)
            .Update(NumberSeriesLines.Update)
            .Delete(NumberSeriesLines.Delete);

    // NOS-09
    private static Resource Relationships() =>
        new RowWrites<NumberSeriesRelationship>("numberSeriesRelationships")
            .Key(
                "relatedNumberSeriesCode",
                r => r.SeriesCode.Length == 0 ? r.RelatedCode : $"{r.SeriesCode} {r.RelatedCode}",
                (edit, _) =>
                    edit.Db.NumberSeriesRelationships.Where(r =>
                        r.SeriesCode == edit.Row.SeriesCode && r.RelatedCode == edit.Row.RelatedCode
                    )
            )
            .Pair<NumberSeries>(
                ("", "numberSeriesCode"),
                s => s.Code,
                (r, code) => r.SeriesCode = code
            )
            .Pair<NumberSeries>(
                ("", "relatedNumberSeriesCode"),
                s => s.Code,
                (r, code) => r.RelatedCode = code
            )
            .Needs("numberSeriesCode", r => r.SeriesCode)
            .Needs("relatedNumberSeriesCode", r => r.RelatedCode)
            .On(
                Resource
                    .Extension(
                        "numberSeriesRelationships",
                        "numberSeriesRelationship",
                        s => s.Rows<NumberSeriesRelationship>()
                    )
                    .Field("id", r => r.Id)
                    .Field("numberSeriesCode", r => r.SeriesCode, Access.ReadWrite, CodeLength)
                    .Field(
                        "relatedNumberSeriesCode",
                        r => r.RelatedCode,
                        Access.ReadWrite,
                        CodeLength
                    )
                    .Field("lastModifiedDateTime", r => r.ModifiedAt)
                    .ETag(r => r.Version)
                    .OrderedBy("numberSeriesCode", "relatedNumberSeriesCode")
            );

    private static async Task<IReadOnlyList<SeriesLineRow>> Rows(
        RequestScope scope,
        Engine.Query.Pins pins
    )
    {
        var series = await scope
            .Rows<NumberSeries>()
            .Include(s => s.Lines)
            .ToListAsync(scope.Aborted);
        return [.. series.SelectMany(s => s.Lines.Select(line => new SeriesLineRow(s.Id, line)))];
    }
}

/// <summary>A line has no id of its own: that of its series, with its number in it.</summary>
internal sealed record SeriesLineRow(Guid SeriesId, NumberSeriesLine Line)
{
    public Guid Id => IdOf(SeriesId, Line.LineNo);

    public string Version =>
        $"{Line.LastNoUsed}/{Line.StartingNo}/{Line.EndingNo}/{Line.WarningNo}"
        + $"/{Line.IncrementBy}/{Line.StartingDate:O}/{Line.Open}";

    public static Guid IdOf(Guid seriesId, int lineNo)
    {
        Span<byte> bytes = stackalloc byte[16];
        seriesId.TryWriteBytes(bytes);
        Span<byte> number = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(number, lineNo);
        for (var i = 0; i < number.Length; i++)
            bytes[bytes.Length - number.Length + i] ^= number[i];
        return new Guid(bytes);
    }
}
