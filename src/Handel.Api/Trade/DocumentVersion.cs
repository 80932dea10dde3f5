using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Trade;

/// <summary>
/// The version of a document, draft or posted, in a query that is compiled once. What it saw of a
/// draft stays with the request: the action that follows need not ask again.
/// </summary>
internal static class DocumentVersion
{
    private static readonly Func<
        HandelDbContext,
        Guid,
        Direction,
        DocumentKind,
        CancellationToken,
        Task<Row?>
    > Query = EF.CompileAsyncQuery(
        (
            HandelDbContext db,
            Guid id,
            Direction direction,
            DocumentKind kind,
            CancellationToken _
        ) =>
            db
                .Documents.Where(d => d.Id == id && d.Direction == direction && d.Kind == kind)
                .Select(d => new Row(d.No, d.Version, d.Lines.Count, d.IsPosted))
                .SingleOrDefault()
    );

    public static async Task<object?> Find(
        RequestScope scope,
        Guid id,
        Direction direction,
        DocumentKind kind
    )
    {
        if (await Query(scope.Db(), id, direction, kind, scope.Aborted) is not { } row)
            return null;
        var entity = Handel.Trade.Mirror.Of(direction).Drafts[kind].Entity;
        scope.Seen = row.IsPosted
            ? null
            : new SeenDraft(id, new RecordRef(entity, row.No, 0, id), row.Version, row.LineCount);
        return row.Version;
    }

    private sealed record Row(string No, int Version, int LineCount, bool IsPosted);
}
