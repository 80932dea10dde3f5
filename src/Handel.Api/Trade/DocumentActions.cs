using System.Globalization;
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
    public ActionShape CalculateShape { get; } = new("calculateInvoiceDiscount");
    public ActionShape DiscountShape { get; } =
        new("setInvoiceDiscount")
        {
            Parameters = [ParameterShape.Of<decimal>(Amount), ParameterShape.Of<decimal>(Percent)],
        };

    public ActionShape SeriesShape { get; } =
        new("chooseNumberSeries")
        {
            Parameters = [ParameterShape.Of<string>(SeriesCode, isOptional: false)],
        };

    private const string SeriesCode = "numberSeriesCode";
    private const string Amount = "amount";
    private const string Percent = "percent";

    private ParameterShape[] Flags =>
        kind == DocumentKind.Order
            ? [ParameterShape.Of<bool>(side.DeliverAction), ParameterShape.Of<bool>("invoice")]
            : [];

    public async Task<ActionOutcome> Release(RequestScope scope, Guid id, Given given) =>
        Shown(await scope.Drafts().Release(DocumentWrites.Ref(scope, id, given)), id);

    public async Task<ActionOutcome> Reopen(RequestScope scope, Guid id, Given given) =>
        Shown(await scope.Drafts().Reopen(DocumentWrites.Ref(scope, id, given)), id);

    /// <summary>Another number, of the series of its kind or of a related one (NOS-09).</summary>
    public async Task<ActionOutcome> ChooseSeries(RequestScope scope, Guid id, Given given)
    {
        var code = (given.Text(SeriesCode) ?? "").Trim().ToUpperInvariant();
        var draft = DocumentWrites.Ref(scope, id, given);
        return Shown(await scope.Drafts().ChooseSeries(draft, code, scope.Aborted), id);
    }

    /// <summary>Back to what the terms of the party give (DSC-20).</summary>
    public async Task<ActionOutcome> CalculateDiscount(RequestScope scope, Guid id, Given given) =>
        Shown(
            await scope
                .Get<Drafts>()
                .CalculateInvoiceDiscount(DocumentWrites.Ref(scope, id, given), scope.Aborted),
            id
        );

    /// <summary>A total or a percentage of a user's own, one of them (API-T-1, PR-10).</summary>
    public async Task<ActionOutcome> SetDiscount(RequestScope scope, Guid id, Given given)
    {
        var (amount, percent) = (given.Value<decimal>(Amount), given.Value<decimal>(Percent));
        if (amount is null == percent is null)
            return ActionOutcome.Refused([
                new(ApiProblems.Either, new(side.SetOf(kind), "", 0, id), $"{Amount}, {Percent}"),
            ]);
        HeaderChange change = amount is not null
            ? new(HeaderField.InvoiceDiscountAmount, amount)
            : new(HeaderField.InvoiceDiscountPct, percent);
        var edit = new DocumentEdit { Header = [change] };
        var draft = DocumentWrites.Ref(scope, id, given);
        return Shown(await scope.Get<Drafts>().Change(draft, edit, scope.Aborted), id);
    }

    /// <summary>The posting of C1: what it made is in the answer.</summary>
    public async Task<ActionOutcome> Post(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, ChoiceOf(given));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : Made(posted, scope.Language);
    }

    public static async Task<ActionOutcome?> PostedBefore(RequestScope scope) =>
        await scope.PostedBefore() is { } posted ? Made(posted, scope.Language) : null;

    private static ActionOutcome Made(LedgerOutcome posted, CultureInfo language) =>
        ActionOutcome.Of(PostingResult.Of(posted.Plan, language));

    /// <summary>The posting of the contract: invoices and credit memos keep their id.</summary>
    public async Task<ActionOutcome> PostWhole(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, PostingChoice.Both);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.At(side.SetOf(kind), id);
    }

    public async Task<ActionOutcome?> PostedWholeBefore(RequestScope scope) =>
        await scope.PostedBefore() is { } posted
            ? ActionOutcome.At(side.SetOf(kind), posted.Plan.ResultId)
            : null;

    /// <summary>shipAndInvoice, receiveAndInvoice: 204 with the invoice (A18.7).</summary>
    public async Task<ActionOutcome> PostBoth(RequestScope scope, Guid id, Given given)
    {
        var posted = await Submit(scope, id, PostingChoice.Both);
        return posted.IsRefused ? ActionOutcome.Refused(posted.Problems) : Invoiced(posted);
    }

    public async Task<ActionOutcome?> PostedBothBefore(RequestScope scope) =>
        await scope.PostedBefore() is { } posted ? Invoiced(posted) : null;

    private ActionOutcome Invoiced(LedgerOutcome posted) =>
        ActionOutcome.At(side.SetOf(DocumentKind.Invoice), posted.Plan.ResultId);

    public async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var command = Command(scope, id, ChoiceOf(given));
        if (command is null)
            return NotADraft(id);
        var planned = await scope.Preview(command);
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
        var command = Command(scope, id, choice);
        if (command is null)
            return new LedgerOutcome(Plan.Refused([Posted(id)]));
        return await scope.Post(command);
    }

    private static PostDraft? Command(RequestScope scope, Guid id, PostingChoice choice) =>
        scope.Seen is SeenDraft draft && draft.Id == id
            ? new PostDraft(draft, choice) { UserName = scope.UserName() }
            : null;

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
