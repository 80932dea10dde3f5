using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>
/// Undoes what a journal posted: from its register, or from an entry of it (REV-01, C6).
/// </summary>
internal static class Reversals
{
    private const string PostingDate = "postingDate";
    private const string Description = "description";
    private const string WholeJournal = "wholeJournal";
    private const int DescriptionMax = 100;

    public static Resource<GlRegister> OnRegisters(Resource<GlRegister> resource) =>
        On(
            resource,
            "reverse",
            (scope, id) => Task.FromResult(Number(scope, id, EntryLedger.Register))
        );

    public static Resource<GlEntry> OnEntries(Resource<GlEntry> resource) =>
        On(
            resource,
            "reverseTransaction",
            (scope, id) =>
            {
                var no = Number(scope, id, EntryLedger.General);
                return scope
                    .Rows<GlEntry>()
                    .Where(entry => entry.EntryNo == no)
                    .Select(entry => entry.RegisterNo)
                    .SingleOrDefaultAsync(scope.Aborted);
            }
        );

    public static Resource<PartyEntry> OnParties(Resource<PartyEntry> resource, SideNames side) =>
        On(
            resource,
            "reverse",
            (scope, id) =>
            {
                var no = Number(scope, id, side.EntryLedger);
                return side.EntryRows(scope)
                    .Where(entry => entry.EntryNo == no)
                    .Select(entry => entry.RegisterNo)
                    .SingleOrDefaultAsync(scope.Aborted);
            }
        );

    private static Resource<TRow> On<TRow>(
        Resource<TRow> resource,
        string action,
        Func<RequestScope, Guid, Task<int>> registerOf
    ) =>
        resource
            .Action<PostingResult>(
                Shape(action),
                async (scope, id, given) =>
                    await Reverse(scope, Command(scope, given, await registerOf(scope, id)))
            )
            .Repeats(action, ReversedBefore)
            .Action<PostingPreviewRows>(
                Shape($"preview{SideNames.Capital(action)}"),
                async (scope, id, given) =>
                    await Preview(scope, Command(scope, given, await registerOf(scope, id)))
            );

    private static ActionShape Shape(string name) =>
        new(name)
        {
            Parameters =
            [
                ParameterShape.Of<DateOnly>(PostingDate),
                ParameterShape.Of<string>(Description),
                ParameterShape.Of<bool>(WholeJournal),
            ],
        };

    private static ReverseRegister Command(RequestScope scope, Given given, int registerNo)
    {
        var date = given.Value<DateOnly>(PostingDate);
        var text = (given.Text(Description) ?? "").Trim();
        var reversal = new RegisterToReverse(registerNo)
        {
            IsWholeJournal = given.Value<bool>(WholeJournal) ?? false,
            PostingDate = date == default(DateOnly) ? null : date,
            Description = text[..Math.Min(text.Length, DescriptionMax)],
        };
        return new(reversal) { UserName = scope.UserName() };
    }

    private static async Task<ActionOutcome> Reverse(RequestScope scope, ReverseRegister command)
    {
        if (!Permissions.MayReverse(scope))
            return ActionOutcome.Refused(
                new ApiFault(ErrorCode.RequestDenied, Text.RequestDenied, RegisterToReverse.Entity)
            );
        var posted = await scope.Post(command);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : JournalActions.Made(scope, posted);
    }

    private static async Task<ActionOutcome?> ReversedBefore(RequestScope scope) =>
        await scope.PostedBefore() is { } posted ? JournalActions.Made(scope, posted) : null;

    private static async Task<ActionOutcome> Preview(RequestScope scope, ReverseRegister command)
    {
        var planned = await scope.Preview(command);
        return planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));
    }

    private static int Number(RequestScope scope, Guid id, EntryLedger ledger) =>
        EntryIds.NumberOf(id, ledger, scope.CompanyNo) ?? 0;
}
