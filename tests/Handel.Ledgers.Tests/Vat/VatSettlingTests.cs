using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>The VAT settlement of a period (VST-05, VST-06).</summary>
public sealed class VatSettlingTests
{
    private readonly VatGiven _given = new();

    [Fact]
    public void S29_the_settlement_empties_the_VAT_accounts_into_one()
    {
        _given.QuarterOfS29();
        var books = _given.Books();

        var settled = VatSettling.Plan(_given.Period, books, _ => true);

        Assert.Empty(settled.Problems);
        settled.Posting!.AssertBalanced();
        Assert.Equal(
            [
                ("4320", -919.80m),
                ("4310", 2541.00m),
                ("4311", 135.00m),
                ("4330", -520.92m),
                ("4335", 520.92m),
                ("4390", -1756.20m),
            ],
            settled.Posting.GlEntries.Select(e => (e.AccountNo, e.Amount))
        );
        Assert.Equal(
            [
                ("HOOG", -4380.00m, -919.80m),
                ("HOOG", 12100.00m, 2541.00m),
                ("LAAG", 1500.00m, 135.00m),
                ("HOOG", -2480.55m, -520.92m),
            ],
            settled.Posting.VatEntries.Select(e => (e.VatProdPostingGroup, e.Base, e.Amount))
        );
    }

    [Fact]
    public void VST_05_each_combination_closes_its_own_entries_up_to_those_that_were_summed()
    {
        _given.QuarterOfS29();
        var books = _given.Books();

        var settled = VatSettling.Plan(_given.Period, books, _ => true);

        Assert.All(
            settled.Posting!.VatEntries,
            e =>
            {
                Assert.Equal(GenPostingType.Settlement, e.Type);
                Assert.Equal((true, e.EntryNo), (e.IsClosed, e.ClosedByEntryNo));
                var closing = books.VatClosings[e.EntryNo];
                Assert.Equal((VatGiven.Quarter, 5), (closing.Span, closing.LastEntryNo));
                Assert.Equal(e.VatBusPostingGroup, closing.Key.Groups.Bus);
            }
        );
    }

    [Fact]
    public void VST_05_an_amount_of_zero_needs_no_ledger_line_and_is_closed_too()
    {
        _given.Entry(GenPostingType.Sale, "EU", "HOOG", (-2480.55m, 0m));

        var settled = VatSettling.Plan(_given.Period, _given.Books(), _ => true);

        Assert.Empty(settled.Posting!.GlEntries);
        var entry = Assert.Single(settled.Posting.VatEntries);
        Assert.Equal((2480.55m, 0m, 0), (entry.Base, entry.Amount, entry.VatGlEntryNo));
    }

    [Fact]
    public void NDV_04_what_may_not_be_deducted_leaves_the_reverse_charge_account_in_full()
    {
        _given.Entry(GenPostingType.Purchase, "EU", "HOOG", (60m, 12.60m));
        _given.Change(1, e => e with { NonDeductibleBase = 40m, NonDeductibleAmount = 8.40m });

        var settled = VatSettling.Plan(_given.Period, _given.Books(), _ => true);

        Assert.Equal(
            [("4330", -12.60m), ("4335", 21.00m), ("4390", -8.40m)],
            settled.Posting!.GlEntries.Select(e => (e.AccountNo, e.Amount))
        );
    }

    [Fact]
    public void VST_05_what_is_missing_is_told_at_once()
    {
        _given.QuarterOfS29();
        _given.Period.SettlementPostingDate = null;
        _given.Period.SettlementDocumentNo = "";
        _given.Period.SettlementAccountNo = "4310";

        var settled = VatSettling.Plan(_given.Period, _given.Books(), _ => true);

        Assert.Null(settled.Posting);
        Assert.Equal(
            [
                ("E-FIELD", "settlementPostingDate"),
                ("E-FIELD", "settlementDocumentNumber"),
                ("E-LINE", "settlementAccount"),
            ],
            settled.Problems.Select(p => (p.Code, p.Field))
        );
    }

    [Fact]
    public void GLD_03_a_settlement_is_posted_within_the_allowed_period()
    {
        _given.QuarterOfS29();

        var settled = VatSettling.Plan(_given.Period, _given.Books(), _ => false);

        Assert.Equal(["E-DATE"], settled.Problems.Select(p => p.Code));
    }

    [Fact]
    public void VST_06_a_closed_period_and_an_empty_one_are_not_settled()
    {
        var empty = VatSettling.Plan(_given.Period, _given.Books(), _ => true);
        _given.Period.Status = VatReturnStatus.Closed;
        _given.QuarterOfS29();
        var closed = VatSettling.Plan(_given.Period, _given.Books(), _ => true);

        Assert.Equal(["E-NOTHING"], empty.Problems.Select(p => p.Code));
        Assert.Equal(["E-VATPERIODSTATUS"], closed.Problems.Select(p => p.Code));
    }

    [Fact]
    public void VST_05_a_second_settlement_of_one_batch_is_refused()
    {
        _given.QuarterOfS29();
        var books = _given.Books();
        var first = books.Fork();
        VatSettling.Plan(_given.Period, first, _ => true);
        first.Adopt();

        var second = VatSettling.Plan(_given.Period, books.Fork(), _ => true);

        Assert.Equal(["E-CONC"], second.Problems.Select(p => p.Code));
    }
}
