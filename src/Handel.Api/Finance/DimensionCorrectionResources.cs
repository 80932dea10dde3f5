using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.Data.Dimensions;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// Correction of the dimensions of posted ledger entries by new entries (DIM-13): actions on the
/// entry, and the log of what was corrected.
/// </summary>
internal static class DimensionCorrectionResources
{
    private const string Value = "valueCode";
    private const string UndoName = "undo";

    private static readonly ParameterShape[] Parameters =
    [
        ParameterShape.Of<string>(DimensionFilters.Dimension, isOptional: false),
        ParameterShape.Of<string>(Value),
    ];

    public static ActionShape CorrectShape { get; } =
        new("correctDimensions") { Parameters = Parameters };

    public static ActionShape PreviewShape { get; } =
        new("previewCorrectDimensions") { Parameters = Parameters };

    public static Resource<DimensionCorrection> Log() =>
        Logged()
            .ETag(c => c.RegisterNo)
            .OrderedBy("entryNumber")
            .Action<PostingResult>(new ActionShape(UndoName), Undo)
            .Repeats(UndoName, DocumentActions.PostedBefore);

    private static Resource<DimensionCorrection> Logged() =>
        Resource
            .Extension(
                "dimensionCorrections",
                "dimensionCorrection",
                s => s.Rows<DimensionCorrection>()
            )
            .EntryId(EntryLedger.General, c => c.EntryNo)
            .Field("entryNumber", c => c.EntryNo)
            .Field("reversalEntryNumber", c => c.ReversalEntryNo)
            .Field("newEntryNumber", c => c.NewEntryNo)
            .Field("registerNumber", c => c.RegisterNo)
            .Field(
                "accountNumber",
                (c, s) =>
                    s.Rows<GlEntry>()
                        .Where(e => e.EntryNo == c.EntryNo)
                        .Select(e => e.AccountNo)
                        .FirstOrDefault()
            )
            .Field(
                "documentNumber",
                (c, s) =>
                    s.Rows<GlEntry>()
                        .Where(e => e.EntryNo == c.EntryNo)
                        .Select(e => e.DocumentNo)
                        .FirstOrDefault()
            )
            .Field(
                "amount",
                (c, s) =>
                    s.Rows<GlEntry>()
                        .Where(e => e.EntryNo == c.EntryNo)
                        .Select(e => e.Amount)
                        .FirstOrDefault()
            )
            .Field("undoesRegisterNumber", c => c.UndoesRegisterNo)
            .Field(
                "undone",
                (c, s) => s.Rows<DimensionCorrection>().Any(u => u.UndoesRegisterNo == c.RegisterNo)
            )
            .Field(
                "creationDateTime",
                (c, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == c.RegisterNo)
                        .Select(r => r.PostedAt)
                        .FirstOrDefault()
            )
            .Field(
                "userId",
                (c, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == c.RegisterNo)
                        .Select(r => r.UserName)
                        .FirstOrDefault()
            );

    public static async Task<ActionOutcome> Correct(RequestScope scope, Guid id, Given given)
    {
        var (command, problems) = await Prepare(scope, id, given);
        return command is null
            ? ActionOutcome.Refused(problems)
            : Made(scope, await scope.Post(command));
    }

    public static async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var (command, problems) = await Prepare(scope, id, given);
        if (command is null)
            return ActionOutcome.Refused(problems);
        var planned = await scope.Preview(command);
        return planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));
    }

    private static async Task<ActionOutcome> Undo(RequestScope scope, Guid id, Given given)
    {
        var entryNo = EntryId.FromGuid(id)?.EntryNo ?? 0;
        var registerNo = await scope
            .Rows<DimensionCorrection>()
            .Where(c => c.EntryNo == entryNo)
            .Select(c => c.RegisterNo)
            .SingleAsync(scope.Aborted);
        var (db, user) = (scope.Db(), scope.UserName());
        var command = await DimensionCorrections.PrepareUndo(db, registerNo, user, scope.Aborted);
        return Made(scope, await scope.Post(command));
    }

    private static ActionOutcome Made(RequestScope scope, LedgerOutcome posted) =>
        posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan, scope.Language));

    private static Task<(PostDimensionCorrection?, IReadOnlyList<Problem>)> Prepare(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var change = new DimensionChange(
            Code(given.Text(DimensionFilters.Dimension)),
            Code(given.Text(Value))
        );
        var wanted = new WantedCorrection([EntryId.FromGuid(id)?.EntryNo ?? 0], [change])
        {
            UserName = scope.UserName(),
        };
        return scope.Get<DimensionCorrections>().Prepare(scope.Db(), wanted, scope.Aborted);
    }

    private static string Code(string? text) => (text ?? "").Trim().ToUpperInvariant();
}
