using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

public sealed partial class VatPostingTests
{
    [Fact]
    public void VPS_02_the_VAT_date_chooses_the_rate_and_not_the_posting_date()
    {
        var invoice = Invoice(Direction.Purchase, new LineGiven("8450", 1m, 100m, "EU"));
        invoice.VatDate = new(2026, 2, 28);
        _given.OnVat = setup =>
            setup.Rates = [new() { StartingDate = new(2026, 3, 1), VatPct = 22m }];

        var plan = _given.Post(_given.Books(), invoice);

        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal(
            (21m, 21m, new DateOnly(2026, 2, 28)),
            (entry.VatPct, entry.Amount, entry.VatDate)
        );
        Assert.Equal(PostingGiven.Day, entry.PostingDate);
    }

    [Fact]
    public void GLS_15_VAT_is_rounded_the_way_of_the_setup()
    {
        _given.Gl.VatRoundingType = RoundingDirection.Down;

        var sale = Post(Direction.Sale, new LineGiven("8010", 3m, 10.03m));
        var purchase = Post(Direction.Purchase, new LineGiven("8450", 1m, 2480.55m, "EU"));

        Expect.Vat(sale, (-30.09m, -6.31m));
        Expect.Vat(purchase, (2480.55m, 520.91m));
    }

    [Fact]
    public void PC_07_a_VAT_date_in_a_closed_period_is_refused_and_in_a_released_one_told()
    {
        var period = new VatReturnPeriod
        {
            Description = "2026-Q1",
            StartingDate = new(2026, 1, 1),
            EndingDate = new(2026, 3, 31),
            Status = VatReturnStatus.Released,
        };
        _given.Periods.Add(period);
        var warned = DocumentPosting.Plan(
            _given.Command(Invoice(Direction.Sale, new LineGiven("8010", 1m, 10m))),
            _given.Books()
        );
        period.Status = VatReturnStatus.Closed;
        var refused = DocumentPosting.Plan(
            _given.Command(Invoice(Direction.Sale, new LineGiven("8010", 1m, 10m))),
            _given.Books()
        );

        Assert.False(warned.IsRefused);
        Assert.Equal(["W-VATPERIOD"], warned.Notices.Select(p => p.Code));
        Assert.Equal(["E-VATDATE"], refused.Problems.Select(p => p.Code));
    }

    [Fact]
    public void GLD_05_the_range_of_the_user_is_asked_first()
    {
        _given.Gl.AllowVatDateFrom = new(2026, 4, 1);
        var command = _given.Command(Invoice(Direction.Sale, new LineGiven("8010", 1m, 10m)));

        var refused = DocumentPosting.Plan(command, _given.Books());
        var allowed = DocumentPosting.Plan(
            command with
            {
                UserVatDates = new(new(2026, 1, 1), null),
            },
            _given.Books()
        );

        Assert.Equal(["E-VATDATE"], refused.Problems.Select(p => p.Code));
        Assert.False(allowed.IsRefused);
    }

    private TradeDocument NonDeductible(params LineGiven[] lines)
    {
        _given.Gl.IsNonDeductibleVatEnabled = true;
        var invoice = Invoice(Direction.Purchase, lines);
        foreach (var line in invoice.Lines)
            line.NonDeductibleVatPct = 40m;
        return invoice;
    }

    private Plan Post(Direction direction, params LineGiven[] lines) =>
        _given.Post(_given.Books(), Invoice(direction, lines));

    private TradeDocument Invoice(Direction direction, params LineGiven[] lines) =>
        _given.Draft(direction, DocumentKind.Invoice, lines);
}
