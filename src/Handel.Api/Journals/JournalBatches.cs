using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Ledgers.Journals;

namespace Handel.Api.Journals;

/// <summary>
/// The batches of journals: as the contract has them, by the kind of payment, and whole (API-J-1,
/// API-Q-12).
/// </summary>
internal static class JournalBatches
{
    public const string Set = "journals";
    private const string Template = "templateDisplayName";
    private const string Lines = "journalLines";
    private const int NameLength = 10;
    private const int TextLength = 100;
    private const int CodeLength = 20;

    public static Resource Standard()
    {
        var resource = Common(
            Resource.Of(Set, (scope, pins) => Task.FromResult(Shown(scope, pins)))
        );
        return new JournalBatchWrites(Set) { IsStandard = true }
            .On(Named(resource))
            .CreatesWith(Lines)
            .Action("post", JournalActions.PostWhole)
            .Repeats("post", JournalActions.PostedWholeBefore)
            .Unlisted(JournalActions.PreviewShape, JournalActions.Preview)
            .Unlisted(JournalActions.ValidateShape, JournalActions.Validate)
            .Unlisted(JournalActions.RenumberShape, JournalActions.Renumber);
    }

    public static Resource OfPayments(PaymentSide side)
    {
        var type = side.JournalType;
        var resource = Common(Resource.Of(side.Journals, scope => OfType(scope, type)));
        return new JournalBatchWrites(side.Journals) { Type = type }.On(resource);
    }

    public static Resource Extension()
    {
        var resource = Resource.Extension(Set, Set[..^1], scope => scope.Rows<JournalBatch>());
        resource
            .Field("id", b => b.Id)
            .Field("code", b => b.Name, Access.ReadWrite, NameLength)
            .Field("displayName", b => b.Description, Access.ReadWrite, TextLength);
        Named(resource);
        resource
            .Field(
                "templateType",
                (b, s) =>
                    s.Rows<JournalTemplate>()
                        .Where(t => t.Id == b.TemplateId)
                        .Select(t => t.Type)
                        .FirstOrDefault()
            )
            .Field("balancingAccountType", b => b.BalAccountType, Access.ReadWrite)
            .Field("balancingAccountNumber", b => b.BalAccountNo, Access.ReadWrite, CodeLength)
            .Field("numberSeries", b => b.NoSeries, Access.ReadWrite, CodeLength)
            .Field("postingNumberSeries", b => b.PostingNoSeries, Access.ReadWrite, CodeLength)
            .Field("reasonCode", b => b.ReasonCode, Access.ReadWrite, CodeLength)
            .Field("suggestBalancingAmount", b => b.SuggestBalancingAmount, Access.ReadWrite);
        resource
            .Field("lineCount", (b, s) => s.Rows<JournalLine>().Count(l => l.BatchId == b.Id))
            .Field(
                "balanceLCY",
                (b, s) =>
                    s.Rows<JournalLine>()
                        .Where(l => l.BatchId == b.Id)
                        .Sum(l =>
                            (l.AccountNo != "" ? l.AmountLcy : 0m)
                            - (l.BalAccountNo != "" ? l.AmountLcy : 0m)
                        )
            )
            .Field("lastModifiedDateTime", b => b.ModifiedAt)
            .Nav(Lines, "journalLine", true, ("id", "journalId"))
            .ETag(b => b.Version)
            .OrderedBy(Template, "code");
        return JournalActions.On(new JournalBatchWrites(Set).On(resource).CreatesWith(Lines));
    }

    /// <summary>The batches of the journals of a type.</summary>
    public static IQueryable<JournalBatch> OfType(RequestScope scope, JournalType type)
    {
        var templates = scope.Rows<JournalTemplate>().Where(template => template.Type == type);
        return scope
            .Rows<JournalBatch>()
            .Where(batch => templates.Any(template => template.Id == batch.TemplateId));
    }

    /// <summary>The first general template: what journals are of unless they say so.</summary>
    public static IQueryable<JournalTemplate> Default(RequestScope scope, JournalType type) =>
        scope
            .Rows<JournalTemplate>()
            .Where(template => template.Type == type)
            .OrderBy(template => template.Name)
            .Take(1);

    // API-Q-12. Whoever names a journal by its id finds it, of whatever template (A18.7).
    private static IQueryable<JournalBatch> Shown(RequestScope scope, Pins pins)
    {
        var all = scope.Rows<JournalBatch>();
        if (pins.Has(Template) || pins.Has("id"))
            return all;
        var general = Default(scope, JournalType.General);
        return all.Where(batch => general.Any(template => template.Id == batch.TemplateId));
    }

    private static Resource<JournalBatch> Named(Resource<JournalBatch> resource) =>
        resource.Field(
            Template,
            (b, s) =>
                s.Rows<JournalTemplate>()
                    .Where(t => t.Id == b.TemplateId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
            Access.ReadWrite,
            NameLength
        );

    private static Resource<JournalBatch> Common(Resource<JournalBatch> resource) =>
        resource
            .Field("id", b => b.Id)
            .Field("code", b => b.Name)
            .Field("displayName", b => b.Description)
            .AccountId("balancingAccountId", b => b.BalAccountType, b => b.BalAccountNo)
            .Field("balancingAccountNumber", b => b.BalAccountNo)
            .Field("lastModifiedDateTime", b => b.ModifiedAt)
            .ETag(b => b.Version);
}
