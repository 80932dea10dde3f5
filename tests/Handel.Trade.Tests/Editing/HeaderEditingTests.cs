using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

public sealed class HeaderEditingTests
{
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void HDR01_and_V07_a_party_fills_the_header(Direction direction)
    {
        var order = new EditGiven(direction).New(DocumentKind.Order);

        Assert.Equal(("P1", "P1", "Party P1"), (order.PartyNo, order.BillToNo, order.Party.Name));
        Assert.Equal(
            ("HOME", "HOME", "HOME"),
            (order.GenBusPostingGroup, order.VatBusPostingGroup, order.PartyPostingGroup)
        );
        Assert.Equal(
            ("CM", "BANK", "DAP"),
            (order.PaymentTermsCode, order.PaymentMethodCode, order.ShipmentMethodCode)
        );
        Assert.Equal(
            ("NLP1", "NL", "ANN"),
            (order.VatRegistrationNo, order.VatCountryCode, order.SalespersonCode)
        );
        Assert.Equal("Order 1001", order.PostingDescription);
    }

    [Theory]
    [InlineData(Direction.Sale, DocumentKind.Order, "Breda")]
    [InlineData(Direction.Sale, DocumentKind.CreditMemo, "Enschede")]
    [InlineData(Direction.Purchase, DocumentKind.Order, "Enschede")]
    [InlineData(Direction.Purchase, DocumentKind.ReturnOrder, "Breda")]
    public void HDR03_and_H06_goods_go_to_the_party_or_to_our_location(
        Direction direction,
        DocumentKind kind,
        string city
    )
    {
        var document = new EditGiven(direction).New(kind, "P2");

        Assert.Equal(city, document.ShipTo.City);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void HDR02_and_HDR04_who_pays_gives_terms_and_salesperson(Direction direction)
    {
        var order = new EditGiven(direction).New(DocumentKind.Order, "P2");

        Assert.Equal(("P2", "PAYS"), (order.PartyNo, order.BillToNo));
        Assert.Equal(("14D", "BOB"), (order.PaymentTermsCode, order.SalespersonCode));
        Assert.Equal(("NLPAYS", "EAST"), (order.VatRegistrationNo, order.LocationCode));
        Assert.Equal(new DateOnly(2026, 3, 16), order.DueDate);
    }

    [Fact]
    public void HDR05_a_credit_memo_has_no_payment_method_unless_its_terms_give_discount()
    {
        var given = new EditGiven(Direction.Sale);
        var without = given.New(DocumentKind.CreditMemo);
        given.Parties["P1"].PaymentTermsCode = "CMCR";
        var with = given.New(DocumentKind.CreditMemo);

        Assert.Equal(("", "BANK"), (without.PaymentMethodCode, with.PaymentMethodCode));
        Assert.Equal((0m, 2m), (without.PaymentDiscountPct, with.PaymentDiscountPct));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W25_due_dates_follow_the_posting_date(Direction direction)
    {
        var given = new EditGiven(direction);
        var invoice = given.New(DocumentKind.Invoice);

        Accept(given.Set(invoice, (HeaderField.DocumentDate, new DateOnly(2026, 1, 20))));
        Assert.Equal(new DateOnly(2026, 2, 28), invoice.DueDate);
        Assert.Equal(new DateOnly(2026, 1, 28), invoice.PmtDiscountDate);

        Accept(given.Set(invoice, (HeaderField.PostingDate, new DateOnly(2026, 2, 3))));
        Assert.Equal(new DateOnly(2026, 2, 3), invoice.DocumentDate);
        Assert.Equal(new DateOnly(2026, 3, 28), invoice.DueDate);
        Assert.Equal(new DateOnly(2026, 2, 11), invoice.PmtDiscountDate);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W25_a_credit_memo_is_due_at_once_without_discount(Direction direction)
    {
        var given = new EditGiven(direction);
        var memo = given.New(DocumentKind.CreditMemo);

        Accept(given.Set(memo, (HeaderField.DocumentDate, new DateOnly(2026, 1, 20))));

        Assert.Equal(new DateOnly(2026, 1, 20), memo.DueDate);
        Assert.Equal((0m, null), (memo.PaymentDiscountPct, memo.PmtDiscountDate));
    }

    [Fact]
    public void API_D1_4_typed_dates_win_over_those_of_the_terms()
    {
        var given = new EditGiven(Direction.Sale);
        var day = new DateOnly(2026, 5, 1);

        var order = given.New(DocumentKind.Order);
        Accept(given.Set(order, (HeaderField.DueDate, day), (HeaderField.PaymentTermsCode, "14D")));

        Assert.Equal(day, order.DueDate);
    }

    [Theory]
    [InlineData(DocumentKind.Quote, PartyBlocked.Ship, true)]
    [InlineData(DocumentKind.Order, PartyBlocked.Ship, true)]
    [InlineData(DocumentKind.BlanketOrder, PartyBlocked.Invoice, true)]
    [InlineData(DocumentKind.Invoice, PartyBlocked.Ship, false)]
    [InlineData(DocumentKind.Invoice, PartyBlocked.Invoice, true)]
    [InlineData(DocumentKind.CreditMemo, PartyBlocked.Invoice, false)]
    [InlineData(DocumentKind.ReturnOrder, PartyBlocked.All, true)]
    public void Blocked_matrix_of_customers(
        DocumentKind kind,
        PartyBlocked blocked,
        bool isStopped
    ) => Assert.Equal(isStopped, IsBlocked(Direction.Sale, kind, blocked));

    [Theory]
    [InlineData(DocumentKind.Order, PartyBlocked.Payment, false)]
    [InlineData(DocumentKind.Invoice, PartyBlocked.All, true)]
    [InlineData(DocumentKind.CreditMemo, PartyBlocked.All, true)]
    public void V02_blocked_vendors(DocumentKind kind, PartyBlocked blocked, bool isStopped) =>
        Assert.Equal(isStopped, IsBlocked(Direction.Purchase, kind, blocked));

    [Theory]
    [InlineData(Direction.Sale, "salesOrders", "taxBusinessPostingGroup", "customers")]
    [InlineData(Direction.Purchase, "purchaseOrders", "taxBusinessPostingGroup", "vendors")]
    public void CUS04_a_party_without_groups_is_named_with_its_card(
        Direction direction,
        string entity,
        string field,
        string card
    )
    {
        var given = new EditGiven(direction);

        var outcome = given.Set(given.New(DocumentKind.Order), (HeaderField.PartyNo, "EMPTY"));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(
            (ProblemCodes.FieldEmpty, entity, field),
            (problem.Code, problem.Record.Entity, problem.Field)
        );
        Assert.Equal(new RecordRef(card, "EMPTY"), problem.MendedAt);
    }

    [Theory]
    [InlineData(Direction.Sale, 100.00)]
    [InlineData(Direction.Purchase, 59.90)]
    public void HDR06_another_party_makes_the_lines_anew(Direction direction, double amount)
    {
        var given = new EditGiven(direction);
        given.Items["A"].UnitPrice = 50m;
        var order = given.Order("A", 2m);
        Accept(given.Set(order.Lines[0], order, (LineField.UnitPrice, 7m)));
        Accept(given.Add(order, (LineField.Description, "Mind the step")));

        Accept(given.Set(order, (HeaderField.PartyNo, "EU")));

        Assert.Equal((2m, "A"), (order.Lines[0].Quantity, order.Lines[0].No));
        Assert.Equal(((decimal)amount, (decimal)amount), (order.Amount, order.AmountInclVat));
        Assert.Equal("Mind the step", order.Lines[1].Description);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void HDR07_and_H04_a_delivered_line_holds_the_party(Direction direction)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);
        order.Lines[0].QtyDelivered = 1m;

        var outcome = given.Set(order, (HeaderField.PartyNo, "PAYS"));

        Assert.Equal(ProblemCodes.Linked, Assert.Single(outcome.Problems).Code);
        Assert.Equal("P1", order.PartyNo);
    }

    [Fact]
    public void FCY04_a_currency_brings_its_rate_and_the_posting_date_refreshes_it()
    {
        var given = new EditGiven(Direction.Sale);
        given.Items["A"].UnitPrice = 9.137m;

        var order = given.Order("A", 1m, "USD");
        Assert.Equal(10m, order.Lines[0].UnitPrice);
        Assert.Equal(Math.Round(1m / 0.9137m, 20), order.CurrencyFactor);

        Accept(given.Set(order, (HeaderField.PostingDate, new DateOnly(2026, 4, 1))));
        Assert.Equal((1.25m, 10m), (order.CurrencyFactor, order.Lines[0].UnitPrice));

        Accept(given.Set(order, (HeaderField.CurrencyFactor, 1.3m)));
        Accept(given.Set(order, (HeaderField.PostingDate, new DateOnly(2026, 3, 3))));
        Assert.Equal(1.3m, order.CurrencyFactor);
    }

    [Fact]
    public void FCY04_a_missing_rate_is_noticed_only()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.New(DocumentKind.Order);

        var outcome = given.Set(
            order,
            (HeaderField.PostingDate, new DateOnly(2025, 1, 1)),
            (HeaderField.CurrencyCode, "USD")
        );

        Accept(outcome);
        Assert.Equal(ProblemCodes.ExchangeRate, Assert.Single(outcome.Notices).Code);
    }

    [Fact]
    public void VAT16_the_switch_of_the_vat_mode_recalculates_prices()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);

        Accept(given.Set(order, (HeaderField.PricesIncludeVat, true)));
        Assert.Equal(
            (60.4395m, 99.90m, 120.88m),
            (order.Lines[0].UnitPrice, order.Amount, order.AmountInclVat)
        );

        Accept(given.Set(order, (HeaderField.PricesIncludeVat, false)));
        Assert.Equal(49.95m, order.Lines[0].UnitPrice);

        order.Lines[0].QtyInvoiced = 1m;
        var outcome = given.Set(order, (HeaderField.PricesIncludeVat, true));
        Assert.Equal(ProblemCodes.Linked, Assert.Single(outcome.Problems).Code);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(99.90, null)]
    [InlineData(99.91, "99.90")]
    [InlineData(-1, "99.90")]
    public void API_T1_the_invoice_discount_lies_within_the_lines(double amount, string? allowed)
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);

        var outcome = given.Set(order, (HeaderField.InvoiceDiscountAmount, (decimal)amount));

        Assert.Equal(allowed, outcome.Problems.SingleOrDefault()?.Args["allowed"]);
    }

    [Fact]
    public void API_T1_a_new_customer_drops_the_typed_discount()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        Accept(given.Set(order, (HeaderField.InvoiceDiscountAmount, 9.90m)));
        Assert.Equal(90m, order.Amount);

        Accept(given.Set(order, (HeaderField.PartyNo, "PAYS")));

        Assert.Equal(99.90m, order.Amount);
    }

    [Fact]
    public void API_D1_12_a_document_applies_to_one_of_the_same_party_only()
    {
        var given = new EditGiven(Direction.Sale);
        var memo = given.New(DocumentKind.CreditMemo);
        var to = new AppliesTo { DocumentType = EntryDocumentType.Invoice, DocumentNo = "F1" };

        var outcome = given.Set(memo, (HeaderField.AppliesTo, to));

        Assert.Equal(EditCodes.Unknown, Assert.Single(outcome.Problems).Code);
        var edit = new DocumentEdit { Header = [new(HeaderField.AppliesTo, to)] };
        Assert.Single(EditNeeds.Of(memo, edit).PartyDocuments);
    }

    [Fact]
    public void REL07_a_released_document_locks_some_fields()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        order.Status = DocumentStatus.Released;

        Accept(given.Set(order, (HeaderField.ExternalDocumentNo, "X-1")));
        var outcome = given.Set(
            order,
            (HeaderField.PartyNo, "PAYS"),
            (HeaderField.LocationCode, "EAST")
        );

        Assert.Equal(["customerNumber", "locationCode"], outcome.Problems.Select(p => p.Field));
        Assert.All(outcome.Problems, problem => Assert.Equal(EditCodes.NotOpen, problem.Code));
    }

    [Theory]
    [InlineData("OLD", ProblemCodes.Blocked)]
    [InlineData("NOONE", EditCodes.Unknown)]
    [InlineData("BOB", null)]
    public void BLK03_a_blocked_salesperson_is_not_chosen(string code, string? problem)
    {
        var given = new EditGiven(Direction.Sale);

        var outcome = given.Set(given.New(DocumentKind.Order), (HeaderField.SalespersonCode, code));

        Assert.Equal(problem, outcome.Problems.SingleOrDefault()?.Code);
    }

    [Fact]
    public void API_D1_5_a_posted_document_is_a_fact()
    {
        var given = new EditGiven(Direction.Sale);
        var invoice = given.New(DocumentKind.Invoice);
        invoice.IsPosted = true;

        var outcome = given.Set(invoice, (HeaderField.YourReference, "R"));

        Assert.Equal(EditCodes.Posted, Assert.Single(outcome.Problems).Code);
        Assert.Single(DocumentEditing.FindAgainstDeleting(invoice));
    }

    private static bool IsBlocked(Direction direction, DocumentKind kind, PartyBlocked blocked)
    {
        var given = new EditGiven(direction);
        var document = given.New(kind);
        given.Parties["PAYS"].Blocked = blocked;
        var outcome = given.Set(document, (HeaderField.PartyNo, "PAYS"));
        return outcome.Problems.Any(problem =>
            problem.Code == ProblemCodes.Blocked && problem.Args["blocked"] == blocked.ToString()
        );
    }
}
