using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>An open entry that a journal line is to settle, or to leave alone (JNL-50).</summary>
/// <param name="Amount">
/// How much of it, in its sign and currency; null proposes it, 0 leaves it alone.
/// </param>
public sealed record EntryMark(int EntryNo, bool IsApplied, decimal? Amount = null);

/// <summary>What marking comes to: edits of entries, and changes of the line.</summary>
public sealed record LineMarks(
    IReadOnlyList<EditPosted> Entries,
    IReadOnlyList<JournalChange> Line
);

/// <summary>
/// Marks several open entries for one journal line: they and the line get one Applies-to ID, the
/// Document No. of the line (JNL-50, APP-02, APP-06). A document that the line named becomes one of
/// the marked.
/// </summary>
public static class LineMarking
{
    /// <summary>Whose entries a line settles; null where it names no customer or vendor.</summary>
    public static (LedgerSide Side, string PartyNo)? PartyOf(JournalLine line) =>
        line.Parts().FirstOrDefault(part => part.IsParty) is { } part
            ? (JournalAccounts.SideOf(part.AccountType)!, part.AccountNo)
            : null;

    /// <summary>An entry that the line may settle: open, there already, currency allowed.</summary>
    public static bool IsOffered(JournalLine line, PartyEntry entry, CompanySetup setup) =>
        entry.IsOpen
        && entry.PostingDate <= line.PostingDate
        && (
            line.Amount == 0m
            || ApplicationChecks.MayMix(
                setup,
                entry.Direction,
                (line.CurrencyCode, entry.CurrencyCode)
            )
        );

    /// <summary>The line settles this entry when it is posted.</summary>
    public static bool IsApplied(JournalLine line, PartyEntry entry) =>
        line.AppliesToId.Length > 0
            ? entry.AppliesToId == line.AppliesToId
            : line.AppliesToDocNo.Length > 0
                && (line.AppliesToDocType, line.AppliesToDocNo)
                    == (entry.DocumentType, entry.DocumentNo);

    /// <param name="line">The line as it is.</param>
    /// <param name="offered">All entries that it may settle.</param>
    /// <param name="marks">What is to change; other entries stay as they are.</param>
    /// <param name="problems">Takes what stands against it.</param>
    public static LineMarks Plan(
        JournalLine line,
        IReadOnlyList<PartyEntry> offered,
        IReadOnlyList<EntryMark> marks,
        List<Problem> problems
    )
    {
        var id = line.AppliesToId.Length > 0 ? line.AppliesToId : line.DocumentNo;
        if (id.Length == 0)
            problems.Add(Problem(ProblemCodes.FieldEmpty, "documentNumber", ""));
        var byNo = marks.ToDictionary(mark => mark.EntryNo);
        foreach (var missing in byNo.Keys.Except(offered.Select(entry => entry.EntryNo)))
            problems.Add(ApplicationChecks.Problem(Record, $"{missing}", "missing"));
        if (problems.Count > 0)
            return new([], []);
        var (edits, applied) = (new List<EditPosted>(), new List<(PartyEntry, decimal)>());
        foreach (var entry in offered)
        {
            var mark = byNo.GetValueOrDefault(entry.EntryNo);
            var isApplied = mark is null
                ? IsApplied(line, entry)
                : mark.IsApplied && mark.Amount != 0m;
            var amount = AmountOf(line, entry, (mark, id));
            if (isApplied)
                applied.Add((entry, amount));
            if (Changes(entry, (id, isApplied), amount) is { Count: > 0 } changes)
                edits.Add(
                    new EditPosted(entry.Direction, entry.EntryNo)
                    {
                        Changes = changes,
                        Today = line.PostingDate,
                    }
                );
        }
        return new(edits, OfLine(line, id, applied));
    }

    /// <summary>
    /// Frees the entries of a line that goes, or that is to settle something else (DSC-40, INV-36).
    /// </summary>
    public static IReadOnlyList<EditPosted> Free(JournalLine line, IEnumerable<PartyEntry> open) =>
        [
            .. open.Where(entry =>
                    line.AppliesToId.Length > 0 && entry.AppliesToId == line.AppliesToId
                )
                .Select(entry => new EditPosted(entry.Direction, entry.EntryNo)
                {
                    Changes = [new(EntryField.AppliesToId, "")],
                    Today = line.PostingDate,
                }),
        ];

    private static decimal AmountOf(
        JournalLine line,
        PartyEntry entry,
        (EntryMark? Mark, string Id) marked
    ) =>
        marked.Mark?.Amount
        ?? (
            entry.AppliesToId == marked.Id && entry.AmountToApply != 0m
                ? entry.AmountToApply
                : EntryEditing.ProposedAmount(entry, line.PostingDate)
        );

    // The mark of somebody else is left alone, unless the entry is to be taken: that is refused.
    private static List<EntryChange> Changes(
        PartyEntry entry,
        (string Id, bool IsApplied) mark,
        decimal amount
    )
    {
        if (!mark.IsApplied)
            return entry.AppliesToId == mark.Id ? [new(EntryField.AppliesToId, "")] : [];
        var changes = new List<EntryChange>();
        if (entry.AppliesToId != mark.Id)
            changes.Add(new(EntryField.AppliesToId, mark.Id));
        if (changes.Count > 0 || entry.AmountToApply != amount)
            changes.Add(new(EntryField.AmountToApply, amount));
        return changes;
    }

    private static List<JournalChange> OfLine(
        JournalLine line,
        string id,
        List<(PartyEntry Entry, decimal Amount)> applied
    )
    {
        var changes = new List<JournalChange>();
        if (line.AppliesToDocNo.Length > 0)
            changes.Add(new(JournalField.AppliesToDocNo, ""));
        changes.Add(new(JournalField.AppliesToId, applied.Count > 0 ? id : ""));
        var currencies = applied.Select(one => one.Entry.CurrencyCode).Distinct().ToList();
        // An amount that was typed stays; two currencies have no sum.
        if (line.Amount != 0m || currencies.Count != 1)
            return changes;
        var (part, sum) = (
            line.Parts().First(part => part.IsParty),
            applied.Sum(one => one.Amount)
        );
        changes.Add(new(JournalField.CurrencyCode, currencies[0]));
        if (line.DocumentType == EntryDocumentType.None)
            changes.Add(
                new(
                    JournalField.DocumentType,
                    sum * JournalAccounts.SideOf(part.AccountType)!.PartySign > 0m
                        ? EntryDocumentType.Payment
                        : EntryDocumentType.Refund
                )
            );
        changes.Add(new(JournalField.Amount, part.IsBalancing ? sum : -sum));
        return changes;
    }

    private static RecordRef Record => new(JournalLine.Entity, "");

    private static Problem Problem(string code, string field, string value) =>
        new(code, Record, field, value);
}
