using Handel.Kernel.Problems;

namespace Handel.Kernel.Numbering;

/// <summary>
/// A number series (finance NOS-01 to NOS-13): who may number, and the lines that count. Drawing a
/// number is pure: it answers a copy that has moved on and leaves this one as it was.
/// </summary>
public sealed class NumberSeries
{
    /// <summary>The entity that problems name and links open.</summary>
    public const string Entity = "numberSeries";

    /// <summary>
    /// How many taken numbers <see cref="NextFree"/> steps over before it gives up.
    /// </summary>
    public const int SkipsMax = 1000;

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>Whether the system proposes numbers. See <see cref="SetDefaultNos"/>.</summary>
    public bool DefaultNos { get; set; } = true;

    /// <summary>Whether users may type numbers. See <see cref="SetManualNos"/>.</summary>
    public bool ManualNos { get; set; }

    /// <summary>Whether numbers may not go back in date.</summary>
    public bool DateOrder { get; set; }

    public List<NumberSeriesLine> Lines { get; set; } = [];

    /// <summary>The series that a user may choose instead of this one (NOS-09).</summary>
    public List<NumberSeriesRelationship> Relationships { get; set; } = [];
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>A series that proposes nothing must let users type (NOS-01).</summary>
    public void SetDefaultNos(bool isOn)
    {
        DefaultNos = isOn;
        ManualNos = ManualNos || !isOn;
    }

    /// <summary>A series in which nobody may type must propose (NOS-01).</summary>
    public void SetManualNos(bool isOn)
    {
        ManualNos = isOn;
        DefaultNos = DefaultNos || !isOn;
    }

    /// <summary>
    /// The next number for a date, and the series after it; or why there is none.
    /// </summary>
    public NumberDraw Next(DateOnly date) => NumberDrawing.Next(this, date);

    /// <summary>The next number for a date that is not taken yet (IT-01).</summary>
    public NumberDraw NextFree(DateOnly date, Func<string, bool> isTaken) =>
        NumberDrawing.NextFree(this, date, isTaken);

    /// <summary>
    /// The number that <see cref="Next"/> would give; nothing is consumed (NOS-10).
    /// </summary>
    public NumberDraw Peek(DateOnly date) => Next(date) with { Series = this };

    /// <summary>
    /// The problem of a typed number, or null; the counter does not move (NOS-08).
    /// </summary>
    public Problem? CheckManual(string number, Func<string, bool> isTaken)
    {
        var record = new RecordRef(Entity, Code);
        if (!ManualNos)
            return new Problem(ProblemCodes.NumberManual, record, "manualNos", number);
        return isTaken(number) ? new Problem(ProblemCodes.NumberUsed, record, "", number) : null;
    }

    /// <summary>Whether a document of this series may be numbered by that one (NOS-09).</summary>
    public bool Offers(string seriesCode) =>
        Code == seriesCode || Relationships.Any(other => other.RelatedCode == seriesCode);

    /// <summary>The problem of a setup field in which no series was chosen (NOS-05).</summary>
    public static Problem NotChosen(RecordRef setup, string field) =>
        new(ProblemCodes.NumberSeries, setup, field);

    /// <summary>A copy that shares nothing with this one.</summary>
    public NumberSeries Copy() =>
        new()
        {
            CompanyNo = CompanyNo,
            Id = Id,
            Code = Code,
            Description = Description,
            DefaultNos = DefaultNos,
            ManualNos = ManualNos,
            DateOrder = DateOrder,
            Lines = [.. Lines.Select(line => line.Copy())],
            Relationships = [.. Relationships],
            Version = Version,
            ModifiedAt = ModifiedAt,
        };
}

/// <summary>A related series that a user may pick with the assist button (NOS-09).</summary>
public sealed class NumberSeriesRelationship
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>The series that a field of the setup names.</summary>
    public string SeriesCode { get; set; } = "";

    /// <summary>The series that may be chosen instead.</summary>
    public string RelatedCode { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
