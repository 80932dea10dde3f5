using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Trade;

/// <summary>
/// Writes of drafts: a body becomes one edit, the draft use case applies it (D5).
/// </summary>
internal sealed class DocumentWrites(SideNames side, DocumentKind kind)
{
    private readonly string lines = SideNames.LinesOf(side.SetOf(kind));

    public async Task<WriteOutcome> Create(RequestScope scope, Given given)
    {
        var isNamed = given.Has(side.PartyId) || given.Text(side.PartyNumber) is { Length: > 0 };
        if (!isNamed)
            return WriteOutcome.Refused([
                new(
                    ApiProblems.Party,
                    new(side.SetOf(kind), ""),
                    $"{side.PartyId}, {side.PartyNumber}"
                ),
            ]);
        var children = given.ChildrenOf(lines);
        var references = await GivenReferences.Load(scope, side, [given, .. children]);
        var model = new TradeDocument { Direction = side.Direction, Kind = kind };
        var header = new HeaderReader(side, model, references);
        header.Read(given, await PartyAddress(scope, given));
        var ids = children.Select(_ => Guid.CreateVersion7()).ToList();
        var reader = new LineReader(model, references);
        var edit = new DocumentEdit
        {
            Header = header.Changes,
            Lines = [.. children.Select((line, at) => reader.Add(line, ids[at]))],
        };
        var found = header.Problems.Concat(reader.Problems).ToList();
        if (found.Count > 0)
            return WriteOutcome.Refused(Located(found, ids));
        var draft = new NewDraft(side.Direction, kind, scope.Today())
        {
            No = given.Text("number") ?? "",
        };
        var outcome = await scope.Drafts().Create(scope.CompanyNo, draft, edit, scope.Aborted);
        return outcome.Document is { } document && !outcome.IsRefused
            ? WriteOutcome.Done(document.Id)
            : WriteOutcome.Refused(Located(outcome.Problems, ids));
    }

    public async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var document = await scope.Db().Documents.SingleAsync(d => d.Id == id, scope.Aborted);
        var references = await GivenReferences.Load(scope, side, [given]);
        var header = new HeaderReader(side, document, references);
        header.Read(given, document.Party);
        if (header.Problems.Count > 0)
            return WriteOutcome.Refused(header.Problems);
        var edit = new DocumentEdit
        {
            Header = header.Changes,
            UpdatesLineDimensions = scope.Confirmed.Contains(DimensionParents.UpdateLines),
        };
        var changed = await scope.Drafts().Change(Ref(scope, id, given), edit, scope.Aborted);
        return OutcomeOf(changed, id);
    }

    public static async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given) =>
        OutcomeOf(await scope.Drafts().Delete(Ref(scope, id, given), scope.Aborted), id);

    public async Task<WriteOutcome> CreateLine(RequestScope scope, Given given)
    {
        if (given.Id("documentId") is not { } documentId)
            return WriteOutcome.Refused([
                new(ProblemCodes.FieldEmpty, new(side.SetOf(kind), ""), "documentId"),
            ]);
        var id = Guid.CreateVersion7();
        return await EditLine(
            scope,
            (documentId, id),
            given,
            (reader, line) => reader.Add(line, id)
        );
    }

    public async Task<WriteOutcome> UpdateLine(RequestScope scope, Guid id, Given given) =>
        await EditLine(
            scope,
            (await DocumentOf(scope, id), id),
            given,
            (reader, line) => reader.Change(line, id)
        );

    public async Task<WriteOutcome> DeleteLine(RequestScope scope, Guid id, Given given) =>
        await EditLine(
            scope,
            (await DocumentOf(scope, id), id),
            given,
            (_, _) => new LineEdit(id, LineEditKind.Remove, [])
        );

    /// <summary>What a draft command came to, as the engine answers it.</summary>
    public static WriteOutcome OutcomeOf(DraftOutcome outcome, Guid id) =>
        outcome.IsMissing ? WriteOutcome.Missing
        : outcome.IsRefused ? WriteOutcome.Refused(outcome.Problems)
        : WriteOutcome.Done(id);

    public static DraftRef Ref(RequestScope scope, Guid id, Given given) =>
        new(scope.CompanyNo, id, VersionOf(given)) { WorkDate = scope.Today() };

    private async Task<WriteOutcome> EditLine(
        RequestScope scope,
        (Guid DocumentId, Guid LineId) at,
        Given given,
        Func<LineReader, Given, LineEdit> read
    )
    {
        var references = await GivenReferences.Load(scope, side, [given]);
        var model = new TradeDocument { Direction = side.Direction, Kind = kind };
        var reader = new LineReader(model, references);
        var edit = new DocumentEdit { Lines = [read(reader, given)] };
        if (reader.Problems.Count > 0)
            return WriteOutcome.Refused(Located(reader.Problems, []));
        // The tag is of the line; the row version of the header guards the edit itself.
        var draft = new DraftRef(scope.CompanyNo, at.DocumentId) { WorkDate = scope.Today() };
        var changed = await scope.Drafts().Change(draft, edit, scope.Aborted);
        return OutcomeOf(changed, at.LineId);
    }

    private static int? VersionOf(Given given) =>
        given.Version is { } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static Task<Guid> DocumentOf(RequestScope scope, Guid lineId) =>
        scope
            .Db()
            .Lines.Where(line => line.Id == lineId)
            .Select(line => line.DocumentId)
            .SingleOrDefaultAsync(scope.Aborted);

    /// <summary>Typed parts of an address are laid over that of the party (API-D1-9).</summary>
    private async Task<Address> PartyAddress(RequestScope scope, Given given)
    {
        if (!given.Values.Any(value => value.Name.StartsWith(side.From, StringComparison.Ordinal)))
            return new Address();
        var no = given.Text(side.PartyNumber) ?? "";
        var id = given.Id(side.PartyId) ?? Guid.Empty;
        var party = await side.PartyRows(scope)
            .FirstOrDefaultAsync(p => p.Id == id || p.No == no, scope.Aborted);
        return party?.Address ?? new Address();
    }

    /// <summary>Problems of lines say which line of the body they mean.</summary>
    private List<Problem> Located(IReadOnlyList<Problem> problems, List<Guid> ids) =>
        [
            .. problems.Select(problem =>
            {
                var at = problem.Record is { LineNo: not 0, Id: { } id } ? ids.IndexOf(id) : -1;
                return at < 0
                    ? problem with
                    {
                        Record = problem.Record with
                        {
                            Id = problem.Record.LineNo < 0 ? null : problem.Record.Id,
                            LineNo = Math.Max(problem.Record.LineNo, 0),
                        },
                    }
                    : problem with
                    {
                        Field = $"{lines}[{at}].{problem.Field}",
                        Record = problem.Record with { Id = null, LineNo = 0 },
                    };
            }),
        ];
}
