using Handel.Api.Engine;
using Handel.Api.Journals;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.Kernel;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Api.Finance;

/// <summary>
/// The books, read only: whatever changes them goes to the ledger writer (C6, D2).
/// </summary>
internal static class LedgerResources
{
    /// <summary>Larger than any amount, so that settling and editing both change the tag.</summary>
    private const decimal EditWeight = 1_000_000_000_000_000m;

    public static IEnumerable<Resource> All() =>
        [
            GlEntries(Resource.Of("generalLedgerEntries", s => s.Rows<GlEntry>())),
            Reversals.OnEntries(
                MoreOf(
                    GlEntries(
                        Resource.ExtensionQuery<GlEntry>(
                            "generalLedgerEntries",
                            "generalLedgerEntry",
                            (s, pins) => s.Rows<GlEntry>().With(e => e.DimensionSetId, s, pins),
                            like: "generalLedgerEntries"
                        )
                    )
                )
            ),
            .. TaxEntries.All(),
            BankEntries(),
            RegisterResource.Create(),
            .. SideNames.Both.Select(PartyEntries),
            .. SideNames.Both.Select(PartyDetails),
            .. SideNames.Both.Select(PartyEntryEdits.Log),
            .. SideNames.Both.Select(ApplicationCandidates.Create),
            .. SideNames.Both.Select(AppliedEntries.Create),
            NavigateResults.Create(),
            DocumentSearchResults.Create(),
        ];

    private static Resource<GlEntry> GlEntries(Resource<GlEntry> resource) =>
        resource
            .EntryId(EntryLedger.General, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("documentType", e => e.DocumentType)
            .Of("accountId", e => e.AccountNo, new There<GlAccount, Guid>(a => a.No, a => a.Id))
            .Field("accountNumber", e => e.AccountNo)
            .Field("description", e => e.Description)
            .Field("debitAmount", e => e.Amount > 0 != e.IsCorrection ? e.Amount : 0m)
            .Field(
                "creditAmount",
                e => e.Amount != 0 && e.Amount < 0 != e.IsCorrection ? -e.Amount : 0m
            )
            .Blank("additionalCurrencyDebitAmount", "additionalCurrencyCreditAmount")
            .Field(
                "lastModifiedDateTime",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.PostedAt)
                        .FirstOrDefault()
            )
            .ETag(e => e.EntryNo);

    // C6. The pair of dimension and value finds entries by any dimension, the shortcuts show eight.
    private static Resource<GlEntry> MoreOf(Resource<GlEntry> resource) =>
        resource
            .Field("amount", e => e.Amount)
            .Field("taxAmount", e => e.VatAmount)
            .Field("quantity", e => e.Quantity)
            .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
            .Field("documentDate", e => e.DocumentDate)
            .Field("generalPostingType", e => e.GenPostingType)
            .Field("generalBusinessPostingGroup", e => e.GenBusPostingGroup)
            .Field("generalProductPostingGroup", e => e.GenProdPostingGroup)
            .Field("taxBusinessPostingGroup", e => e.VatBusPostingGroup)
            .Field("taxProductPostingGroup", e => e.VatProdPostingGroup)
            .Field("sourceType", e => e.SourceType)
            .Field("sourceNumber", e => e.SourceNo)
            .Field("sourceCode", e => e.SourceCode)
            .Field("reasonCode", e => e.ReasonCode)
            .Field("closing", e => e.IsClosing)
            .Field("priorYearEntry", e => e.IsPriorYear)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("transactionNumber", e => e.RegisterNo)
            .Field(
                "userId",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.UserName)
                        .FirstOrDefault()
            )
            .Field(
                "reversed",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.ReversedByRegisterNo != 0)
                        .FirstOrDefault()
            )
            .Field("documentSet", DocumentSets.Of<GlEntry>())
            .Shortcuts(e => e.DimensionSetId)
            .Field(
                "dimensionsCorrected",
                (e, s) =>
                    s.Rows<DimensionCorrection>()
                        .Any(c => c.EntryNo == e.EntryNo || c.ReversalEntryNo == e.EntryNo)
            )
            .Parameter(DimensionFilters.Dimension, _ => "")
            .Parameter(DimensionFilters.Value, _ => "")
            .Action<PostingResult>(
                DimensionCorrectionResources.CorrectShape,
                DimensionCorrectionResources.Correct
            )
            .Repeats(DimensionCorrectionResources.CorrectShape.Name, DocumentActions.PostedBefore)
            .Action<PostingPreviewRows>(
                DimensionCorrectionResources.PreviewShape,
                DimensionCorrectionResources.Preview
            );

    private static Resource<BankEntry> BankEntries() =>
        Resource
            .Extension(
                "bankAccountLedgerEntries",
                "bankAccountLedgerEntry",
                s => s.Rows<BankEntry>()
            )
            .EntryId(EntryLedger.Bank, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("bankAccountNumber", e => e.BankAccountNo)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentDate", e => e.DocumentDate)
            .Field("documentType", e => e.DocumentType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
            .Field("description", e => e.Description)
            .Field("currencyCode", e => e.CurrencyCode)
            .Field("amount", e => e.Amount)
            .Field("amountLCY", e => e.AmountLcy)
            .Field("remainingAmount", e => e.RemainingAmount)
            .Field("open", e => e.IsOpen)
            .Field("reversed", e => e.IsReversed)
            .Field("registerNumber", e => e.RegisterNo)
            .Shortcuts(e => e.DimensionSetId)
            .ETag(e => e.RemainingAmount);

    private static Resource<PartyEntry> PartyEntries(SideNames side)
    {
        var resource = Resource
            .Extension(side.LedgerEntries, $"{side.Party}LedgerEntry", side.EntryRows)
            .EntryId(side.EntryLedger, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Of(
                side.PartyId,
                e => e.PartyNo,
                new There<Party, Guid>(p => p.No, p => p.Id) { Rows = side.PartyRows }
            )
            .Field(side.PartyNumber, e => e.PartyNo)
            .Field(side.PartyName, e => e.PartyName)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentDate", e => e.DocumentDate)
            .Field("documentType", e => e.DocumentType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
            .Field("description", e => e.Description)
            .Field("currencyCode", e => e.CurrencyCode)
            .Field("amount", e => e.OriginalAmount)
            .Field("remainingAmount", e => e.RemainingAmount)
            .Field("amountLCY", e => e.OriginalAmountLcy)
            .Field("remainingAmountLCY", e => e.RemainingAmountLcy)
            .Field("originalAmount", e => e.OriginalAmount)
            .Field("open", e => e.IsOpen)
            .Field("originalPaymentDiscountPossible", e => e.OriginalPmtDiscPossible)
            .Field("closedByEntryNumber", e => e.ClosedByEntryNo)
            .Field("closedAtDate", e => e.ClosedAtDate)
            .Field("reversed", e => e.IsReversed)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("documentSet", DocumentSets.Of<PartyEntry>())
            .Shortcuts(e => e.DimensionSetId)
            .ETag(
                (e, s) =>
                    e.RemainingAmount
                    + EditWeight
                        * s.Rows<EntryEdit>()
                            .Count(x => x.Direction == e.Direction && x.EntryNo == e.EntryNo)
            );
        PartyEntryEdits.On(resource, side);
        return Reversals.OnParties(PartyEntryActions.On(resource, side), side);
    }

    private static Resource<PartyDetail> PartyDetails(SideNames side) =>
        Resource
            .Extension(
                side.DetailEntries,
                side.DetailEntries[..^"Entries".Length] + "Entry",
                side.DetailRows
            )
            .EntryId(side.DetailLedger, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .EntryId(side.EntryLedger, e => e.PartyEntryNo, $"{side.Party}LedgerEntryId")
            .Field($"{side.Party}LedgerEntryNumber", e => e.PartyEntryNo)
            .Mapped<PartyDetailType, string>(
                "entryType",
                e => e.Type,
                type => type.ToString(),
                name => WireNames.Find<PartyDetailType>(name, type => type.ToString())
            )
            .Field(side.PartyNumber, e => e.PartyNo)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentType", e => e.DocumentType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("currencyCode", e => e.CurrencyCode)
            .Field("amount", e => e.Amount)
            .Field("amountLCY", e => e.AmountLcy)
            .Field("unapplied", e => e.IsUnapplied)
            .Field("transactionNumber", e => e.RegisterNo)
            .ETag(e => e.EntryNo);
}
