using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Xunit;
using static Handel.Trade.Tests.DraftGiven;

namespace Handel.Trade.Tests.Amounts;

/// <summary>What holds for every document (INV-10, INV-11, VAT-14).</summary>
public sealed class AmountProperties
{
    private static readonly Gen<GivenLine> Lines =
        from quantity in Gen.Choose(-20, 60)
        from cents in Gen.Choose(0, 99999)
        from discount in Gen.Choose(0, 100)
        from vat in Gen.Elements("VAT21", "VAT9", "VAT0", "REVERSE")
        from allows in Gen.Elements(true, true, false)
        select new GivenLine(quantity / 4m, cents / 1000m, vat)
        {
            DiscountPct = discount,
            AllowsInvoiceDiscount = allows,
        };

    private static readonly Arbitrary<Case> Cases = (
        from lines in Gen.NonEmptyListOf(Lines)
        from isInclusive in Gen.Elements(false, true)
        from kind in Gen.Elements(Enum.GetValues<InvoiceDiscountKind>())
        from discount in Gen.Choose(0, 999)
        from direction in Gen.Elements(Direction.Sale, Direction.Purchase)
        select new Case([.. lines], isInclusive, kind, discount / 100m, direction)
    ).ToArbitrary();

    [Fact]
    public void Lines_add_up_to_groups_and_header() =>
        ForAll(given =>
        {
            var (document, groups) = given.Build();
            var isDiscountSpread =
                groups.Sum(g => g.InvDiscountAmount)
                == document.Lines.Sum(line => line.InvDiscountAmount);
            return isDiscountSpread
                && groups.Sum(g => g.Amount) == document.Amount
                && groups.Sum(g => g.AmountInclVat) == document.AmountInclVat
                && document.Amount == document.Lines.Sum(line => line.Amount)
                && document.AmountInclVat == document.Lines.Sum(line => line.AmountInclVat);
        });

    [Fact]
    public void INV10_the_order_of_lines_does_not_change_the_groups() =>
        ForAll(given =>
        {
            var (_, groups) = given.Build();
            var (_, turned) = (given with { Lines = [.. given.Lines.Reverse()] }).Build();
            return groups
                .Select(g => (g.Identifier, g.IsNegative, g.Amount, g.AmountInclVat))
                .SequenceEqual(
                    turned.Select(g => (g.Identifier, g.IsNegative, g.Amount, g.AmountInclVat))
                );
        });

    [Fact]
    public void The_whole_invoiced_at_once_is_the_document() =>
        ForAll(given =>
        {
            var (document, _) = given.Build();
            var part = InvoicedPart.Of(document, Setup(), line => line.Quantity);
            return part.Amount == document.Amount
                && part.AmountInclVat == document.AmountInclVat
                && part.AmountLcy == document.Amount;
        });

    [Fact]
    public void INV11_the_lcy_total_is_the_converted_total() =>
        ForAll(given =>
        {
            var (document, _) = given.Build();
            (document.CurrencyCode, document.CurrencyFactor) = ("USD", 1m / 0.9137m);
            var part = InvoicedPart.Of(document, Setup(), line => line.Quantity);
            return part.AmountInclVatLcy
                == Conversion.ToLcy(part.AmountInclVat, document.CurrencyFactor);
        });

    [Fact]
    public void A_purchase_invoiced_in_parts_takes_its_discount_exactly() =>
        ForAll(given =>
        {
            var (document, _) = (given with { Direction = Direction.Purchase }).Build();
            var taken = 0m;
            foreach (var share in new[] { 0.25m, 0.5m, 0.25m })
            {
                var part = InvoicedPart.Of(document, Setup(), line => line.Quantity * share);
                foreach (var line in part.Parts)
                {
                    line.Line.QtyInvoiced += line.Quantity;
                    line.Line.InvDiscountInvoiced += line.InvDiscountAmount;
                    taken += line.InvDiscountAmount;
                }
            }
            return taken == document.InvDiscountAmount;
        });

    private static void ForAll(Func<Case, bool> holds) =>
        Prop.ForAll(Cases, holds).QuickCheckThrowOnFailure();

    private sealed record Case(
        GivenLine[] Lines,
        bool PricesIncludeVat,
        InvoiceDiscountKind Kind,
        decimal Discount,
        Direction Direction
    )
    {
        public (TradeDocument, IReadOnlyList<VatGroup>) Build()
        {
            var setup = Setup();
            var document = PricesIncludeVat
                ? DraftInclVat(Direction, setup, Lines)
                : Draft(Direction, setup, Lines);
            (document.InvoiceDiscountKind, document.InvoiceDiscountValue) = (Kind, Discount);
            return (document, DocumentTotals.Recalculate(document, setup));
        }
    }
}
