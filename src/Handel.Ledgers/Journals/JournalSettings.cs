using Handel.Kernel.Problems;

namespace Handel.Ledgers.Journals;

/// <summary>
/// How lines of a batch are entered and posted: the batch where it says so, else its template
/// (JNL-01).
/// </summary>
public sealed record JournalSettings(JournalTemplate Template, JournalBatch Batch)
{
    public string NoSeries => Own(Batch.NoSeries, Template.NoSeries);
    public string PostingNoSeries => Own(Batch.PostingNoSeries, Template.PostingNoSeries);
    public string ReasonCode => Own(Batch.ReasonCode, Template.ReasonCode);
    public bool CopyVatSetup => Batch.CopyVatSetup ?? Template.CopyVatSetup;
    public bool AllowVatDifference => Batch.AllowVatDifference ?? Template.AllowVatDifference;
    public bool CopyToPostedLines => Batch.CopyToPostedLines ?? Template.CopyToPostedLines;
    public bool IsRecurring => Template.Type == JournalType.Recurring;

    /// <summary>
    /// What new lines balance against (JNL-04); nothing where lines recur (JNL-41).
    /// </summary>
    public (JournalAccountType Type, string No) BalAccount =>
        IsRecurring ? (JournalAccountType.GlAccount, "")
        : Batch.BalAccountNo.Length > 0 ? (Batch.BalAccountType, Batch.BalAccountNo)
        : (Template.BalAccountType, Template.BalAccountNo);

    public RecordRef Record => new(JournalBatch.Entity, Batch.Name, Id: Batch.Id);

    public RecordRef RecordOf(JournalLine line) =>
        new(JournalBatch.Entity, Batch.Name, line.LineNo, line.Id);

    private static string Own(string batch, string template) => batch.Length > 0 ? batch : template;
}

/// <summary>
/// A journal as it stands: its settings, its lines and what these are allocated to.
/// </summary>
public sealed class JournalDraft(JournalSettings settings, IReadOnlyList<JournalLine> lines)
{
    /// <summary>Lines of one journal; they are loaded, checked and posted together.</summary>
    public const int LinesMax = 20_000;

    public JournalSettings Settings { get; } = settings;
    public JournalBatch Batch => Settings.Batch;

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<JournalLine> Lines { get; } = lines;

    /// <summary>Accounts that take the other side of a line, by its id (JNL-42).</summary>
    public ILookup<Guid, JournalAllocation> Allocations { get; init; } =
        Array.Empty<JournalAllocation>().ToLookup(allocation => allocation.LineId);
}
