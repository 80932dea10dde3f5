using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>What a user should look at before a payment is posted (PRG-04).</summary>
public enum RegistrationWarning : short
{
    None = 0,

    /// <summary>Less than is open, and no discount makes up for it.</summary>
    PartialPayment = 1,

    /// <summary>The discounted amount, paid after the last day of the discount.</summary>
    DiscountLate = 2,

    /// <summary>Paid after the due date.</summary>
    PastDue = 3,
}

/// <summary>
/// An open document and the line that registers its payment, if any (PRG-02). Amounts are positive
/// where the document is owed; negative ones are refunds.
/// </summary>
public sealed record RegisteredPayment(PartyEntry Entry, JournalLine? Line)
{
    private LedgerSide Side => LedgerSide.Of(Entry.Direction);
    public bool IsPaid => Line is not null;
    public DateOnly? PaymentDate => Line?.PostingDate;
    public decimal PaymentAmount => Line is null ? 0m : Side.Sign * Line.Amount;
    public decimal Remaining => Side.PartySign * Entry.RemainingAmount;
    public decimal RemainingAfterDiscount =>
        Side.PartySign * (Entry.RemainingAmount - Entry.RemainingPmtDiscPossible);

    public RegistrationWarning Warning
    {
        get
        {
            if (Line is not { PostingDate: var date })
                return RegistrationWarning.None;
            if (Math.Abs(PaymentAmount) < Math.Abs(ProposedOn(date)))
                return PaymentAmount == RemainingAfterDiscount
                    ? RegistrationWarning.DiscountLate
                    : RegistrationWarning.PartialPayment;
            return Entry.DueDate < date ? RegistrationWarning.PastDue : RegistrationWarning.None;
        }
    }

    /// <summary>All that is open, less a discount that counts on that day (PRG-03).</summary>
    public decimal ProposedOn(DateOnly date) =>
        Side.PartySign * EntryEditing.ProposedAmount(Entry, date);
}

/// <summary>What a user typed on an open document; null is left as it is (PRG-03).</summary>
public sealed record PaymentTick
{
    public bool? IsPaid { get; init; }
    public DateOnly? PaymentDate { get; init; }
    public decimal? PaymentAmount { get; init; }
    public string? ExternalDocumentNo { get; init; }

    /// <summary>It takes the payment back.</summary>
    public bool Unticks => IsPaid is false || PaymentAmount is 0m;

    /// <summary>
    /// The line that registers the payment. Typing a date or an amount ticks the document; another
    /// date proposes another amount, unless somebody typed one.
    /// </summary>
    public IReadOnlyList<JournalChange> Changes(RegisteredPayment paid, DateOnly workDate)
    {
        var (entry, side) = (paid.Entry, LedgerSide.Of(paid.Entry.Direction));
        var date = PaymentDate ?? paid.PaymentDate ?? workDate;
        var isTyped =
            paid.PaymentDate is { } before && paid.PaymentAmount != paid.ProposedOn(before);
        var amount = PaymentAmount ?? (isTyped ? paid.PaymentAmount : paid.ProposedOn(date));
        List<JournalChange> changes =
        [
            new(JournalField.PostingDate, date),
            new(
                JournalField.DocumentType,
                amount < 0m ? EntryDocumentType.Refund : EntryDocumentType.Payment
            ),
            new(JournalField.Amount, side.Sign * amount),
        ];
        if (!paid.IsPaid)
            changes.AddRange([
                new(JournalField.AccountType, side.JournalAccount),
                new(JournalField.AccountNo, entry.PartyNo),
                new(JournalField.CurrencyCode, entry.CurrencyCode),
                new(JournalField.AppliesToDocType, entry.DocumentType),
                new(JournalField.AppliesToDocNo, entry.DocumentNo),
            ]);
        if (ExternalDocumentNo is { } no)
            changes.Add(new(JournalField.ExternalDocumentNo, no));
        return changes;
    }
}
