using System.Text.Json;
using System.Text.Json.Serialization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>One entry to apply to, as a caller names it: by id or by number.</summary>
public sealed record EntryToApply
{
    public Guid? Id { get; init; }
    public int? EntryNumber { get; init; }

    /// <summary>In its currency and sign; left out or 0 is as much as possible.</summary>
    public decimal AmountToApply { get; init; }

    /// <summary>
    /// What the caller saw remaining: refused when it is another amount by now (APP-35).
    /// </summary>
    public decimal? RemainingAmount { get; init; }

    /// <summary>The answers for this entry; left out follows the application (DSC-40).</summary>
    public bool? AcceptTolerance { get; init; }
    public bool? AcceptLateDiscount { get; init; }
}

/// <summary>Apply and unapply posted entries, each with its preview (APP-04, UNA-01).</summary>
internal sealed class PartyEntryActions(SideNames side)
{
    /// <summary>Entries in one application, at most.</summary>
    public const int EntriesMax = 1000;

    private const string Entries = "entries";
    private const string PostingDate = "postingDate";
    private const string DocumentNumber = "documentNumber";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Resource<PartyEntry> On(Resource<PartyEntry> resource, SideNames side)
    {
        var actions = new PartyEntryActions(side);
        resource
            .Action<ApplicationResult>(ApplyShape("apply"), actions.Apply)
            .Repeats("apply", actions.DoneBefore)
            .Action<ApplicationPreview>(ApplyShape("previewApply"), actions.PreviewApply)
            .Action<ApplicationResult>(UnapplyShape("unapply"), actions.Unapply)
            .Repeats("unapply", actions.DoneBefore)
            .Action<ApplicationPreview>(UnapplyShape("previewUnapply"), actions.PreviewUnapply);
        resource.ComplexTypes.Add(typeof(EntryToApply));
        return resource;
    }

    private static ActionShape ApplyShape(string name) =>
        new(name)
        {
            Parameters =
            [
                ParameterShape.Of<List<EntryToApply>>(Entries, isOptional: false),
                ParameterShape.Of<decimal>("amountToApply"),
                ParameterShape.Of<decimal>("remainingAmount"),
                ParameterShape.Of<string>("appliesToId"),
                ParameterShape.Of<DateOnly>(PostingDate),
                ParameterShape.Of<string>(DocumentNumber),
                ParameterShape.Of<bool>("acceptTolerance"),
                ParameterShape.Of<bool>("acceptLateDiscount"),
            ],
        };

    private static ActionShape UnapplyShape(string name) =>
        new(name)
        {
            Parameters =
            [
                ParameterShape.Of<DateOnly>(PostingDate),
                ParameterShape.Of<string>(DocumentNumber),
            ],
        };

    private async Task<ActionOutcome> Apply(RequestScope scope, Guid id, Given given)
    {
        var (command, fault) = ApplyOf(scope, id, given);
        return command is null ? ActionOutcome.Refused(fault!) : await Post(scope, command);
    }

    private async Task<ActionOutcome> PreviewApply(RequestScope scope, Guid id, Given given)
    {
        var (command, fault) = ApplyOf(scope, id, given);
        return command is null ? ActionOutcome.Refused(fault!) : await Preview(scope, command);
    }

    private Task<ActionOutcome> Unapply(RequestScope scope, Guid id, Given given) =>
        Post(scope, UnapplyOf(scope, id, given));

    private Task<ActionOutcome> PreviewUnapply(RequestScope scope, Guid id, Given given) =>
        Preview(scope, UnapplyOf(scope, id, given));

    private async Task<ActionOutcome> Post(RequestScope scope, ILedgerCommand command)
    {
        var outcome = await scope.Post(command);
        if (outcome.IsRefused)
            return ActionOutcome.Refused(outcome.Problems);
        return outcome.Plan.Posting is { } posting
            ? ActionOutcome.Of(ResultOf(posting, outcome.Plan, scope.Language))
            : await DoneBefore(scope) ?? ActionOutcome.Done;
    }

    private async Task<ActionOutcome> Preview(RequestScope scope, ILedgerCommand command)
    {
        var outcome = await scope.Preview(command);
        if (outcome.IsRefused)
            return ActionOutcome.Refused(outcome.Problems);
        var application = ResultOf(outcome.Plan.Posting!, outcome.Plan, scope.Language);
        return ActionOutcome.Of(PreviewRows.Of(outcome.Plan, application, scope.Language));
    }

    private ApplicationResult ResultOf(
        Ledgers.Posting posting,
        Plan plan,
        System.Globalization.CultureInfo language
    ) =>
        ApplicationAnswers.Of(
            posting.PartyDetails,
            posting
                .PartyDetails.Select(detail => detail.PartyEntryNo)
                .Distinct()
                .ToDictionary(no => no, no => plan.After!.PartyEntries[(side.Direction, no)])
        ) with
        {
            Findings = [.. plan.Notices.Select(notice => Finding.Of(notice, language))],
        };

    /// <summary>What the same request did before: read back from the books (INV-55).</summary>
    private async Task<ActionOutcome?> DoneBefore(RequestScope scope)
    {
        if (scope.PostingKey is not { } key)
            return null;
        var registerNo = await scope
            .Rows<GlRegister>()
            .Where(register => register.PostingKey == key)
            .Select(register => register.RegisterNo)
            .SingleOrDefaultAsync(scope.Aborted);
        var details = await side.DetailRows(scope)
            .Where(detail => detail.RegisterNo == registerNo)
            .OrderBy(detail => detail.EntryNo)
            .ToListAsync(scope.Aborted);
        if (details.Count == 0)
            return null;
        var numbers = details.Select(detail => detail.PartyEntryNo).Distinct().ToArray();
        var entries = await side.EntryRows(scope)
            .Where(entry => numbers.Contains(entry.EntryNo))
            .ToDictionaryAsync(entry => entry.EntryNo, scope.Aborted);
        return ActionOutcome.Of(ApplicationAnswers.Of(details, entries));
    }

    private (ApplyEntries? Command, ApiFault? Fault) ApplyOf(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var (rows, fault) = RowsOf(given);
        if (fault is not null)
            return (null, fault);
        var applying = new SelectedEntry(
            NumberOf(scope, id) ?? 0,
            given.Value<decimal>("amountToApply") ?? 0m
        )
        {
            SeenRemaining = given.Value<decimal>("remainingAmount"),
        };
        var application = new ApplyPosted(side.Direction, applying)
        {
            To = [.. rows.Select(row => Selected(scope, row))],
            AppliesToId = given.Text("appliesToId") ?? "",
            PostingDate = DateOf(given),
            DocumentNo = given.Text(DocumentNumber) ?? "",
            AcceptTolerance = given.Value<bool>("acceptTolerance"),
            AcceptLateDiscount = given.Value<bool>("acceptLateDiscount"),
        };
        return (new ApplyEntries(application) { UserName = scope.UserName() }, null);
    }

    /// <summary>The entries that a body names.</summary>
    public static (IReadOnlyList<EntryToApply> Rows, ApiFault? Fault) RowsOf(Given given)
    {
        try
        {
            var json = given.Json(Entries);
            var rows = json?.Deserialize<List<EntryToApply>>(Json) ?? [];
            return rows.Count <= EntriesMax ? (rows, null) : ([], Misfit($"{rows.Count}"));
        }
        catch (JsonException wrong)
        {
            return ([], Misfit(wrong.Path ?? ""));
        }
    }

    private static ApiFault Misfit(string value) =>
        new(
            ErrorCode.BadRequest,
            Text.BadValue,
            Entries,
            value,
            ParameterShape.Of<List<EntryToApply>>(Entries).Type
        )
        {
            Target = Entries,
        };

    private SelectedEntry Selected(RequestScope scope, EntryToApply row) =>
        new(row.EntryNumber ?? (row.Id is { } id ? NumberOf(scope, id) ?? 0 : 0), row.AmountToApply)
        {
            SeenRemaining = row.RemainingAmount,
            AcceptTolerance = row.AcceptTolerance,
            AcceptLateDiscount = row.AcceptLateDiscount,
        };

    private int? NumberOf(RequestScope scope, Guid id) =>
        EntryIds.NumberOf(id, side.EntryLedger, scope.CompanyNo);

    private UnapplyEntry UnapplyOf(RequestScope scope, Guid id, Given given) =>
        new(
            new UnapplyPosted(side.Direction, NumberOf(scope, id) ?? 0)
            {
                PostingDate = DateOf(given),
                DocumentNo = given.Text(DocumentNumber) ?? "",
            }
        )
        {
            UserName = scope.UserName(),
        };

    // An empty date of the wire is no date.
    private static DateOnly? DateOf(Given given) =>
        given.Value<DateOnly>(PostingDate) is { } date && date != default ? date : null;
}
