namespace Handel.Ledgers.Vat;

/// <summary>
/// The percentage of a VAT identifier from a date on (VPS-01). It belongs to the identifier and not
/// to one combination of groups, so that lines that are taxed together can never differ.
/// </summary>
public sealed class VatRate
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string VatBusPostingGroup { get; set; } = "";
    public string VatIdentifier { get; set; } = "";

    /// <summary>The first VAT date that it holds for.</summary>
    public DateOnly StartingDate { get; set; }
    public decimal VatPct { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
