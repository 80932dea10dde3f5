using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>Document lines as movements of stock and their invoices (9.6, P-34..P-38).</summary>
internal sealed class LineStock(PostingScope scope, Books books, PostedNumbers numbers)
{
    /// <summary>What moves now, or null when nothing does.</summary>
    public StockMovement? MovementOf(LinePlan plan)
    {
        var line = plan.Line;
        if (!plan.IsItem || plan.Scope.ToDeliver == 0m)
            return null;
        var invoiced = Shares(plan)[^1];
        return new()
        {
            ItemNo = line.No,
            VariantCode = line.VariantCode,
            LocationCode = line.LocationCode,
            EntryType = scope.Mirror.ItemEntryType,
            Document = Document(line, isDelivery: scope.HasDeliveryDocument),
            InvoiceDocument = plan.InvoicedNow == 0m ? null : Document(line, isDelivery: false),
            Quantity = scope.StockSign * plan.DeliveredBase,
            InvoicedQuantity = scope.StockSign * plan.InvoicedNowBase,
            UnitOfMeasureCode = line.UnitOfMeasureCode,
            QuantityPerUnit = line.QuantityPerUnit,
            GenBusPostingGroup = line.GenBusPostingGroup,
            GenProdPostingGroup = line.GenProdPostingGroup,
            InventoryPostingGroup = line.InventoryPostingGroup,
            UnitCost = UnitCost(line),
            Amounts = WithExpected(Actual(line, invoiced, plan.InvoicedNowBase), plan),
            AppliesToEntryNo = line.AppliesToItemEntryNo,
            AppliesFromEntryNo = line.AppliesFromItemEntryNo,
            IsCorrection = scope.Document.IsCorrection,
        };
    }

    /// <summary>The invoice of earlier deliveries: one each (LE-05, ILE-04).</summary>
    public IEnumerable<StockInvoice> InvoicesOf(LinePlan plan)
    {
        if (!plan.IsItem || plan.Uses.Count == 0)
            yield break;
        var shares = Shares(plan);
        foreach (var (use, share) in plan.Uses.Zip(shares))
        {
            if (use.Delivery.ItemEntryNo == 0)
                continue;
            var quantity = BaseOf(use);
            yield return new()
            {
                ItemEntryNo = use.Delivery.ItemEntryNo,
                Quantity = quantity,
                Document = Document(plan.Line, isDelivery: false),
                Amounts = Actual(plan.Line, share, Math.Abs(quantity)),
            };
        }
    }

    // What takes the rest of a delivery takes the rest of its base quantity.
    private decimal BaseOf(DeliveryUse use)
    {
        var entry = books.Stock.Entries[use.Delivery.ItemEntryNo].Entry;
        return use.Quantity == use.Delivery.QtyNotInvoiced
            ? entry.Quantity - entry.InvoicedQuantity
            : scope.StockSign * Rounding.Quantity(use.Quantity * use.Delivery.QuantityPerUnit);
    }

    /// <summary>LCY amounts of each delivery invoiced; the last is what is delivered now.</summary>
    private List<InvoicedShare> Shares(LinePlan plan)
    {
        var weights = plan.Uses.Select(use => use.Quantity).Append(plan.InvoicedNow).ToList();
        if (plan.Part is not { } part)
            return [.. weights.Select(_ => default(InvoicedShare))];
        var whole = new InvoicedShare(part.AmountLcy, DiscountOf(part), CostOfVat(part));
        if (weights.Count == 1)
            return [whole];
        decimal[] Spread(decimal amount) =>
            RemainderSpread.Spread(amount, weights, Rounding.AmountPrecision);
        return
        [
            .. Spread(whole.Amount)
                .Zip(Spread(whole.Discount), Spread(whole.NonDeductibleVat))
                .Select(share => new InvoicedShare(share.First, share.Second, share.Third)),
        ];
    }

    // X-05, NDV-01: VAT that nobody gives back is part of the cost where the setup says so.
    private decimal CostOfVat(AmountPart part) =>
        books.Setup.Gl.UseNonDeductibleVatForItemCost ? part.NonDeductibleVatLcy : 0m;

    private static decimal DiscountOf(AmountPart part)
    {
        var discount = part.LineDiscountAmountLcy + part.InvDiscountAmountLcy;
        return discount == 0m || part.NetAmount == part.Amount
            ? discount
            : DiscountSplit.Of(discount, part, includesVat: true).Net;
    }

    private StockAmounts Actual(TradeLine line, InvoicedShare share, decimal quantityBase)
    {
        var amount = scope.DocumentSign * share.Amount;
        var overhead = scope.DocumentSign * line.OverheadRate * quantityBase;
        return scope.Mirror.CostFollowsPrice
            ? new()
            {
                DirectCost = amount + scope.DocumentSign * share.NonDeductibleVat,
                IndirectCost = Rounding.Lcy(amount * line.IndirectCostPct / 100m + overhead),
                PurchaseActual = amount,
                Discount = scope.DocumentSign * share.Discount,
            }
            : new() { SalesActual = amount, Discount = scope.DocumentSign * share.Discount };
    }

    private StockAmounts WithExpected(StockAmounts actual, LinePlan plan)
    {
        var line = plan.Line;
        var rest = plan.Scope.ToDeliver - plan.InvoicedNow;
        if (rest == 0m)
            return actual;
        if (!scope.Mirror.CostFollowsPrice)
            return actual with { SalesExpected = scope.DocumentSign * NetShare(line, rest) };
        // SC-02: receipts of a line add up to the cent, so each takes what the total has grown.
        var direct = DirectUnitCost(line);
        var full =
            direct * (1m + line.IndirectCostPct / 100m) + line.OverheadRate * line.QuantityPerUnit;
        var before = line.QtyDelivered + plan.InvoicedNow;
        return actual with
        {
            ExpectedCost = scope.DocumentSign * Grown(before, rest, full),
            PurchaseExpected = scope.DocumentSign * Grown(before, rest, direct),
        };
    }

    private static decimal Grown(decimal before, decimal more, decimal each) =>
        Rounding.Lcy((before + more) * each) - Rounding.Lcy(before * each);

    // ILE-01: after line discount and its share of the invoice discount, without VAT.
    private decimal NetShare(TradeLine line, decimal quantity) =>
        Conversion.ToLcy(line.Amount * quantity / line.Quantity, scope.Document.CurrencyFactor);

    // P-35: after line discount, before invoice discount.
    private decimal DirectUnitCost(TradeLine line)
    {
        var price = line.UnitPrice * (1m - line.LineDiscountPct / 100m);
        var net = scope.Document.PricesIncludeVat ? price / (1m + line.VatPct / 100m) : price;
        return Conversion.ToLcyUnrounded(net, scope.Document.CurrencyFactor);
    }

    private decimal? UnitCost(TradeLine line) =>
        scope.Mirror.CostFollowsPrice || line.UnitCostLcy == 0m || line.QuantityPerUnit == 0m
            ? null
            : Rounding.UnitAmount(line.UnitCostLcy / line.QuantityPerUnit);

    private StockDocument Document(TradeLine line, bool isDelivery)
    {
        var document = scope.Document;
        var kind = isDelivery ? scope.DeliveryKind : scope.InvoiceKind;
        var date = document.PostingDate ?? default;
        return new()
        {
            Type = scope.Mirror.Posted[kind].ItemDocument,
            No = isDelivery ? numbers.DeliveryNo : numbers.InvoiceNo,
            LineNo = line.LineNo,
            ExternalNo = document.ExternalDocumentNo,
            SourceType = scope.Mirror.SourceType,
            SourceNo = document.PartyNo,
            Description = line.Description,
            PostingDate = date,
            DocumentDate = document.DocumentDate ?? date,
            SourceCode = scope.Mirror.SourceCode,
            DimensionSetId = line.DimensionSetId,
        };
    }
}

/// <summary>What an invoice gives to one delivery, in LCY.</summary>
internal readonly record struct InvoicedShare(
    decimal Amount,
    decimal Discount,
    decimal NonDeductibleVat
);
