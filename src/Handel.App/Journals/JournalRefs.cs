using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;

namespace Handel.App.Journals;

/// <summary>A journal batch as its caller knows it.</summary>
/// <param name="Version">The version that the caller read, or null to take any (API-E-2).</param>
public sealed record JournalRef(int CompanyNo, Guid BatchId, int? Version = null)
{
    /// <summary>The date that the user works on; null is today (CNV-06).</summary>
    public DateOnly? WorkDate { get; init; }
}

/// <summary>A journal line as its caller knows it.</summary>
/// <param name="Version">The version that the caller read, or null to take any (API-E-2).</param>
public sealed record JournalLineRef(int CompanyNo, Guid LineId, int? Version = null)
{
    public DateOnly? WorkDate { get; init; }
}

/// <summary>A line to be added: what is not given is proposed (JNL-03).</summary>
public sealed record NewJournalLine(IReadOnlyList<JournalChange> Changes)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null puts it behind the last one.</summary>
    public int? LineNo { get; init; }

    /// <summary>What is typed of its dimensions; its accounts supply the others (DIM-12).</summary>
    public IReadOnlyList<DimensionChange> Dimensions { get; init; } = [];

    /// <summary>The set of the entry that it pays, not that of its accounts (SVP-09).</summary>
    public int? DimensionSetId { get; init; }
}

/// <summary>
/// What became of journal lines. Without lines and problems the journal or the line is gone.
/// </summary>
public sealed record JournalOutcome(
    IReadOnlyList<JournalLine> Lines,
    IReadOnlyList<Problem> Problems
)
{
    public static readonly JournalOutcome Missing = new([], []) { IsMissing = true };

    /// <summary>Lines changed, or there was nothing to change.</summary>
    public static JournalOutcome Done(params IReadOnlyList<JournalLine> lines) => new(lines, []);

    public static JournalOutcome Refused(params IReadOnlyList<Problem> problems) =>
        new([], problems);

    public IReadOnlyList<Problem> Notices { get; init; } = [];

    /// <summary>Why lines were left out, where only the right ones were taken.</summary>
    public IReadOnlyList<Problem> Skipped { get; init; } = [];
    public bool IsMissing { get; private init; }
    public bool IsRefused => Problems.Count > 0;
    public bool IsDone => !IsMissing && !IsRefused;
}
