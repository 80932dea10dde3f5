using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>What is not applied, and what a user is told (APP-01, APP-04, APP-35).</summary>
public sealed class ApplicationRefusals
{
    private static readonly DateOnly Day = SettlementGiven.Day;
    private readonly SettlementGiven _given = new();
    private readonly PostedGiven _invoice;
    private readonly PostedGiven _payment;

    public ApplicationRefusals()
    {
        _invoice = _given.Post(new(EntryDocumentType.Invoice, 300m, Day));
        _payment = _given.Post(new(EntryDocumentType.Payment, -300m, Day.AddDays(1)));
    }

    [Fact]
    public void APP_04_nothing_was_chosen() =>
        Assert.Equal("nothing", Reason(Command(_payment) with { To = [] }));

    [Fact]
    public void APP_04_entries_of_one_sign_do_not_reduce_each_other()
    {
        var other = _given.Post(new(EntryDocumentType.Invoice, 50m, Day));

        Assert.Equal("sign", Reason(Command(_invoice, other)));
    }

    [Fact]
    public void APP_01_a_closed_entry_is_left_alone()
    {
        _given.Apply(_payment, _invoice);
        var again = _given.Post(new(EntryDocumentType.Payment, -300m, Day));

        Assert.Equal("closed", Reason(Command(again, _invoice)));
    }

    [Fact]
    public void APP_04_not_before_an_entry_existed() =>
        Assert.Equal("date", Reason(Command(_payment, _invoice) with { PostingDate = Day }));

    [Fact]
    public void GLD_03_not_in_a_closed_month()
    {
        _given.Gl.AllowPostingFrom = Day.AddDays(2);

        var problem = Assert.Single(_given.WhyNot(Command(_payment, _invoice)));

        Assert.Equal((ProblemCodes.PostingDate, "2026-01-02"), (problem.Code, problem.Value));
    }

    [Fact]
    public void APP_06_an_entry_that_is_marked_for_something_else_is_not_taken()
    {
        var entry = _invoice.Entry;
        _given.Books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry with
        {
            AppliesToId = "BANK1",
        };

        Assert.Equal("marked", Reason(Command(_payment, _invoice)));
        _given.Apply(Command(_payment, _invoice) with { AppliesToId = "BANK1" });
    }

    [Theory]
    [InlineData(300.01)]
    [InlineData(-1)]
    public void APP_20_not_more_than_there_is_and_not_in_the_other_sign(decimal amount)
    {
        var command = Command(_payment) with { To = [new(_invoice.Entry.EntryNo, amount)] };

        Assert.Equal("amount", Reason(command));
    }

    [Fact]
    public void APP_35_an_entry_that_changed_since_it_was_seen_is_not_applied()
    {
        var seen = new SelectedEntry(_invoice.Entry.EntryNo) { SeenRemaining = 250m };

        var problem = Assert.Single(_given.WhyNot(Command(_payment) with { To = [seen] }));

        Assert.Equal(ProblemCodes.Concurrency, problem.Code);
        Assert.Equal(("customerLedgerEntries", "1"), (problem.Record.Entity, problem.Record.No));
    }

    [Fact]
    public void ACC_40_a_missing_account_names_the_field_and_the_group()
    {
        var group = _given.Books.Setup.PartyPostingGroups[(Direction.Sale, "HOME")];
        group.PaymentDiscDebitAccount = "";
        var invoice = _given.Post(
            new(EntryDocumentType.Invoice, 100m, Day) { DiscountPct = 2m, DiscountDate = Day }
        );
        var payment = _given.Post(new(EntryDocumentType.Payment, -98m, Day));

        var problem = Assert.Single(_given.WhyNot(Command(payment, invoice)));

        Assert.Equal(
            (ProblemCodes.FieldEmpty, "paymentDiscDebitAccount", "customerPostingGroups", "HOME"),
            (problem.Code, problem.Field, problem.MendedAt?.Entity, problem.MendedAt?.No)
        );
    }

    private string Reason(ApplyPosted command) =>
        Assert.Single(_given.WhyNot(command)).Args["reason"];

    private static ApplyPosted Command(PostedGiven applying, params PostedGiven[] to) =>
        new(Direction.Sale, new(applying.Entry.EntryNo))
        {
            To = [.. to.Select(entry => new SelectedEntry(entry.Entry.EntryNo))],
        };
}
