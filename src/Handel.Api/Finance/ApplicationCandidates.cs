using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>An open entry that an entry may be applied to, with what would be proposed.</summary>
internal sealed record CandidateRow(PartyEntry Entry, CandidateOffer Offer)
{
    public int EntryNo => Entry.EntryNo;
    public int ApplyingEntryNo { get; init; }

    /// <summary>Of the other sign: settling with it leaves less open (APP-04).</summary>
    public bool Reduces { get; init; }
}

/// <summary>
/// The open entries of the same party as an entry (APP-05, APP-06): those of the other sign before
/// the rest, and what falls due first. What is left of each, which discount this entry would earn
/// on it, and how much to apply.
/// </summary>
internal static class ApplicationCandidates
{
    public static Resource Create(SideNames side) =>
        Resource
            .ExtensionComputed<CandidateRow>(
                $"{side.Party}ApplicationCandidates",
                $"{side.Party}ApplicationCandidate",
                (scope, pins) => Rows(scope, side, pins)
            )
            .EntryId(side.EntryLedger, row => row.EntryNo)
            .Field("entryNumber", row => row.Entry.EntryNo)
            .Field("postingDate", row => row.Entry.PostingDate)
            .Field("documentType", row => row.Entry.DocumentType)
            .Field("documentNumber", row => row.Entry.DocumentNo)
            .Field("externalDocumentNumber", row => row.Entry.ExternalDocumentNo)
            .Field("description", row => row.Entry.Description)
            .Field("dueDate", row => row.Entry.DueDate)
            .Field("currencyCode", row => row.Entry.CurrencyCode)
            .Field("amount", row => row.Entry.OriginalAmount)
            .Field("remainingAmount", row => row.Entry.RemainingAmount)
            .Field("remainingAmountLCY", row => row.Entry.RemainingAmountLcy)
            .Field("paymentDiscountDate", row => row.Entry.PmtDiscountDate)
            .Field("paymentDiscountToleranceDate", row => row.Entry.PmtDiscToleranceDate)
            .Field("remainingPaymentDiscountPossible", row => row.Entry.RemainingPmtDiscPossible)
            .Field("maxPaymentTolerance", row => row.Entry.MaxPaymentTolerance)
            .Field("onHold", row => row.Entry.OnHold)
            .Field("appliesToId", row => row.Entry.AppliesToId)
            .Field("amountToApply", row => row.Entry.AmountToApply)
            .Field("reduces", row => row.Reduces)
            .Field("discountAmount", row => row.Offer.Discount)
            .Field("proposedAmount", row => row.Offer.Amount)
            .Parameter("applyingEntryNumber", row => row.ApplyingEntryNo)
            .ETag(row => row.Entry.RemainingAmount)
            .Ranked(row => row.Reduces ? 0 : 1)
            .OrderedBy("dueDate", "entryNumber");

    private static async Task<IReadOnlyList<CandidateRow>> Rows(
        RequestScope scope,
        SideNames side,
        Pins pins
    )
    {
        var asked = pins.Text("applyingEntryNumber");
        if (!int.TryParse(asked, CultureInfo.InvariantCulture, out var entryNo))
            return [];
        var applying = await side.EntryRows(scope)
            .AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.EntryNo == entryNo, scope.Aborted);
        if (applying is not { IsOpen: true })
            return [];
        var open = await side.EntryRows(scope)
            .AsNoTracking()
            .Where(entry => entry.PartyNo == applying.PartyNo && entry.IsOpen)
            .Where(entry => entry.EntryNo != entryNo)
            .OrderBy(entry => entry.RemainingAmount > 0m == applying.RemainingAmount > 0m)
            .ThenBy(entry => entry.DueDate)
            .ThenBy(entry => entry.EntryNo)
            .Take(PartyEntryActions.EntriesMax)
            .ToListAsync(scope.Aborted);
        return
        [
            .. open.Select(entry => new CandidateRow(entry, CandidateOffer.Of(applying, entry))
            {
                ApplyingEntryNo = entryNo,
                Reduces = entry.RemainingAmount > 0m != applying.RemainingAmount > 0m,
            }),
        ];
    }
}
