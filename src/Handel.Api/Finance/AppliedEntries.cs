using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>One entry that another was applied to, and what that did.</summary>
/// <param name="Detail">The application as it stands on the entry that was asked for.</param>
/// <param name="Other">The entry on the other side, as it is now.</param>
internal sealed record AppliedRow(PartyDetail Detail, PartyEntry Other)
{
    public Guid OfId { get; init; }

    /// <summary>In the currency of the payment, which they sit on (ENT-10).</summary>
    public decimal Discount { get; init; }
    public decimal Tolerance { get; init; }
    public decimal Rounding { get; init; }

    /// <summary>Belongs to the application that would be undone now (UNA-01).</summary>
    public bool IsLast { get; init; }
}

/// <summary>
/// What an entry was applied to, the latest application first; what was undone stays in sight.
/// </summary>
internal static class AppliedEntries
{
    public static Resource Create(SideNames side) =>
        Resource
            .ExtensionComputed<AppliedRow>(
                $"{side.Party}AppliedEntries",
                $"{side.Party}AppliedEntry",
                (scope, pins) => Rows(scope, side, pins)
            )
            .EntryId(side.DetailLedger, row => row.Detail.EntryNo)
            .Field("postingDate", row => row.Detail.PostingDate)
            .Field("documentNumber", row => row.Detail.DocumentNo)
            .Field("appliedDocumentType", row => row.Other.DocumentType)
            .Field("appliedDocumentNumber", row => row.Other.DocumentNo)
            .Field("externalDocumentNumber", row => row.Other.ExternalDocumentNo)
            .EntryId(side.EntryLedger, row => row.Other.EntryNo, "appliedEntryId")
            .Field("appliedEntryNumber", row => row.Other.EntryNo)
            .Field("dueDate", row => row.Other.DueDate)
            .Field("currencyCode", row => row.Other.CurrencyCode)
            .Field("amount", row => row.Other.OriginalAmount)
            .Field("appliedAmount", row => row.Detail.Amount)
            .Field("discountAmount", row => row.Discount)
            .Field("toleranceAmount", row => row.Tolerance)
            .Field("roundingAmount", row => row.Rounding)
            .Field("remainingAmount", row => row.Other.RemainingAmount)
            .Field("unapplied", row => row.Detail.IsUnapplied)
            .Field("lastApplication", row => row.IsLast)
            .Field("registerNumber", row => row.Detail.RegisterNo)
            .Parameter($"{side.Party}LedgerEntryId", row => row.OfId)
            .ETag(row => row.Detail.IsUnapplied)
            .Ranked(row => -row.Detail.EntryNo);

    private static async Task<IReadOnlyList<AppliedRow>> Rows(
        RequestScope scope,
        SideNames side,
        Pins pins
    )
    {
        if (pins.Id($"{side.Party}LedgerEntryId") is not { } id)
            return [];
        var entryNo = EntryIds.NumberOf(id, side.EntryLedger, scope.CompanyNo) ?? 0;
        var own = await side.DetailRows(scope)
            .AsNoTracking()
            .Where(detail => detail.PartyEntryNo == entryNo)
            .Where(detail => detail.Type == PartyDetailType.Application)
            .Where(detail => detail.UnappliesEntryNo == 0 && detail.AppliedPartyEntryNo != 0)
            .OrderByDescending(detail => detail.EntryNo)
            .Take(PartyEntryActions.EntriesMax)
            .ToListAsync(scope.Aborted);
        var numbers = own.Select(detail => detail.AppliedPartyEntryNo).Distinct().ToArray();
        var others = await side.EntryRows(scope)
            .AsNoTracking()
            .Where(entry => numbers.Contains(entry.EntryNo))
            .ToDictionaryAsync(entry => entry.EntryNo, scope.Aborted);
        var about = await About(scope, side, entryNo, own);
        var last = own.Where(AppliedGroup.IsApplication)
            .Select(detail => detail.RegisterNo)
            .DefaultIfEmpty(0)
            .Max();
        return
        [
            .. own.Select(detail => new AppliedRow(detail, others[detail.AppliedPartyEntryNo])
            {
                OfId = id,
                Discount = Sum(about, detail, ApplicationAnswers.Discounts),
                Tolerance = Sum(about, detail, ApplicationAnswers.Tolerances),
                Rounding = Sum(about, detail, ApplicationAnswers.Roundings),
                IsLast = !detail.IsUnapplied && detail.RegisterNo == last,
            }),
        ];
    }

    // Discount and tolerance stand on the payment, whichever of the two it is.
    private static async Task<IReadOnlyList<PartyDetail>> About(
        RequestScope scope,
        SideNames side,
        int entryNo,
        List<PartyDetail> own
    )
    {
        var registers = own.Select(detail => detail.RegisterNo).Distinct().ToArray();
        return await side.DetailRows(scope)
            .AsNoTracking()
            .Where(detail => registers.Contains(detail.RegisterNo))
            .Where(detail =>
                detail.PartyEntryNo == entryNo || detail.AppliedPartyEntryNo == entryNo
            )
            .Where(detail => detail.Type != PartyDetailType.Application)
            .Where(detail => detail.UnappliesEntryNo == 0)
            .ToListAsync(scope.Aborted);
    }

    private static decimal Sum(
        IReadOnlyList<PartyDetail> about,
        PartyDetail application,
        PartyDetailType[] types
    ) =>
        about
            .Where(detail => detail.RegisterNo == application.RegisterNo)
            .Where(detail => types.Contains(detail.Type) && IsBetween(detail, application))
            .Sum(detail => detail.Amount);

    private static bool IsBetween(PartyDetail detail, PartyDetail application) =>
        (detail.PartyEntryNo, detail.AppliedPartyEntryNo)
            == (application.PartyEntryNo, application.AppliedPartyEntryNo)
        || (detail.AppliedPartyEntryNo, detail.PartyEntryNo)
            == (application.PartyEntryNo, application.AppliedPartyEntryNo);
}
