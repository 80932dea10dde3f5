using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Setup;

/// <summary>
/// When one user may post, and into which VAT dates. Where either date of a pair is filled, the
/// pair wins entirely over that of the company (GLD-01, GLD-05).
/// </summary>
public sealed class UserSetup
{
    public const string Entity = "userSetups";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>The name that the user signs in with, in any case.</summary>
    public string UserName { get; set; } = "";
    public DateOnly? AllowPostingFrom { get; set; }
    public DateOnly? AllowPostingTo { get; set; }
    public DateOnly? AllowVatDateFrom { get; set; }
    public DateOnly? AllowVatDateTo { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public PostingDates PostingDates => new(AllowPostingFrom, AllowPostingTo);
    public VatDateRange VatDates => new(AllowVatDateFrom, AllowVatDateTo);
}
