using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Undoing an application (finance 15).</summary>
public sealed class UnapplicationTests
{
    private static readonly DateOnly Day = SettlementGiven.Day;

    [Fact]
    public void S20_a_discount_is_taken_back_and_given_again()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(
            new(EntryDocumentType.Invoice, 2420m, Day)
            {
                DiscountPct = 2m,
                DiscountDate = Day.AddDays(14),
            }
        );
        given.Post(Payment(-1000m, 10), invoice);
        Assert.Equal((1420m, 48.40m), Left(given, invoice));
        var second = given.Post(Payment(-1371.60m, 13), invoice);
        Settled.Closed(given, invoice, second);

        var undone = given.Unapply(second, Day.AddDays(20));

        Assert.Equal((1420m, 48.40m), Left(given, invoice));
        Assert.Equal((-1371.60m, 0m), Left(given, second));
        Assert.Equal(
            (true, 0, null),
            (
                given.Now(invoice.Entry).IsOpen,
                given.Now(invoice.Entry).ClosedByEntryNo,
                given.Now(invoice.Entry).ClosedAtDate
            )
        );
        Settled.Gl(undone, ("9250", -48.40m), ("1300", 48.40m));
        Assert.Equal("UNAPPSALES", undone.SourceCode);
        Assert.Equal(second.Entry.DocumentNo, undone.DocumentNo);

        given.Apply(second, invoice);

        Settled.Closed(given, invoice, second);
    }

    [Fact]
    public void INV_29_every_detail_that_was_taken_back_has_one_that_takes_it_back()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Usd(1000m, 1.25m));
        var payment = given.Post(Usd(-1000m, 1.20m, EntryDocumentType.Payment), invoice);

        var undone = given.Unapply(invoice);

        var taken = payment.Posting.PartyDetails.Where(d => d.Type != InitialEntry).ToList();
        Assert.Equal(
            taken.Select(d => (d.EntryNo, d.Type, d.PartyEntryNo, -d.Amount, -d.AmountLcy)),
            undone.PartyDetails.Select(d =>
                (d.UnappliesEntryNo, d.Type, d.PartyEntryNo, d.Amount, d.AmountLcy)
            )
        );
        var known = new[] { invoice, payment }
            .SelectMany(e => given.Books.DetailsOf(Direction.Sale, e.Entry.EntryNo))
            .Where(d => d.Type != InitialEntry)
            .ToList();
        Assert.Equal(6, known.Count);
        Assert.All(known, detail => Assert.True(detail.IsUnapplied));
        Settled.Gl(undone, ("9300", 33.33m), ("1300", -33.33m));
    }

    [Fact]
    public void UNA_03_VAT_of_a_discount_comes_back_too()
    {
        foreach (
            var (direction, prod) in new[] { (Direction.Sale, "VAT21"), (Direction.Purchase, "EU") }
        )
        {
            var given = new SettlementGiven(direction);
            given.Gl.AdjustForPmtDisc = true;
            var isTaxed = prod == "VAT21";
            var invoice = given.Post(
                new(EntryDocumentType.Invoice, isTaxed ? 1210m : 1000m, Day)
                {
                    DiscountPct = 2m,
                    DiscountDate = Day.AddDays(14),
                    Lines = [(1000m, isTaxed ? 210m : 0m, prod)],
                }
            );
            var payment = given.Post(Payment(isTaxed ? -1185.80m : -980m, 3), invoice);

            var undone = given.Unapply(payment);

            var settled = payment.Posting.GlEntries.Where(e =>
                e.AccountNo is not ("8000" or "1300")
            );
            Assert.Equal(
                settled.Select(e => (e.AccountNo, -e.Amount)),
                undone
                    .GlEntries.Where(e => e.AccountNo != "1300")
                    .Select(e => (e.AccountNo, e.Amount))
            );
            Assert.Equal(
                payment.Posting.VatEntries.Select(v => (-v.Base, -v.Amount, v.VatProdPostingGroup)),
                undone.VatEntries.Select(v => (v.Base, v.Amount, v.VatProdPostingGroup))
            );
            Assert.NotEmpty(undone.VatEntries);
        }
    }

    [Fact]
    public void UNA_01_what_came_last_goes_first()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day));
        var first = given.Post(Payment(-100m, 1), invoice);
        var second = given.Post(Payment(-100m, 2), invoice);

        var problem = Assert.Single(given.WhyNotUnapply(first));

        Assert.Equal(
            (ProblemCodes.Unapplication, "later", second.Entry.DocumentNo),
            (problem.Code, problem.Args["reason"], problem.Args["document"])
        );
        given.Unapply(second);
        given.Unapply(first);
        Assert.Equal(300m, given.Left(invoice));
    }

    [Fact]
    public void UNA_01_an_entry_that_was_never_applied_has_nothing_to_undo()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day));

        Assert.Equal("notApplied", Assert.Single(given.WhyNotUnapply(invoice)).Args["reason"]);
    }

    [Fact]
    public void UNA_02_not_before_it_was_applied_and_not_in_a_closed_month()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day));
        var payment = given.Post(Payment(-300m, 5), invoice);

        Assert.Equal("date", Assert.Single(given.WhyNotUnapply(payment, Day)).Args["reason"]);
        given.Gl.AllowPostingFrom = Day.AddDays(10);
        var problem = Assert.Single(given.WhyNotUnapply(payment, Day.AddDays(11)));
        Assert.Equal((ProblemCodes.PostingDate, "2026-01-06"), (problem.Code, problem.Value));
    }

    [Fact]
    public void UNA_02_not_when_an_entry_was_reversed()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day));
        var payment = given.Post(Payment(-300m, 5), invoice);
        var now = given.Now(invoice.Entry);
        given.Books.PartyEntries[(now.Direction, now.EntryNo)] = now with { IsReversed = true };

        Assert.Equal("reversed", Assert.Single(given.WhyNotUnapply(payment)).Args["reason"]);
    }

    [Fact]
    public void UNA_02_what_comes_back_is_revalued_like_what_was_open()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Usd(5000m, 1.08m));
        var payment = given.Post(Usd(-2000m, 1.06m, EntryDocumentType.Payment), invoice);
        // 3,000.00 is 2,777.78 in the books and 2,857.14 at 1.05.
        given.Revalue(invoice, 1.05m, 79.36m);

        var undone = given.Unapply(payment);

        // 5,000.00 at 1.05 is 4,761.90; the 1,851.85 that comes back is worth 52.91 more.
        Settled.Details(
            undone,
            invoice,
            (Application, 2000m, 1851.85m),
            (UnrealizedGain, 0m, 52.91m)
        );
        Assert.Equal(4761.90m, given.Now(invoice.Entry).RemainingAmountLcy);
    }

    [Fact]
    public void UNA_07_VAT_that_was_declared_stays()
    {
        var given = new SettlementGiven();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(
            new(EntryDocumentType.Invoice, 1210m, Day)
            {
                DiscountPct = 2m,
                DiscountDate = Day.AddDays(14),
                Lines = [(1000m, 210m, "VAT21")],
            }
        );
        var payment = given.Post(Payment(-1185.80m, 3), invoice);
        var register = payment.Posting.RegisterNo;
        given.Books.VatEntries[register] =
        [
            .. given.Books.VatEntriesOf(register).Select(vat => vat with { IsClosed = true }),
        ];

        Assert.Equal("vatClosed", Assert.Single(given.WhyNotUnapply(payment)).Args["reason"]);
    }

    private static (decimal, decimal) Left(SettlementGiven given, PostedGiven entry) =>
        (given.Left(entry), given.Now(entry.Entry).RemainingPmtDiscPossible);

    private static EntryGiven Usd(
        decimal amount,
        decimal factor,
        EntryDocumentType type = EntryDocumentType.Invoice
    ) => new(type, amount, Day) { Currency = "USD", Factor = factor };

    private static EntryGiven Payment(decimal amount, int days) =>
        new(EntryDocumentType.Payment, amount, Day.AddDays(days));
}
