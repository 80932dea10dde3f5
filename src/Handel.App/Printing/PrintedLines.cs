using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using TradeKind = Handel.Trade.Documents.DocumentKind;

namespace Handel.App.Printing;

/// <summary>Lines and the VAT specification of a printed document (PR-03, PR-10, PR-11).</summary>
internal static class PrintedLines
{
    public static PrintedLine Of(TradeLine line, PrintSource source)
    {
        var texts = line.Description2.Length > 0 ? new[] { line.Description2 } : [];
        if (line.Type == LineType.Comment || line.Quantity == 0)
            return new() { Description = line.Description, ExtendedTexts = texts };
        var isOrder = source.Kind is DocumentKind.SalesOrder or DocumentKind.PurchaseOrder;
        var printed = new PrintedLine
        {
            No = line.No,
            ReferenceNo = source.VendorItemNos.GetValueOrDefault(line.No),
            Description = line.Description,
            ExtendedTexts = texts,
            Quantity = line.Quantity,
            Unit = source.Setup.Units.GetValueOrDefault(line.UnitOfMeasureCode)?.Description,
            RequestedDate = line.RequestedDate,
            PromisedDate = line.PromisedDate,
            QuantityShipped = isOrder && line.QtyDelivered != 0 ? line.QtyDelivered : null,
            QuantityOutstanding =
                isOrder && line.QtyDelivered != 0 ? line.OutstandingQuantity : null,
        };
        return DocumentDataOf.HasPrices(source) ? Priced(printed, line, source) : printed;
    }

    public static IReadOnlyList<PrintedVat> Vat(PrintSource source) =>
        [
            .. source
                .Document.Lines.Where(line => line.Type != LineType.Comment && line.Quantity != 0)
                .GroupBy(line => (line.VatIdentifier, line.VatPct))
                .Select(group => new PrintedVat
                {
                    Kind = KindOf(group.First(), source),
                    Percent = group.Key.VatPct,
                    Base = group.Sum(line => line.Amount),
                    Amount = group.Sum(line => line.AmountInclVat - line.Amount),
                    AmountLcy =
                        source.Document.CurrencyCode.Length > 0
                        && source.Document.CurrencyFactor != 0m
                            ? decimal.Round(
                                group.Sum(line => line.AmountInclVat - line.Amount)
                                    / source.Document.CurrencyFactor,
                                2,
                                MidpointRounding.AwayFromZero
                            )
                            : null,
                    Clause = ClauseOf(group.First(), source),
                }),
        ];

    private static PrintedLine Priced(PrintedLine printed, TradeLine line, PrintSource source) =>
        printed with
        {
            UnitPrice = line.UnitPrice,
            UnitPriceExclVat = source.Document.PricesIncludeVat
                ? decimal.Round(
                    line.UnitPrice / (1m + line.VatPct / 100m),
                    5,
                    MidpointRounding.AwayFromZero
                )
                : null,
            DiscountPercent = line.LineDiscountPct != 0m ? line.LineDiscountPct : null,
            Amount = line.LineAmount,
            VatPercent = line.VatPct,
            VatKind = KindOf(line, source),
        };

    // VPS-09: the category of e-invoices says why VAT is what it is.
    private static PrintedVatKind KindOf(TradeLine line, PrintSource source) =>
        SetupOf(line, source)?.TaxCategory switch
        {
            "AE" => PrintedVatKind.ReverseCharge,
            "K" => PrintedVatKind.IntraEu,
            "G" => PrintedVatKind.Export,
            "E" => PrintedVatKind.Exempt,
            "O" => PrintedVatKind.Outside,
            _ => PrintedVatKind.Normal,
        };

    private static string? ClauseOf(TradeLine line, PrintSource source)
    {
        var code = SetupOf(line, source)?.VatClauseCode ?? "";
        if (!source.Setup.VatClauses.TryGetValue(code, out var clause))
            return null;
        var isCredit = source.Document.Kind == TradeKind.CreditMemo;
        var text = clause.TextFor(
            DocumentDataOf.LanguageOf(source.Document, source.Setup),
            isCredit ? VatClauseDocument.CreditMemo : VatClauseDocument.Invoice
        );
        return text.Length > 0 ? text : null;
    }

    private static VatPostingSetup? SetupOf(TradeLine line, PrintSource source) =>
        source.Setup.VatPosting.GetValueOrDefault(
            (line.VatBusPostingGroup, line.VatProdPostingGroup)
        );
}
