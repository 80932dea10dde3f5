using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Reversing;

/// <summary>
/// The opposite of customer and vendor entries: the two are applied to each other and closed
/// (REV-03). Undoing a reversal also opens what it had closed (REV-04).
/// </summary>
internal sealed class PartyReversal(PostedRegister posted, Books books, Posting posting)
{
    /// <param name="entry">As it was posted.</param>
    /// <param name="header">Date and document of the opposite entry.</param>
    public void Reverse(PartyEntry entry, PostingHeader header)
    {
        var builder = new PostingBuilder(posting, books.Counters, header);
        var now = books.Current(entry);
        if (posted.IsReversal)
            now = Release(now, builder);
        var mirror = MirrorOf(now, header);
        posting.PartyEntries.Add(mirror);
        builder.AddDetail(PartyPosting.Initial(header, mirror));
        Apply(now, mirror, builder);
        Apply(mirror, now, builder);
        Keep(Closed(now, mirror.EntryNo, header.PostingDate));
        var closed = Closed(mirror, now.EntryNo, header.PostingDate);
        Keep(closed);
        builder.Replace(closed);
        books.Remember(posting.PartyDetails);
    }

    private PartyEntry MirrorOf(PartyEntry entry, PostingHeader header) =>
        entry with
        {
            EntryNo = LedgerSide.Of(entry.Direction).NextEntryNo(books.Counters),
            RegisterNo = posting.RegisterNo,
            PostingDate = header.PostingDate,
            VatDate = header.VatDate,
            Description = header.Description,
            OriginalAmount = -entry.OriginalAmount,
            OriginalAmountLcy = -entry.OriginalAmountLcy,
            TurnoverLcy = -entry.TurnoverLcy,
            ProfitLcy = -entry.ProfitLcy,
            InvDiscountLcy = -entry.InvDiscountLcy,
            SourceCode = posting.SourceCode,
            OriginalPmtDiscPossible = 0m,
            RemainingPmtDiscPossible = 0m,
            MaxPaymentTolerance = 0m,
            OnHold = "",
            RemainingAmount = -entry.OriginalAmount,
            RemainingAmountLcy = -entry.OriginalAmountLcy,
        };

    private static void Apply(PartyEntry entry, PartyEntry with, PostingBuilder builder) =>
        builder.AddDetail(
            PartyPosting.Detail(builder.Header, entry, PartyDetailType.Application) with
            {
                Amount = -entry.RemainingAmount,
                AmountLcy = -entry.RemainingAmountLcy,
                AppliedPartyEntryNo = with.EntryNo,
                PmtDiscBefore = entry.RemainingPmtDiscPossible,
                ToleranceBefore = entry.MaxPaymentTolerance,
            }
        );

    private static PartyEntry Closed(PartyEntry entry, int by, DateOnly date) =>
        entry with
        {
            RemainingAmount = 0m,
            RemainingAmountLcy = 0m,
            IsOpen = false,
            RemainingPmtDiscPossible = 0m,
            MaxPaymentTolerance = 0m,
            AppliesToId = "",
            AmountToApply = 0m,
            ClosedByEntryNo = by,
            ClosedAtDate = date,
            IsReversed = true,
        };

    /// <summary>
    /// Takes back the application of a reversal: the entry that it had undone is open again, the
    /// reversal's own entry too, for a moment.
    /// </summary>
    private PartyEntry Release(PartyEntry entry, PostingBuilder builder)
    {
        var own = Taken(entry.Direction, entry.EntryNo);
        var original = books.PartyEntries[(entry.Direction, own.AppliedPartyEntryNo)];
        var others = Taken(original.Direction, original.EntryNo);
        TakeBack(original, others, builder);
        TakeBack(entry, own, builder);
        Keep(Opened(original, others) with { IsReversed = false });
        return Opened(entry, own);
    }

    // The one application that the reversal made.
    private PartyDetail Taken(Kernel.Direction direction, int entryNo) =>
        books
            .DetailsOf(direction, entryNo)
            .Single(detail =>
                detail.RegisterNo == posted.No && detail.Type == PartyDetailType.Application
            );

    private void TakeBack(PartyEntry entry, PartyDetail detail, PostingBuilder builder)
    {
        builder.AddDetail(
            PartyPosting.Detail(builder.Header, entry, PartyDetailType.Application) with
            {
                Amount = -detail.Amount,
                AmountLcy = -detail.AmountLcy,
                AppliedPartyEntryNo = detail.AppliedPartyEntryNo,
                UnappliesEntryNo = detail.EntryNo,
                IsUnapplied = true,
            }
        );
        var key = (entry.Direction, entry.EntryNo);
        books.PartyDetails[key] =
        [
            .. books
                .DetailsOf(entry.Direction, entry.EntryNo)
                .Select(d => d.EntryNo == detail.EntryNo ? d with { IsUnapplied = true } : d),
        ];
    }

    private static PartyEntry Opened(PartyEntry entry, PartyDetail detail) =>
        entry with
        {
            RemainingAmount = entry.RemainingAmount - detail.Amount,
            RemainingAmountLcy = entry.RemainingAmountLcy - detail.AmountLcy,
            IsOpen = entry.RemainingAmount != detail.Amount,
            RemainingPmtDiscPossible = detail.PmtDiscBefore,
            MaxPaymentTolerance = detail.ToleranceBefore,
            ClosedByEntryNo = 0,
            ClosedAtDate = null,
        };

    private void Keep(PartyEntry entry) =>
        books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
}
