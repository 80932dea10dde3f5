namespace Handel.Kernel.Numbering;

/// <summary>Whether a line of a series may leave holes (NOS-02, NOS-12).</summary>
public enum NumberImplementation : short
{
    /// <summary>No holes: the counter moves in the transaction that uses the number.</summary>
    Gapless = 0,

    /// <summary>
    /// Holes are allowed, so nobody waits; the number part has at most 18 digits.
    /// </summary>
    Sequence = 1,
}

/// <summary>A run of numbers of a series that starts at a date (NOS-02).</summary>
public sealed class NumberSeriesLine
{
    public const int IncrementByMin = 1;

    public int CompanyNo { get; set; }
    public string SeriesCode { get; set; } = "";
    public int LineNo { get; set; }

    /// <summary>First day of use; null is always.</summary>
    public DateOnly? StartingDate { get; set; }

    public string StartingNo { get; set; } = "";

    /// <summary>The last number that may be given, or empty for no limit.</summary>
    public string EndingNo { get; set; } = "";

    /// <summary>The number from which the user is warned, or empty.</summary>
    public string WarningNo { get; set; } = "";

    public int IncrementBy { get; set; } = IncrementByMin;
    public string LastNoUsed { get; set; } = "";
    public DateOnly? LastDateUsed { get; set; }
    public bool Open { get; set; } = true;
    public NumberImplementation Implementation { get; set; }

    /// <summary>No number is left in it (NOS-07).</summary>
    public bool IsUsedUp => NumberDrawing.IsUsedUp(this);

    public NumberSeriesLine Copy() => (NumberSeriesLine)MemberwiseClone();
}
