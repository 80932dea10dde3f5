using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

public class PostingCheckTests
{
    private readonly PostingGiven _given = new();

    [Fact]
    public void All_problems_of_a_document_are_reported_at_once()
    {
        _given.Gl.AllowPostingTo = PostingGiven.Day.AddDays(-1);
        _given.Sale.ExtDocNoMandatory = true;
        _given.Sale.PostedInvoiceNos = "";
        _given.Parties[(Direction.Sale, "P1")].Blocked = PartyBlocked.All;
        _given.Items["A"].IsBlocked = true;
        _given.General.Sale.Account = "";
        var invoice = Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 10m));
        invoice.DueDate = null;

        var problems = PostingChecks.Find(_given.Command(invoice), _given.Books());

        Assert.Equal(
            ["E-FIELD", "E-DATE", "E-EXTDOC", "E-BLOCK", "INV-E09", "E-NOSERIES", "E-FIELD"],
            problems.Select(problem => problem.Code)
        );
        Assert.Equal("dueDate", problems[0].Field);
        var account = problems[^1];
        Assert.Equal(("salesAccount", 10000), (account.Field, account.Record.LineNo));
        Assert.Equal(new RecordRef("generalPostingSetups", "HOME, GOODS"), account.MendedAt);
    }

    [Fact]
    public void A_refused_posting_leaves_the_books_as_they_were()
    {
        var books = _given.Books();
        var invoice = Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 10m));
        invoice.PostingDate = null;

        var plan = DocumentPosting.Plan(_given.Command(invoice), books);

        Assert.True(plan.IsRefused);
        Assert.Null(plan.Posting);
        Assert.Empty(books.PartyEntries.Changes);
        Assert.Equal(0, books.Counters.Register);
    }

    [Theory]
    [InlineData(true, false, "E-FIELD")]
    [InlineData(false, true, "E-LINE")]
    public void COA_02_accounts_must_exist_and_take_postings(bool gone, bool blocked, string code)
    {
        if (gone)
            _given.Accounts.Remove("8000");
        else
            _given.Accounts["8000"].IsBlocked = blocked;

        var problems = Problems(Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 10m)));

        Assert.Equal(
            (code, "salesAccount", "8000"),
            (problems[0].Code, problems[0].Field, problems[0].Value)
        );
    }

    [Fact]
    public void ACC_40_a_missing_VAT_combination_names_both_groups()
    {
        var invoice = Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 10m));
        invoice.Lines[0].VatBusPostingGroup = "EXPORT";

        var problem = Assert.Single(Problems(invoice));

        Assert.Equal(new RecordRef("taxPostingSetups", "EXPORT, VAT21"), problem.MendedAt);
    }

    [Fact]
    public void A_missing_cost_account_refuses_the_posting()
    {
        _given.General.CogsAccount = "";
        var books = _given.Books();
        PostingGiven.Stockpile(books, ("A", 5m, 4m));

        var plan = DocumentPosting.Plan(
            _given.Command(Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 10m))),
            books
        );

        Assert.Equal("INV-E25", Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void QTY_05_more_than_is_open_is_refused_with_the_limit()
    {
        var order = Sale(DocumentKind.Order, new LineGiven("A", 10m, 1m));
        order.Lines[0].QtyToDeliver = 12m;
        order.Lines[0].QtyToInvoice = 13m;

        var problems = Problems(order);

        Assert.Equal(["E-SHIPMORE", "E-INVMORE"], problems.Select(p => p.Code));
        Assert.Equal(["10", "12"], problems.Select(p => p.Args["max"]));
    }

    [Fact]
    public void QTY_10_a_complete_order_ships_whole_or_not_at_all()
    {
        var order = Sale(DocumentKind.Order, new("A", 10m, 1m), new("B", 5m, 1m));
        order.ShippingAdvice = ShippingAdvice.Complete;
        order.Lines[0].QtyToDeliver = 4m;
        order.Lines[0].QtyToInvoice = 4m;

        Assert.Equal("E-COMPLETE", Assert.Single(Problems(order)).Code);
    }

    [Theory]
    [InlineData(PartyBlocked.Ship, true, "E-BLOCK")]
    [InlineData(PartyBlocked.Ship, false, "")]
    [InlineData(PartyBlocked.Invoice, false, "E-BLOCK")]
    public void Sales_2_2_a_block_stops_what_it_names(PartyBlocked block, bool ships, string code)
    {
        var books = _given.Books();
        var order = Sale(DocumentKind.Order, new LineGiven("8020", 1m, 1m));
        if (!ships)
        {
            var plan = _given.Post(books, order, new(Deliver: true, Invoice: false));
            order = plan.Stored.Single(document => !document.IsPosted);
        }
        _given.Parties[(Direction.Sale, "P1")].Blocked = block;

        var problems = PostingChecks.Find(_given.Command(order, new(ships, true)), books);

        Assert.Equal(code, string.Concat(problems.Select(problem => problem.Code)));
    }

    [Fact]
    public void AP_12_stock_that_may_not_be_negative_is_checked()
    {
        _given.Inventory.PreventNegativeInventory = true;

        var problem = Assert.Single(
            Problems(Sale(DocumentKind.Invoice, new LineGiven("A", 1m, 1m)))
        );

        Assert.Equal("INV-E01", problem.Code);
    }

    [Fact]
    public void GLP_27_only_an_open_entry_of_the_party_can_be_applied_to()
    {
        var memo = Sale(DocumentKind.CreditMemo, new LineGiven("8020", 1m, 1m));
        memo.AppliesTo = new() { DocumentType = EntryDocumentType.Invoice, DocumentNo = "X" };
        memo.PaymentMethodCode = "CASH";

        var problems = Problems(memo);

        Assert.Equal(["paymentMethodCode", "appliesToNumber"], problems.Select(p => p.Field));
        Assert.Equal("missing", problems[1].Args["reason"]);
    }

    [Fact]
    public void GLD_01_the_dates_of_the_user_win()
    {
        _given.Gl.AllowPostingTo = PostingGiven.Day.AddDays(-1);
        var command = _given.Command(Sale(DocumentKind.Invoice, new LineGiven("8020", 1m, 1m)));

        var problems = PostingChecks.Find(
            command with
            {
                UserDates = new(PostingGiven.Day, null),
            },
            _given.Books()
        );

        Assert.Empty(problems);
    }

    [Fact]
    public void NUM_04_with_one_series_the_posted_invoice_keeps_its_number()
    {
        _given.Sale.InvoiceNos = "PI";
        var invoice = Sale(DocumentKind.Invoice, new LineGiven("8020", 1m, 1m));

        var plan = _given.Post(_given.Books(), invoice);

        Assert.Equal(("D-1", invoice.Id), (plan.Stored[0].No, plan.Stored[0].Id));
        Assert.Equal(invoice.Lines[0].Id, plan.Stored[0].Lines[0].Id);
    }

    private IReadOnlyList<Problem> Problems(TradeDocument document) =>
        PostingChecks.Find(_given.Command(document), _given.Books());

    private TradeDocument Sale(DocumentKind kind, params LineGiven[] lines) =>
        _given.Draft(Direction.Sale, kind, lines);
}
