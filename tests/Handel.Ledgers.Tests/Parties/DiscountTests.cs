using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>When a payment earns its discount, and where it goes (finance 14.1).</summary>
public sealed class DiscountTests
{
    private static readonly DateOnly Day = SettlementGiven.Day;
    private static readonly DateOnly InTime = Day.AddDays(14);

    [Fact]
    public void DSC_01_the_grace_period_keeps_the_discount_of_an_invoice_posted_late()
    {
        var given = new SettlementGiven();
        given.Gl.PmtDiscGracePeriod = "5D";

        var within = given.Post(Invoice() with { DiscountDate = Day.AddDays(-5) });
        var after = given.Post(Invoice() with { DiscountDate = Day.AddDays(-6) });

        Assert.Equal(
            (20m, 0m),
            (within.Entry.OriginalPmtDiscPossible, after.Entry.OriginalPmtDiscPossible)
        );
    }

    [Fact]
    public void DSC_03_an_entry_without_a_document_type_earns_nothing()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Invoice());

        given.Post(new(EntryDocumentType.None, -980m, InTime), invoice);

        Assert.Equal(20m, given.Left(invoice));
        Assert.Equal(20m, given.Now(invoice.Entry).RemainingPmtDiscPossible);
    }

    [Fact]
    public void DSC_05_a_part_payment_leaves_the_whole_discount_for_the_last_one()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Invoice());
        given.Post(Payment(-400m), invoice);
        Assert.Equal(20m, given.Now(invoice.Entry).RemainingPmtDiscPossible);

        var last = given.Post(Payment(-580m), invoice);

        Settled.Closed(given, invoice, last);
    }

    [Theory]
    [InlineData(980, 0)]
    [InlineData(979.99, 20.01)]
    public void DSC_02_what_was_chosen_must_cover_the_rest(decimal chosen, decimal left)
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Invoice());

        given.Post(Payment(-2000m), request => request with { To = [new(invoice.Entry, chosen)] });

        Assert.Equal(left, given.Left(invoice));
    }

    [Fact]
    public void DSC_04_the_result_does_not_depend_on_where_the_user_starts()
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var given = new SettlementGiven(direction);
            var (paid, payment) = (given.Post(Invoice()), given.Post(Payment(-980m)));
            var (other, money) = (given.Post(Invoice()), given.Post(Payment(-980m)));

            var fromPayment = given.Apply(payment, paid);
            var fromInvoice = given.Apply(other, money);

            Settled.Closed(given, paid, payment, other, money);
            Assert.Equal(Shape(fromPayment, 2), Shape(fromInvoice, 0));
        }
    }

    [Fact]
    public void DSC_04_the_day_of_the_payment_counts_not_the_day_of_the_application()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Invoice());
        var payment = given.Post(Payment(-980m));

        var posting = given.Apply(
            new ApplyPosted(Direction.Sale, new(invoice.Entry.EntryNo))
            {
                To = [new(payment.Entry.EntryNo)],
                PostingDate = InTime.AddDays(30),
            }
        );

        Settled.Closed(given, invoice, payment);
        Settled.Gl(posting, ("9250", 20m), ("1300", -20m));
        Assert.All(posting.GlEntries, e => Assert.Equal(InTime.AddDays(30), e.PostingDate));
    }

    [Fact]
    public void DSC_04_a_new_invoice_that_was_paid_before_takes_the_discount_too()
    {
        var given = new SettlementGiven();
        var payment = given.Post(Payment(-980m) with { Date = Day });

        var invoice = given.Post(Invoice(), payment);

        Settled.Closed(given, invoice, payment);
        Settled.Details(
            invoice,
            payment,
            (PaymentDiscount, -20m, -20m),
            (Application, 1000m, 1000m)
        );
        Settled.Details(
            invoice,
            invoice,
            (InitialEntry, 1000m, 1000m),
            (Application, -1000m, -1000m)
        );
    }

    [Fact]
    public void DSC_07_rates_that_are_not_corrected_leave_their_share_on_the_discount_account()
    {
        var given = new SettlementGiven();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(
            Invoice(2420m) with
            {
                Lines = [(1000m, 210m, "VAT21"), (1000m, 210m, "FIXED")],
            }
        );

        var payment = given.Post(Payment(-2371.60m), invoice);

        Settled.Gl(
            payment,
            ("8000", 2371.60m),
            ("8250", 20.00m),
            ("1500", 4.20m),
            ("9250", 24.20m),
            ("1300", -2420m)
        );
        Settled.Vat(payment.Posting, (20.00m, 4.20m, 21m));
    }

    [Fact]
    public void DSC_07_reverse_charge_is_taken_back_on_both_VAT_accounts()
    {
        var given = new SettlementGiven(Direction.Purchase);
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(Invoice() with { Lines = [(1000m, 0m, "EU")] });

        var payment = given.Post(Payment(-980m), invoice);

        Settled.Gl(
            payment,
            ("8000", -980m),
            ("8255", -20m),
            ("1500", -4.20m),
            ("1530", 4.20m),
            ("1300", 1000m)
        );
        Settled.Vat(payment.Posting, (-20m, -4.20m, 21m));
        var vat = Assert.Single(payment.Posting.VatEntries);
        var lines = payment.Posting.GlEntries.ToDictionary(entry => entry.EntryNo);
        Assert.Equal(("1500", -4.20m), (lines[vat.VatGlEntryNo].AccountNo, vat.Amount));
        Assert.Equal("1530", lines[vat.VatGlEntryNo + 1].AccountNo);
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void DSC_08_a_VAT_correction_has_the_groups_of_the_invoice_and_the_day_of_the_payment()
    {
        var given = new SettlementGiven();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(Invoice(1210m) with { Lines = [(1000m, 210m, "VAT21")] });

        var payment = given.Post(Payment(-1185.80m), invoice);

        var (old, correction) = (
            Assert.Single(invoice.Posting.VatEntries),
            Assert.Single(payment.Posting.VatEntries)
        );
        Assert.Equal(
            (old.VatProdPostingGroup, old.GenProdPostingGroup, old.Type, InTime),
            (
                correction.VatProdPostingGroup,
                correction.GenProdPostingGroup,
                correction.Type,
                correction.VatDate
            )
        );
        Assert.Equal(
            (payment.Entry.DocumentNo, EntryDocumentType.Payment),
            (correction.DocumentNo, correction.DocumentType)
        );
    }

    [Fact]
    public void APP_24_a_discount_in_a_foreign_currency_is_worth_what_the_payment_says()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Invoice() with { Currency = "USD", Factor = 1.25m });

        var payment = given.Post(Payment(-980m) with { Currency = "USD", Factor = 1.20m }, invoice);

        // 20.00 at 1.20; the invoice is relieved at 1.25.
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -980m, -816.67m),
            (PaymentDiscount, -20m, -16.66m),
            (RealizedGain, 0m, 33.33m),
            (Application, 1000m, 800m)
        );
        Settled.Closed(given, invoice, payment);
    }

    private static IEnumerable<(PartyDetailType, int, decimal)> Shape(Posting posting, int shift) =>
        posting.PartyDetails.Select(d => (d.Type, d.PartyEntryNo + shift, d.Amount));

    private static EntryGiven Invoice(decimal amount = 1000m) =>
        new(EntryDocumentType.Invoice, amount, Day) { DiscountPct = 2m, DiscountDate = InTime };

    private static EntryGiven Payment(decimal amount) =>
        new(EntryDocumentType.Payment, amount, InTime);
}
