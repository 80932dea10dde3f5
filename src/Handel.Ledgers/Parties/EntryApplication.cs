using System.Globalization;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Settles customer or vendor entries with each other: order, discount, tolerance, currencies,
/// ledger lines and the new states of the entries (finance 13, 14). Journals, documents and users
/// who apply posted entries all come here.
/// </summary>
public static class EntryApplication
{
    /// <summary>
    /// Adds details and ledger lines to the posting and keeps the new states in the books, or says
    /// what is wrong. After a problem the posting is not to be committed.
    /// </summary>
    public static void Post(
        ApplyRequest request,
        PostingBuilder builder,
        Books books,
        List<Problem> problems
    )
    {
        var applying = books.Current(request.Applying);
        var to = request
            .To.Select(to => to with { Entry = books.Current(to.Entry) })
            .Where(to => !request.IsOldestFirst || ApplicationChecks.Fits(applying, to, books))
            .ToList();
        request = request with { Applying = applying, To = to };
        var found = ApplicationChecks.Find(request, books);
        problems.AddRange(found);
        if (to.Count == 0 || !applying.IsOpen || found.Count > 0)
            return;
        new ApplicationRun(request, builder, (books, problems)).Run();
    }

    /// <summary>An entry as problems name it.</summary>
    public static RecordRef RecordOf(PartyEntry entry) => RecordOf(entry.Direction, entry.EntryNo);

    /// <summary>An entry as problems name it.</summary>
    public static RecordRef RecordOf(Direction direction, int entryNo) =>
        new(
            LedgerSide.Of(direction).LedgerEntriesEntity,
            entryNo.ToString(CultureInfo.InvariantCulture)
        );
}
