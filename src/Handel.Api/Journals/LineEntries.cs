using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>An open entry as one journal line sees it.</summary>
internal sealed record LineEntryRow(JournalLine Line, PartyEntry Entry)
{
    public Guid LineId => Line.Id;
    public bool IsApplied => LineMarking.IsApplied(Line, Entry);
    public Guid Id =>
        EntryIds.Of(Entry.CompanyNo, SideNames.Of(Entry.Direction).EntryLedger, Entry.EntryNo);

    /// <summary>The discount of the entry on the day of the line.</summary>
    public decimal Discount =>
        Entry.RemainingAmount - EntryEditing.ProposedAmount(Entry, Line.PostingDate);
    public string Version =>
        $"{Line.Version}/{Entry.RemainingAmount}/{Entry.AppliesToId}/{Entry.AmountToApply}";
}

/// <summary>
/// The open entries below a journal line, to be ticked: several are paid by one line (JNL-50,
/// API-J-5, CV-101).
/// </summary>
internal static class LineEntries
{
    public const string Set = "journalLineEntries";
    public const string ContractSet = "applyVendorEntries";

    /// <summary>What joins the rows to their line.</summary>
    public const string LineId = "journalLineId";

    private const string Apply = "applyEntries";
    private const string Entries = "entries";

    public static Resource Standard() =>
        Common(Resource.Computed<LineEntryRow>(ContractSet, Rows))
            .Hidden(LineId, row => row.LineId)
            .Field("applied", row => row.IsApplied)
            .Field("vendorNumber", row => row.Entry.PartyNo)
            .Field("vendorName", row => row.Entry.PartyName)
            .Field("lastModifiedDateTime", row => row.Line.ModifiedAt);

    public static Resource Extension() =>
        Common(Resource.ExtensionComputed<LineEntryRow>(Set, "journalLineEntry", Rows))
            .Field(LineId, row => row.LineId)
            .Field("applied", row => row.IsApplied, Access.PatchOnly)
            .Field("amountToApply", row => row.Entry.AmountToApply, Access.PatchOnly)
            .Field("entryNumber", row => row.Entry.EntryNo)
            .Field("dueDate", row => row.Entry.DueDate)
            .Field("currencyCode", row => row.Entry.CurrencyCode)
            .Field("amount", row => row.Entry.OriginalAmount)
            .Field("discountAmount", row => row.Discount)
            .Field("paymentDiscountDate", row => row.Entry.PmtDiscountDate)
            .Field("onHold", row => row.Entry.OnHold);

    /// <summary>Ticks exactly these entries for the line (C6).</summary>
    public static Resource<JournalLine> On(Resource<JournalLine> resource)
    {
        resource.ComplexTypes.Add(typeof(EntryToApply));
        return resource
            .Nav(Set, "journalLineEntry", true, ("id", LineId))
            .Action(
                new ActionShape(Apply)
                {
                    Parameters =
                    [
                        ParameterShape.Of<List<EntryToApply>>(Entries, isOptional: false),
                    ],
                },
                ApplyEntries
            );
    }

    private static Resource<LineEntryRow> Common(Resource<LineEntryRow> resource) =>
        resource
            .Field("id", row => row.Id)
            .Field("appliesToId", row => row.Entry.AppliesToId)
            .Field("postingDate", row => row.Entry.PostingDate)
            .Field("documentType", row => row.Entry.DocumentType)
            .Field("documentNumber", row => row.Entry.DocumentNo)
            .Field("externalDocumentNumber", row => row.Entry.ExternalDocumentNo)
            .Field("description", row => row.Entry.Description)
            .Field("remainingAmount", row => row.Entry.RemainingAmount)
            .ETag(row => row.Version)
            .Ranked(row => row.Entry.DueDate.DayNumber)
            .KeyedWithin(LineId)
            .Update(Update);

    private static async Task<IReadOnlyList<LineEntryRow>> Rows(RequestScope scope, Pins pins)
    {
        var ids = pins.Ids(LineId).ToArray();
        if (ids.Length == 0)
            return [];
        var lines = await JournalLineFields
            .Rows(scope)
            .AsNoTracking()
            .Where(line => ids.Contains(line.Id))
            .ToListAsync(scope.Aborted);
        if (lines is [var only] && LineMarks.FindNoParty(only) is { } problem)
            throw new RefusalException([]) { Problems = [problem] };
        var offered = await LineMarks.Offered(scope, lines);
        return
        [
            .. lines.SelectMany(line =>
                offered
                    .Where(entry => LineMarks.IsOf(line, entry))
                    .Select(entry => new LineEntryRow(line, entry))
            ),
        ];
    }

    private static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var lineId = given.Id(LineId) ?? Guid.Empty;
        var outcome = await LineMarks.Mark(
            scope,
            lineId,
            (side, _) =>
                [
                    new EntryMark(
                        EntryIds.NumberOf(id, side.EntryLedger, scope.CompanyNo) ?? 0,
                        given.Value<bool>("applied") ?? true,
                        given.Value<decimal>("amountToApply")
                    ),
                ]
        );
        return JournalLineWrites.OutcomeOf(outcome, id);
    }

    private static async Task<ActionOutcome> ApplyEntries(RequestScope scope, Guid id, Given given)
    {
        var (rows, fault) = PartyEntryActions.RowsOf(given);
        if (fault is not null)
            return ActionOutcome.Refused(fault);
        var outcome = await LineMarks.Mark(
            scope,
            id,
            (side, offered) => Exactly(scope, side, (rows, offered))
        );
        return outcome.IsRefused
            ? ActionOutcome.Refused(outcome.Problems)
            : ActionOutcome.At(JournalLineFields.Set, id) with
            {
                ShowsEntity = true,
            };
    }

    // What is not named is left, so that the caller need not know what was ticked before.
    private static List<EntryMark> Exactly(
        RequestScope scope,
        SideNames side,
        (IReadOnlyList<EntryToApply> Rows, IReadOnlyList<PartyEntry> Offered) entries
    )
    {
        var named = entries
            .Rows.Select(row => new EntryMark(
                row.EntryNumber
                    ?? (
                        row.Id is { } id
                            ? EntryIds.NumberOf(id, side.EntryLedger, scope.CompanyNo) ?? 0
                            : 0
                    ),
                IsApplied: true,
                row.AmountToApply == 0m ? null : row.AmountToApply
            ))
            .DistinctBy(mark => mark.EntryNo)
            .ToList();
        var numbers = named.Select(mark => mark.EntryNo).ToHashSet();
        return
        [
            .. named,
            .. entries
                .Offered.Where(entry => !numbers.Contains(entry.EntryNo))
                .Select(entry => new EntryMark(entry.EntryNo, IsApplied: false)),
        ];
    }
}
