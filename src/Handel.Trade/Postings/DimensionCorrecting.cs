using System.Globalization;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>A ledger entry and the stored set that it should have had.</summary>
public readonly record struct CorrectedEntry(int EntryNo, int DimensionSetId);

/// <summary>
/// The command: book ledger entries again with other dimensions (DIM-13). Entries are facts, so
/// each is taken back and booked anew, on its own account and date; amounts do not change.
/// </summary>
public sealed record CorrectDimensions(IReadOnlyList<CorrectedEntry> Entries)
{
    public PostingDates UserDates { get; init; }

    /// <summary>The register of the correction that this one takes back, or 0.</summary>
    public int UndoesRegisterNo { get; init; }
}

/// <summary>Plans the correction of dimensions on posted ledger entries (DIM-13).</summary>
public static class DimensionCorrecting
{
    public const string SourceCode = "DIMCORR";
    public const string Entity = "generalLedgerEntries";

    /// <summary>Entries of one correction, at most.</summary>
    public const int EntriesMax = 1000;

    public static void AddNeeds(BooksNeeds needs, CorrectDimensions command)
    {
        foreach (var entry in command.Entries)
        {
            needs.GlEntries.Add(entry.EntryNo);
            needs.DimensionSets.Add(entry.DimensionSetId);
        }
    }

    public static Plan Plan(CorrectDimensions command, Books books)
    {
        var problems = Find(command, books);
        if (problems.Count > 0)
            return Documents.Plan.Refused(problems);
        var fork = books.Fork();
        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = books.GlEntries[command.Entries[0].EntryNo].PostingDate,
            DocumentNo = books.GlEntries[command.Entries[0].EntryNo].DocumentNo,
            SourceCode = SourceCode,
        };
        foreach (var corrected in command.Entries)
            Add(corrected, command, fork, posting);
        return Documents.Plan.Ready(posting, fork);
    }

    private static void Add(
        CorrectedEntry corrected,
        CorrectDimensions command,
        Books books,
        Posting posting
    )
    {
        var wrong = books.GlEntries[corrected.EntryNo];
        var back = Copy(wrong, posting, ++books.Counters.Gl) with
        {
            Amount = -wrong.Amount,
            Quantity = -wrong.Quantity,
            SourceCurrencyAmount = -wrong.SourceCurrencyAmount,
            // The side of the wrong entry shrinks, so that turnover stays what it was (GLS-21).
            IsCorrection = !wrong.IsCorrection,
        };
        var right = Copy(wrong, posting, ++books.Counters.Gl) with
        {
            DimensionSetId = corrected.DimensionSetId,
        };
        posting.GlEntries.Add(back);
        posting.GlEntries.Add(right);
        var correction = new DimensionCorrection
        {
            CompanyNo = wrong.CompanyNo,
            EntryNo = wrong.EntryNo,
            ReversalEntryNo = back.EntryNo,
            NewEntryNo = right.EntryNo,
            RegisterNo = posting.RegisterNo,
            OldDimensionSetId = wrong.DimensionSetId,
            NewDimensionSetId = corrected.DimensionSetId,
            UndoesRegisterNo = command.UndoesRegisterNo,
        };
        posting.DimensionCorrections.Add(correction);
        books.DimensionCorrections[wrong.EntryNo] = correction;
        // What was taken back is no fact to correct any more.
        books.DimensionCorrections[back.EntryNo] = correction;
    }

    // VAT, cost and quantity of goods stay with the entry that brought them.
    private static GlEntry Copy(GlEntry wrong, Posting posting, int entryNo) =>
        wrong with
        {
            EntryNo = entryNo,
            RegisterNo = posting.RegisterNo,
            SourceCode = posting.SourceCode,
            GenPostingType = GenPostingType.None,
            GenBusPostingGroup = "",
            GenProdPostingGroup = "",
            VatBusPostingGroup = "",
            VatProdPostingGroup = "",
            VatAmount = 0m,
            ValueEntryNo = 0,
            IsSystemCreated = true,
        };

    private static List<Problem> Find(CorrectDimensions command, Books books)
    {
        var problems = new List<Problem>();
        if (command.Entries.Count is 0 or > EntriesMax)
            problems.Add(new(ProblemCodes.NothingToPost, new(Entity, "")));
        foreach (var corrected in command.Entries)
        {
            var record = RecordOf(books.Setup.CompanyNo, corrected.EntryNo);
            if (books.GlEntries.TryGetValue(corrected.EntryNo, out var entry))
                FindInEntry(corrected, entry, (command, books), problems);
            else
                problems.Add(new(ProblemCodes.DimensionCorrected, record, "entryNumber"));
        }
        return problems;
    }

    private static void FindInEntry(
        CorrectedEntry corrected,
        GlEntry entry,
        (CorrectDimensions Command, Books Books) of,
        List<Problem> problems
    )
    {
        var (command, books) = of;
        var record = RecordOf(entry.CompanyNo, entry.EntryNo);
        FindDate(entry, command, books.Setup, problems);
        if (books.DimensionCorrections.TryGet(entry.EntryNo, out var earlier))
            problems.Add(
                new(ProblemCodes.DimensionCorrected, record, "entryNumber", $"{entry.EntryNo}")
                {
                    Args = new Dictionary<string, string> { ["by"] = $"{earlier.NewEntryNo}" },
                    MendedAt = RecordOf(entry.CompanyNo, earlier.NewEntryNo),
                }
            );
        if (corrected.DimensionSetId == entry.DimensionSetId)
            problems.Add(new(ProblemCodes.NothingToPost, record, "dimensionSetLines"));
        var account = new RecordRef(DimensionEntities.Accounts, entry.AccountNo);
        if (books.Setup.Accounts.GetValueOrDefault(entry.AccountNo) is { IsBlocked: true })
            problems.Add(
                new(ProblemCodes.Blocked, record, "accountNumber", entry.AccountNo)
                {
                    MendedAt = account,
                }
            );
        problems.AddRange(
            DimensionChecks.Find(
                books.Dimensions.Sets[corrected.DimensionSetId],
                record,
                [account],
                books.Dimensions.Rules
            )
        );
    }

    // GLD-01: both lines have the date of the entry; a closed period stays as it is.
    private static void FindDate(
        GlEntry entry,
        CorrectDimensions command,
        CompanySetup setup,
        List<Problem> problems
    )
    {
        var company = new PostingDates(setup.Gl.AllowPostingFrom, setup.Gl.AllowPostingTo);
        var range = command.UserDates.IsSet ? command.UserDates : company;
        if (range.Allows(entry.PostingDate))
            return;
        problems.Add(
            new(
                ProblemCodes.PostingDate,
                RecordOf(entry.CompanyNo, entry.EntryNo),
                "postingDate",
                Text(entry.PostingDate)
            )
            {
                MendedAt = new("generalLedgerSetup", ""),
                Args = new Dictionary<string, string>
                {
                    ["from"] = Text(range.From),
                    ["to"] = Text(range.To),
                    ["source"] = command.UserDates.IsSet ? "user" : "company",
                },
            }
        );
    }

    /// <summary>An entry as problems name it, with the id that a link opens.</summary>
    public static RecordRef RecordOf(int companyNo, int entryNo) =>
        new(
            Entity,
            entryNo.ToString(CultureInfo.InvariantCulture),
            0,
            new EntryId(companyNo, EntryLedger.General, entryNo).ToGuid()
        );

    private static string Text(DateOnly? date) =>
        date?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
