namespace Handel.Ledgers.Setup;

/// <summary>Where entries come from, in words (AUD-02).</summary>
public sealed class SourceCode
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Why something was posted, in the words of the company (AUD-03).</summary>
public sealed class ReasonCode
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
