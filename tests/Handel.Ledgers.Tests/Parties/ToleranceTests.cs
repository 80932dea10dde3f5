using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Payment tolerance and late discounts (finance 14.2).</summary>
public sealed class ToleranceTests
{
    private static readonly DateOnly InTime = new(2026, 1, 15);
    private static readonly DateOnly Late = new(2026, 1, 18);
    private static readonly DateOnly TooLate = new(2026, 1, 21);

    [Theory]
    [InlineData(1, 5, 1000.00, 5.00)]
    [InlineData(1, 5, -300.00, 3.00)]
    [InlineData(0, 5, 4.00, 4.00)]
    [InlineData(1, 0, 1000.00, 10.00)]
    [InlineData(0, 0, 1000.00, 0.00)]
    public void S15_the_largest_tolerance_of_an_entry(
        decimal pct,
        decimal max,
        decimal amount,
        decimal expected
    ) => Assert.Equal(expected, SettlementTerms.Tolerance(amount, new(pct, max, 0.01m)));

    [Fact]
    public void S15_an_entry_keeps_its_tolerance_in_its_own_sign()
    {
        var given = Given(Direction.Purchase);

        var invoice = given.Post(Invoice(1000m));

        Assert.Equal(-5m, invoice.Entry.MaxPaymentTolerance);
        Assert.Equal(new DateOnly(2026, 1, 20), invoice.Entry.PmtDiscToleranceDate);
    }

    [Fact]
    public void DSC_31_a_foreign_currency_has_limits_of_its_own()
    {
        var given = Given();
        given.Currencies["USD"].PaymentTolerancePct = 2m;

        var invoice = given.Post(Invoice(1000m) with { Currency = "USD", Factor = 1.25m });

        Assert.Equal(20m, invoice.Entry.MaxPaymentTolerance);
    }

    [Fact]
    public void S18_a_difference_is_shared_by_amount()
    {
        var shares = ToleranceShares.Of(4m, [new(1000m, 5m), new(600m, 3m), new(400m, 2m)]);

        Assert.Equal([2.00m, 1.20m, 0.80m], shares);
    }

    [Fact]
    public void S18_what_a_big_claim_may_not_take_goes_to_the_small_one()
    {
        var shares = ToleranceShares.Of(7.75m, [new(12500m, 1.50m), new(150m, 14m)]);

        Assert.Equal([1.50m, 6.25m], shares);
        // Its own share of 7.75 is 150 of 12,650, the rest is what the big one leaves.
        Assert.Equal(6.16m, shares[1] - 0.09m);
    }

    [Fact]
    public void S18_three_invoices_are_closed_by_a_payment_that_falls_short()
    {
        var given = Given();
        var invoices = new[] { 1000m, 600m, 400m }
            .Select(amount => given.Post(Invoice(amount) with { DiscountPct = 0m }))
            .ToArray();
        Assert.Equal([5m, 3m, 2m], invoices.Select(i => i.Entry.MaxPaymentTolerance));

        var payment = given.Post(Payment(-1996m, TooLate), invoices);

        Settled.Closed(given, [.. invoices, payment]);
        Assert.Equal(
            [-2.00m, -1.20m, -0.80m],
            payment
                .Posting.PartyDetails.Where(detail => detail.Type == PaymentTolerance)
                .Select(detail => detail.Amount)
        );
        Settled.Gl(payment, ("8000", 1996m), ("9260", 4m), ("1300", -2000m));
    }

    // DSC-27. Day, paid, late discount accepted; then discount, tolerance, left on both.
    public static TheoryData<int, decimal, bool, decimal[]> Decisions()
    {
        var table = new TheoryData<int, decimal, bool, decimal[]>();
        void Row(decimal paid, params decimal[][] cells)
        {
            table.Add(15, paid, false, cells[0]);
            table.Add(16, paid, true, cells[1]);
            table.Add(20, paid, true, cells[1]);
            table.Add(16, paid, false, cells[2]);
            table.Add(20, paid, false, cells[2]);
            table.Add(21, paid, true, cells[3]);
            table.Add(21, paid, false, cells[3]);
        }

        // Discount in time, discount late, tolerance, left on the invoice, left on the payment.
        Row(1005.00m, [20, 0, 0, 0, -25], [0, 20, 0, 0, -25], [0, 0, -5, 0, 0], [0, 0, -5, 0, 0]);
        Row(1000.00m, [20, 0, 0, 0, -20], [0, 20, 0, 0, -20], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]);
        Row(995.00m, [20, 0, 0, 0, -15], [0, 20, 0, 0, -15], [0, 0, 5, 0, 0], [0, 0, 5, 0, 0]);
        Row(985.00m, [20, 0, -5, 0, 0], [0, 20, -5, 0, 0], [0, 0, 0, 15, 0], [0, 0, 0, 15, 0]);
        Row(980.00m, [20, 0, 0, 0, 0], [0, 20, 0, 0, 0], [0, 0, 0, 20, 0], [0, 0, 0, 20, 0]);
        Row(975.00m, [20, 0, 5, 0, 0], [0, 20, 5, 0, 0], [0, 0, 0, 25, 0], [0, 0, 0, 25, 0]);
        decimal[] open = [0, 0, 0, 25.01m, 0];
        Row(974.99m, open, open, open, open);
        return table;
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void DSC_27_the_whole_table(int day, decimal paid, bool acceptsLate, decimal[] expected)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var given = Given(direction);
            var invoice = given.Post(Invoice(1000m));

            var payment = given.Post(
                Payment(-paid, new DateOnly(2026, 1, day)),
                request =>
                    request with
                    {
                        To = [new(invoice.Entry, 0m)],
                        AcceptLateDiscount = acceptsLate,
                    }
            );

            decimal Sum(PartyDetailType type) =>
                -given.Sign
                * payment.Posting.PartyDetails.Where(d => d.Type == type).Sum(d => d.Amount);
            decimal[] booked =
            [
                Sum(PaymentDiscount),
                Sum(PaymentDiscountTolerance),
                Sum(PaymentTolerance),
                given.Left(invoice),
                given.Left(payment),
            ];
            Assert.Equal(expected, booked);
        }
    }

    // DSC-25
    [Theory]
    [InlineData(995, 5, 0)]
    [InlineData(1005, 0, -5)]
    public void DSC_23_what_is_not_accepted_stays_open(
        decimal paid,
        decimal invoiceLeft,
        decimal left
    )
    {
        var given = Given();
        given.Gl.PaymentTolerancePolicy = TolerancePolicy.Ask;
        var invoice = given.Post(Invoice(1000m));

        var payment = given.Post(Payment(-paid, TooLate), invoice);

        Assert.Equal((invoiceLeft, left), (given.Left(invoice), given.Left(payment)));
    }

    [Theory]
    [InlineData(TolerancePolicy.Never, null, false)]
    [InlineData(TolerancePolicy.Never, true, false)]
    [InlineData(TolerancePolicy.Ask, null, false)]
    [InlineData(TolerancePolicy.Ask, true, true)]
    [InlineData(TolerancePolicy.Always, null, true)]
    [InlineData(TolerancePolicy.Always, false, false)]
    public void DSC_23_the_policy_and_then_the_answer_decide(
        TolerancePolicy policy,
        bool? answer,
        bool isClosed
    )
    {
        var given = Given();
        given.Gl.PaymentTolerancePolicy = policy;
        var invoice = given.Post(Invoice(1000m));

        given.Post(
            Payment(-995m, TooLate),
            request => request with { To = [new(invoice.Entry, 0m)], AcceptTolerance = answer }
        );

        Assert.Equal(isClosed, !given.Now(invoice.Entry).IsOpen);
    }

    // The first may be forgiven 5.00, the second 3.00; 4.00 is missing.
    [Theory]
    [InlineData(true, false, 0, 0)]
    [InlineData(false, true, 0, 4)]
    [InlineData(false, false, 0, 4)]
    [InlineData(null, null, 0, 0)]
    public void DSC_40_each_entry_may_have_an_answer_of_its_own(
        bool? first,
        bool? second,
        decimal firstLeft,
        decimal secondLeft
    )
    {
        var given = Given();
        var invoices = new[] { 1000m, 600m }
            .Select(amount => given.Post(Invoice(amount) with { DiscountPct = 0m }))
            .ToArray();

        given.Post(
            Payment(-1596m, TooLate),
            request =>
                request with
                {
                    To =
                    [
                        new(invoices[0].Entry, 0m) { AcceptTolerance = first },
                        new(invoices[1].Entry, 0m) { AcceptTolerance = second },
                    ],
                }
        );

        Assert.Equal([firstLeft, secondLeft], invoices.Select(given.Left));
    }

    [Fact]
    public void DSC_21_a_blocked_party_is_forgiven_nothing()
    {
        var given = Given();
        given.Party.BlockPaymentTolerance = true;
        var invoice = given.Post(Invoice(1000m));

        given.Post(Payment(-995m, TooLate), invoice);

        Assert.Equal(0m, invoice.Entry.MaxPaymentTolerance);
        Assert.Equal(5m, given.Left(invoice));
    }

    [Fact]
    public void DSC_21_a_party_that_pays_the_oldest_first_is_forgiven_nothing()
    {
        var given = Given();
        given.Party.ApplicationMethod = ApplicationMethod.ApplyToOldest;
        var invoice = given.Post(Invoice(1000m));

        given.Post(Payment(-995m, TooLate), invoice);

        Assert.Equal(5m, given.Left(invoice));
    }

    // GLS-18
    [Theory]
    [InlineData(false, -995, "9260")]
    [InlineData(true, -995, "9250")]
    [InlineData(false, -1005, "9265")]
    [InlineData(true, -1005, "9255")]
    public void ACC_18_tolerance_goes_where_the_setup_says(
        bool toDiscount,
        decimal paid,
        string account
    )
    {
        var given = Given();
        given.Gl.ToleranceToDiscountAccounts = toDiscount;
        var invoice = given.Post(Invoice(1000m));

        var payment = given.Post(Payment(paid, TooLate), invoice);

        Settled.Gl(payment, ("8000", -paid), (account, 1000m + paid), ("1300", -1000m));
    }

    [Theory]
    [InlineData(true, "9250")]
    [InlineData(false, "9260")]
    public void ACC_18_a_late_discount_goes_where_the_setup_says(bool toDiscount, string account)
    {
        var given = Given();
        given.Gl.DiscToleranceToDiscountAccounts = toDiscount;
        var invoice = given.Post(Invoice(1000m));

        var payment = given.Post(Payment(-980m, Late), invoice);

        Settled.Gl(payment, ("8000", 980m), (account, 20m), ("1300", -1000m));
    }

    [Fact]
    public void DSC_30_with_the_VAT_corrected_tolerance_is_split_as_well()
    {
        var given = Given();
        given.Gl.AdjustForPmtDisc = true;
        var invoice = given.Post(Invoice(1210m) with { Lines = [(1000m, 210m, "VAT21")] });

        var payment = given.Post(Payment(-1205m, TooLate), invoice);

        Settled.Details(
            payment,
            payment,
            (InitialEntry, -1205m, -1205m),
            (PaymentToleranceVatExcl, 0m, -4.13m),
            (PaymentToleranceVatAdjustment, 0m, -0.87m),
            (PartyDetailType.PaymentTolerance, -5m, 0m),
            (Application, 1210m, 1210m)
        );
        Settled.Gl(payment, ("8000", 1205m), ("8260", 4.13m), ("1500", 0.87m), ("1300", -1210m));
        Settled.Vat(payment.Posting, (4.13m, 0.87m, 21m));
    }

    [Fact]
    public void DSC_22_a_part_that_was_chosen_is_not_closed_by_tolerance()
    {
        var given = Given();
        var invoice = given.Post(Invoice(1000m));

        given.Post(
            Payment(-497m, TooLate),
            request => request with { To = [new(invoice.Entry, 500m)] }
        );

        Assert.Equal(503m, given.Left(invoice));
    }

    private static SettlementGiven Given(Direction direction = Direction.Sale)
    {
        var given = new SettlementGiven(direction);
        given.Gl.PmtDiscGracePeriod = "5D";
        given.Gl.PaymentTolerancePct = 0.5m;
        given.Gl.MaxPaymentToleranceAmount = 5m;
        given.Gl.PaymentTolerancePolicy = TolerancePolicy.Always;
        given.Gl.PmtDiscTolerancePolicy = TolerancePolicy.Always;
        return given;
    }

    private static EntryGiven Invoice(decimal amount) =>
        new(EntryDocumentType.Invoice, amount, SettlementGiven.Day)
        {
            DiscountPct = 2m,
            DiscountDate = InTime,
        };

    private static EntryGiven Payment(decimal amount, DateOnly date) =>
        new(EntryDocumentType.Payment, amount, date);
}
