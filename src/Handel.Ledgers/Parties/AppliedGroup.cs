using Handel.Kernel;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>
/// One application as it was posted: the entries that hang together in a register, and all that it
/// did to them (ENT-12).
/// </summary>
public sealed record AppliedGroup(
    int RegisterNo,
    IReadOnlyList<PartyEntry> Entries,
    IReadOnlyList<PartyDetail> Details
)
{
    /// <summary>Entries that belong to it but that the books do not know.</summary>
    public bool IsKnownWhole { get; private init; } = true;

    public DateOnly PostingDate => Details.Max(detail => detail.PostingDate);

    /// <summary>The last application of an entry, or null when it has none (UNA-01).</summary>
    public static AppliedGroup? LastOf(Books books, (Direction Direction, int EntryNo) entry)
    {
        var registerNo = books
            .DetailsOf(entry.Direction, entry.EntryNo)
            .Where(IsApplication)
            .Select(detail => detail.RegisterNo)
            .DefaultIfEmpty(0)
            .Max();
        if (registerNo == 0)
            return null;
        var numbers = Reach(books, entry, registerNo);
        var entries = new List<PartyEntry>();
        foreach (var number in numbers)
            if (books.PartyEntries.TryGet((entry.Direction, number), out var found))
                entries.Add(found);
        var details = numbers
            .SelectMany(number => books.DetailsOf(entry.Direction, number))
            .Where(detail => detail.RegisterNo == registerNo && IsEffect(detail))
            .OrderBy(detail => detail.EntryNo)
            .ToList();
        var isKnown = numbers.All(number => books.PartyDetails.Contains((entry.Direction, number)));
        return new(registerNo, entries, details)
        {
            IsKnownWhole = isKnown && entries.Count == numbers.Count,
        };
    }

    /// <summary>
    /// VAT that the application made due: of documents in it, booked in its register (UNR-03).
    /// </summary>
    public IReadOnlyList<VatEntry> RealizedVat(Books books)
    {
        var waiting = Entries
            .SelectMany(entry => Books.VatOf(entry, books.VatEntriesOf(entry.RegisterNo)))
            .Where(vat => vat.IsUnrealized)
            .Select(vat => vat.EntryNo)
            .ToHashSet();
        return
        [
            .. books
                .VatEntriesOf(RegisterNo)
                .Where(vat => waiting.Contains(vat.UnrealizedVatEntryNo)),
        ];
    }

    /// <summary>VAT was corrected, or became due, by it.</summary>
    public bool HasVat(Books books) =>
        Details.Any(detail => detail.VatEntryNo != 0) || RealizedVat(books).Count > 0;

    /// <summary>What was applied to an entry and stands.</summary>
    public static bool IsApplication(PartyDetail detail) =>
        detail.Type == PartyDetailType.Application && !detail.IsUnapplied;

    private static bool IsEffect(PartyDetail detail) =>
        detail.Type != PartyDetailType.InitialEntry && !detail.IsUnapplied;

    // A journal may settle several payments in one register; only what meets belongs together.
    private static HashSet<int> Reach(
        Books books,
        (Direction Direction, int EntryNo) start,
        int registerNo
    )
    {
        var reached = new HashSet<int> { start.EntryNo };
        var next = new Queue<int>(reached);
        while (next.TryDequeue(out var number))
        {
            foreach (var detail in books.DetailsOf(start.Direction, number))
            {
                var isHere = detail.RegisterNo == registerNo && IsApplication(detail);
                if (isHere && reached.Add(detail.AppliedPartyEntryNo))
                    next.Enqueue(detail.AppliedPartyEntryNo);
            }
        }
        return reached;
    }
}
