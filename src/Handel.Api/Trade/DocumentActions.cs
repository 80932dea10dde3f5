using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.Api.Trade;

/// <summary>Release, reopen, post and preview: the same on every document (A18.7, C1).</summary>
internal sealed class DocumentActions(SideNames side, DocumentKind kind)
{
    public ActionShape PostShape => new("post") { Parameters = Flags };
    public ActionShape PreviewShape => new("previewPost") { Parameters = Flags };
    public ActionShape ReleaseShape { get; } = new("release");
    public ActionShape ReopenShape { get; } = new("reopen");

    private ParameterShape[] Flags =>
        kind == DocumentKind.Order
            ? [ParameterShape.Of<bool>(side.DeliverAction), ParameterShape.Of<bool>("invoice")]
            : [];

    public async Task<ActionOutcome> Release(RequestScope scope, Guid id, Given given) =>
        Shown(await scope.Get<Drafts>().Release(DocumentWrites.Ref(scope, id, given)), id);

    public async Task<ActionOutcome> Reopen(RequestScope scope, Guid id, Given given) =>
        Shown(await scope.Get<Drafts>().Reopen(DocumentWrites.Ref(scope, id, given)), id);

    /// <summary>The posting of C1: what it made is in the answer.</summary>
    public async Task<ActionOutcome> Post(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, ChoiceOf(given));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan));
    }

    /// <summary>The posting of the contract: invoices and credit memos keep their id.</summary>
    public async Task<ActionOutcome> PostWhole(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, PostingChoice.Both);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.At(side.SetOf(kind), id);
    }

    /// <summary>shipAndInvoice, receiveAndInvoice: 204 with the invoice (A18.7).</summary>
    public async Task<ActionOutcome> PostBoth(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, PostingChoice.Both);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.At(side.SetOf(DocumentKind.Invoice), posted.Plan.ResultId);
    }

    public async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var command = await Command(scope, id, ChoiceOf(given));
        if (command is null)
            return NotADraft(id);
        var planned = await scope
            .Get<CompanyWriters>()
            .Preview(scope.CompanyNo, command, scope.Aborted);
        return planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));
    }

    /// <summary>Recognised, and said to be missing: mail and corrections (A6: 501).</summary>
    public static Task<ActionOutcome> NotYet(RequestScope scope, Guid id, Given given) =>
        Task.FromResult(
            ActionOutcome.Refused(
                new ApiFault(ErrorCode.MethodNotImplemented, Text.NotImplemented, "Microsoft.NAV")
            )
        );

    private async Task<LedgerOutcome> Submit(RequestScope scope, Guid id, PostingChoice choice)
    {
        var command = await Command(scope, id, choice);
        if (command is null)
            return new LedgerOutcome(Plan.Refused([Posted(id)]));
        return await scope.Get<CompanyWriters>().Submit(scope.CompanyNo, command, scope.Aborted);
    }

    private static async Task<PostDraft?> Command(RequestScope scope, Guid id, PostingChoice choice)
    {
        var draft = await SeenDraft.Find(scope.Db(), id, scope.Aborted);
        return draft is null ? null : new PostDraft(draft, choice) { UserName = scope.UserName() };
    }

    private PostingChoice ChoiceOf(Given given) =>
        kind == DocumentKind.Order
            ? new(
                given.Value<bool>(side.DeliverAction) ?? false,
                given.Value<bool>("invoice") ?? false
            )
            : PostingChoice.Both;

    private ActionOutcome Shown(DraftOutcome outcome, Guid id) =>
        outcome.IsMissing ? NotADraft(id)
        : outcome.IsRefused ? ActionOutcome.Refused(outcome.Problems)
        : ActionOutcome.At(side.SetOf(kind), id) with { ShowsEntity = true };

    private ActionOutcome NotADraft(Guid id) => ActionOutcome.Refused([Posted(id)]);

    private Problem Posted(Guid id) =>
        new(EditCodes.Posted, new RecordRef(side.SetOf(kind), "", 0, id));
}
