using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>An entry that a user picked for an application.</summary>
/// <param name="Amount">In its currency and sign; 0 is as much as possible.</param>
public sealed record SelectedEntry(int EntryNo, decimal Amount = 0m)
{
    /// <summary>
    /// What was left of it when it was picked; null takes it as it is now (APP-35).
    /// </summary>
    public decimal? SeenRemaining { get; init; }

    /// <summary>The answers for this entry; null follows those of the whole (DSC-40).</summary>
    public bool? AcceptTolerance { get; init; }
    public bool? AcceptLateDiscount { get; init; }
}

/// <summary>The command: apply posted entries to each other (APP-04).</summary>
public sealed record ApplyPosted(Direction Direction, SelectedEntry Applying)
{
    public required IReadOnlyList<SelectedEntry> To { get; init; }

    /// <summary>Null is the latest date of all that take part.</summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>Blank is the number of the payment, or of the latest entry.</summary>
    public string DocumentNo { get; init; } = "";

    /// <summary>The mark that the chosen entries may carry (APP-06).</summary>
    public string AppliesToId { get; init; } = "";
    public bool? AcceptTolerance { get; init; }
    public bool? AcceptLateDiscount { get; init; }
    public PostingDates UserDates { get; init; }
    public VatDateRange UserVatDates { get; init; }
}

/// <summary>
/// Plans the application of posted entries (APP-04, DSC-04): what comes of it does not depend on
/// the entry that the user started from.
/// </summary>
public static class PostedApplication
{
    /// <summary>Adds what must be known.</summary>
    public static void AddNeeds(BooksNeeds needs, ApplyPosted command)
    {
        foreach (var entry in command.To.Append(command.Applying))
            needs.PartyEntries.Add((command.Direction, entry.EntryNo));
    }

    /// <summary>
    /// The posting, or null with problems. The books are a fork: they hold the new states after it.
    /// </summary>
    public static Posting? Plan(ApplyPosted command, Books books, List<Problem> problems)
    {
        var side = LedgerSide.Of(command.Direction);
        var entries = Find(command, books, problems);
        if (problems.Count > 0)
            return null;
        var order = entries
            .OrderByDescending(to => RankOf(to.Entry))
            .ThenByDescending(to => to.Entry.PostingDate)
            .ThenByDescending(to => to.Entry.EntryNo)
            .ToList();
        var (first, date) = (order[0], DateOf(command, order));
        FindInDate(command, order, books, problems);
        var header = HeaderOf(first.Entry, side) with
        {
            PostingDate = date,
            DocumentDate = date,
            VatDate = date,
            DocumentNo =
                command.DocumentNo.Length > 0 ? command.DocumentNo : first.Entry.DocumentNo,
            SourceCode = side.ApplicationSourceCode,
        };
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = date,
            DocumentNo = header.DocumentNo,
            SourceCode = side.ApplicationSourceCode,
        };
        var request = new ApplyRequest
        {
            Header = header,
            Applying = first.Entry,
            Amount = first.Amount,
            To = order[1..],
            AcceptTolerance = command.AcceptTolerance,
            AcceptLateDiscount = command.AcceptLateDiscount,
            Record = RecordOf(command),
        };
        var builder = new PostingBuilder(posting, books.Counters, header);
        EntryApplication.Post(request, builder, books, problems);
        // A discount that takes VAT back needs a period that still takes it (VDT-05).
        if (posting.VatEntries.Count > 0)
            problems.AddRange(
                VatDateChecks
                    .Find(
                        books.Setup,
                        new(RecordOf(command), "postingDate", date, command.UserVatDates)
                    )
                    .Problems
            );
        return problems.Count > 0 ? null : posting;
    }

    /// <summary>The entry that a command starts from, as problems name it.</summary>
    internal static RecordRef RecordOf(ApplyPosted command) =>
        EntryApplication.RecordOf(command.Direction, command.Applying.EntryNo);

    /// <summary>What a posting about an entry has in common.</summary>
    internal static PostingHeader HeaderOf(PartyEntry entry, LedgerSide side) =>
        new()
        {
            CompanyNo = entry.CompanyNo,
            Side = side,
            PostingDate = entry.PostingDate,
            DocumentDate = entry.PostingDate,
            VatDate = entry.PostingDate,
            DocumentType = entry.DocumentType,
            DocumentNo = entry.DocumentNo,
            ExternalDocumentNo = entry.ExternalDocumentNo,
            Description = entry.Description,
            PartyNo = entry.PartyNo,
            DimensionSetId = entry.DimensionSetId,
        };

    // Money comes first, the latest of it: an invoice is paid when the last of it is (DSC-04).
    private static int RankOf(PartyEntry entry) =>
        entry.DocumentType switch
        {
            EntryDocumentType.Payment or EntryDocumentType.Refund => 2,
            EntryDocumentType.CreditMemo => 1,
            EntryDocumentType.None
            or EntryDocumentType.Invoice
            or EntryDocumentType.FinanceChargeMemo
            or EntryDocumentType.Reminder => 0,
            _ => throw new InvalidOperationException("Unknown document type."),
        };

    private static DateOnly DateOf(ApplyPosted command, IEnumerable<ApplyTo> entries) =>
        command.PostingDate ?? entries.Max(to => to.Entry.PostingDate);

    private static List<ApplyTo> Find(ApplyPosted command, Books books, List<Problem> problems)
    {
        var record = RecordOf(command);
        var found = new List<ApplyTo>();
        foreach (var selected in command.To.Prepend(command.Applying))
        {
            if (!books.PartyEntries.TryGet((command.Direction, selected.EntryNo), out var entry))
                problems.Add(ApplicationChecks.Problem(record, $"{selected.EntryNo}", "missing"));
            else if (ReasonAgainst(command, selected, entry) is { Length: > 0 } reason)
                problems.Add(ApplicationChecks.Problem(record, entry.DocumentNo, reason));
            else if (selected.SeenRemaining is { } seen && seen != entry.RemainingAmount)
                problems.Add(new(ProblemCodes.Concurrency, EntryApplication.RecordOf(entry)));
            else
                found.Add(
                    new(entry, selected.Amount)
                    {
                        AcceptTolerance = selected.AcceptTolerance,
                        AcceptLateDiscount = selected.AcceptLateDiscount,
                    }
                );
        }
        if (command.To.Count == 0)
            problems.Add(ApplicationChecks.Problem(record, "", "nothing"));
        return found;
    }

    private static string ReasonAgainst(
        ApplyPosted command,
        SelectedEntry selected,
        PartyEntry entry
    )
    {
        var others = command.To.Append(command.Applying);
        if (others.Count(other => other.EntryNo == selected.EntryNo) > 1)
            return "same";
        if (!entry.IsOpen)
            return "closed";
        var isMarked = entry.AppliesToId.Length > 0 && entry.AppliesToId != command.AppliesToId;
        return isMarked ? "marked" : "";
    }

    // APP-04: never before one of them existed, and where posting is allowed.
    private static void FindInDate(
        ApplyPosted command,
        List<ApplyTo> entries,
        Books books,
        List<Problem> problems
    )
    {
        var record = RecordOf(command);
        var date = DateOf(command, entries);
        foreach (var later in entries.Where(to => to.Entry.PostingDate > date))
            problems.Add(ApplicationChecks.Problem(record, later.Entry.DocumentNo, "date"));
        if (command.UserDates.Against(date, books.Setup.Gl, record) is { } wrong)
            problems.Add(wrong);
    }
}
