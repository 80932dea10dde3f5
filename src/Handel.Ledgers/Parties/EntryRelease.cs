using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.Ledgers.Parties;

/// <summary>What a journal line that is gone had reserved (SVP-07, NET-02).</summary>
public sealed record Reservation(Direction Direction, string PartyNo)
{
    /// <summary>The mark on the entries that it paid together, or blank.</summary>
    public string AppliesToId { get; init; } = "";

    /// <summary>The entry that it held, where it named one.</summary>
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";
    public string OnHold { get; init; } = "";

    /// <summary>Of a line; null when it reserves nothing.</summary>
    public static Reservation? Of(JournalLine line)
    {
        var part = line.Parts().FirstOrDefault(part => part.IsParty);
        var holds = line.OnHold.Length > 0 && line.AppliesToDocNo.Length > 0;
        if (part is null || (line.AppliesToId.Length == 0 && !holds))
            return null;
        return new(JournalAccounts.SideOf(part.AccountType)!.Direction, part.AccountNo)
        {
            AppliesToId = line.AppliesToId,
            DocumentType = line.AppliesToDocType,
            DocumentNo = holds ? line.AppliesToDocNo : "",
            OnHold = holds ? line.OnHold : "",
        };
    }
}

/// <summary>
/// Frees the entries that a journal line had marked or held, when the line goes unposted.
/// </summary>
public static class EntryRelease
{
    public static void AddNeeds(BooksNeeds needs, IEnumerable<Reservation> reservations)
    {
        needs.EntryEdits = true;
        foreach (var one in reservations)
        {
            if (one.AppliesToId.Length > 0)
                needs.AppliesToIds.Add((one.Direction, one.PartyNo, one.AppliesToId));
            if (one.OnHold.Length > 0)
                needs.PartyDocuments.Add(new(one.Direction, one.DocumentType, one.DocumentNo));
        }
    }

    /// <summary>The log of what changed. The books are a fork.</summary>
    public static IReadOnlyList<EntryEdit> Plan(
        IReadOnlyList<Reservation> reservations,
        EditedBy by,
        Books books,
        List<Problem> problems
    )
    {
        var edits = new List<EntryEdit>();
        var entries = books.PartyEntries.Values.Where(e => e.IsOpen).ToList();
        foreach (var one in reservations)
        foreach (var entry in entries.Where(e => IsOf(one, e)))
        {
            var changes = ChangesOf(one, entry);
            if (changes.Count == 0)
                continue;
            var edit = new EditPosted(entry.Direction, entry.EntryNo)
            {
                Changes = changes,
                Today = DateOnly.FromDateTime(by.At.UtcDateTime),
            };
            edits.AddRange(EntryEditing.Plan(edit, by, books, problems));
        }
        return edits;
    }

    private static bool IsOf(Reservation one, PartyEntry entry) =>
        (one.Direction, one.PartyNo) == (entry.Direction, entry.PartyNo);

    private static List<EntryChange> ChangesOf(Reservation one, PartyEntry entry)
    {
        var changes = new List<EntryChange>();
        if (one.AppliesToId.Length > 0 && entry.AppliesToId == one.AppliesToId)
            changes.Add(new(EntryField.AppliesToId, ""));
        var isHeld =
            one.OnHold.Length > 0
            && entry.OnHold == one.OnHold
            && (entry.DocumentType, entry.DocumentNo) == (one.DocumentType, one.DocumentNo);
        if (isHeld)
            changes.Add(new(EntryField.OnHold, ""));
        return changes;
    }
}
