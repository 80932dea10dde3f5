using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Xunit;

namespace Handel.Ledgers.Tests.Payments;

/// <summary>What ticking an open document as paid registers (PRG-03, PRG-04).</summary>
public sealed class PaymentTickTests
{
    private static readonly DateOnly Day = PaymentGiven.Day;

    [Theory]
    [InlineData(Direction.Sale, -980, EntryDocumentType.Payment)]
    [InlineData(Direction.Purchase, 980, EntryDocumentType.Payment)]
    public void PRG_03_a_tick_pays_today_less_the_discount_that_counts(
        Direction direction,
        int amount,
        EntryDocumentType type
    )
    {
        var given = new PaymentGiven { Side = LedgerSide.Of(direction) };
        var invoice = given.Discounted("P", 1_000m, 20m, untilDays: 0);

        var changes = Typed(new() { IsPaid = true }, new(invoice, null));

        Assert.Equal(Day, changes[JournalField.PostingDate]);
        Assert.Equal((decimal)amount, changes[JournalField.Amount]);
        Assert.Equal(type, changes[JournalField.DocumentType]);
        Assert.Equal(invoice.DocumentNo, changes[JournalField.AppliesToDocNo]);
    }

    [Fact]
    public void PRG_03_a_date_after_the_discount_pays_all_but_a_typed_amount_stays()
    {
        var invoice = Selling().Discounted("P", 1_000m, 20m, untilDays: 0);
        var late = new PaymentTick { PaymentDate = Day.AddDays(1) };

        var proposed = Typed(late, new(invoice, Line(-980m)));
        var typed = Typed(late, new(invoice, Line(-500m)));

        Assert.Equal(-1_000m, proposed[JournalField.Amount]);
        Assert.Equal(-500m, typed[JournalField.Amount]);
    }

    [Fact]
    public void PRG_02_a_credit_memo_is_refunded()
    {
        var credit = Selling().Open("P", -75m);

        var changes = Typed(new() { IsPaid = true }, new(credit, null));

        Assert.Equal(75m, changes[JournalField.Amount]);
        Assert.Equal(EntryDocumentType.Refund, changes[JournalField.DocumentType]);
    }

    [Theory]
    [InlineData(-980, 0, RegistrationWarning.None)]
    [InlineData(-980, 1, RegistrationWarning.DiscountLate)]
    [InlineData(-900, 0, RegistrationWarning.PartialPayment)]
    [InlineData(-1000, 1, RegistrationWarning.None)]
    [InlineData(-1100, 31, RegistrationWarning.PastDue)]
    public void PRG_04_a_payment_that_is_short_or_late_is_pointed_out(
        int amount,
        int days,
        RegistrationWarning warning
    )
    {
        var invoice = Selling().Discounted("P", 1_000m, 20m, untilDays: 0);

        Assert.Equal(warning, new RegisteredPayment(invoice, Line(amount, days)).Warning);
    }

    private static PaymentGiven Selling() => new() { Side = LedgerSide.Of(Direction.Sale) };

    private static JournalLine Line(decimal amount, int days = 0) =>
        new() { PostingDate = Day.AddDays(days), Amount = amount };

    private static Dictionary<JournalField, object?> Typed(
        PaymentTick tick,
        RegisteredPayment paid
    ) => tick.Changes(paid, Day).ToDictionary(change => change.Field, change => change.Value);
}
