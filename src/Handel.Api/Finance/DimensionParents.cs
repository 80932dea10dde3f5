using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.App.Journals;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>A record that has a dimension set, and the id of that set.</summary>
internal sealed record ParentSet(Guid Id, int SetId);

/// <summary>A kind of record that has a dimension set (API-DS-1).</summary>
/// <param name="Type">Its member of dimensionSetEntryBufferParentType.</param>
internal sealed record DimensionParent(int Type)
{
    public required Func<RequestScope, Guid[], Task<List<ParentSet>>> Load { get; init; }

    /// <summary>Changes one dimension; null when the record is not there.</summary>
    public required Func<
        RequestScope,
        Guid,
        DimensionChange,
        Task<IReadOnlyList<Problem>?>
    > Write { get; init; }
}

/// <summary>All kinds of record that have a dimension set.</summary>
internal static class DimensionParents
{
    /// <summary>The answer that lets lines follow their header (API-DS-5).</summary>
    public const string UpdateLines = "updateLines";

    private static readonly EnumShape Types = ApiContract.V2.Enums[
        "dimensionSetEntryBufferParentType"
    ];

    private static readonly Dictionary<int, DimensionParent> ByType = SideNames
        .Both.SelectMany(side => DocumentKinds.SelectMany(kind => Of(side, kind)))
        .Append(Entries())
        .Append(Lines())
        .ToDictionary(parent => parent.Type);

    private static IEnumerable<DocumentKind> DocumentKinds =>
        Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.ReturnDelivery);

    public static DimensionParent? Find(string type) =>
        Types.Parse(type) is { } value ? Find(value) : null;

    public static DimensionParent? Find(int type) => ByType.GetValueOrDefault(type);

    private static IEnumerable<DimensionParent> Of(SideNames side, DocumentKind kind)
    {
        var name = NameOf(side, kind);
        yield return new(TypeOf(name))
        {
            Load = (scope, ids) =>
                side.DocumentRows(scope)
                    .Where(d => d.Kind == kind && ids.Contains(d.Id))
                    .Select(d => new ParentSet(d.Id, d.DimensionSetId))
                    .ToListAsync(scope.Aborted),
            Write = WriteHeader,
        };
        yield return new(TypeOf($"{name} Line"))
        {
            Load = (scope, ids) =>
                (
                    from line in scope.Db().Lines
                    join document in side.DocumentRows(scope) on line.DocumentId equals document.Id
                    where document.Kind == kind && ids.Contains(line.Id)
                    select new ParentSet(line.Id, line.DimensionSetId)
                ).ToListAsync(scope.Aborted),
            Write = WriteLine,
        };
    }

    private static string NameOf(SideNames side, DocumentKind kind)
    {
        var area = Capital(side.Area);
        return kind switch
        {
            DocumentKind.Quote => $"{area} Quote",
            DocumentKind.Order => $"{area} Order",
            DocumentKind.Invoice => $"{area} Invoice",
            DocumentKind.CreditMemo => $"{area} Credit Memo",
            DocumentKind.BlanketOrder => $"Blanket {area} Order",
            DocumentKind.ReturnOrder => $"{area} Return Order",
            DocumentKind.Delivery => $"{area} {Capital(side.Delivery)}",
            DocumentKind.ReturnDelivery => throw new InvalidOperationException($"{kind}"),
            _ => throw new InvalidOperationException($"{kind}"),
        };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static int TypeOf(string name) =>
        Types.Parse(name) ?? throw new InvalidOperationException($"No parent type {name}.");

    private static async Task<IReadOnlyList<Problem>?> WriteHeader(
        RequestScope scope,
        Guid id,
        DimensionChange change
    )
    {
        var edit = new DocumentEdit
        {
            Header = [new(HeaderField.Dimensions, new[] { change })],
            UpdatesLineDimensions = scope.Confirmed.Contains(UpdateLines),
        };
        return await Change(scope, id, edit);
    }

    private static async Task<IReadOnlyList<Problem>?> WriteLine(
        RequestScope scope,
        Guid id,
        DimensionChange change
    )
    {
        var documentId = await scope
            .Db()
            .Lines.Where(line => line.Id == id)
            .Select(line => line.DocumentId)
            .SingleOrDefaultAsync(scope.Aborted);
        LineChange[] changes = [new(LineField.Dimensions, new[] { change })];
        var edit = new DocumentEdit { Lines = [new(id, LineEditKind.Change, changes)] };
        return await Change(scope, documentId, edit);
    }

    private static async Task<IReadOnlyList<Problem>?> Change(
        RequestScope scope,
        Guid documentId,
        DocumentEdit edit
    )
    {
        var draft = new DraftRef(scope.CompanyNo, documentId) { WorkDate = scope.Today() };
        var outcome = await scope.Drafts().Change(draft, edit, scope.Aborted);
        return outcome.IsMissing ? null : outcome.Problems;
    }

    private static DimensionParent Entries() =>
        new(TypeOf("General Ledger Entry"))
        {
            Load = async (scope, ids) =>
            {
                var numbers = ids.Where(id => NumberOf(scope, id) != 0)
                    .ToDictionary(id => NumberOf(scope, id));
                var wanted = numbers.Keys.ToArray();
                var found = await scope
                    .Rows<GlEntry>()
                    .Where(entry => wanted.Contains(entry.EntryNo))
                    .Select(entry => new { entry.EntryNo, entry.DimensionSetId })
                    .ToListAsync(scope.Aborted);
                return
                [
                    .. found.Select(entry => new ParentSet(
                        numbers[entry.EntryNo],
                        entry.DimensionSetId
                    )),
                ];
            },
            // API-DS-3: an entry is a fact; what was wrong is corrected by new entries (DIM-13).
            Write = (_, id, _) =>
                Task.FromResult<IReadOnlyList<Problem>?>([
                    new(EditCodes.Posted, new RecordRef("generalLedgerEntries", "", 0, id)),
                ]),
        };

    private static int NumberOf(RequestScope scope, Guid id) =>
        EntryId.FromGuid(id) is { Ledger: EntryLedger.General } entry
        && entry.CompanyNo == scope.CompanyNo
            ? entry.EntryNo
            : 0;

    private static DimensionParent Lines() =>
        new(TypeOf("Journal Line"))
        {
            Load = (scope, ids) =>
                scope
                    .Rows<JournalLine>()
                    .Where(line => ids.Contains(line.Id))
                    .Select(line => new ParentSet(line.Id, line.DimensionSetId))
                    .ToListAsync(scope.Aborted),
            Write = (scope, id, change) =>
                scope.Get<JournalLineDimensions>().Change(scope.Db(), id, change, scope.Aborted),
        };
}
