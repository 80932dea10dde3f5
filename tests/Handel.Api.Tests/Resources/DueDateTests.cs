using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>When an invoice falls due by the formula of its terms: finance 28, S27.</summary>
public sealed class DueDateTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static int _codes;
    private readonly TaxGiven _given = new(trade);

    [Theory]
    [InlineData("2026-01-31", "1M", "2026-02-28")]
    [InlineData("2026-01-31", "30D", "2026-03-02")]
    [InlineData("2026-01-31", "CM", "2026-01-31")]
    [InlineData("2026-01-31", "CM+15D", "2026-02-15")]
    [InlineData("2026-01-31", "CM+1M", "2026-02-28")]
    [InlineData("2026-01-31", "1M+CM", "2026-02-28")]
    [InlineData("2026-02-12", "1M+CM", "2026-03-31")]
    [InlineData("2026-02-12", "CM+1M", "2026-03-28")]
    [InlineData("2026-02-12", "CM+15D", "2026-03-15")]
    public async Task S27_an_invoice_falls_due_by_the_formula_of_its_terms(
        string invoiceDate,
        string formula,
        string due
    )
    {
        var code = $"S27-{Interlocked.Increment(ref _codes)}";
        var terms = await trade.Post(
            "paymentTerms",
            new
            {
                code,
                displayName = formula,
                dueDateCalculation = formula,
            }
        );

        var draft = await _given.Draft(
            "salesInvoices",
            new
            {
                customerNumber = "10000",
                invoiceDate,
                paymentTermsId = Id(terms),
            },
            Line("8030", "HOOG", 100m)
        );

        Assert.Equal(due, Text(draft, "dueDate"));
        var no = await _given.Post("salesInvoices", draft);
        var entry = await _given.Only(
            $"{trade.Trade}/customerLedgerEntries?$filter=documentNumber eq '{no}'"
        );
        Assert.Equal(due, Text(entry, "dueDate"));
    }
}
