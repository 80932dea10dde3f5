using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Tests.Parties;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Revaluation;

/// <summary>Valuing what is open in foreign currency (finance 16).</summary>
public sealed class RateAdjustmentTests
{
    private static readonly DateOnly January = new(2026, 1, 31);
    private static readonly DateOnly February = new(2026, 2, 28);

    [Fact]
    public void S12_two_valuations_and_two_payments_end_at_what_was_paid()
    {
        var given = Given();
        var invoice = given.Post(Usd(5000m, 1.08m));

        var january = Adjust(given, At(January));
        var february = Adjust(given, At(February));

        Details(january, (UnrealizedLoss, -165.34m));
        Settled.Gl(Assert.Single(january), ("1300", -165.34m), ("9315", 165.34m));
        Details(february, (UnrealizedGain, 165.34m), (UnrealizedGain, 132.27m));
        Settled.Gl(Assert.Single(february), ("1300", 297.61m), ("9310", -297.61m));
        Assert.Equal(
            (5000m, 4761.90m, 1.05m),
            (
                given.Now(invoice.Entry).RemainingAmount,
                given.Now(invoice.Entry).RemainingAmountLcy,
                given.Now(invoice.Entry).AdjustedCurrencyFactor
            )
        );

        var first = given.Post(Paid(-2000m, 1.06m, new(2026, 3, 5)), invoice);

        Settled.Details(
            first,
            invoice,
            (UnrealizedGain, 0m, -52.91m),
            (Application, -2000m, -1851.85m)
        );
        Assert.Equal(2857.14m, given.Now(invoice.Entry).RemainingAmountLcy);
        var last = given.Post(Paid(-3000m, 1.10m, new(2026, 3, 20)), invoice);
        Settled.Details(
            last,
            invoice,
            (UnrealizedGain, 0m, -79.36m),
            (Application, -3000m, -2777.78m)
        );
        Settled.Closed(given, invoice, first, last);
    }

    [Theory]
    [InlineData(Direction.Sale, -165.34)]
    [InlineData(Direction.Purchase, 165.34)]
    public void ADJ_04_what_customers_owe_loses_what_we_owe_vendors_gains(
        Direction direction,
        decimal moved
    )
    {
        var given = Given(direction);
        given.Post(Usd(5000m, 1.08m));

        var posting = Assert.Single(Adjust(given, At(January)));

        var detail = Assert.Single(posting.PartyDetails);
        Assert.Equal(
            (moved > 0m ? UnrealizedGain : UnrealizedLoss, 0m, moved),
            (detail.Type, detail.Amount, detail.AmountLcy)
        );
        Settled.Gl(posting, ("1300", moved), (moved > 0m ? "9310" : "9315", -moved));
        Assert.Equal("EXCHRATADJ", posting.SourceCode);
    }

    [Fact]
    public void ADJ_06_a_later_payment_takes_its_share_of_the_new_valuation_with_it()
    {
        var given = Given();
        var invoice = given.Post(Usd(5000m, 1.08m));
        var payment = given.Post(Paid(-2000m, 1.06m, new(2026, 2, 10)), invoice);

        var postings = Adjust(given, At(January));

        Assert.Equal(
            [(January, UnrealizedLoss, -165.34m), (new(2026, 2, 10), UnrealizedLoss, 66.13m)],
            postings
                .SelectMany(posting => posting.PartyDetails)
                .Select(detail => (detail.PostingDate, detail.Type, detail.AmountLcy))
        );
        Assert.Equal(2678.57m, given.Now(invoice.Entry).RemainingAmountLcy);
        var last = given.Post(Paid(-3000m, 1.10m, new(2026, 3, 1)), invoice);
        Settled.Details(
            last,
            invoice,
            (UnrealizedLoss, 0m, 99.21m),
            (Application, -3000m, -2777.78m)
        );
        Settled.Closed(given, invoice, payment, last);
    }

    [Fact]
    public void ADJ_06_what_was_settled_whole_afterwards_is_valued_and_taken_back()
    {
        var given = Given();
        var invoice = given.Post(Usd(5000m, 1.08m));
        var payment = given.Post(Paid(-5000m, 1.06m, new(2026, 2, 10)), invoice);

        var postings = Adjust(given, At(January));

        Assert.Equal(2, postings.Count);
        Settled.Gl(postings[0], ("1300", -165.34m), ("9315", 165.34m));
        Settled.Gl(postings[1], ("1300", 165.34m), ("9315", -165.34m));
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void INV_23_booked_late_both_ways_stand_in_the_ledger()
    {
        var given = Given();
        var invoice = given.Post(Usd(5000m, 1.08m));
        given.Post(Paid(-5000m, 1.06m, new(2026, 2, 10)), invoice);

        var posting = Assert.Single(
            Adjust(given, At(January) with { PostingDate = new(2026, 3, 1) })
        );

        Assert.Equal(
            [("1300", -165.34m), ("9315", 165.34m), ("1300", 165.34m), ("9315", -165.34m)],
            posting.GlEntries.Select(entry => (entry.AccountNo, entry.Amount))
        );
    }

    [Fact]
    public void ADJ_07_the_same_day_again_posts_nothing()
    {
        var given = Given();
        given.Post(Usd(5000m, 1.08m));
        Adjust(given, At(January));

        Assert.Empty(Adjust(given, At(January)));
        Assert.Empty(Adjust(given, At(January) with { PostingDate = new(2026, 2, 3) }));
    }

    [Fact]
    public void ADJ_07_booked_later_than_its_day_it_is_not_booked_twice()
    {
        var given = Given();
        given.Post(Usd(5000m, 1.08m));
        var order = At(January) with { PostingDate = new(2026, 2, 3) };
        Adjust(given, order);

        Assert.Empty(Adjust(given, order));
    }

    [Fact]
    public void ADJ_08_the_register_says_what_it_was_worth_before_and_after()
    {
        var given = Given();
        given.Post(Usd(5000m, 1.08m));
        given.Post(Usd(1000m, 1.20m));

        var posting = Assert.Single(Adjust(given, At(January)));

        var entry = Assert.Single(posting.RateAdjustments);
        // 4,629.63 and 833.33 become 4,464.29 and 892.86.
        Assert.Equal(
            (SourceType.Customer, "HOME", "USD", 1.12m, 5462.96m, 5357.15m, 59.53m, 165.34m),
            (
                entry.AccountType,
                entry.PostingGroup,
                entry.CurrencyCode,
                entry.CurrencyFactor,
                entry.BaseLcy,
                entry.AdjustedBaseLcy,
                entry.GainLcy,
                entry.LossLcy
            )
        );
    }

    [Fact]
    public void ADJ_10_taken_back_the_next_day_the_entry_keeps_its_own_rate()
    {
        var given = Given();
        var invoice = given.Post(Usd(5000m, 1.08m));

        var postings = Adjust(given, At(January) with { ReverseOn = new(2026, 2, 1) });

        Assert.Equal(
            [(January, -165.34m), (new(2026, 2, 1), 165.34m)],
            postings
                .SelectMany(posting => posting.PartyDetails)
                .Select(detail => (detail.PostingDate, detail.AmountLcy))
        );
        Assert.Equal(
            (4629.63m, 1.08m),
            (
                given.Now(invoice.Entry).RemainingAmountLcy,
                given.Now(invoice.Entry).AdjustedCurrencyFactor
            )
        );
        var payment = given.Post(Paid(-5000m, 1.10m, new(2026, 2, 10)), invoice);
        // Both ways end at 4,545.45 - 4,629.63.
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -5000m, -4545.45m),
            (RealizedLoss, 0m, -84.18m),
            (Application, 5000m, 4629.63m)
        );
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void ADJ_01_currencies_and_numbers_narrow_what_is_valued()
    {
        var given = Given();
        given.Post(Usd(5000m, 1.08m));

        Assert.Empty(Adjust(given, At(January) with { Currencies = ["GBP"] }));
        Assert.Empty(Adjust(given, At(January) with { Parties = Only(given, "Q1..Q9") }));
        Assert.Single(Adjust(given, At(January) with { Parties = Only(given, "P1..P9") }));
    }

    [Fact]
    public void ADJ_03_a_bank_balance_gains_or_loses_for_good()
    {
        var given = Given();
        var bank = new BankAccount
        {
            No = "B-USD",
            CurrencyCode = "USD",
            PostingGroup = "BANK",
        };
        var books = new Books
        {
            Setup = given.Books.Setup,
            Parties = given.Books.Parties,
            Items = given.Books.Items,
            ExternalNumbers = new(),
            NumberSeries = new(),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = given.Books.Stock,
            Counters = new LedgerCounters(),
            ForeignBanks = [new ForeignBank(bank, 1120m, 1050m)],
        };

        var plan = RateAdjustment.Plan(At(January), books);

        var posting = Assert.Single(plan.Postings);
        Settled.Gl(posting, ("1100", -50m), ("9305", 50m));
        var entry = Assert.Single(posting.BankEntries);
        Assert.Equal((0m, -50m, false), (entry.Amount, entry.AmountLcy, entry.IsOpen));
        Assert.Empty(RateAdjustment.Plan(At(January) with { Banks = null }, books).Postings);
    }

    [Fact]
    public void E_ADJDATE_what_was_valued_later_is_not_valued_again()
    {
        var given = Given();
        given.Post(Usd(5000m, 1.08m));
        given.Currencies["USD"].LastDateAdjusted = February;

        var problem = Assert.Single(Refused(given, At(January)));

        Assert.Equal(("E-ADJDATE", "endingDate"), (problem.Code, problem.Field));
        Assert.Equal("currencies", problem.MendedAt!.Entity);
    }

    [Fact]
    public void E_ADJDATE_days_follow_each_other()
    {
        var given = Given();

        Assert.Equal(
            ["E-ADJDATE postingDate", "E-ADJDATE reverseOn"],
            Refused(
                    given,
                    At(January) with
                    {
                        PostingDate = new(2026, 1, 30),
                        ReverseOn = new(2026, 1, 30),
                    }
                )
                .Select(problem => $"{problem.Code} {problem.Field}")
        );
    }

    [Fact]
    public void CUR_03_a_currency_without_a_rate_stops_the_valuation()
    {
        var given = Given();
        given.Post(
            new(EntryDocumentType.Invoice, 100m, new(2026, 1, 1))
            {
                Currency = "GBP",
                Factor = 0.85m,
            }
        );

        var problem = Assert.Single(Refused(given, At(January)));

        Assert.Equal("E-NORATE", problem.Code);
    }

    private static SettlementGiven Given(Direction direction = Direction.Sale) =>
        new(direction, ("USD", January, 1.12m), ("USD", February, 1.05m));

    private static AdjustRates At(DateOnly day) =>
        new()
        {
            EndingDate = day,
            PostingDate = day,
            DocumentNo = "ADJ1",
        };

    private static Dictionary<Direction, string> Only(SettlementGiven given, string numbers) =>
        new() { [given.Side.Direction] = numbers };

    private static EntryGiven Usd(decimal amount, decimal factor) =>
        new(EntryDocumentType.Invoice, amount, SettlementGiven.Day)
        {
            Currency = "USD",
            Factor = factor,
        };

    private static EntryGiven Paid(decimal amount, decimal factor, DateOnly date) =>
        new(EntryDocumentType.Payment, amount, date) { Currency = "USD", Factor = factor };

    private static IReadOnlyList<Posting> Adjust(SettlementGiven given, AdjustRates order)
    {
        var books = given.Books.Fork();
        var plan = RateAdjustment.Plan(order, books);
        Assert.Empty(plan.Problems);
        foreach (var posting in plan.Postings)
        {
            posting.AssertBalanced();
            books.Remember(posting);
        }
        books.Adopt();
        return plan.Postings;
    }

    private static IReadOnlyList<Problem> Refused(SettlementGiven given, AdjustRates order)
    {
        var plan = RateAdjustment.Plan(order, given.Books.Fork());
        Assert.Empty(plan.Postings);
        return plan.Problems;
    }

    private static void Details(
        IReadOnlyList<Posting> postings,
        params (PartyDetailType Type, decimal Lcy)[] expected
    ) =>
        Assert.Equal(
            expected,
            postings
                .SelectMany(posting => posting.PartyDetails)
                .Select(detail => (detail.Type, detail.AmountLcy))
        );
}
