namespace Handel.Ledgers.Finance;

/// <summary>
/// One ledger entry whose dimensions were corrected: it was taken back and booked again with
/// another set (DIM-13). A fact; what it did stands in the entries themselves.
/// </summary>
public sealed record DimensionCorrection
{
    public required int CompanyNo { get; init; }

    /// <summary>The entry that was wrong; it is corrected once.</summary>
    public required int EntryNo { get; init; }

    /// <summary>Minus the wrong entry, with its dimensions.</summary>
    public required int ReversalEntryNo { get; init; }

    /// <summary>The entry again, with the right dimensions.</summary>
    public required int NewEntryNo { get; init; }
    public required int RegisterNo { get; init; }
    public required int OldDimensionSetId { get; init; }
    public required int NewDimensionSetId { get; init; }

    /// <summary>The correction that this one takes back, or 0.</summary>
    public int UndoesRegisterNo { get; init; }
}
