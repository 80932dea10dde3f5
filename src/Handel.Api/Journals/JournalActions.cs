using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Reversing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>What is done with a journal as a whole (A18.7, C6).</summary>
internal static class JournalActions
{
    private const string Post = "post";
    private const string OnlyValid = "onlyValid";

    private static ActionShape PostShape { get; } =
        new(Post) { Parameters = [ParameterShape.Of<bool>(OnlyValid)] };

    public static ActionShape PreviewShape { get; } =
        new("previewPost") { Parameters = [ParameterShape.Of<bool>(OnlyValid)] };

    public static ActionShape ValidateShape { get; } = new("validate");
    public static ActionShape RenumberShape { get; } = new("renumber");

    public static Resource<JournalBatch> On(Resource<JournalBatch> resource) =>
        JournalFiles.On(
            JournalPaymentActions.On(
                JournalKeepingActions.On(
                    resource
                        .Action<PostingResult>(PostShape, PostAll)
                        .Repeats(Post, PostedBefore)
                        .Action<PostingPreviewRows>(PreviewShape, Preview)
                        .Action<PostingResult>(ValidateShape, Validate)
                        .Action(RenumberShape, Renumber)
                )
            )
        );

    /// <summary>The posting of the contract: the batch stays, its lines are gone (A18.7).</summary>
    public static async Task<ActionOutcome> PostWhole(RequestScope scope, Guid id, Given given)
    {
        var posted = await scope.Post(await Command(scope, id, given));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.At(JournalBatches.Set, id);
    }

    public static async Task<ActionOutcome?> PostedWholeBefore(RequestScope scope) =>
        await scope.PostedBefore() is null ? null : ActionOutcome.Done;

    public static async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        return Shown(scope, await scope.Preview(await Command(scope, id, given)));
    }

    /// <summary>The entries that a posting would make.</summary>
    public static ActionOutcome Shown(RequestScope scope, LedgerOutcome planned) =>
        planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));

    /// <summary>Everything that stands in the way, without an error (JNL-40).</summary>
    public static async Task<ActionOutcome> Validate(RequestScope scope, Guid id, Given given)
    {
        var planned = await scope.Preview(await Command(scope, id, given));
        return ActionOutcome.Of(
            new PostingResult(
                [],
                [.. planned.Problems.Select(problem => Finding.Of(problem, scope.Language))]
            )
        );
    }

    public static async Task<ActionOutcome> Renumber(RequestScope scope, Guid id, Given given)
    {
        var outcome = await JournalLineWrites
            .Lines(scope)
            .Renumber(RefOf(scope, id, given), scope.Aborted);
        return Shown(outcome, id);
    }

    /// <summary>The journal itself is the answer.</summary>
    public static ActionOutcome Shown(JournalOutcome outcome, Guid id) =>
        outcome.IsRefused
            ? ActionOutcome.Refused(outcome.Problems)
            : ActionOutcome.At(JournalBatches.Set, id) with
            {
                ShowsEntity = true,
            };

    public static JournalRef RefOf(RequestScope scope, Guid id, Given given) =>
        new(scope.CompanyNo, id, JournalLineWrites.VersionOf(given)) { WorkDate = scope.Today() };

    /// <summary>The registers that a posting made: the first and the last of them.</summary>
    public static ActionOutcome Made(RequestScope scope, LedgerOutcome posted)
    {
        var registers = posted.Plan.RegisterNos;
        int[] ends = registers.Count == 0 ? [] : [registers[0], registers[^1]];
        var skipped = posted.Plan.Journal?.Skipped ?? [];
        return ActionOutcome.Of(
            new PostingResult(
                [.. ends.Distinct().Select(no => RegisterRef(scope.CompanyNo, no))],
                [
                    .. skipped
                        .Concat(posted.Plan.Notices)
                        .Select(notice => Finding.Of(notice, scope.Language)),
                ]
            )
        );
    }

    private static DocumentRef RegisterRef(int companyNo, int registerNo) =>
        new(
            RegisterToReverse.Entity,
            EntryIds.Of(companyNo, EntryLedger.Register, registerNo),
            registerNo.ToString(CultureInfo.InvariantCulture)
        );

    private static async Task<ActionOutcome> PostAll(RequestScope scope, Guid id, Given given)
    {
        var posted = await scope.Post(await Command(scope, id, given));
        return posted.IsRefused ? ActionOutcome.Refused(posted.Problems) : Made(scope, posted);
    }

    public static async Task<ActionOutcome?> PostedBefore(RequestScope scope) =>
        await scope.PostedBefore() is { } posted ? Made(scope, posted) : null;

    public static async Task<PostJournal> Command(RequestScope scope, Guid id, Given given) =>
        new(id)
        {
            UserName = scope.UserName(),
            Version = JournalLineWrites.VersionOf(given),
            IsValidOnly = given.Value<bool>(OnlyValid) ?? false,
            LineCount = Math.Max(
                1,
                await scope
                    .Rows<JournalLine>()
                    .CountAsync(line => line.BatchId == id, scope.Aborted)
            ),
        };
}
