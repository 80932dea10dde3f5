using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// VAT entries as they are reported, and the corrections of what they report (C6, VDT-03, VEN-02).
/// </summary>
internal static class TaxEntries
{
    private const int CodeLength = 20;

    public static IEnumerable<Resource> All() => [Entries(), Corrections()];

    private static Resource<VatEntry> Entries() =>
        Amounts(
                Resource
                    .Extension(VatCorrecting.Entity, "taxEntry", s => s.Rows<VatEntry>())
                    .EntryId(EntryLedger.Vat, e => e.EntryNo)
                    .Field("entryNumber", e => e.EntryNo)
                    .Field("type", e => e.Type)
                    .Field("postingDate", e => e.PostingDate)
                    .Field("taxReportingDate", e => e.ReportedDate, Access.ReadWrite)
                    .Field("documentDate", e => e.DocumentDate)
                    .Field("documentType", e => e.DocumentType)
                    .Field("documentNumber", e => e.DocumentNo)
                    .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
                    .Field("billToPayToNumber", e => e.BillToNo)
            )
            .Mapped<VatCalculationType, string>(
                "calculationType",
                e => e.CalculationType,
                WireNames.Of,
                name => WireNames.Find<VatCalculationType>(name, WireNames.Of)
            )
            .Field("taxBusinessPostingGroup", e => e.VatBusPostingGroup)
            .Field("taxProductPostingGroup", e => e.VatProdPostingGroup)
            .Field(
                "taxRegistrationNumber",
                e => e.ReportedVatRegistrationNo,
                Access.ReadWrite,
                CodeLength
            )
            .Field("countryCode", e => e.ReportedCountryCode, Access.ReadWrite, CodeLength)
            .Field("euThirdPartyTrade", e => e.IsReportedEuThirdParty, Access.ReadWrite)
            .Field("euService", e => e.IsEuService)
            .Field("closed", e => e.IsClosed)
            .Field("closedByEntryNumber", e => e.ClosedByEntryNo)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("documentSet", DocumentSets.Of<VatEntry>())
            // Closing and correcting are all that ever happens to an entry.
#pragma warning disable CA1305, MA0011 // The database writes the numbers.
            .ETag(e =>
                e.ReportedVatRegistrationNo
                + "/"
                + e.ReportedCountryCode
                + (e.IsReportedEuThirdParty ? "/3/" : "/")
                + (1000 * e.ReportedDate.Year + e.ReportedDate.DayOfYear).ToString()
                + "/"
                + e.ClosedByEntryNo.ToString()
            )
#pragma warning restore CA1305, MA0011
            .Update(Correct);

    private static Resource<VatEntry> Amounts(Resource<VatEntry> resource) =>
        resource
            .Field("base", e => e.Base)
            .Field("amount", e => e.Amount)
            .Field("taxPercent", e => e.VatPct)
            .Field("taxDifference", e => e.VatDifference)
            .Field("taxBaseDiscountPercent", e => e.VatBaseDiscountPct)
            .Field("baseBeforePaymentDiscount", e => e.BaseBeforePmtDisc)
            .Field("nonDeductibleTaxPercent", e => e.NonDeductibleVatPct)
            .Field("nonDeductibleTaxBase", e => e.NonDeductibleBase)
            .Field("nonDeductibleTaxAmount", e => e.NonDeductibleAmount)
            .Field("unrealizedType", e => e.UnrealizedVatType)
            .Field("unrealizedTaxBase", e => e.UnrealizedBase)
            .Field("unrealizedTaxAmount", e => e.UnrealizedAmount)
            .Field("remainingUnrealizedTaxBase", e => e.RemainingUnrealizedBase)
            .Field("remainingUnrealizedTaxAmount", e => e.RemainingUnrealizedAmount)
            .Field("unrealizedTaxEntryNumber", e => e.UnrealizedVatEntryNo);

    private static Resource<VatCorrection> Corrections() =>
        Resource
            .Extension("taxCorrections", "taxCorrection", s => s.Rows<VatCorrection>())
            .EntryId(EntryLedger.VatCorrection, c => c.EntryNo)
            .Field("entryNumber", c => c.EntryNo)
            .Field("documentNumber", c => c.DocumentNo)
            .Field("postingDate", c => c.PostingDate)
            .Field("taxReportingDateBefore", c => c.VatDateBefore)
            .Field("taxReportingDate", c => c.VatDate)
            .Field("countryCodeBefore", c => c.CountryCodeBefore)
            .Field("countryCode", c => c.CountryCode)
            .Field("taxRegistrationNumberBefore", c => c.VatRegistrationNoBefore)
            .Field("taxRegistrationNumber", c => c.VatRegistrationNo)
            .Field("euThirdPartyTradeBefore", c => c.IsEuThirdPartyBefore)
            .Field("euThirdPartyTrade", c => c.IsEuThirdParty)
            .Field("registerNumber", c => c.RegisterNo)
            .Field(
                "userId",
                (c, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == c.RegisterNo)
                        .Select(r => r.UserName)
                        .FirstOrDefault()
            )
            .Field(
                "creationDateTime",
                (c, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == c.RegisterNo)
                        .Select(r => r.PostedAt)
                        .FirstOrDefault()
            )
            .ETag(c => c.EntryNo);

    private static async Task<WriteOutcome> Correct(RequestScope scope, Guid id, Given given)
    {
        if (Kernel.EntryId.FromGuid(id) is not { } key)
            return WriteOutcome.Missing;
        var entry = await scope
            .Rows<VatEntry>()
            .SingleOrDefaultAsync(e => e.EntryNo == key.EntryNo, scope.Aborted);
        if (entry is null)
            return WriteOutcome.Missing;
        var before = VatFacts.Of(entry);
        var facts = before with
        {
            VatDate = given.Value<DateOnly>("taxReportingDate") ?? before.VatDate,
            CountryCode = given.Text("countryCode") ?? before.CountryCode,
            VatRegistrationNo = given.Text("taxRegistrationNumber") ?? before.VatRegistrationNo,
            IsEuThirdParty = given.Value<bool>("euThirdPartyTrade") ?? before.IsEuThirdParty,
        };
        if (facts == before)
            return WriteOutcome.Done(id);
        if (await FindUnknownCountry(scope, facts) is { } problem)
            return WriteOutcome.Refused([problem]);
        var command = new CorrectVatEntries(new CorrectVat(entry.EntryNo, facts))
        {
            UserName = scope.UserName(),
        };
        var outcome = await scope
            .Get<CompanyWriters>()
            .Submit(scope.CompanyNo, command, scope.Aborted);
        return outcome.IsRefused ? WriteOutcome.Refused(outcome.Problems) : WriteOutcome.Done(id);
    }

    private static async Task<Problem?> FindUnknownCountry(RequestScope scope, VatFacts facts)
    {
        var code = facts.CountryCode;
        var isKnown =
            code.Length == 0
            || await scope.Rows<CountryRegion>().AnyAsync(c => c.Code == code, scope.Aborted);
        return isKnown
            ? null
            : new Problem(
                EditCodes.Unknown,
                new RecordRef(VatCorrecting.Entity, ""),
                "countryCode",
                code
            );
    }
}
