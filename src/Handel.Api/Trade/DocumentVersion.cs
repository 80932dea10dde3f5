using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Data;
using Handel.Kernel;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Trade;

/// <summary>The version of a document, draft or posted, in a query that is compiled once.</summary>
internal static class DocumentVersion
{
    private static readonly Func<
        HandelDbContext,
        Guid,
        Direction,
        DocumentKind,
        CancellationToken,
        Task<int?>
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
                .Select(d => (int?)d.Version)
                .SingleOrDefault()
    );

    public static async Task<object?> Find(
        RequestScope scope,
        Guid id,
        Direction direction,
        DocumentKind kind
    ) => await Query(scope.Db(), id, direction, kind, scope.Aborted);
}
