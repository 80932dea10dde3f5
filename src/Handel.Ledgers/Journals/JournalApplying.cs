using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>What naming the document that a line pays fills in (JNL-50, JNL-52).</summary>
internal static class JournalApplying
{
    public static void SetDocument(JournalEdit edit, string no)
    {
        var line = edit.Line;
        line.AppliesToDocNo = no;
        if (no.Length == 0)
        {
            line.AppliesToDocType = EntryDocumentType.None;
            return;
        }
        line.AppliesToDocType = JournalEditNeeds.AppliedType(line.AppliesToDocType);
        if (PartOf(line) is not { } part || Find(edit, part, no) is not { } entry)
            return;
        var side = JournalAccounts.SideOf(part.AccountType)!;
        if (!TakeParty(edit, part, entry))
            return;
        if (entry.IsOpen)
            TakeAmount(edit, part, entry, side);
    }

    // Where the account is blank still, the kind of the account says whose document it is.
    private static JournalPart? PartOf(JournalLine line)
    {
        var parts = new[] { new JournalPart(line, false), new JournalPart(line, true) };
        return Array.Find(parts, part => part.IsParty);
    }

    private static PartyEntry? Find(JournalEdit edit, JournalPart part, string no) =>
        edit.Context.FindEntry(
            JournalAccounts.SideOf(part.AccountType)!,
            edit.Line.AppliesToDocType,
            no
        );

    // A party that was given is never overwritten (API-J-3).
    private static bool TakeParty(JournalEdit edit, JournalPart part, PartyEntry entry)
    {
        if (part.AccountNo.Length == 0)
        {
            var side = part.IsBalancing ? edit.BalAccount : edit.Account;
            var to = (edit.Line.AppliesToDocType, edit.Line.AppliesToDocNo);
            side.SetNo(entry.PartyNo);
            (edit.Line.AppliesToDocType, edit.Line.AppliesToDocNo) = to;
        }
        var accountNo = part.IsBalancing ? edit.Line.BalAccountNo : edit.Line.AccountNo;
        return accountNo == entry.PartyNo;
    }

    private static void TakeAmount(
        JournalEdit edit,
        JournalPart part,
        PartyEntry entry,
        LedgerSide side
    )
    {
        var line = edit.Line;
        if (line.Amount != 0m)
        {
            // The amount that stands there may have been proposed; the one that comes is meant.
            if (!edit.Given.Contains(JournalField.Amount))
                CheckSign(edit, part, entry);
            return;
        }
        edit.Amounts.SetCurrency(entry.CurrencyCode);
        var hasType = edit.Given.Contains(JournalField.DocumentType);
        if (line.DocumentType == EntryDocumentType.None && !hasType)
            line.DocumentType =
                entry.RemainingAmount * side.PartySign > 0m
                    ? EntryDocumentType.Payment
                    : EntryDocumentType.Refund;
        var paid = -(entry.RemainingAmount - DiscountOn(line, entry));
        edit.Amounts.Set(part.IsBalancing ? -paid : paid);
    }

    private static void CheckSign(JournalEdit edit, JournalPart part, PartyEntry entry)
    {
        if (part.Amount * entry.RemainingAmount <= 0m)
            return;
        edit.Refuse(
            edit.Problem(
                ProblemCodes.Application,
                JournalField.AppliesToDocNo,
                entry.DocumentNo
            ) with
            {
                Args = new Dictionary<string, string> { ["reason"] = "sign" },
            }
        );
    }

    // JNL-50: less the discount that is possible on the day of the payment.
    private static decimal DiscountOn(JournalLine line, PartyEntry entry) =>
        entry.PmtDiscountDate is { } last && line.PostingDate <= last
            ? entry.RemainingPmtDiscPossible
            : 0m;
}
