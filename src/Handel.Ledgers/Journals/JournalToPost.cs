using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>The command: post this journal. Preview and posting plan the same one (S2).</summary>
/// <param name="Journal">As stored; the plan leaves it as it is.</param>
public sealed record JournalToPost(JournalDraft Journal)
{
    public PostingDates UserDates { get; init; }

    /// <summary>VAT dates allowed to the user who posts (GLD-05).</summary>
    public VatDateRange UserVatDates { get; init; }

    /// <summary>
    /// Posts the documents that have no problem and leaves the others, instead of all or none
    /// (JNL-40).
    /// </summary>
    public bool IsValidOnly { get; init; }

    /// <summary>
    /// Made by a program and not typed: a rest of converting one currency is written off (JNL-31).
    /// </summary>
    public bool IsSystemCreated { get; init; }

    /// <summary>Entries as they are marked for this posting alone (PRG-05).</summary>
    public IReadOnlyList<Parties.PartyEntry> Marked { get; init; } = [];

    /// <summary>Names of the twelve months in the language of the company (JNL-41).</summary>
    public required IReadOnlyList<string> MonthNames { get; init; }
}

/// <summary>
/// What posting a journal will do: one register for each of its documents, and what becomes of its
/// lines. Refused with all problems at once, or ready (S2).
/// </summary>
public sealed record JournalPlan
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public bool IsRefused => Problems.Count > 0;

    /// <summary>Problems of documents that were left, where only valid ones are posted.</summary>
    public IReadOnlyList<Problem> Skipped { get; init; } = [];
    public IReadOnlyList<Posting> Postings { get; init; } = [];

    /// <summary>The books after it, to be adopted; null when refused.</summary>
    public Books? After { get; init; }

    /// <summary>The journal as it was; null when refused.</summary>
    public JournalDraft? Journal { get; init; }

    /// <summary>Lines that were posted and go (JNL-36).</summary>
    public IReadOnlyList<JournalLine> Removed { get; init; } = [];

    /// <summary>Recurring lines as they stand for the next time (JNL-41).</summary>
    public IReadOnlyList<JournalLine> MovedOn { get; init; } = [];

    /// <summary>
    /// Lines as they were posted, with the numbers that they got; empty unless the journal keeps
    /// them (JNL-36).
    /// </summary>
    public IReadOnlyList<JournalLine> Archived { get; init; } = [];

    /// <summary>The name of the batch from now on (JNL-36).</summary>
    public string NextBatchName { get; init; } = "";
    public int LastRegisterNo => Postings.Count == 0 ? 0 : Postings[^1].RegisterNo;
    public int FirstRegisterNo => Postings.Count == 0 ? 0 : Postings[0].RegisterNo;

    /// <summary>Document numbers that were drawn for this posting (JNL-34).</summary>
    public IReadOnlyCollection<string> DrawnNumbers { get; init; } = [];

    /// <summary>The journal as it stands after the posting (JNL-36, JNL-41).</summary>
    public JournalDraft Left(DateTimeOffset postedAt)
    {
        var batch = Journal!.Batch.Copy();
        batch.Name = NextBatchName;
        batch.Version++;
        batch.ModifiedAt = postedAt;
        var gone = Removed.Select(line => line.Id).ToHashSet();
        var moved = MovedOn.ToDictionary(line => line.Id);
        var left = Journal.Lines.Where(line => !gone.Contains(line.Id));
        return new(
            Journal.Settings with
            {
                Batch = batch,
            },
            [.. left.Select(line => moved.GetValueOrDefault(line.Id, line))]
        )
        {
            Allocations = Journal.Allocations,
        };
    }

    public static JournalPlan Refused(IReadOnlyList<Problem> problems) =>
        new() { Problems = problems };
}
