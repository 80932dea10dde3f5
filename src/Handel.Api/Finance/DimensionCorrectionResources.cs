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
            )
            .ETag(c => c.RegisterNo)
            .OrderedBy("entryNumber")
            .Action<PostingResult>(new ActionShape("undo"), Undo);

    public static async Task<ActionOutcome> Correct(RequestScope scope, Guid id, Given given)
    {
        var posted = await Run(scope, id, given, isPreview: false);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan));
    }

    public static async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var planned = await Run(scope, id, given, isPreview: true);
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
        var posted = await scope
            .Get<DimensionCorrections>()
            .Undo(scope.CompanyNo, registerNo, scope.UserName(), scope.Aborted);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan));
    }

    private static Task<LedgerOutcome> Run(RequestScope scope, Guid id, Given given, bool isPreview)
    {
        var change = new DimensionChange(
            Code(given.Text(DimensionFilters.Dimension)),
            Code(given.Text(Value))
        );
        var wanted = new WantedCorrection(
            scope.CompanyNo,
            [EntryId.FromGuid(id)?.EntryNo ?? 0],
            [change]
        )
        {
            UserName = scope.UserName(),
        };
        return scope.Get<DimensionCorrections>().Correct(wanted, isPreview, scope.Aborted);
    }

    private static string Code(string? text) => (text ?? "").Trim().ToUpperInvariant();
}
