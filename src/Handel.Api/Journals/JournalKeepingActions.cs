using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>
/// Lines that are saved under a code, or were posted, and come back into a journal (JNL-36,
/// JNL-41).
/// </summary>
internal static class JournalKeepingActions
{
    private const string Code = "code";
    private const string Description = "description";
    private const string WithAmounts = "withAmounts";
    private const string PostedJournalNumber = "registerNumber";
    private const string PostingDate = "postingDate";
    private const string ReverseSign = "reverseSign";
    private const int CodeMax = 20;
    private const int DescriptionMax = 100;

    private static readonly ActionShape Save = new("saveAsStandardJournal")
    {
        Parameters =
        [
            ParameterShape.Of<string>(Code, isOptional: false),
            ParameterShape.Of<string>(Description),
            ParameterShape.Of<bool>(WithAmounts),
        ],
    };

    private static readonly ActionShape Insert = new("insertStandardJournal")
    {
        Parameters = [ParameterShape.Of<string>(Code, isOptional: false)],
    };

    private static readonly ActionShape InsertPosted = new("insertPostedLines")
    {
        Parameters =
        [
            ParameterShape.Of<int>(PostedJournalNumber, isOptional: false),
            ParameterShape.Of<DateOnly>(PostingDate),
            ParameterShape.Of<bool>(ReverseSign),
        ],
    };

    public static Resource<JournalBatch> On(Resource<JournalBatch> resource) =>
        resource
            .Action(Save, SaveAsStandard)
            .Action(Insert, InsertStandard)
            .Action(InsertPosted, InsertPostedLines);

    private static async Task<ActionOutcome> SaveAsStandard(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var named = (CodeOf(given), given.Text(Description) ?? "");
        if (named.Item1.Length > CodeMax || named.Item2.Length > DescriptionMax)
            return Wrong(EditCodes.Range, Code, named.Item1);
        var outcome = await Keeping(scope)
            .SaveAsStandard(
                JournalActions.RefOf(scope, id, given),
                named,
                given.Value<bool>(WithAmounts) ?? false,
                scope.Aborted
            );
        return JournalActions.Shown(outcome, id);
    }

    private static async Task<ActionOutcome> InsertStandard(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var code = CodeOf(given);
        var batches = scope.Rows<JournalBatch>().Where(batch => batch.Id == id);
        var standard = await scope
            .Rows<StandardJournal>()
            .Where(s => s.Code == code && batches.Any(batch => batch.TemplateId == s.TemplateId))
            .Select(s => s.Id)
            .SingleOrDefaultAsync(scope.Aborted);
        if (standard == Guid.Empty)
            return Wrong(EditCodes.Unknown, Code, code);
        var journal = JournalActions.RefOf(scope, id, given);
        return JournalActions.Shown(
            await Keeping(scope).InsertStandard(journal, standard, scope.Aborted),
            id
        );
    }

    private static async Task<ActionOutcome> InsertPostedLines(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var registerNo = given.Value<int>(PostedJournalNumber) ?? 0;
        var posted = await scope
            .Rows<PostedJournal>()
            .Where(p => p.RegisterNo == registerNo)
            .Select(p => p.Id)
            .SingleOrDefaultAsync(scope.Aborted);
        if (posted == Guid.Empty)
            return Wrong(EditCodes.Unknown, PostedJournalNumber, $"{registerNo}");
        var date = given.Value<DateOnly>(PostingDate);
        var copy = new CopyBack(posted)
        {
            PostingDate = date == default(DateOnly) ? null : date,
            IsSignReversed = given.Value<bool>(ReverseSign) ?? false,
        };
        var journal = JournalActions.RefOf(scope, id, given);
        return JournalActions.Shown(
            await Keeping(scope).InsertPosted(journal, copy, scope.Aborted),
            id
        );
    }

    private static JournalKeeping Keeping(RequestScope scope) =>
        new(scope.Get<JournalDesk>().In(scope.Db()));

    private static string CodeOf(Given given) => (given.Text(Code) ?? "").Trim().ToUpperInvariant();

    private static ActionOutcome Wrong(string code, string field, string value) =>
        ActionOutcome.Refused([new(code, new RecordRef(StandardJournal.Entity, ""), field, value)]);
}
