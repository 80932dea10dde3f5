using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

/// <summary>What flows from the header to its lines.</summary>
public sealed class HeaderFlowTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void API_D1_10_requested_and_promised_dates_reach_the_lines(Direction direction)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);
        Accept(given.Add(order, (LineField.Description, "Text")));

        Accept(given.Set(order, (HeaderField.RequestedDate, Friday)));
        Accept(given.Set(order, (HeaderField.PromisedDate, Friday.AddDays(3))));

        var line = order.Lines[0];
        Assert.Equal((Friday, Friday.AddDays(3)), (line.RequestedDate, line.DeliveryDate));
        Assert.Null(order.Lines[1].RequestedDate);
    }

    [Theory]
    [InlineData(Direction.Sale, "Breda")]
    [InlineData(Direction.Purchase, "Enschede")]
    public void H06_a_location_reaches_lines_and_the_address_that_goods_come_to(
        Direction direction,
        string city
    )
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);

        Accept(given.Set(order, (HeaderField.LocationCode, "EAST")));

        Assert.Equal(("EAST", city), (order.Lines[0].LocationCode, order.ShipTo.City));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void HDR02_another_payer_brings_terms_and_currency(Direction direction)
    {
        var given = new EditGiven(direction);
        given.Parties["USD"].PaymentTermsCode = "14D";
        var order = given.Order("A", 2m);

        Accept(given.Set(order, (HeaderField.BillToNo, "USD")));

        Assert.Equal(("P1", "USD", "14D"), (order.PartyNo, order.BillToNo, order.PaymentTermsCode));
        Assert.Equal(
            ("USD", Math.Round(1m / 0.9137m, 20)),
            (order.CurrencyCode, order.CurrencyFactor)
        );
    }

    [Theory]
    [InlineData(Direction.Sale, 54.66783)]
    [InlineData(Direction.Purchase, 32.77881)]
    public void HDR06_another_currency_prices_the_lines_anew(Direction direction, double price)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);

        Accept(given.Set(order, (HeaderField.CurrencyCode, "USD")));
        Assert.Equal((decimal)price, order.Lines[0].UnitPrice);

        Accept(given.Set(order, (HeaderField.CurrencyCode, "EUR")));
        Assert.Equal(("", 1m), (order.CurrencyCode, order.CurrencyFactor));
    }

    [Fact]
    public void DSC23_a_typed_discount_is_turned_with_the_vat_mode()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        Accept(given.Set(order, (HeaderField.InvoiceDiscountAmount, 9.90m)));

        Accept(given.Set(order, (HeaderField.PricesIncludeVat, true)));

        Assert.Equal((11.98m, 11.98m), (order.InvoiceDiscountValue, order.InvDiscountAmount));
        Assert.Equal((90m, 108.90m), (order.Amount, order.AmountInclVat));
    }

    [Fact]
    public void API_T3_a_fixed_discount_survives_line_changes()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        Accept(given.Set(order, (HeaderField.InvoiceDiscountAmount, 9.90m)));

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 4m)));
        Accept(given.Add(order, Account("8020", 100m)));

        Assert.Equal([9.90m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        Assert.Equal(289.90m, order.Amount);
    }

    [Fact]
    public void A_deep_insert_measures_its_discount_against_its_own_lines()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.New(DocumentKind.Order);
        var line = Item("A", 2m).Select(c => new LineChange(c.Item1, c.Item2)).ToList();

        var outcome = DocumentEditing.Apply(
            order,
            new DocumentEdit
            {
                Header = [new(HeaderField.InvoiceDiscountAmount, 9.90m)],
                Lines = [new(Guid.NewGuid(), LineEditKind.Add, line)],
            },
            given.Context
        );

        Accept(outcome);
        Assert.Equal(90m, order.Amount);
    }

    [Fact]
    public void All_problems_of_an_edit_are_told_at_once()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);

        var outcome = given.Set(
            order,
            (HeaderField.PartyNo, "NOBODY"),
            (HeaderField.LocationCode, "NOWHERE"),
            (HeaderField.PaymentTermsCode, "NEVER")
        );

        Assert.Equal(
            ["customerNumber", "paymentTermsId", "locationCode"],
            outcome.Problems.Select(problem => problem.Field)
        );
        Assert.All(outcome.Problems, problem => Assert.Equal(EditCodes.Unknown, problem.Code));
    }

    [Fact]
    public void CUS15_a_privacy_block_stops_everything()
    {
        var given = new EditGiven(Direction.Sale);
        given.Parties["PAYS"].IsPrivacyBlocked = true;

        var outcome = given.Set(given.New(DocumentKind.CreditMemo), (HeaderField.PartyNo, "PAYS"));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((ProblemCodes.Blocked, "Privacy"), (problem.Code, problem.Args["blocked"]));
    }
}
