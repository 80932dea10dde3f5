using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Entries of two currencies, and of two posting groups (APP-25, APP-29..31).</summary>
public sealed class ApplicationCurrencyTests
{
    private static readonly DateOnly Day = SettlementGiven.Day;
    private static readonly DateOnly PaidOn = Day.AddDays(9);

    [Fact]
    public void S16_euros_close_an_invoice_in_dollars_and_the_cents_are_rounded_away()
    {
        var given = Given();
        given.Gl.ApplnRoundingPrecision = 0.05m;
        var invoice = given.Post(Usd(1000m, 1.10m));

        var payment = given.Post(Euros(-905.00m), invoice);

        Settled.Details(
            payment,
            payment,
            (InitialEntry, -905.00m, -905.00m),
            (ApplicationRounding, 0.02m, 0.02m),
            (Application, 904.98m, 904.98m)
        );
        Settled.Details(
            payment,
            invoice,
            (RealizedLoss, 0m, -4.11m),
            (Application, -1000m, -904.98m)
        );
        Settled.Gl(
            payment,
            ("8000", 905.00m),
            ("9275", -0.02m),
            ("9305", 4.11m),
            ("1300", -909.09m)
        );
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void S16_without_rounding_a_part_in_euros_leaves_dollars_at_their_own_rate()
    {
        var given = Given();
        var invoice = given.Post(Usd(1000m, 1.10m));

        var payment = given.Post(Euros(-900.00m), invoice);

        Settled.Details(
            payment,
            invoice,
            (RealizedLoss, 0m, -4.09m),
            (Application, -994.50m, -900.00m)
        );
        var left = given.Now(invoice.Entry);
        Assert.Equal((5.50m, 5.00m), (left.RemainingAmount, left.RemainingAmountLcy));
        Assert.Equal(904.09m, invoice.Entry.OriginalAmountLcy - left.RemainingAmountLcy);
        Settled.Closed(given, payment);
    }

    [Fact]
    public void APP_25_dollars_pay_an_invoice_in_euros_at_the_rate_of_the_payment()
    {
        var given = Given();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 904.98m, Day));

        var payment = given.Post(Usd(-1000m, 1.105m, EntryDocumentType.Payment), invoice);

        Settled.Details(payment, invoice, (Application, -904.98m, -904.98m));
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -1000m, -904.98m),
            (Application, 1000.00m, 904.98m)
        );
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void APP_25_two_foreign_currencies_meet_without_rounding_on_the_way()
    {
        var given = Given();
        var invoice = given.Post(Usd(500m, 1.10m) with { Currency = "GBP", Factor = 0.85m });

        // 500.00 GBP at 0.80 is 625.00 EUR, which at 1.105 is 690.63 USD.
        var payment = given.Post(Usd(-690.63m, 1.105m, EntryDocumentType.Payment), invoice);

        Settled.Details(payment, invoice, (Application, -500m, -588.24m));
        Settled.Details(
            payment,
            payment,
            (InitialEntry, -690.63m, -625.00m),
            (RealizedGain, 0m, 36.76m),
            (Application, 690.63m, 588.24m)
        );
        Settled.Closed(given, invoice, payment);
    }

    [Fact]
    public void APP_20_a_sliver_that_was_not_chosen_goes_along()
    {
        var given = Given();
        given.Gl.ApplnRoundingPrecision = 0.05m;
        var invoice = given.Post(Usd(1000m, 1.10m));

        given.Post(Euros(-904.98m), request => request with { To = [new(invoice.Entry, 999.96m)] });

        Settled.Closed(given, invoice);
    }

    [Theory]
    [InlineData(ApplnBetweenCurrencies.None, false)]
    [InlineData(ApplnBetweenCurrencies.Emu, false)]
    [InlineData(ApplnBetweenCurrencies.All, true)]
    public void APP_31_two_currencies_need_permission(ApplnBetweenCurrencies rule, bool isAllowed)
    {
        var given = Given();
        given.Trade.ApplnBetweenCurrencies = rule;
        var (invoice, payment) = (given.Post(Usd(1000m, 1.10m)), given.Post(Euros(-905m)));
        var command = new ApplyPosted(Direction.Sale, new(payment.Entry.EntryNo))
        {
            To = [new(invoice.Entry.EntryNo)],
        };

        if (isAllowed)
            given.Apply(command);
        else
            Assert.Equal("currency", Assert.Single(given.WhyNot(command)).Args["reason"]);
    }

    [Fact]
    public void APP_31_currencies_of_the_euro_may_meet_where_only_they_may()
    {
        var given = Given();
        given.Trade.ApplnBetweenCurrencies = ApplnBetweenCurrencies.Emu;
        given.Currencies["USD"].IsEmu = true;
        var invoice = given.Post(Usd(1000m, 1.10m));

        given.Post(Euros(-904.98m), invoice);

        Settled.Closed(given, invoice);
    }

    [Fact]
    public void APP_03_the_oldest_in_another_currency_is_passed_over()
    {
        var given = Given();
        given.Trade.ApplnBetweenCurrencies = ApplnBetweenCurrencies.None;
        var (foreign, own) = (
            given.Post(Usd(1000m, 1.10m)),
            given.Post(new(EntryDocumentType.Invoice, 905m, Day.AddDays(1)))
        );

        given.Post(
            Euros(-905m),
            request =>
                request with
                {
                    IsOldestFirst = true,
                    To = [new(foreign.Entry, 0m), new(own.Entry, 0m)],
                }
        );

        Assert.Equal((1000m, 0m), (given.Left(foreign), given.Left(own)));
    }

    [Fact]
    public void CUR_03_without_a_rate_nothing_is_applied()
    {
        var given = new SettlementGiven();
        var (invoice, payment) = (given.Post(Usd(1000m, 1.10m)), given.Post(Euros(-905m)));

        var problems = given.WhyNot(
            new(Direction.Sale, new(payment.Entry.EntryNo)) { To = [new(invoice.Entry.EntryNo)] }
        );

        var problem = Assert.Single(problems);
        Assert.Equal(("E-NORATE", "2026-01-10"), (problem.Code, problem.Value));
    }

    [Fact]
    public void APP_29_posting_groups_move_the_amount_between_their_control_accounts()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day) { Group = "ABROAD" });

        var payment = given.Post(Euros(-300m), invoice);

        Settled.Gl(payment, ("8000", 300m), ("1310", -300m));
        Settled.Closed(given, invoice, payment);
    }

    private static SettlementGiven Given() =>
        new(Direction.Sale, ("USD", PaidOn, 1.105m), ("GBP", PaidOn, 0.80m));

    private static EntryGiven Usd(
        decimal amount,
        decimal factor,
        EntryDocumentType type = EntryDocumentType.Invoice
    ) =>
        new(type, amount, type == EntryDocumentType.Payment ? PaidOn : Day)
        {
            Currency = "USD",
            Factor = factor,
        };

    private static EntryGiven Euros(decimal amount) =>
        new(EntryDocumentType.Payment, amount, PaidOn);
}
