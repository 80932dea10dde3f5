using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Trade;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Documents;

/// <summary>A draft as a caller saw it, without what is in it.</summary>
public sealed record SeenDraft(Guid Id, RecordRef Record, int Version, int LineCount)
{
    private static readonly Func<HandelDbContext, Guid, CancellationToken, Task<Row?>> Query =
        EF.CompileAsyncQuery(
            (HandelDbContext db, Guid id, CancellationToken _) =>
                db
                    .Documents.Where(d => d.Id == id && !d.IsPosted)
                    .Select(d => new Row(d.Direction, d.Kind, d.No, d.Version, d.Lines.Count))
                    .SingleOrDefault()
        );

    public static SeenDraft Of(TradeDocument document) =>
        new(document.Id, Mirror.RecordOf(document), document.Version, document.Lines.Count);

    /// <summary>As it stands in the database; null when there is no such draft.</summary>
    public static async Task<SeenDraft?> Find(HandelDbContext db, Guid id, CancellationToken ct)
    {
        if (await Query(db, id, ct) is not { } row)
            return null;
        var entity = Mirror.Of(row.Direction).Drafts[row.Kind].Entity;
        return new(id, new RecordRef(entity, row.No, 0, id), row.Version, row.LineCount);
    }

    private sealed record Row(
        Direction Direction,
        DocumentKind Kind,
        string No,
        int Version,
        int LineCount
    );
}
