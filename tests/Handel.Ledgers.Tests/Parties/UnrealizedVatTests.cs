using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Xunit;
using static Handel.Ledgers.Tests.Parties.SettlementGiven;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>
/// VAT that waits for payment (UNR-01..03). Figures are worked out by hand: an invoice of 1,210.00
/// is 1,000.00 and 210.00 VAT.
/// </summary>
public sealed class UnrealizedVatTests
{
    private const string Cash = "CASH";

    [Fact]
    public void UNR_01_an_invoice_puts_its_VAT_where_it_waits()
    {
        var given = Books();

        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));

        Settled.Gl(invoice, ("8000", -1000m), ("1540", -210m), ("1300", 1210m));
        var vat = Assert.Single(invoice.Posting.VatEntries);
        Assert.Equal(
            (0m, 0m, -1000m, -210m, -1000m, -210m, UnrealizedVatType.Percentage),
            (
                vat.Base,
                vat.Amount,
                vat.UnrealizedBase,
                vat.UnrealizedAmount,
                vat.RemainingUnrealizedBase,
                vat.RemainingUnrealizedAmount,
                vat.UnrealizedVatType
            )
        );
    }

    [Fact]
    public void UNR_02_percentage_follows_what_is_paid_to_the_cent()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));

        var first = given.Post(Payment(-400m, 3), invoice);
        var second = given.Post(Payment(-605m, 5), invoice);
        var third = given.Post(Payment(-205m, 9), invoice);

        // 210 x 400/1210 = 69.42; 140.58 x 605/810 = 105.00; the rest.
        Settled.Vat(first.Posting, (-330.58m, -69.42m, 21m));
        Settled.Vat(second.Posting, (-500.00m, -105.00m, 21m));
        Settled.Vat(third.Posting, (-169.42m, -35.58m, 21m));
        Settled.Gl(first, ("8000", 400m), ("1300", -400m), ("1540", 69.42m), ("1500", -69.42m));
        Assert.Equal(Day.AddDays(5), Assert.Single(second.Posting.VatEntries).VatDate);
        Assert.Equal((0m, 0m), Rest(given, invoice));
        Settled.Closed(given, invoice, first, second, third);
    }

    [Fact]
    public void UNR_02_first_pays_the_VAT_before_the_base()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, "FIRST")));

        var first = given.Post(Payment(-150m, 1), invoice);
        var second = given.Post(Payment(-100m, 2), invoice);
        var third = given.Post(Payment(-960m, 3), invoice);

        Settled.Vat(first.Posting, (-714.29m, -150.00m, 21m));
        Settled.Vat(second.Posting, (-285.71m, -60.00m, 21m));
        Assert.Empty(third.Posting.VatEntries);
    }

    [Fact]
    public void UNR_02_last_pays_the_base_before_the_VAT()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, "LAST")));

        var first = given.Post(Payment(-900m, 1), invoice);
        var second = given.Post(Payment(-200m, 2), invoice);
        var third = given.Post(Payment(-110m, 3), invoice);

        Assert.Empty(first.Posting.VatEntries);
        Settled.Vat(second.Posting, (-476.19m, -100.00m, 21m));
        Settled.Vat(third.Posting, (-523.81m, -110.00m, 21m));
    }

    [Theory]
    [InlineData("FIRSTFULL", 209, 1)]
    [InlineData("LASTFULL", 1209, 1)]
    public void UNR_02_fully_paid_makes_all_due_at_once(string prod, decimal before, decimal then)
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, prod)));

        var first = given.Post(Payment(-before, 1), invoice);
        var second = given.Post(Payment(-then, 2), invoice);

        Assert.Empty(first.Posting.VatEntries);
        Settled.Vat(second.Posting, (-1000m, -210m, 21m));
    }

    [Fact]
    public void UNR_01_a_vendor_who_is_paid_gives_input_VAT()
    {
        var given = Books(Direction.Purchase);
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));
        Settled.Gl(invoice, ("8000", 1000m), ("1541", 210m), ("1300", -1210m));

        var payment = given.Post(Payment(-605m, 3), invoice);

        Settled.Gl(payment, ("8000", -605m), ("1300", 605m), ("1541", -105m), ("1500", 105m));
        Settled.Vat(payment.Posting, (500m, 105m, 21m));
    }

    [Fact]
    public void UNR_01_reverse_charge_waits_on_both_accounts()
    {
        var given = Books(Direction.Purchase);
        var invoice = given.Post(Invoice(1000m, (1000m, 0m, "EUCASH")));
        Settled.Gl(invoice, ("8000", 1000m), ("1541", 210m), ("1542", -210m), ("1300", -1000m));

        var payment = given.Post(Payment(-500m, 3), invoice);

        Settled.Gl(
            payment,
            ("8000", -500m),
            ("1300", 500m),
            ("1541", -105m),
            ("1500", 105m),
            ("1530", -105m),
            ("1542", 105m)
        );
        var vat = Assert.Single(payment.Posting.VatEntries);
        var line = payment.Posting.GlEntries.Single(entry => entry.EntryNo == vat.VatGlEntryNo);
        Assert.Equal(("1500", 105m), (line.AccountNo, line.Amount));
    }

    [Fact]
    public void UNR_01_a_credit_memo_takes_VAT_that_became_due_back()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));
        var memo = given.Post(
            new EntryGiven(EntryDocumentType.CreditMemo, -605m, Day.AddDays(2))
            {
                Lines = [(500m, 105m, Cash)],
            }
        );

        var applied = given.Apply(memo, invoice);

        Settled.Vat(applied, (500m, 105m, 21m), (-500m, -105m, 21m));
        Settled.Gl(applied);
        Assert.Equal((0m, 0m), Rest(given, memo));
        Assert.Equal((-500m, -105m), Rest(given, invoice));
    }

    [Fact]
    public void UNR_03_a_discount_counts_as_paid_and_takes_its_own_VAT_back()
    {
        var given = Books();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(
            Invoice(1210m, (1000m, 210m, Cash)) with
            {
                DiscountPct = 2m,
                DiscountDate = Day.AddDays(14),
            }
        );

        var payment = given.Post(Payment(-1185.80m, 9), invoice);

        Settled.Vat(payment.Posting, (20.00m, 4.20m, 21m), (-1000m, -210m, 21m));
        Settled.Gl(
            payment,
            ("8000", 1185.80m),
            ("8250", 20.00m),
            ("1540", 210m),
            ("1500", -205.80m),
            ("1300", -1210m)
        );
        Assert.Equal((0m, 0m), Rest(given, invoice));
    }

    [Fact]
    public void UNR_03_undoing_an_application_lets_the_VAT_wait_again()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));
        var payment = given.Post(Payment(-400m, 3), invoice);

        var undone = given.Unapply(payment);

        Settled.Vat(undone, (330.58m, 69.42m, 21m));
        Settled.Gl(undone, ("1540", -69.42m), ("1500", 69.42m));
        Assert.Equal((-1000m, -210m), Rest(given, invoice));
        var again = given.Apply(payment, invoice);
        Settled.Vat(again, (-330.58m, -69.42m, 21m));
        Assert.Equal((-669.42m, -140.58m), Rest(given, invoice));
    }

    [Fact]
    public void UNA_07_VAT_that_was_declared_keeps_its_application()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));
        var payment = given.Post(Payment(-400m, 3), invoice);
        var register = payment.Posting.RegisterNo;
        given.Books.VatEntries[register] =
        [
            .. given.Books.VatEntriesOf(register).Select(vat => vat with { IsClosed = true }),
        ];

        var problem = Assert.Single(given.WhyNotUnapply(payment));

        Assert.Equal(
            (ProblemCodes.Unapplication, "vatClosed"),
            (problem.Code, problem.Args["reason"])
        );
    }

    [Fact]
    public void GLS_13_VAT_does_not_wait_again_where_the_switch_is_off()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1210m, (1000m, 210m, Cash)));
        var payment = given.Post(Payment(-1210m, 3), invoice);
        given.Gl.UnrealizedVat = false;

        var problem = Assert.Single(given.WhyNotUnapply(payment));

        Assert.Equal((ProblemCodes.VatSwitch, "unrealizedTax"), (problem.Code, problem.Field));
    }

    [Fact]
    public void UNR_02_foreign_money_pays_its_share_whatever_its_rate()
    {
        var given = Books();
        // USD 1,210.00 at 1.10 is 1,100.00.
        var invoice = given.Post(
            Invoice(1210m, (909.09m, 190.91m, Cash)) with
            {
                Currency = "USD",
                Factor = 1.10m,
            }
        );

        var first = given.Post(Payment(-605m, 3) with { Currency = "USD", Factor = 1.2m }, invoice);
        var second = given.Post(Payment(-605m, 4) with { Currency = "USD", Factor = 1m }, invoice);

        Settled.Vat(first.Posting, (-454.55m, -95.46m, 21m));
        Settled.Vat(second.Posting, (-454.54m, -95.45m, 21m));
    }

    [Fact]
    public void UNR_01_other_VAT_of_the_invoice_stays_as_it_is()
    {
        var given = Books();
        var invoice = given.Post(Invoice(1319m, (1000m, 210m, Cash), (100m, 9m, "VAT9")));
        Assert.Equal([0m, -9m], invoice.Posting.VatEntries.Select(vat => vat.Amount));

        var payment = given.Post(Payment(-659.50m, 3), invoice);

        Settled.Vat(payment.Posting, (-500m, -105m, 21m));
    }

    private static SettlementGiven Books(Direction direction = Direction.Sale)
    {
        var given = new SettlementGiven(direction);
        given.Gl.UnrealizedVat = true;
        return given;
    }

    private static EntryGiven Invoice(
        decimal amount,
        params (decimal Net, decimal Vat, string Prod)[] lines
    ) => new(EntryDocumentType.Invoice, amount, Day) { Lines = lines };

    private static EntryGiven Payment(decimal amount, int days) =>
        new(EntryDocumentType.Payment, amount, Day.AddDays(days));

    // What no settlement has made due of the only VAT entry that waits.
    private static (decimal Base, decimal Amount) Rest(SettlementGiven given, PostedGiven posted)
    {
        var vat = Assert.Single(posted.Posting.VatEntries, entry => entry.IsUnrealized);
        var rest = given.Books.RestOf(vat);
        return (rest.Base, rest.Amount);
    }
}
