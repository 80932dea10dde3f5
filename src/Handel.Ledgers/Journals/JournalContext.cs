using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>
/// What an edit of journal lines may look up; the shell loads what is needed (S10).
/// </summary>
public sealed record JournalContext
{
    public required JournalSettings Settings { get; init; }
    public required CompanySetup Setup { get; init; }

    /// <summary>The date that the user works on (CNV-06).</summary>
    public required DateOnly WorkDate { get; init; }
    public IReadOnlyDictionary<(Direction, string No), Party> Parties { get; init; } =
        new Dictionary<(Direction, string), Party>();

    /// <summary>Entries that a line may apply to, by party and by document.</summary>
    public IReadOnlyList<PartyEntry> Entries { get; init; } = [];

    /// <summary>The last line of the batch as it is, or null in an empty one (JNL-03).</summary>
    public JournalLine? LastLine { get; init; }

    /// <summary>What the document of the last line is out of balance by, LCY (JNL-03).</summary>
    public decimal LastBalanceLcy { get; init; }

    /// <summary>The number that the next document gets, or blank (JNL-03).</summary>
    public string NextDocumentNo { get; init; } = "";

    internal Party? FindParty(LedgerSide side, string no) =>
        Parties.GetValueOrDefault((side.Direction, no));

    /// <summary>The entry of a document of the party, the open one first.</summary>
    internal PartyEntry? FindEntry(LedgerSide side, EntryDocumentType type, string no) =>
        Entries
            .Where(entry => entry.Direction == side.Direction)
            .Where(entry => (entry.DocumentType, entry.DocumentNo) == (type, no))
            .OrderByDescending(entry => entry.IsOpen)
            .FirstOrDefault();
}

/// <summary>What must be loaded before an edit of journal lines (S10).</summary>
public sealed class JournalEditNeeds
{
    public HashSet<(Direction, string No)> Parties { get; } = [];
    public HashSet<PartyDocumentKey> Documents { get; } = [];

    public void Add(JournalLine line, IReadOnlyList<JournalChange> changes)
    {
        var type = Last(changes, JournalField.AccountType) as JournalAccountType?;
        var balType = Last(changes, JournalField.BalAccountType) as JournalAccountType?;
        var no = Last(changes, JournalField.AccountNo) as string;
        var balNo = Last(changes, JournalField.BalAccountNo) as string;
        Add(type ?? line.AccountType, no ?? line.AccountNo);
        Add(balType ?? line.BalAccountType, balNo ?? line.BalAccountNo);
        if (Last(changes, JournalField.AppliesToDocNo) is not string { Length: > 0 } document)
            return;
        var documentType = Last(changes, JournalField.AppliesToDocType) as EntryDocumentType?;
        foreach (var direction in Enum.GetValues<Direction>())
            Documents.Add(
                new(direction, documentType ?? AppliedType(line.AppliesToDocType), document)
            );
    }

    /// <summary>Whoever names a document without its type means an invoice (API-J-3).</summary>
    internal static EntryDocumentType AppliedType(EntryDocumentType type) =>
        type == EntryDocumentType.None ? EntryDocumentType.Invoice : type;

    private static object? Last(IReadOnlyList<JournalChange> changes, JournalField field) =>
        changes.LastOrDefault(change => change.Field == field)?.Value;

    private void Add(JournalAccountType type, string no)
    {
        if (no.Length > 0 && JournalAccounts.SideOf(type) is { } side)
            Parties.Add((side.Direction, no));
    }
}
