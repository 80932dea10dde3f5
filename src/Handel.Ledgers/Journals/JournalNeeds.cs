using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Journals;

/// <summary>What must be known to post a journal: the first beat (D1).</summary>
public static class JournalNeeds
{
    public static void Add(BooksNeeds needs, JournalDraft journal)
    {
        foreach (var line in journal.Lines)
        {
            needs.DimensionSets.Add(line.DimensionSetId);
            needs.DimensionSets.UnionWith(
                journal.Allocations[line.Id].Select(allocation => allocation.DimensionSetId)
            );
            foreach (var part in line.Parts())
                if (JournalAccounts.SideOf(part.AccountType) is { } side)
                    AddParty(needs, part, side);
            if (IsBalance(line.RecurringMethod))
                needs.Balances.Add(new(line.AccountNo, line.PostingDate));
        }
    }

    /// <summary>Documents whose number may be used once (JNL-22).</summary>
    internal static bool IsUnique(EntryDocumentType type) =>
        type switch
        {
            EntryDocumentType.None or EntryDocumentType.Payment or EntryDocumentType.Refund =>
                false,
            EntryDocumentType.Invoice
            or EntryDocumentType.CreditMemo
            or EntryDocumentType.FinanceChargeMemo
            or EntryDocumentType.Reminder => true,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    internal static ExternalNumberKey ExternalNumber(JournalPart part, LedgerSide side) =>
        new(side.Direction, part.AccountNo, part.Line.DocumentType, part.Line.ExternalDocumentNo);

    internal static bool IsBalance(RecurringMethod method) =>
        method is RecurringMethod.Balance or RecurringMethod.ReversingBalance;

    private static void AddParty(BooksNeeds needs, JournalPart part, LedgerSide side)
    {
        var line = part.Line;
        needs.Parties.Add((side.Direction, part.AccountNo));
        if (IsUnique(line.DocumentType))
        {
            needs.PartyDocuments.Add(new(side.Direction, line.DocumentType, line.DocumentNo));
            if (side.NumbersDocuments && line.ExternalDocumentNo.Length > 0)
                needs.ExternalNumbers.Add(ExternalNumber(part, side));
        }
        if (line.AppliesToDocNo.Length > 0)
            needs.PartyDocuments.Add(
                new(side.Direction, line.AppliesToDocType, line.AppliesToDocNo)
            );
        else if (line.AppliesToId.Length > 0)
            needs.AppliesToIds.Add((side.Direction, part.AccountNo, line.AppliesToId));
        else
            needs.OldestFirst.Add((side.Direction, part.AccountNo));
    }
}
