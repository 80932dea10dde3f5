using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Xunit;
using static Handel.Ledgers.Parties.PartyDetailType;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Which entries meet, and in which order (finance 13.2).</summary>
public sealed class ApplicationOrderTests
{
    private static readonly DateOnly Day = SettlementGiven.Day;

    [Fact]
    public void S19_a_new_invoice_takes_the_credit_and_the_oldest_absorbs_the_rest()
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var given = new SettlementGiven(direction);
            var (a, b, c) = (Due(given, 10), Due(given, 12), Due(given, 14));
            var credit = given.Post(new(EntryDocumentType.CreditMemo, -750m, Day));

            var d = Oldest(given, new(EntryDocumentType.Invoice, 600m, Day.AddDays(1)));

            Assert.Equal(
                (0m, 0m, 150m, 300m, 300m),
                (given.Left(d), given.Left(credit), given.Left(a), given.Left(b), given.Left(c))
            );
            Settled.Details(
                d,
                d,
                (InitialEntry, given.Sign * 600m, given.Sign * 600m),
                (Application, given.Sign * -750m, given.Sign * -750m),
                (Application, given.Sign * 150m, given.Sign * 150m)
            );
        }
    }

    [Fact]
    public void S19_a_payment_takes_an_older_one_along()
    {
        var given = new SettlementGiven();
        var older = given.Post(new(EntryDocumentType.Payment, -150m, Day));
        var invoices = Enumerable.Range(10, 5).Select(day => Due(given, day)).ToList();

        var payment = Oldest(given, new(EntryDocumentType.Payment, -900m, Day.AddDays(1)));

        Assert.Equal((0m, 0m), (given.Left(payment), given.Left(older)));
        Assert.Equal([0m, 0m, 0m, 150m, 300m], invoices.Select(given.Left));
        Assert.Equal(1050.00m, invoices.Sum(invoice => 300.00m - given.Left(invoice)));
    }

    [Fact]
    public void APP_11_the_first_that_falls_due_is_paid_first()
    {
        var given = new SettlementGiven();
        var (later, first) = (Due(given, 20), Due(given, 10));

        given.Post(Payment(-400m), later, first);

        Assert.Equal((200m, 0m), (given.Left(later), given.Left(first)));
    }

    [Fact]
    public void APP_13_a_new_invoice_never_pays_another()
    {
        var given = new SettlementGiven();
        var open = Due(given, 10);

        var invoice = Oldest(given, new(EntryDocumentType.Invoice, 600m, Day));

        Assert.Equal((300m, 600m), (given.Left(open), given.Left(invoice)));
        Assert.DoesNotContain(invoice.Posting.PartyDetails, d => d.Type == Application);
    }

    [Fact]
    public void APP_20_no_more_is_applied_than_was_chosen()
    {
        var given = new SettlementGiven();
        var invoice = Due(given, 10);

        var payment = given.Post(
            Payment(-250m),
            request => request with { To = [new(invoice.Entry, 100m)] }
        );

        Assert.Equal((200m, -150m), (given.Left(invoice), given.Left(payment)));
    }

    [Fact]
    public void APP_14_no_more_of_the_applying_entry_is_used_than_was_chosen()
    {
        var given = new SettlementGiven();
        var (invoice, payment) = (Due(given, 10), given.Post(Payment(-250m)));

        given.Apply(
            new ApplyPosted(Direction.Sale, new(payment.Entry.EntryNo, -100m))
            {
                To = [new(invoice.Entry.EntryNo)],
            }
        );

        Assert.Equal((200m, -150m), (given.Left(invoice), given.Left(payment)));
    }

    [Fact]
    public void APP_04_without_a_payment_the_credit_goes_to_what_falls_due_first()
    {
        var given = new SettlementGiven();
        var (later, first) = (Due(given, 20), Due(given, 10));
        var credit = given.Post(new(EntryDocumentType.CreditMemo, -400m, Day));

        given.Apply(later, credit, first);

        Assert.Equal((200m, 0m, 0m), (given.Left(later), given.Left(first), given.Left(credit)));
    }

    [Fact]
    public void APP_04_the_application_is_dated_when_the_last_entry_was()
    {
        var given = new SettlementGiven();
        var invoice = Due(given, 10);
        var payment = given.Post(Payment(-300m) with { Date = Day.AddDays(40) });

        var posting = given.Apply(invoice, payment);

        Assert.Equal(Day.AddDays(40), posting.PostingDate);
        Assert.Equal(payment.Entry.DocumentNo, posting.DocumentNo);
        Assert.Equal("SALESAPPL", posting.SourceCode);
        Assert.Equal(Day.AddDays(40), given.Now(invoice.Entry).ClosedAtDate);
    }

    [Fact]
    public void APP_07_nothing_is_settled_before_it_exists()
    {
        var given = new SettlementGiven();
        var invoice = given.Post(new(EntryDocumentType.Invoice, 300m, Day.AddDays(5)));

        var payment = given.Post(Payment(-300m) with { Date = Day }, invoice);

        Assert.All(
            payment.Posting.PartyDetails.Where(d => d.Type == Application),
            d => Assert.Equal(Day.AddDays(5), d.PostingDate)
        );
        Assert.Equal(Day.AddDays(5), given.Now(payment.Entry).ClosedAtDate);
    }

    [Fact]
    public void APP_33_a_hold_that_the_payment_shares_is_lifted()
    {
        var given = new SettlementGiven();
        var held = given.Post(Invoice() with { OnHold = "JJ" });
        var other = given.Post(Invoice() with { OnHold = "KM" });

        given.Post(Payment(-600m) with { OnHold = "JJ" }, held, other);

        Assert.Equal(("", "KM"), (given.Now(held.Entry).OnHold, given.Now(other.Entry).OnHold));
    }

    [Fact]
    public void INV_36_marks_are_gone_after_the_application()
    {
        var given = new SettlementGiven();
        var (reached, unreached) = (Due(given, 10), Due(given, 20));
        foreach (var entry in new[] { reached.Entry, unreached.Entry })
            given.Books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry with
            {
                AppliesToId = "BANK1",
                AmountToApply = 300m,
            };

        given.Post(Payment(-300m), reached, unreached);

        Assert.All(
            new[] { reached, unreached }.Select(entry => given.Now(entry.Entry)),
            entry => Assert.Equal(("", 0m), (entry.AppliesToId, entry.AmountToApply))
        );
    }

    private static PostedGiven Oldest(SettlementGiven given, EntryGiven entry) =>
        given.Post(
            entry,
            request =>
                request with
                {
                    IsOldestFirst = true,
                    To =
                    [
                        .. given
                            .Books.OpenEntries(given.Side.Direction, "P1")
                            .Select(open => new ApplyTo(open, 0m)),
                    ],
                }
        );

    private static PostedGiven Due(SettlementGiven given, int day) =>
        given.Post(Invoice() with { DueDate = new DateOnly(2026, 3, day) });

    private static EntryGiven Invoice() => new(EntryDocumentType.Invoice, 300m, Day);

    private static EntryGiven Payment(decimal amount) =>
        new(EntryDocumentType.Payment, amount, Day.AddDays(1));
}
