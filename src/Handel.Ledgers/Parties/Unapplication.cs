using System.Globalization;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>The command: undo the last application of an entry (UNA-01).</summary>
public sealed record UnapplyPosted(Direction Direction, int EntryNo)
{
    /// <summary>Null is the date of the application.</summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>Blank is the number of the application (UNA-05).</summary>
    public string DocumentNo { get; init; } = "";
    public PostingDates UserDates { get; init; }
    public VatDateRange UserVatDates { get; init; }
}

/// <summary>
/// Plans to undo an application: mirrors its details, its ledger lines and its VAT, and restores
/// the entries as they were before it (UNA-01..07).
/// </summary>
public static class Unapplication
{
    /// <summary>Adds what must be known.</summary>
    public static void AddNeeds(BooksNeeds needs, UnapplyPosted command) =>
        needs.Applications.Add((command.Direction, command.EntryNo));

    /// <summary>
    /// The posting, or null with problems. The books are a fork: they hold the new states after it.
    /// </summary>
    public static Posting? Plan(UnapplyPosted command, Books books, List<Problem> problems)
    {
        var record = EntryApplication.RecordOf(command.Direction, command.EntryNo);
        var group = AppliedGroup.LastOf(books, (command.Direction, command.EntryNo));
        if (group is null)
            problems.Add(Refusal(record, "", "notApplied"));
        else if (!group.IsKnownWhole)
            problems.Add(new(ProblemCodes.Concurrency, record));
        if (group is not { IsKnownWhole: true })
            return null;
        var date = command.PostingDate ?? group.PostingDate;
        FindInEntries(group, books, record, problems);
        FindInDates(command, group, books, problems);
        if (group.HasVat(books))
            FindInVatDate(command, date, books, problems);
        if (problems.Count > 0)
            return null;

        var side = LedgerSide.Of(command.Direction);
        var first = group.Details[0];
        var entry = group.Entries.First(entry => entry.EntryNo == first.PartyEntryNo);
        var header = PostedApplication.HeaderOf(entry, side) with
        {
            PostingDate = date,
            DocumentDate = date,
            VatDate = date,
            DocumentType = first.DocumentType,
            DocumentNo = command.DocumentNo.Length > 0 ? command.DocumentNo : first.DocumentNo,
            SourceCode = side.UnapplicationSourceCode,
        };
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = date,
            DocumentNo = header.DocumentNo,
            SourceCode = side.UnapplicationSourceCode,
        };
        var accounts = new AccountResolution(books.Setup, record, problems);
        var builder = new PostingBuilder(posting, books.Counters, header);
        new UnapplicationRun(group, builder, books, accounts).Run();
        return problems.Count > 0 ? null : posting;
    }

    /// <summary>
    /// What to know before undoing it: money that the bank statement has counted stays there, open
    /// or not (UNA-06). Asked of the books before the plan.
    /// </summary>
    public static IReadOnlyList<Problem> Notices(UnapplyPosted command, Books books)
    {
        var record = EntryApplication.RecordOf(command.Direction, command.EntryNo);
        var group = AppliedGroup.LastOf(books, (command.Direction, command.EntryNo));
        var registers = group is null ? [] : group.Entries.Select(e => e.RegisterNo).ToHashSet();
        return
        [
            .. books
                .BankEntries.Values.Where(entry => registers.Contains(entry.RegisterNo))
                .Where(entry => entry is { IsOpen: false, IsReversed: false })
                .OrderBy(entry => entry.EntryNo)
                .Select(entry => Refusal(record, entry.DocumentNo, "banked")),
        ];
    }

    private static void FindInEntries(
        AppliedGroup group,
        Books books,
        RecordRef record,
        List<Problem> problems
    )
    {
        foreach (var entry in group.Entries)
        {
            if (entry.IsReversed)
                problems.Add(Refusal(record, entry.DocumentNo, "reversed"));
            var later = books
                .DetailsOf(entry.Direction, entry.EntryNo)
                .Where(AppliedGroup.IsApplication)
                .MaxBy(detail => detail.RegisterNo);
            // UNA-01: what came last goes first.
            if (later is not null && later.RegisterNo > group.RegisterNo)
                problems.Add(Later(record, entry, later));
        }
        // UNR-03: what would wait again must find payments that know of it (GLS-13).
        if (!books.Setup.Gl.UnrealizedVat && group.RealizedVat(books).Count > 0)
            problems.Add(
                new(ProblemCodes.VatSwitch, record, "unrealizedTax")
                {
                    MendedAt = new(VatSwitches.Entity, ""),
                }
            );
        // UNA-07
        var taken = group.Details.Select(detail => detail.VatEntryNo).ToHashSet();
        var vat = books
            .VatEntriesOf(group.RegisterNo)
            .Where(v => taken.Contains(v.EntryNo))
            .Concat(group.RealizedVat(books));
        if (vat.FirstOrDefault(entry => entry.IsClosed) is { } closed)
            problems.Add(Refusal(record, closed.DocumentNo, "vatClosed"));
    }

    // UNA-02: both the day of the application and the day of undoing it.
    private static void FindInDates(
        UnapplyPosted command,
        AppliedGroup group,
        Books books,
        List<Problem> problems
    )
    {
        var record = EntryApplication.RecordOf(command.Direction, command.EntryNo);
        var date = command.PostingDate ?? group.PostingDate;
        if (date < group.PostingDate)
            problems.Add(Refusal(record, group.Details[0].DocumentNo, "date"));
        foreach (var day in new[] { group.PostingDate, date }.Distinct())
            if (command.UserDates.Against(day, books.Setup.Gl, record) is { } wrong)
                problems.Add(wrong);
    }

    // VST-06: VAT that comes back needs a period that still takes it (VDT-05).
    private static void FindInVatDate(
        UnapplyPosted command,
        DateOnly date,
        Books books,
        List<Problem> problems
    )
    {
        var record = EntryApplication.RecordOf(command.Direction, command.EntryNo);
        var asked = new VatDateQuestion(record, "postingDate", date, command.UserVatDates);
        problems.AddRange(VatDateChecks.Find(books.Setup, asked).Problems);
    }

    private static Problem Later(RecordRef record, PartyEntry entry, PartyDetail later) =>
        Refusal(record, entry.DocumentNo, "later") with
        {
            MendedAt = EntryApplication.RecordOf(entry),
            Args = new Dictionary<string, string>
            {
                ["reason"] = "later",
                ["document"] = later.DocumentNo,
                ["register"] = later.RegisterNo.ToString(CultureInfo.InvariantCulture),
            },
        };

    private static Problem Refusal(RecordRef record, string documentNo, string reason) =>
        new(ProblemCodes.Unapplication, record, "", documentNo)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };
}
