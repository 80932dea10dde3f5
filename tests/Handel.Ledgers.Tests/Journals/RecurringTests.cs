using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>Lines that come back (JNL-41, JNL-42).</summary>
public class RecurringTests
{
    private readonly JournalGiven _given = new();

    public RecurringTests() => _given.Template.Type = JournalType.Recurring;

    [Fact]
    public void JNL_41_a_fixed_line_posts_and_waits_for_the_next_month()
    {
        var line = Line("6110", 1000m, RecurringMethod.Fixed);
        line.DocumentNo = "HUUR-%3";
        line.Description = "Huur %4, week %2 (%1), %5";
        Allocate(line, ("1190", 0m, 100m, 0m));

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("6110", 1000m), ("1190", -1000m));
        var entry = plan.Postings[0].GlEntries[0];
        Assert.Equal("HUUR-3", entry.DocumentNo);
        Assert.Equal("Huur maart, week 10 (2), maart 2026", entry.Description);
        var next = Assert.Single(plan.MovedOn);
        Assert.Equal(
            (new DateOnly(2026, 4, 2), 1000m, "HUUR-%3", line.Id),
            (next.PostingDate, next.Amount, next.DocumentNo, next.Id)
        );
        Assert.Empty(plan.Removed);
        Assert.Equal(new DateOnly(2026, 3, 2), line.PostingDate);
    }

    [Fact]
    public void JNL_41_a_variable_amount_is_typed_anew()
    {
        var line = Line("6120", 85m, RecurringMethod.Variable);
        Allocate(line, ("1190", 0m, 100m, 0m));

        var plan = _given.Post(_given.Books(), line);

        Assert.Equal(0m, plan.MovedOn[0].Amount);
        Assert.Equal(
            [JournalCodes.ZeroAmount],
            _given.Refused(plan.MovedOn[0]).Intersect([JournalCodes.ZeroAmount])
        );
    }

    [Fact]
    public void JNL_41_a_balance_is_brought_to_zero()
    {
        var line = Line("6130", 0m, RecurringMethod.Balance);
        _given.Balances[new("6130", JournalGiven.Day)] = 300m;
        Allocate(line, ("6110", 0m, 60m, 0m), ("6120", 0m, 40m, 0m));

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("6130", -300m), ("6110", 180m), ("6120", 120m));
    }

    [Fact]
    public void JNL_41_a_balance_needs_allocations_and_a_ledger_account()
    {
        var line = Line("6130", 0m, RecurringMethod.Balance);
        _given.Balances[new("6130", JournalGiven.Day)] = 300m;
        var party = Line("C1", 0m, RecurringMethod.Balance);
        party.AccountType = JournalAccountType.Customer;

        var codes = _given.Refused(line, party);

        Assert.Contains(JournalCodes.Allocation, codes);
        Assert.Contains(JournalCodes.Recurring, codes);
    }

    [Fact]
    public void JNL_42_what_is_accrued_today_is_taken_back_tomorrow()
    {
        var line = Line("6110", 250m, RecurringMethod.ReversingFixed);
        Allocate(line, ("1190", 0m, 100m, 0m));

        var plan = _given.Post(_given.Books(), line);

        Assert.Equal(
            [JournalGiven.Day, JournalGiven.Day.AddDays(1)],
            plan.Postings.Select(posting => posting.PostingDate)
        );
        Booked.Gl(plan.Postings[0], ("6110", 250m), ("1190", -250m));
        Booked.Gl(plan.Postings[1], ("6110", -250m), ("1190", 250m));
        Assert.Equal(250m, plan.MovedOn[0].Amount);
        Assert.All(plan.Postings[1].GlEntries, entry => Assert.False(entry.IsCorrection));
    }

    [Fact]
    public void JNL_42_both_days_must_be_open()
    {
        _given.Gl.AllowPostingTo = JournalGiven.Day;
        var line = Line("6110", 250m, RecurringMethod.ReversingVariable);
        Allocate(line, ("1190", 0m, 100m, 0m));
        var command = _given.Command(line) with { IsValidOnly = true };

        var plan = JournalPosting.Plan(command, _given.Books());

        Assert.True(plan.IsRefused);
        Assert.All(plan.Problems, p => Assert.Equal(ProblemCodes.PostingDate, p.Code));
    }

    [Fact]
    public void JNL_42_a_document_of_a_party_is_not_taken_back_the_next_day()
    {
        var line = Line("C1", -250m, RecurringMethod.ReversingFixed);
        line.AccountType = JournalAccountType.Customer;
        Allocate(line, ("1190", 0m, 100m, 0m));

        Assert.Contains(JournalCodes.Recurring, _given.Refused(line));
    }

    [Fact]
    public void JNL_41_nothing_posts_after_the_last_day()
    {
        var over = Line("6110", 10m, RecurringMethod.Fixed);
        over.ExpirationDate = JournalGiven.Day.AddDays(-1);
        var last = Line("6120", 20m, RecurringMethod.Fixed);
        (last.ExpirationDate, last.DocumentNo) = (JournalGiven.Day, "D2");
        Allocate(over, ("1190", 0m, 100m, 0m));
        Allocate(last, ("1190", 0m, 100m, 0m));

        var plan = _given.Post(_given.Books(), over, last);

        Assert.Equal("D2", Assert.Single(plan.Postings).DocumentNo);
        Assert.Equal([last.Id], plan.MovedOn.Select(line => line.Id));
    }

    [Fact]
    public void JNL_41_a_recurring_line_has_no_balancing_account_and_a_frequency()
    {
        var line = Line("6110", 10m, RecurringMethod.Fixed);
        line.BalAccountNo = "1190";
        var without = Line("6110", 10m, RecurringMethod.Fixed);
        without.RecurringFrequency = "";

        Assert.Contains(JournalCodes.Recurring, _given.Refused(line));
        Assert.Contains(ProblemCodes.FieldEmpty, _given.Refused(without));
    }

    [Fact]
    public void JNL_42_percents_leave_the_cent_to_the_last()
    {
        var line = Line("6110", 100m, RecurringMethod.Fixed);
        Allocate(
            line,
            ("8010", 0m, 33.33333m, 0m),
            ("8020", 0m, 33.33333m, 0m),
            ("1190", 0m, 33.33334m, 0m)
        );

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("6110", 100m), ("8010", -33.33m), ("8020", -33.33m), ("1190", -33.34m));
    }

    [Fact]
    public void JNL_42_amounts_come_first_and_quantities_share_the_rest()
    {
        var line = Line("6110", 100m, RecurringMethod.Fixed);
        Allocate(line, ("8010", -40m, 0m, 0m), ("8020", 0m, 0m, 1m), ("1190", 0m, 0m, 2m));

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("6110", 100m), ("8010", -40m), ("8020", -20m), ("1190", -40m));
    }

    [Fact]
    public void JNL_42_allocations_must_add_up_to_the_line()
    {
        var line = Line("6110", 100m, RecurringMethod.Fixed);
        Allocate(line, ("1190", -90m, 0m, 0m));

        Assert.Contains(JournalCodes.Allocation, _given.Refused(line));
    }

    [Fact]
    public void JNL_42_an_allocation_carries_VAT()
    {
        var line = Line("1190", -121m, RecurringMethod.Fixed);
        Allocate(line, ("6110", 0m, 100m, 0m));
        var vat = _given.Allocations[0].Vat;
        vat.GenPostingType = GenPostingType.Purchase;
        (vat.VatBusPostingGroup, vat.VatProdPostingGroup) = ("HOME", "HIGH");

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("1190", -121m), ("6110", 100m), ("4320", 21m));
    }

    private JournalLine Line(string accountNo, decimal amount, RecurringMethod method)
    {
        var line = _given.Line(accountNo, amount);
        line.RecurringMethod = method;
        line.RecurringFrequency = "1M";
        return line;
    }

    private void Allocate(
        JournalLine line,
        params (string Account, decimal Amount, decimal Pct, decimal Quantity)[] shares
    ) =>
        _given.Allocations.AddRange(
            shares.Select(
                (share, index) =>
                    new JournalAllocation
                    {
                        LineId = line.Id,
                        LineNo = index + 1,
                        AccountNo = share.Account,
                        Amount = share.Amount,
                        Pct = share.Pct,
                        Quantity = share.Quantity,
                    }
            )
        );
}
