using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Handel.Kernel;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Foreign currency, tolerance and clerks who meet, over HTTP: the figures of S08 to S18 and the
/// whole table of DSC-27.
/// </summary>
public sealed partial class SettlementScenarioTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly DateOnly Day = SettledBooks.Day;

    [Fact]
    public async Task S08_the_lines_of_a_document_in_dollars_add_up_in_euros()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("2026-03-05", 1.12m);

        var given = new TaxGiven(trade);

        var number = await given.Posted(
            "salesInvoices",
            new
            {
                customerNumber = books.PartyNo,
                currencyCode = "USD",
                postingDate = "2026-03-05",
            },
            TaxGiven.Line("8010", "NUL", 20m),
            TaxGiven.Line("8011", "NUL", 20m),
            TaxGiven.Line("8030", "NUL", 20m)
        );

        Assert.Equal(
            [("8010", -17.86m), ("8011", -17.85m), ("8030", -17.86m), ("1300", 53.57m)],
            await given.Gl(number)
        );
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S09_a_customer_who_pays_dearer_dollars_brings_a_gain()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("2026-03-02", 1.25m);
        var invoice = await books.Invoice(Foreign("2026-03-02"), ("1000", 1000m / 1.21m));
        Assert.Equal((1000m, 800m), (Number(invoice, "amount"), Number(invoice, "amountLCY")));
        var payment = await books.Pay(
            new(-1000m, Day.AddDays(9)) { Currency = "USD", Factor = 1.2m }
        );

        await books.Apply(payment, invoice);

        Assert.Equal(
            [
                ("InitialEntry", -1000m, -833.33m),
                ("RealizedGain", 0m, 33.33m),
                ("Application", 1000m, 800m),
            ],
            await books.Details(payment)
        );
        Expect(await books.LastRegister(), ("1300", 33.33m), ("9120", -33.33m));
        await books.ExpectClosed(invoice, payment);
    }

    [Fact]
    public async Task S10_two_part_payments_to_a_vendor_in_dollars()
    {
        var books = await SettledBooks.Begin(trade, direction: Direction.Purchase);
        await Quote("2026-03-03", 1.0842m);
        var invoice = await books.Invoice(Foreign("2026-03-03"), ("1000", 2350.40m / 1.21m));
        Assert.Equal(-2167.87m, Number(invoice, "amountLCY"));
        var first = await Pay(books, 1000m, 1.0631m);
        var second = await Pay(books, 1350.40m, 1.0910m);

        await books.Apply(first, invoice);
        Expect(await books.LastRegister(), ("4210", -18.31m), ("9120", 18.31m));
        Assert.Equal(1350.40m, -(await books.State(invoice)).Left);
        await books.Apply(second, invoice);

        Expect(await books.LastRegister(), ("4210", 7.77m), ("9120", -7.77m));
        Assert.Equal(
            (940.65m, 1237.76m),
            (Number(first, "amountLCY"), Number(second, "amountLCY"))
        );
        await books.ExpectClosed(invoice, first, second);
    }

    [Theory]
    [InlineData(1, 5, 1000.00, 5.00)]
    [InlineData(1, 5, 300.00, 3.00)]
    [InlineData(0, 5, 4.00, 4.00)]
    [InlineData(1, 0, 1000.00, 10.00)]
    public async Task S15_an_invoice_gets_the_largest_tolerance_of_the_company(
        decimal pct,
        decimal max,
        decimal amount,
        decimal expected
    )
    {
        var books = await SettledBooks.Begin(trade, Tolerating(pct, max));

        var invoice = await books.Invoice(new { }, ("1001", amount / 1.09m));

        Assert.Equal(amount, Number(invoice, "amount"));
        Assert.Equal(expected, Number(invoice, "maxPaymentTolerance"));
    }

    [Fact]
    public async Task S17_a_rest_of_a_cent_in_euros_is_corrected()
    {
        var books = await SettledBooks.Begin(trade, direction: Direction.Purchase);
        await Quote("2026-03-04", 3m);
        var one = await books.Invoice(Foreign("2026-03-04"), ("1000", 1m / 1.21m));
        var two = await books.Invoice(Foreign("2026-03-04"), ("1000", 1m / 1.21m));
        Assert.Equal((-0.33m, -0.33m), (Number(one, "amountLCY"), Number(two, "amountLCY")));
        var payment = await Pay(books, 2m, 3m);

        await books.Apply(payment, one, two);

        Assert.Equal(
            [
                ("InitialEntry", 2m, 0.67m),
                ("Application", -1m, -0.33m),
                ("Application", -1m, -0.33m),
                ("CorrectionOfRemainingAmount", 0m, -0.01m),
            ],
            await books.Details(payment)
        );
        Expect(await books.LastRegister(), ("4210", -0.01m), ("9140", 0.01m));
        await books.ExpectClosed(one, two, payment);
    }

    [Fact]
    public async Task S18_a_small_difference_is_shared_over_three_invoices()
    {
        var books = await SettledBooks.Begin(trade, Tolerating(0.5m, 5m));
        var invoices = new List<JsonElement>();
        foreach (var amount in (decimal[])[1000m, 600m, 400m])
            invoices.Add(await books.Invoice(new { }, ("1000", amount / 1.21m)));
        Assert.Equal([5m, 3m, 2m], invoices.Select(i => Number(i, "maxPaymentTolerance")));
        var payment = await books.Pay(new(-1996m, Day.AddDays(40)));

        var done = await books.Apply(payment, Accepting(invoices));

        Assert.Equal([-2.00m, -1.20m, -0.80m], Tolerances(done, invoices));
        Assert.Equal(-4m, Number(done, "toleranceAmountLCY"));
        await books.ExpectClosed([.. invoices, payment]);
    }

    [Fact]
    public async Task S18_what_a_big_invoice_may_not_take_goes_to_the_small_one()
    {
        var books = await SettledBooks.Begin(trade, Tolerating(0m, 0m));
        var invoices = new List<JsonElement>();
        foreach (var (amount, most) in new[] { (12500m, 1.50m), (150m, 14m) })
        {
            var invoice = await books.Invoice(new { }, ("1000", amount / 1.21m));
            Assert.Equal(amount, Number(invoice, "amount"));
            invoices.Add(invoice);
            await trade.Patch(
                $"{books.Entries}({SettledBooks.Id(invoice)})",
                new { maxPaymentTolerance = most }
            );
        }
        var payment = await books.Pay(new(-12642.25m, Day.AddDays(40)));

        var done = await books.Apply(payment, Accepting(invoices));

        Assert.Equal([-1.50m, -6.25m], Tolerances(done, invoices));
        await books.ExpectClosed([.. invoices, payment]);
    }

    // DSC-27. Day, paid, late discount accepted; then discount, tolerance, left on both.
    public static TheoryData<int, decimal, bool, decimal[]> Decisions()
    {
        var table = new TheoryData<int, decimal, bool, decimal[]>();
        void Row(decimal paid, params decimal[][] cells)
        {
            table.Add(15, paid, false, cells[0]);
            table.Add(20, paid, true, cells[1]);
            table.Add(16, paid, false, cells[2]);
            table.Add(21, paid, true, cells[3]);
        }

        // Discount, in time or late; tolerance; left on the invoice; left on the payment.
        Row(1005.00m, [20, 0, 0, -25], [20, 0, 0, -25], [0, -5, 0, 0], [0, -5, 0, 0]);
        Row(1000.00m, [20, 0, 0, -20], [20, 0, 0, -20], [0, 0, 0, 0], [0, 0, 0, 0]);
        Row(995.00m, [20, 0, 0, -15], [20, 0, 0, -15], [0, 5, 0, 0], [0, 5, 0, 0]);
        Row(985.00m, [20, -5, 0, 0], [20, -5, 0, 0], [0, 0, 15, 0], [0, 0, 15, 0]);
        Row(980.00m, [20, 0, 0, 0], [20, 0, 0, 0], [0, 0, 20, 0], [0, 0, 20, 0]);
        Row(975.00m, [20, 5, 0, 0], [20, 5, 0, 0], [0, 0, 25, 0], [0, 0, 25, 0]);
        decimal[] open = [0, 0, 25.01m, 0];
        Row(974.99m, open, open, open, open);
        return table;
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task DSC_27_the_whole_table(
        int day,
        decimal paid,
        bool acceptsLate,
        decimal[] expected
    )
    {
        var books = await SettledBooks.Begin(
            trade,
            gl =>
            {
                Tolerating(1m, 5m)(gl);
                gl.PmtDiscGracePeriod = "5D";
            }
        );
        var invoice = await books.Invoice(
            new
            {
                paymentTermsId = await books.Terms(),
                invoiceDate = "2026-01-01",
                postingDate = "2026-01-01",
            },
            ("1000", 1000m / 1.21m)
        );
        Assert.Equal(
            ("2026-01-15", "2026-01-20"),
            (Text(invoice, "paymentDiscountDate"), Text(invoice, "paymentDiscountToleranceDate"))
        );
        var payment = await books.Pay(new(-paid, new(2026, 1, day)));

        var done = await books.Apply(
            payment,
            new
            {
                entries = new[] { new { id = SettledBooks.Id(invoice) } },
                acceptTolerance = true,
                acceptLateDiscount = acceptsLate,
            }
        );

        Assert.Equal(
            expected,
            new[]
            {
                -Number(done, "discountAmountLCY"),
                -Number(done, "toleranceAmountLCY"),
                (await books.State(invoice)).Left,
                (await books.State(payment)).Left,
            }
        );
    }

    [Fact]
    public async Task APP_35_of_two_clerks_at_once_one_wins_and_one_is_told()
    {
        var books = await SettledBooks.Begin(trade);
        using var one = await trade.SignIn(Roles.Clerk);
        using var other = await trade.SignIn(Roles.Clerk);
        for (var round = 0; round < 5; round++)
        {
            var invoice = await books.Invoice(new { }, ("1000", 100m));
            var payments = new[]
            {
                await books.Pay(new(-121m, Day)),
                await books.Pay(new(-121m, Day)),
            };

            var answers = await Task.WhenAll(
                ApplyAs(one, books, payments[0], invoice),
                ApplyAs(other, books, payments[1], invoice)
            );

            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.BadRequest],
                answers.Select(answer => answer.StatusCode).Order()
            );
            var refused = answers.Single(answer => !answer.IsSuccessStatusCode);
            var said = await refused.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            );
            Assert.Contains("is closed and cannot be applied", said, StringComparison.Ordinal);
            Assert.False((await books.State(invoice)).Open);
            var open = new[] { await books.State(payments[0]), await books.State(payments[1]) };
            Assert.Equal([-121m, 0m], open.Select(state => state.Left).Order());
        }
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task VST_06_VAT_that_was_declared_keeps_its_application()
    {
        var books = await SettledBooks.Begin(trade, gl => gl.AdjustForPmtDisc = true);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 1000m)
        );
        var payment = await books.Pay(new(-1185.80m, Day.AddDays(10)));
        await books.Apply(payment, invoice);
        var allowed = await trade.Get($"{trade.Trade}/taxSetup");
        var setup = $"{trade.Trade}/taxSetup({SettledBooks.Id(allowed.GetProperty("value")[0])})";

        // GLD-05: the VAT would come back on a day that takes no VAT any more.
        await trade.Patch(setup, new { allowTaxDateFrom = "2026-04-01" });
        var late = await books.Act(payment, "unapply", new { }, 400);
        Assert.Contains("12/03/2026", Message(late), StringComparison.Ordinal);
        await trade.Patch(setup, new { allowTaxDateFrom = (string?)null });
        var period = await SettleQuarter();

        var refused = await books.Act(payment, "unapply", new { }, 400);

        Assert.Contains("has been declared", Message(refused), StringComparison.Ordinal);
        await books.Act(payment, "previewUnapply", new { postingDate = "2026-05-01" }, 400);
        await books.ExpectClosed(invoice, payment);
        await trade.Post($"{period}/Microsoft.NAV.release", new { }, 200);
    }

    private async Task<string> SettleQuarter()
    {
        var made = await trade.Post(
            $"{trade.Trade}/taxReturnPeriods",
            new { startDate = "2026-01-01", endDate = "2026-03-31" }
        );
        var period = $"{trade.Trade}/taxReturnPeriods({SettledBooks.Id(made)})";
        await trade.Patch(
            period,
            new
            {
                settlementAccount = "4390",
                settlementPostingDate = "2026-03-31",
                settlementDocumentNumber = "BTW-2026-Q1",
            }
        );
        await trade.Post($"{period}/Microsoft.NAV.postSettlement", new { }, 200);
        return period;
    }
}
