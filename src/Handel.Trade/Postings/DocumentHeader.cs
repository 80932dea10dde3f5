using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>What the entries of a document have in common (GLP-24).</summary>
internal static class DocumentHeader
{
    public static PostingHeader Of(PostingScope scope, CompanySetup setup, PostedNumbers numbers)
    {
        var document = scope.Document;
        var date = document.PostingDate ?? default;
        var documentDate = document.DocumentDate ?? date;
        return new()
        {
            CompanyNo = setup.CompanyNo,
            Side = scope.Side,
            PostingDate = date,
            DocumentDate = documentDate,
            VatDate = DocumentVatDate.Of(document, setup),
            DocumentType = scope.Invoices
                ? DocumentNeeds.EntryTypeOf(document)
                : EntryDocumentType.None,
            DocumentNo = scope.Invoices ? numbers.InvoiceNo : numbers.DeliveryNo,
            ExternalDocumentNo = document.ExternalDocumentNo,
            Description = InvoiceLines.DescriptionOf(document),
            PartyNo = DocumentNeeds.BillToNo(document),
            VatCountryCode = document.VatCountryCode,
            VatRegistrationNo = document.VatRegistrationNo,
            IsEuThirdParty = document.IsEuThirdParty,
            VatBaseDiscountPct = DocumentTotals.BaseDiscountPct(document, setup),
            DimensionSetId = document.DimensionSetId,
            IsCorrection =
                document.IsCorrection || (scope.IsCredit && setup.Gl.MarkCreditMemosAsCorrections),
        };
    }
}
