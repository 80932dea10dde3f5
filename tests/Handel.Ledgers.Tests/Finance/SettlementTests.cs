using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>Settling one entry with another (finance 13.3).</summary>
public class SettlementTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void INV_21_both_sides_of_an_application_are_equal()
    {
        var settled = Settlement.Of(Header(), Entry(2, -50m), Entry(1, 121m));

        Assert.Equal(
            [(2, 50m, 50m), (1, -50m, -50m)],
            settled.Details.Select(d => (d.PartyEntryNo, d.Amount, d.AmountLcy))
        );
        Assert.Equal((0m, false, 1), State(settled.Applying));
        Assert.Equal((71m, true, 0), State(settled.Applied));
    }

    [Fact]
    public void APP_20_no_more_is_applied_than_the_older_entry_has_left()
    {
        var settled = Settlement.Of(Header(), Entry(2, -200m), Entry(1, 121m));

        Assert.Equal((-79m, true, 0), State(settled.Applying));
        Assert.Equal((0m, false, 2), State(settled.Applied));
        Assert.Equal(Day, settled.Applied.ClosedAtDate);
    }

    [Fact]
    public void DSC_02_discount_counts_for_the_payment()
    {
        var settled = Settlement.Of(Header(), Entry(2, -98m), Entry(1, 100m), discount: 2m);

        Assert.Equal(
            [
                (PartyDetailType.PaymentDiscount, 2, -2m),
                (PartyDetailType.Application, 2, 100m),
                (PartyDetailType.Application, 1, -100m),
            ],
            settled.Details.Select(d => (d.Type, d.PartyEntryNo, d.Amount))
        );
        Assert.Equal(-2m, settled.DiscountLcy);
        Assert.All([settled.Applying, settled.Applied], e => Assert.False(e.IsOpen));
    }

    [Fact]
    public void APP_28_documents_that_settle_each_other_share_the_discount()
    {
        var invoice = Entry(1, 121m) with { RemainingPmtDiscPossible = 2.42m };

        var settled = Settlement.Of(Header(), Entry(2, -60.50m), invoice);

        Assert.Equal(1.21m, settled.Applied.RemainingPmtDiscPossible);
    }

    [Fact]
    public void APP_21_and_22_the_rate_difference_falls_on_the_new_entry()
    {
        var invoice = Foreign(Entry(1, 100m), 1.25m, 80m);
        var payment = Foreign(Entry(2, -100m), 1.20m, -83.33m);

        var settled = Settlement.Of(Header(), payment, invoice);

        Assert.Equal(3.33m, settled.RealizedLcy);
        Assert.Contains(
            settled.Details,
            d => d is { Type: PartyDetailType.RealizedGain, PartyEntryNo: 2, AmountLcy: 3.33m }
        );
        Assert.Equal(
            (0m, 0m),
            (settled.Applying.RemainingAmountLcy, settled.Applied.RemainingAmountLcy)
        );
    }

    [Fact]
    public void Entries_of_one_sign_cannot_settle_each_other()
    {
        Assert.Throws<InvalidOperationException>(() =>
            Settlement.Of(Header(), Entry(2, 10m), Entry(1, 10m))
        );
    }

    private static (decimal, bool, int) State(PartyEntry entry) =>
        (entry.RemainingAmount, entry.IsOpen, entry.ClosedByEntryNo);

    private static PartyEntry Foreign(PartyEntry entry, decimal factor, decimal lcy) =>
        entry with
        {
            CurrencyCode = "USD",
            CurrencyFactor = factor,
            OriginalAmountLcy = lcy,
            RemainingAmountLcy = lcy,
        };

    private static PartyEntry Entry(int no, decimal amount) =>
        PartyPosting.Entry(
            Header(),
            new PartyTerms
            {
                ControlAccountNo = "1300",
                PostingGroup = "HOME",
                Amount = amount,
                DueDate = Day,
            },
            (1, no)
        );

    private static PostingHeader Header() =>
        new()
        {
            CompanyNo = 7,
            Side = LedgerSide.Of(Direction.Sale),
            PostingDate = Day,
            DocumentDate = Day,
            VatDate = Day,
            DocumentType = EntryDocumentType.CreditMemo,
            DocumentNo = "C1",
            Description = "Credit Memo C1",
            PartyNo = "P1",
        };
}
