using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>What holds for every document, whatever is on it (sales 24).</summary>
public class PostingProperties
{
    private static readonly string[] Rates = ["VAT21", "VAT9", "VAT0", "NONE"];

    /// <summary>
    /// Lines of goods and of accounts, and the settings that change how they post.
    /// </summary>
    public sealed record Given(LineGiven[] Lines, int Discount, int Mode, bool Incl, int Kind);

    private static readonly Arbitrary<Given> Documents = (
        from lines in (
            from no in Gen.Elements("A", "B", "C", "D")
            from quantity in Gen.Choose(1, 400)
            from price in Gen.Choose(0, 99_999)
            from rate in Gen.Choose(0, Rates.Length - 1)
            from discount in Gen.Choose(0, 100)
            select new LineGiven(no, quantity / 10m, price / 100m, Rates[rate])
            {
                DiscountPct = discount,
                UnitCost = price / 200m,
            }
        )
            .NonEmptyListOf()
            .Resize(12)
        from invoiceDiscount in Gen.Choose(0, 10)
        from mode in Gen.Choose(0, 3)
        from incl in Gen.Elements(true, false)
        from kind in Gen.Choose(0, 3)
        select new Given([.. lines], invoiceDiscount, mode, incl, kind)
    ).ToArbitrary();

    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Order,
        DocumentKind.Invoice,
        DocumentKind.CreditMemo,
        DocumentKind.ReturnOrder,
    ];

    [Fact]
    public void INV_01_every_posting_balances_and_its_VAT_ties_to_the_ledger() =>
        Check(given =>
        {
            var plan = Post(given, Direction.Sale);
            var posting = plan.Posting!;
            var vatLines = posting.VatEntries.Select(entry => entry.VatGlEntryNo).ToHashSet();
            var booked = posting.GlEntries.Where(entry => vatLines.Contains(entry.EntryNo));
            Assert.Equal(0m, posting.GlEntries.Sum(entry => entry.Amount));
            Assert.Equal(posting.VatEntries.Sum(entry => entry.Amount), booked.Sum(e => e.Amount));
            foreach (
                var pair in posting
                    .GlEntries.Where(e => e.ValueEntryNo != 0)
                    .GroupBy(e => e.ValueEntryNo)
            )
                Assert.Equal(0m, pair.Sum(entry => entry.Amount));
        });

    [Fact]
    public void INV_02_the_party_owes_what_the_document_shows() =>
        Check(given =>
        {
            var plan = Post(given, Direction.Sale);
            var invoice = plan.Stored.Single(d =>
                d.Kind is DocumentKind.Invoice or DocumentKind.CreditMemo
            );
            var entry = plan.Posting!.PartyEntries.Single();
            Assert.Equal(invoice.AmountInclVat, Math.Abs(entry.OriginalAmount));
            Assert.Equal(entry.OriginalAmount, entry.OriginalAmountLcy);
            Assert.Equal(invoice.AmountInclVat, invoice.Lines.Sum(line => line.AmountInclVat));
        });

    [Fact]
    public void A_purchase_is_the_mirror_image_of_a_sale() =>
        Check(given =>
        {
            var sale = Post(given, Direction.Sale).Posting!;
            var purchase = Post(given, Direction.Purchase).Posting!;
            Assert.Equal(
                sale.GlEntries.Where(e => e.ValueEntryNo == 0).Select(e => -e.Amount),
                purchase.GlEntries.Where(e => e.ValueEntryNo == 0).Select(e => e.Amount)
            );
            Assert.Equal(
                sale.VatEntries.Select(e => (-e.Base, -e.Amount)),
                purchase.VatEntries.Select(e => (e.Base, e.Amount))
            );
        });

    [Fact]
    public void INV_10_the_order_of_lines_does_not_change_totals() =>
        Check(given =>
        {
            var turned = given with { Lines = [.. given.Lines.Reverse()] };
            Assert.Equal(
                TotalsOf(Post(given, Direction.Sale)),
                TotalsOf(Post(turned, Direction.Sale))
            );
        });

    [Fact]
    public void A_batch_posts_as_its_documents_one_by_one() =>
        Check(given =>
        {
            var world = World(given);
            var documents = Enumerable
                .Range(0, 3)
                .Select(_ => Draft(world, given, Direction.Sale))
                .ToList();
            var alone = world.Books();
            var batch = world.Books();
            var fork = batch.Fork();

            var one = documents.Select(d => world.Post(alone, d)).ToList();
            var many = documents.Select(d => world.Post(fork, d)).ToList();
            fork.Adopt();

            Assert.Equal(
                one.SelectMany(p => p.Posting!.GlEntries),
                many.SelectMany(p => p.Posting!.GlEntries)
            );
            Assert.Equal(
                one.SelectMany(p => p.Posting!.ValueEntries),
                many.SelectMany(p => p.Posting!.ValueEntries)
            );
            Assert.Equal(alone.Counters, batch.Counters);
        });

    [Fact]
    public void INV_09_preview_shows_what_posting_does_and_changes_nothing() =>
        Check(given =>
        {
            var world = World(given);
            var books = world.Books();
            var document = Draft(world, given, Direction.Purchase);
            var preview = PostingPreview.Of(DocumentPosting.Plan(world.Command(document), books));
            var posted = PostingPreview.Of(world.Post(books, document));
            Assert.Equal(posted.GlEntries, preview.GlEntries);
            Assert.Equal(posted.VatEntries, preview.VatEntries);
            Assert.Equal(posted.PartyEntries, preview.PartyEntries);
            Assert.Equal(posted.ItemEntries, preview.ItemEntries);
        });

    private static void Check(Action<Given> holds) =>
        Prop.ForAll(Documents, given => holds(given))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithQuietOnSuccess(true));

    private static Plan Post(Given given, Direction direction)
    {
        var world = World(given);
        return world.Post(world.Books(), Draft(world, given, direction));
    }

    private static PostingGiven World(Given given)
    {
        var world = new PostingGiven();
        world.Sale.DiscountPosting = world.Purchase.DiscountPosting = (DiscountPosting)given.Mode;
        return world;
    }

    private static TradeDocument Draft(PostingGiven world, Given given, Direction direction)
    {
        var document = world.Draft(direction, Kinds[given.Kind], given.Lines);
        document.PricesIncludeVat = given.Incl;
        document.InvoiceDiscountKind = InvoiceDiscountKind.Percent;
        document.InvoiceDiscountValue = given.Discount;
        world.Recalculate(document);
        return document;
    }

    private static (decimal Total, string Vat) TotalsOf(Plan plan) =>
        (
            plan.Posting!.PartyEntries.Single().OriginalAmount,
            string.Join(
                ';',
                plan.Posting.VatEntries.GroupBy(entry => entry.VatProdPostingGroup)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        $"{group.Key} {group.Sum(e => e.Base):F2} {group.Sum(e => e.Amount):F2}"
                    )
            )
        );
}
