using Handel.Ledgers;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>The date that a document is taxed by: its rates, its return (VDT-01, P-06).</summary>
public static class DocumentVatDate
{
    /// <summary>Without a VAT date the one of its setup; a quote counts from its own day.</summary>
    public static DateOnly Of(TradeDocument document, CompanySetup setup)
    {
        var days = new DocumentDays(document.PostingDate, document.DocumentDate);
        return document.VatDate
            ?? VatDates.Default(setup.Gl, days)
            ?? document.DocumentDate
            ?? document.OrderDate
            ?? default;
    }
}
