using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Open entries follow when the tolerance or the grace period of the company changes: each gets the
/// largest difference and the last day of a late discount that it would get if it were posted now
/// (GLS-17, DSC-20, DSC-26).
/// </summary>
public static class ToleranceChange
{
    /// <summary>Adds what must be known.</summary>
    public static void AddNeeds(BooksNeeds needs, Direction direction, IEnumerable<int> entryNos)
    {
        foreach (var entryNo in entryNos)
            needs.PartyEntries.Add((direction, entryNo));
        needs.EntryEdits = true;
    }

    /// <summary>
    /// The log of what changed. The books are a fork: they hold the entries as they are then.
    /// </summary>
    public static IReadOnlyList<EntryEdit> Plan(
        (Direction Direction, IReadOnlyList<int> EntryNos) what,
        EditedBy by,
        Books books,
        List<Problem> problems
    )
    {
        var edits = new List<EntryEdit>();
        foreach (var entryNo in what.EntryNos)
        {
            // What was closed meanwhile needs no tolerance any more.
            var key = (what.Direction, entryNo);
            if (!books.PartyEntries.TryGet(key, out var entry) || !HasTolerance(entry))
                continue;
            var edit = new EditPosted(what.Direction, entryNo)
            {
                Today = DateOnly.FromDateTime(by.At.UtcDateTime),
                Changes =
                [
                    new(EntryField.MaxPaymentTolerance, MaxOf(entry, books)),
                    new(
                        EntryField.PmtDiscToleranceDate,
                        SettlementTerms.LateUntil(entry.PmtDiscountDate, books.Setup)
                    ),
                ],
            };
            edits.AddRange(EntryEditing.Plan(edit, by, books, problems));
        }
        return edits;
    }

    private static bool HasTolerance(PartyEntry entry) =>
        entry
            is {
                IsOpen: true,
                DocumentType: EntryDocumentType.Invoice or EntryDocumentType.CreditMemo
            };

    // Never more than is left (APP-27).
    private static decimal MaxOf(PartyEntry entry, Books books)
    {
        if (books.Parties[(entry.Direction, entry.PartyNo)].BlockPaymentTolerance)
            return 0m;
        var amount = (entry.OriginalAmount, entry.CurrencyCode);
        var most = SettlementTerms.ToleranceOf(amount, books.Setup);
        return Math.Sign(entry.RemainingAmount)
            * Math.Min(Math.Abs(most), Math.Abs(entry.RemainingAmount));
    }
}
