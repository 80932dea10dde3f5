namespace Handel.Ledgers.Vat;

/// <summary>What of a posted VAT entry may be corrected (VDT-03, VEN-02).</summary>
public sealed record VatFacts
{
    public required DateOnly VatDate { get; init; }
    public required string CountryCode { get; init; }
    public required string VatRegistrationNo { get; init; }
    public required bool IsEuThirdParty { get; init; }

    public static VatFacts Of(VatEntry entry) =>
        new()
        {
            VatDate = entry.ReportedDate,
            CountryCode = entry.ReportedCountryCode,
            VatRegistrationNo = entry.ReportedVatRegistrationNo,
            IsEuThirdParty = entry.IsReportedEuThirdParty,
        };
}

/// <summary>
/// A correction of what all VAT entries of one posted document say for returns: a fact of its own,
/// sealed in its register. The entries stay as they were posted; what is reported follows the last
/// correction.
/// </summary>
public sealed record VatCorrection
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }

    /// <summary>The transaction whose entries it corrects.</summary>
    public required int CorrectedRegisterNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }
    public required DateOnly VatDateBefore { get; init; }
    public required DateOnly VatDate { get; init; }
    public required string CountryCodeBefore { get; init; }
    public required string CountryCode { get; init; }
    public required string VatRegistrationNoBefore { get; init; }
    public required string VatRegistrationNo { get; init; }
    public required bool IsEuThirdPartyBefore { get; init; }
    public required bool IsEuThirdParty { get; init; }
    public required string SourceCode { get; init; }
}
