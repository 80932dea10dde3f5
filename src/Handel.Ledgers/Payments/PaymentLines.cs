using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>Suggested payments as lines of a journal, and as marks on entries (SVP-07, 09).</summary>
public static class PaymentLines
{
    /// <summary>Longest message to whoever receives the money.</summary>
    public const int MessageMax = 140;

    /// <summary>What is typed on the line of a payment.</summary>
    public static IReadOnlyList<JournalChange> Changes(
        SuggestedPayment payment,
        PaymentWish wish,
        LedgerSide side
    )
    {
        var first = payment.Paid[0].Entry;
        var method =
            wish.PaymentMethodCode.Length > 0 ? wish.PaymentMethodCode : first.PaymentMethodCode;
        List<JournalChange> changes =
        [
            new(JournalField.PostingDate, payment.PostingDate),
            new(JournalField.DocumentType, payment.DocumentType),
            new(JournalField.DocumentNo, payment.DocumentNo),
            new(JournalField.AccountType, side.JournalAccount),
            new(JournalField.AccountNo, payment.PartyNo),
            new(JournalField.BalAccountType, wish.BalAccountType),
            new(JournalField.BalAccountNo, wish.BalAccountNo),
            new(JournalField.CurrencyCode, payment.CurrencyCode),
            new(JournalField.Amount, side.Sign * payment.Amount),
            new(JournalField.MessageToRecipient, MessageOf(payment)),
        ];
        if (method.Length > 0)
            changes.Add(new(JournalField.PaymentMethodCode, method));
        if (payment.IsSummarized)
            changes.Add(new(JournalField.AppliesToId, payment.DocumentNo));
        else
            changes.AddRange([
                new(JournalField.AppliesToDocType, first.DocumentType),
                new(JournalField.AppliesToDocNo, first.DocumentNo),
                new(JournalField.ExternalDocumentNo, first.ExternalDocumentNo),
                new(JournalField.DueDate, first.DueDate),
            ]);
        return changes;
    }

    /// <summary>Marks of the entries that a summarized payment pays (SVP-07).</summary>
    public static IEnumerable<EditPosted> Marks(SuggestedPayment payment, LedgerSide side) =>
        !payment.IsSummarized
            ? []
            : payment.Paid.Select(paid => new EditPosted(side.Direction, paid.Entry.EntryNo)
            {
                Today = payment.PostingDate,
                Changes =
                [
                    new(EntryField.AppliesToId, payment.DocumentNo),
                    new(EntryField.AmountToApply, side.PartySign * paid.Amount),
                ],
            });

    // The numbers that the receiver knows the documents by.
    private static string MessageOf(SuggestedPayment payment)
    {
        var texts = payment.Paid.Select(paid =>
            paid.Entry.MessageToRecipient.Length > 0 ? paid.Entry.MessageToRecipient
            : paid.Entry.ExternalDocumentNo.Length > 0 ? paid.Entry.ExternalDocumentNo
            : paid.Entry.DocumentNo
        );
        var message = string.Join(", ", texts);
        return message.Length <= MessageMax ? message : message[..MessageMax];
    }
}
