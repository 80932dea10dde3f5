using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Worked scenarios S09 to S20 of the specification, figure by figure.</summary>
public sealed class SettlementScenarios
{
    private static readonly DateOnly Day = SettlementGiven.Day;

    [Fact]
    public void S09_a_payment_at_a_better_rate_realises_a_gain()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Usd(1000m, 1.25m));

        var payment = given.Post(UsdPayment(-1000m, 1.20m), invoice);

        Settled.Details(
            payment,
            payment,
            (InitialEntry, -1000m, -833.33m),
            (RealizedGain, 0m, 33.33m),
            (Application, 1000m, 800.00m)
        );
        Settled.Details(payment, invoice, (Application, -1000m, -800.00m));
        Settled.Gl(payment, ("8000", 833.33m), ("1300", -800.00m), ("9300", -33.33m));
        Settled.Closed(given, invoice, payment);
        Assert.Equal(payment.Entry.EntryNo, given.Now(invoice.Entry).ClosedByEntryNo);
    }

    [Fact]
    public void S10_two_part_payments_of_a_vendor_realise_a_loss_and_a_gain()
    {
        var given = new SettlementGiven(Direction.Purchase);
        var invoice = given.Post(Usd(2350.40m, 1.0842m));

        var first = given.Post(UsdPayment(-1000m, 1.0631m), invoice);
        var second = given.Post(UsdPayment(-1350.40m, 1.0910m), invoice);

        Assert.Equal(-2167.87m, invoice.Entry.OriginalAmountLcy);
        Settled.Details(
            first,
            first,
            (InitialEntry, 1000m, 940.65m),
            (RealizedLoss, 0m, -18.31m),
            (Application, -1000m, -922.34m)
        );
        Settled.Details(
            second,
            second,
            (InitialEntry, 1350.40m, 1237.76m),
            (RealizedGain, 0m, 7.77m),
            (Application, -1350.40m, -1245.53m)
        );
        Settled.Gl(second, ("8000", -1237.76m), ("1300", 1245.53m), ("9300", -7.77m));
        Settled.Closed(given, invoice, first, second);
    }

    [Fact]
    public void S11_mode_A_books_the_discount_with_its_VAT_and_leaves_VAT_alone()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Discounted(1210m, (1000m, 210m, "VAT21")));

        var payment = given.Post(Payment(-1185.80m), invoice);

        Assert.Equal(24.20m, invoice.Entry.OriginalPmtDiscPossible);
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -1185.80m, -1185.80m),
            (PaymentDiscount, -24.20m, -24.20m),
            (Application, 1210m, 1210m)
        );
        Settled.Gl(payment, ("8000", 1185.80m), ("9250", 24.20m), ("1300", -1210m));
        Assert.Empty(payment.Posting.VatEntries);
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void S12_applying_takes_back_the_exchange_adjustments_with_it()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(Usd(5000m, 1.08m));
        given.Revalue(invoice, 1.12m, -165.34m);
        given.Revalue(invoice, 1.05m, 165.34m, 132.27m);
        Assert.Equal(4761.90m, given.Now(invoice.Entry).RemainingAmountLcy);

        var first = given.Post(UsdPayment(-2000m, 1.06m), invoice);
        var left = given.Now(invoice.Entry);
        var last = given.Post(UsdPayment(-3000m, 1.10m), invoice);

        Settled.Details(
            first,
            invoice,
            (UnrealizedGain, 0m, -52.91m),
            (Application, -2000m, -1851.85m)
        );
        Settled.Details(
            first,
            first,
            (InitialEntry, -2000m, -1886.79m),
            (RealizedGain, 0m, 34.94m),
            (Application, 2000m, 1851.85m)
        );
        Assert.Equal((3000m, 2857.14m), (left.RemainingAmount, left.RemainingAmountLcy));
        Settled.Gl(
            first,
            ("8000", 1886.79m),
            ("1300", -1904.76m),
            ("9300", -34.94m),
            ("9310", 52.91m)
        );
        Settled.Details(
            last,
            invoice,
            (UnrealizedGain, 0m, -79.36m),
            (Application, -3000m, -2777.78m)
        );
        Settled.Details(
            last,
            last,
            (InitialEntry, -3000m, -2727.27m),
            (RealizedLoss, 0m, -50.51m),
            (Application, 3000m, 2777.78m)
        );
        Settled.Closed(given, invoice, first, last);
    }

    [Fact]
    public void S13_mode_C_gives_the_discount_on_the_amount_without_VAT()
    {
        var given = new SettlementGiven();
        given.Gl.PmtDiscExclVat = true;
        var invoice = given.Post(
            Discounted(1210m, (1000m, 210m, "VAT21")) with
            {
                NetAmount = 1000m,
            }
        );

        var payment = given.Post(Payment(-1190m), invoice);

        Assert.Equal(20m, invoice.Entry.OriginalPmtDiscPossible);
        Settled.Gl(payment, ("8000", 1190m), ("9250", 20m), ("1300", -1210m));
        Assert.Empty(payment.Posting.VatEntries);
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void S14_mode_B_takes_the_VAT_of_the_discount_back_rate_by_rate()
    {
        var given = new SettlementGiven();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(
            Discounted(1573.33m, (1000m, 210m, "VAT21"), (333.33m, 30m, "VAT9"))
        );

        var payment = given.Post(Payment(-1541.86m), invoice);

        Assert.Equal(31.47m, invoice.Entry.OriginalPmtDiscPossible);
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -1541.86m, -1541.86m),
            (PaymentDiscountVatExcl, 0m, -20.00m),
            (PaymentDiscountVatAdjustment, 0m, -4.20m),
            (PaymentDiscountVatExcl, 0m, -6.67m),
            (PaymentDiscountVatAdjustment, 0m, -0.60m),
            (PaymentDiscount, -31.47m, 0m),
            (Application, 1573.33m, 1573.33m)
        );
        Settled.Gl(
            payment,
            ("8000", 1541.86m),
            ("8250", 26.67m),
            ("1500", 4.80m),
            ("1300", -1573.33m)
        );
        Settled.Vat(payment.Posting, (20.00m, 4.20m, 21m), (6.67m, 0.60m, 9m));
        Assert.All(payment.Posting.VatEntries, vat => Assert.Equal(Day.AddDays(9), vat.VatDate));
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void S14_mode_B_with_one_rate_splits_the_discount_in_two()
    {
        var given = new SettlementGiven(Direction.Purchase);
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(Discounted(1210m, (1000m, 210m, "VAT21")));

        var payment = given.Post(Payment(-1185.80m), invoice);

        Settled.Gl(
            payment,
            ("8000", -1185.80m),
            ("8255", -20.00m),
            ("1500", -4.20m),
            ("1300", 1210m)
        );
        Settled.Vat(payment.Posting, (-20.00m, -4.20m, 21m));
    }

    [Fact]
    public void S17_what_conversion_leaves_of_nothing_is_corrected()
    {
        var given = new SettlementGiven(Direction.Purchase);
        var first = given.Post(Usd(1m, 3m));
        var second = given.Post(Usd(1m, 3m));

        var payment = given.Post(UsdPayment(-2m, 3m), first, second);

        Assert.Equal(-0.33m, first.Entry.OriginalAmountLcy);
        Settled.Details(
            payment,
            payment,
            (InitialEntry, 2m, 0.67m),
            (Application, -1m, -0.33m),
            (Application, -1m, -0.33m),
            (CorrectionOfRemainingAmount, 0m, -0.01m)
        );
        Settled.Gl(payment, ("8000", -0.67m), ("1300", 0.66m), ("9280", 0.01m));
        Settled.Closed(given, first, second, payment);
    }

    private static EntryGiven Usd(decimal amount, decimal factor) =>
        new(EntryDocumentType.Invoice, amount, Day) { Currency = "USD", Factor = factor };

    private static EntryGiven UsdPayment(decimal amount, decimal factor) =>
        new(EntryDocumentType.Payment, amount, Day.AddDays(9))
        {
            Currency = "USD",
            Factor = factor,
        };

    private static EntryGiven Payment(decimal amount) =>
        new(EntryDocumentType.Payment, amount, Day.AddDays(9));

    private static EntryGiven Discounted(
        decimal amount,
        params (decimal Net, decimal Vat, string Prod)[] lines
    ) =>
        new(EntryDocumentType.Invoice, amount, Day)
        {
            DiscountPct = 2m,
            DiscountDate = Day.AddDays(14),
            Lines = lines,
        };
}
