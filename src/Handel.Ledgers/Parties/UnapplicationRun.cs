using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>Takes back one application: every detail gets its opposite (UNA-03, UNA-04).</summary>
internal sealed class UnapplicationRun
{
    private readonly AppliedGroup _group;
    private readonly PostingBuilder _builder;
    private readonly Books _books;
    private readonly SettlementAccounts _accounts;
    private readonly SettlementWriter _writer;
    private readonly VatRealization _realization;

    public UnapplicationRun(
        AppliedGroup group,
        PostingBuilder builder,
        Books books,
        AccountResolution accounts
    )
    {
        _group = group;
        _builder = builder;
        _books = books;
        _accounts = new(accounts, builder.Header.Side);
        _realization = new(books, builder, accounts);
        _writer = new(builder, _accounts);
    }

    public void Run()
    {
        var entries = _group.Entries.ToDictionary(entry => entry.EntryNo);
        var vat = TakeBackVat();
        foreach (var detail in _group.Details)
        {
            var entry = entries[detail.PartyEntryNo];
            var mirror = _writer.Add(entry, MirrorOf(detail, vat));
            entries[entry.EntryNo] = entry with
            {
                RemainingAmount = entry.RemainingAmount + mirror.Amount,
                RemainingAmountLcy = entry.RemainingAmountLcy + mirror.AmountLcy,
            };
        }
        foreach (var entry in _group.Entries)
        {
            var restored = Adjust(Restored(entries[entry.EntryNo]));
            _books.PartyEntries[(entry.Direction, entry.EntryNo)] = restored;
            Mark(entry);
        }
        // UNR-03
        foreach (var realized in _group.RealizedVat(_books))
            _realization.TakeBack(realized);
        _writer.Finish();
        _books.Remember(_writer.Details);
    }

    /// <summary>New VAT entry by the number of the one that it takes back (DSC-07).</summary>
    private Dictionary<int, int> TakeBackVat()
    {
        var made = new Dictionary<int, int>();
        foreach (var details in _group.Details.Where(d => d.VatEntryNo != 0).GroupBy(VatEntryNo))
        {
            var entry = _books
                .VatEntriesOf(_group.RegisterNo)
                .Single(vat => vat.EntryNo == details.Key);
            var tax = details.Where(detail => !IsNet(detail)).ToList();
            var accounts = new CorrectionAccounts(
                details.FirstOrDefault(IsNet)?.GlAccountNo ?? "",
                tax.FirstOrDefault()?.GlAccountNo ?? "",
                tax.Skip(1).FirstOrDefault()?.GlAccountNo ?? ""
            );
            var opposite = entry with
            {
                Base = -entry.Base,
                Amount = -entry.Amount,
                NonDeductibleBase = -entry.NonDeductibleBase,
                NonDeductibleAmount = -entry.NonDeductibleAmount,
                BaseBeforePmtDisc = -entry.BaseBeforePmtDisc,
            };
            made[details.Key] = _builder.AddVatCorrection(opposite, accounts).EntryNo;
        }
        return made;
    }

    private static int VatEntryNo(PartyDetail detail) => detail.VatEntryNo;

    private static bool IsNet(PartyDetail detail) =>
        detail.Type
            is PartyDetailType.PaymentDiscountVatExcl
                or PartyDetailType.PaymentToleranceVatExcl
                or PartyDetailType.PaymentDiscountToleranceVatExcl;

    // INV-29
    private PartyDetail MirrorOf(PartyDetail detail, Dictionary<int, int> vat) =>
        detail with
        {
            PostingDate = _builder.Header.PostingDate,
            DocumentNo = _builder.Header.DocumentNo,
            Amount = -detail.Amount,
            AmountLcy = -detail.AmountLcy,
            VatEntryNo = vat.GetValueOrDefault(detail.VatEntryNo),
            UnappliesEntryNo = detail.EntryNo,
            IsUnapplied = true,
        };

    // UNA-04: as it was before the first thing that the application did to it.
    private PartyEntry Restored(PartyEntry entry)
    {
        var first = _group.Details.First(detail => detail.PartyEntryNo == entry.EntryNo);
        return entry with
        {
            IsOpen = entry.RemainingAmount != 0m,
            RemainingPmtDiscPossible = first.PmtDiscBefore,
            MaxPaymentTolerance = first.ToleranceBefore,
            ClosedByEntryNo = 0,
            ClosedAtDate = entry.RemainingAmount != 0m ? null : _builder.Header.PostingDate,
            AppliesToId = "",
            AmountToApply = 0m,
        };
    }

    /// <summary>
    /// What comes back was not there when open entries were last revalued: it is revalued now, at
    /// the same rate (UNA-02).
    /// </summary>
    private PartyEntry Adjust(PartyEntry entry)
    {
        var isAdjusted = _books
            .DetailsOf(entry.Direction, entry.EntryNo)
            .Any(detail => detail.RegisterNo > _group.RegisterNo && IsAdjustment(detail));
        if (!isAdjusted)
            return entry;
        var gl = _books.Setup.Gl;
        var worth = Conversion.ToLcy(
            entry.RemainingAmount,
            entry.AdjustedCurrencyFactor,
            gl.AmountRoundingPrecision
        );
        var lcy = worth - entry.RemainingAmountLcy;
        if (lcy == 0m)
            return entry;
        var isGain = lcy > 0m;
        var type = isGain ? PartyDetailType.UnrealizedGain : PartyDetailType.UnrealizedLoss;
        var detail = PartyPosting.Detail(_builder.Header, entry, type) with
        {
            AmountLcy = lcy,
            GlAccountNo = _accounts.Unrealized(entry, isGain),
        };
        _writer.Add(entry, detail);
        return entry with { RemainingAmountLcy = worth };
    }

    // The part that goes with an application names the entry on the other side.
    private static bool IsAdjustment(PartyDetail detail) =>
        detail.Type is PartyDetailType.UnrealizedGain or PartyDetailType.UnrealizedLoss
        && detail.AppliedPartyEntryNo == 0;

    private void Mark(PartyEntry entry)
    {
        var key = (entry.Direction, entry.EntryNo);
        var taken = _group.Details.Select(detail => detail.EntryNo).ToHashSet();
        _books.PartyDetails[key] =
        [
            .. _books
                .DetailsOf(entry.Direction, entry.EntryNo)
                .Select(d => taken.Contains(d.EntryNo) ? d with { IsUnapplied = true } : d),
        ];
    }
}
