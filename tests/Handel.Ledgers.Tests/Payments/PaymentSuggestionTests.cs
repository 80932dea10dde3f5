using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Xunit;

namespace Handel.Ledgers.Tests.Payments;

/// <summary>Which entries are paid, and from which money (SVP-02..10, S28).</summary>
public sealed class PaymentSuggestionTests
{
    private readonly PaymentGiven given = new();

    [Fact]
    public void S28_the_available_amount_goes_by_priority_and_skips_what_does_not_fit()
    {
        given.Party("A", priority: 1);
        given.Party("B", priority: 2);
        given.Open("B", 1_500.00m);
        given.Open("B", 700.00m);
        given.Open("A", 1_200.00m);
        given.Open("A", 2_900.00m);
        given.Wish = given.Wish with { AvailableLcy = 5_000.00m, UsesPriority = true };

        var suggested = given.Suggest();

        Assert.Equal(
            [("A", 1_200.00m), ("A", 2_900.00m), ("B", 700.00m)],
            suggested.Payments.Select(payment => (payment.PartyNo, payment.Amount))
        );
        Assert.Equal(4_800.00m, suggested.TotalLcy);
        var left = Assert.Single(suggested.LeftOut);
        Assert.Equal((1_500.00m, LeftOutReason.Money), (-left.Entry.RemainingAmount, left.Reason));
    }

    [Fact]
    public void SVP_06_nothing_more_is_paid_when_the_amount_is_used_up()
    {
        given.Open("A", 100m);
        given.Open("B", 50m);
        given.Open("B", -10m);
        given.Wish = given.Wish with { AvailableLcy = 100m };

        var suggested = given.Suggest();

        Assert.Equal("A", Assert.Single(suggested.Payments).PartyNo);
        Assert.All(suggested.LeftOut, left => Assert.Equal(LeftOutReason.Money, left.Reason));
    }

    [Fact]
    public void SVP_06_a_vendor_without_priority_comes_last_and_the_due_before_the_discounted()
    {
        given.Party("C", priority: 1);
        given.Open("A", 10m);
        given.Discounted("C", 100m, 2m, untilDays: 0);
        given.Open("C", 30m);
        given.Wish = given.Wish with { UsesPriority = true, FindsDiscounts = true };

        var suggested = given.Suggest();

        Assert.Equal([30m, 98m, 10m], suggested.Payments.Select(payment => payment.Amount));
        given.Wish = given.Wish with { AvailableLcy = 45m };
        Assert.Equal([30m, 10m], given.Suggest().Payments.Select(payment => payment.Amount));
    }

    [Fact]
    public void SVP_04_the_discount_is_taken_off_until_its_last_day()
    {
        given.Discounted("A", 1_000m, 20m, untilDays: 0);
        given.Wish = given.Wish with { LastPaymentDate = PaymentGiven.Day.AddDays(30) };

        Assert.Equal(980m, Assert.Single(given.Suggest().Payments).Amount);
        given.Wish = given.Wish with { PostingDate = PaymentGiven.Day.AddDays(1) };
        Assert.Equal(1_000m, Assert.Single(given.Suggest().Payments).Amount);
    }

    [Fact]
    public void SVP_03_what_is_due_later_is_paid_only_for_a_discount_that_would_be_lost()
    {
        given.Open("A", 100m, dueInDays: 10);
        given.Discounted("A", 200m, 4m, untilDays: 3);
        given.Discounted("A", 300m, 6m, untilDays: 9);
        Assert.Empty(given.Suggest().Payments);
        given.Wish = given.Wish with
        {
            FindsDiscounts = true,
            LastPaymentDate = PaymentGiven.Day.AddDays(5),
        };

        var suggested = given.Suggest();

        Assert.Equal(196m, Assert.Single(suggested.Payments).Amount);
        Assert.Empty(suggested.LeftOut);
    }

    [Fact]
    public void SVP_02_what_is_held_marked_or_paid_elsewhere_is_left_out_with_the_reason()
    {
        given.Open("A", 1m, change: entry => entry with { OnHold = "JAN" });
        given.Open("A", 2m, change: entry => entry with { AppliesToId = "X" });
        given.InJournals.Add((EntryDocumentType.Invoice, given.Open("A", 3m).DocumentNo));
        given.Open("A", 4m, change: e => e with { PostingDate = PaymentGiven.Day.AddDays(1) });
        given.Open("A", 5m);
        given.Open("B", 6m);
        given.Party("B").Blocked = PartyBlocked.Payment;
        given.Open("C", 7m);
        given.Open("C", -8m, dueInDays: 60);

        var suggested = given.Suggest();

        Assert.Equal(5m, Assert.Single(suggested.Payments).Amount);
        Assert.Equal(
            [
                (1m, LeftOutReason.OnHold),
                (2m, LeftOutReason.Marked),
                (3m, LeftOutReason.InJournal),
                (4m, LeftOutReason.PostedLater),
                (6m, LeftOutReason.Blocked),
                (7m, LeftOutReason.Balance),
            ],
            suggested.LeftOut.Select(left => (-left.Entry.RemainingAmount, left.Reason))
        );
    }

    [Fact]
    public void SVP_05_a_vendor_whose_due_credits_are_larger_gets_nothing_in_that_currency()
    {
        given.Open("A", 100m);
        given.Open("A", -150m);
        given.Open("A", 500m, dueInDays: 60);
        given.Open("B", 100m);
        given.Open("B", -40m);

        var suggested = given.Suggest();

        Assert.Equal([100m, -40m], suggested.Payments.Select(payment => payment.Amount));
        Assert.Equal(
            [EntryDocumentType.Payment, EntryDocumentType.Refund],
            suggested.Payments.Select(payment => payment.DocumentType)
        );
        Assert.Equal(2, suggested.LeftOut.Count(left => left.Reason == LeftOutReason.Net));
    }

    [Fact]
    public void SVP_07_summarized_is_one_line_for_each_vendor_and_currency_with_marks()
    {
        Rates();
        given.Open("A", 100m);
        given.Open("A", -40m);
        given.Open("A", 220m, change: entry => entry with { CurrencyCode = "USD" });
        given.Wish = given.Wish with { IsSummarized = true };

        var suggested = given.Suggest();

        Assert.Equal(
            [("P001", "", 60m, 60m), ("P002", "USD", 220m, 200m)],
            suggested.Payments.Select(p => (p.DocumentNo, p.CurrencyCode, p.Amount, p.AmountLcy))
        );
        var marks = PaymentLines.Marks(suggested.Payments[0], given.Side).ToList();
        Assert.Equal([1, 2], marks.Select(mark => mark.EntryNo));
        Assert.Equal([-100m, 40m], marks.Select(mark => (decimal)mark.Changes[1].Value!));
        var line = PaymentLines.Changes(suggested.Payments[0], given.Wish, given.Side);
        Assert.Equal("P001", ValueOf(line, JournalField.AppliesToId));
        Assert.Equal("F1, F2", ValueOf(line, JournalField.MessageToRecipient));
    }

    [Fact]
    public void SVP_09_a_line_names_its_document_in_the_words_of_the_vendor()
    {
        var entry = given.Open("A", 100m, change: e => e with { PaymentMethodCode = "BANK" });

        var line = PaymentLines.Changes(
            Assert.Single(given.Suggest().Payments),
            given.Wish,
            given.Side
        );

        Assert.Equal(100m, ValueOf(line, JournalField.Amount));
        Assert.Equal(entry.DocumentNo, ValueOf(line, JournalField.AppliesToDocNo));
        Assert.Equal("F1", ValueOf(line, JournalField.ExternalDocumentNo));
        Assert.Equal("F1", ValueOf(line, JournalField.MessageToRecipient));
        Assert.Equal("BANK", ValueOf(line, JournalField.PaymentMethodCode));
    }

    [Fact]
    public void SVP_10_a_bank_in_a_foreign_currency_pays_that_currency_only()
    {
        Rates();
        given.Open("A", 100m);
        given.Open("A", 220m, change: entry => entry with { CurrencyCode = "USD" });
        given.BankCurrencyCode = "USD";

        var suggested = given.Suggest();

        Assert.Equal("USD", Assert.Single(suggested.Payments).CurrencyCode);
        Assert.Equal(LeftOutReason.Currency, Assert.Single(suggested.LeftOut).Reason);
    }

    [Fact]
    public void A_currency_without_a_rate_is_left_out()
    {
        given.Open("A", 220m, change: entry => entry with { CurrencyCode = "USD" });

        Assert.Equal(LeftOutReason.Rate, Assert.Single(given.Suggest().LeftOut).Reason);
    }

    [Fact]
    public void SVP_01_payments_may_be_dated_when_their_documents_fall_due()
    {
        given.Open("A", 100m, dueInDays: -5);
        given.Open("A", 200m, dueInDays: 5);
        given.Wish = given.Wish with
        {
            PostsOnDueDate = true,
            DueDateOffset = DateFormula.Parse("-2D"),
            LastPaymentDate = PaymentGiven.Day.AddDays(10),
        };

        Assert.Equal(
            [PaymentGiven.Day, PaymentGiven.Day.AddDays(3)],
            given.Suggest().Payments.Select(payment => payment.PostingDate)
        );
    }

    [Fact]
    public void Numbers_count_on_or_are_one_and_an_end_of_them_is_told()
    {
        given.Open("A", 100m);
        given.Open("A", 200m);

        Assert.Equal(["P001", "P002"], given.Suggest().Payments.Select(p => p.DocumentNo));
        given.Wish = given.Wish with { FirstDocumentNo = "PAY" };
        Assert.True(given.Suggest().IsCutShort);
        given.Wish = given.Wish with { IsOneDocument = true };
        Assert.Equal(["PAY", "PAY"], given.Suggest().Payments.Select(p => p.DocumentNo));
    }

    private void Rates() =>
        given.Rates.Add(
            new()
            {
                CurrencyCode = "USD",
                StartingDate = PaymentGiven.Day.AddYears(-1),
                ExchangeRateAmount = 1.10m,
                RelationalExchangeRateAmount = 1m,
            }
        );

    private static object? ValueOf(IReadOnlyList<JournalChange> line, JournalField field) =>
        line.Single(change => change.Field == field).Value;
}
