using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Xunit;

namespace Handel.Ledgers.Tests.Payments;

/// <summary>What a company owes us is set off against what we owe it (NET, S34).</summary>
public sealed class BalanceNettingTests
{
    private readonly PaymentGiven buying = new();
    private readonly PaymentGiven selling = new() { Side = LedgerSide.Of(Direction.Sale) };

    private NettingWish Wish { get; set; } =
        new() { PostingDate = PaymentGiven.Day, FirstDocumentNo = "N001" };

    [Fact]
    public void S34_vendor_invoices_are_set_off_oldest_first_against_what_the_customer_owes()
    {
        Owed(selling, 1_000.00m);
        Owed(buying, 600.00m);
        Owed(buying, 600.00m);

        var lines = Net().Lines;

        Assert.Equal(
            [
                ("vendors", "D1", 600.00m),
                ("vendors", "D2", 400.00m),
                ("customers", "D1", -1_000.00m),
            ],
            Typed(lines)
        );
        Assert.All(lines, line => Assert.Equal("N001", line.DocumentNo));
    }

    [Fact]
    public void NET_01_nothing_is_set_off_unless_both_owe_in_the_same_currency()
    {
        Owed(selling, 100m);
        Owed(buying, 50m, entry => entry with { CurrencyCode = "USD" });
        Assert.Empty(Net().Lines);

        Owed(buying, 80m);
        Owed(buying, -30m);

        Assert.Equal([50m, -50m], Typed(Net().Lines).Select(line => line.Amount));
    }

    [Fact]
    public void NET_01_what_is_held_marked_or_posted_later_does_not_count()
    {
        Owed(selling, 100m);
        Owed(buying, 10m, entry => entry with { OnHold = "JAN" });
        Owed(buying, 20m, entry => entry with { AppliesToId = "X" });
        Owed(buying, 30m, entry => entry with { PostingDate = PaymentGiven.Day.AddDays(1) });

        Assert.Empty(Net().Lines);
    }

    [Fact]
    public void NET_02_the_order_puts_invoices_or_finance_charge_memos_first()
    {
        Owed(selling, 100m);
        Owed(buying, 70m, e => e with { DocumentType = EntryDocumentType.FinanceChargeMemo });
        Owed(buying, 60m);

        Assert.Equal([70m, 30m, -100m], Typed(Net().Lines).Select(line => line.Amount));
        Wish = Wish with { Order = NettingOrder.InvoicesFirst };
        Assert.Equal([60m, 40m, -100m], Typed(Net().Lines).Select(line => line.Amount));
        Wish = Wish with { Order = NettingOrder.FinanceChargeMemosFirst };
        Assert.Equal([70m, 30m, -100m], Typed(Net().Lines).Select(line => line.Amount));
    }

    [Fact]
    public void NET_02_a_blocked_party_is_skipped_and_named()
    {
        Owed(selling, 100m);
        Owed(buying, 60m);
        buying.Party("V").Blocked = PartyBlocked.Payment;

        var netted = Net();

        Assert.Empty(netted.Lines);
        Assert.Equal("V", Assert.Single(netted.Blocked).No);
    }

    [Fact]
    public void NET_02_a_document_that_the_journal_settles_already_is_refused()
    {
        Owed(selling, 100m);
        Owed(buying, 60m);
        var journal = new JournalLine
        {
            LineNo = 10_000,
            AccountType = JournalAccountType.Vendor,
            AppliesToDocType = EntryDocumentType.Invoice,
            AppliesToDocNo = "D1",
        };

        var twice = NettingLines.FindTwice(Net().Lines, [journal], buying.Settings).ToList();

        Assert.Equal(PaymentCodes.SettledTwice, Assert.Single(twice).Code);
    }

    [Fact]
    public void NET_03_the_lines_of_a_foreign_document_balance_in_LCY_too()
    {
        buying.Rates.Add(
            new()
            {
                CurrencyCode = "USD",
                StartingDate = PaymentGiven.Day.AddYears(-1),
                ExchangeRateAmount = 1.12m,
                RelationalExchangeRateAmount = 1m,
            }
        );
        foreach (var _ in Enumerable.Range(0, 3))
            Owed(buying, 20m, entry => entry with { CurrencyCode = "USD" });
        Owed(selling, 60m, entry => entry with { CurrencyCode = "USD" });

        var changes = NettingLines.Changes(Net().Lines, Wish, buying.Setup());

        // 20 / 1.12 is 17.86 three times, and 60 / 1.12 is 53.57: one cent is moved.
        var moved = Assert.Single(changes[^1], change => change.Field == JournalField.AmountLcy);
        Assert.Equal(-53.58m, moved.Value);
    }

    private void Owed(
        PaymentGiven side,
        decimal amount,
        Func<PartyEntry, PartyEntry>? change = null
    )
    {
        // A customer owes where a vendor is owed: both are positive to their side.
        side.Open(side == buying ? "V" : "C", amount, change: change);
    }

    private NettedBalances Net() =>
        BalanceNetting.Plan(Wish, [new(selling.Netting("C"), buying.Netting("V"))]);

    private static IEnumerable<(string Entity, string No, decimal Amount)> Typed(
        IReadOnlyList<NettingLine> lines
    ) =>
        lines.Select(line =>
            (line.Side.PartyEntity, line.Entry.DocumentNo, line.Side.Sign * line.Amount)
        );
}
