using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>What is refused, by which rule; nothing is planned beside it (JNL-10..32).</summary>
public class JournalCheckTests
{
    private const JournalAccountType Customer = JournalAccountType.Customer;
    private const JournalAccountType Vendor = JournalAccountType.Vendor;
    private readonly JournalGiven _given = new();

    public static TheoryData<string, Action<JournalLine>> WrongLines() =>
        new()
        {
            { ProblemCodes.FieldEmpty, line => line.PostingDate = default },
            { ProblemCodes.FieldEmpty, line => line.VatDate = default },
            { ProblemCodes.FieldEmpty, line => line.DocumentNo = "" },
            { ProblemCodes.FieldEmpty, line => line.BalAccountNo = line.AccountNo = "" },
            { JournalCodes.SameAccount, line => line.BalAccountNo = line.AccountNo },
            { JournalCodes.ZeroAmount, line => line.Amount = line.AmountLcy = 0m },
            { JournalCodes.LcySign, line => line.AmountLcy = 90m },
            { JournalCodes.NotRounded, line => line.Amount = line.AmountLcy = 10.005m },
            { JournalCodes.NothingToApply, line => line.AppliesToDocNo = "F1" },
            { JournalCodes.NothingToApply, line => line.AppliesToId = "B1" },
            { JournalCodes.VatType, line => line.Vat.VatProdPostingGroup = "HIGH" },
            { JournalCodes.VatType, line => line.Vat.GenPostingType = GenPostingType.Settlement },
            { JournalCodes.TurnoverSign, line => line.TurnoverLcy = -1m },
            { JournalCodes.TurnoverSign, line => line.ProfitLcy = -1m },
            { JournalCodes.TurnoverSign, line => line.InvDiscountLcy = -1m },
            { JournalCodes.Discount, line => line.PmtDiscountDate = new(2026, 3, 9) },
            { JournalCodes.Discount, line => line.PaymentDiscountPct = 2m },
            { JournalCodes.Recurring, line => line.RecurringMethod = RecurringMethod.Fixed },
            { ProblemCodes.FieldEmpty, line => line.AccountNo = "9999" },
            { ProblemCodes.Line, line => line.AccountNo = "1300" },
            { ProblemCodes.Unknown, line => line.CurrencyCode = "XXX" },
        };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public void JNL_10_to_25_a_wrong_line_is_refused(string code, Action<JournalLine> spoil)
    {
        var line = _given.Line("6110", 100m);
        line.BalAccountNo = "1190";
        spoil(line);

        Assert.Contains(code, _given.Refused(line));
    }

    [Fact]
    public void JNL_40_all_problems_of_all_documents_are_told_at_once()
    {
        var first = _given.Line("6110", 100m, "D1");
        (first.BalAccountNo, first.AppliesToId) = ("1190", "X");
        var second = _given.Line("9999", 0m, "D2");
        second.BalAccountNo = "1190";

        var plan = JournalPosting.Plan(_given.Command(first, second), _given.Books());

        Assert.Equal(
            [
                (JournalCodes.NothingToApply, 10000, "appliesToDocumentNumber"),
                (JournalCodes.ZeroAmount, 20000, "amount"),
                (ProblemCodes.FieldEmpty, 20000, "accountNumber"),
            ],
            plan.Problems.Select(p => (p.Code, p.Record.LineNo, p.Field))
        );
        Assert.All(plan.Problems, p => Assert.Equal("journals", p.Record.Entity));
    }

    [Fact]
    public void JNL_40_valid_documents_post_alone_where_the_user_says_so()
    {
        var books = _given.Books();
        var good = _given.Payment(Customer, -10m, "D1");
        var bad = _given.Line("6110", 100m, "D2");
        var command = _given.Command(good, bad) with { IsValidOnly = true };

        var plan = JournalPosting.Plan(command, books);

        Assert.False(plan.IsRefused);
        Assert.Equal([good], plan.Removed);
        Assert.Equal([JournalCodes.Balance], plan.Skipped.Select(problem => problem.Code));
        Assert.Equal("D1", Assert.Single(plan.Postings).DocumentNo);
        Assert.Equal(1, plan.After!.Counters.Register);
    }

    [Fact]
    public void JNL_30_the_balance_is_told_with_the_document()
    {
        var plan = JournalPosting.Plan(
            _given.Command(_given.Line("6110", 100m, "D7"), _given.Line("1190", -99.5m, "D7")),
            _given.Books()
        );

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            (JournalCodes.Balance, "D7", "0.5"),
            (problem.Code, problem.Value, problem.Args["amount"])
        );
    }

    [Fact]
    public void JNL_10_the_dates_of_the_template_win_over_those_of_the_company()
    {
        _given.Gl.AllowPostingFrom = new(2026, 1, 1);
        _given.Template.AllowPostingFrom = new(2026, 3, 3);

        var plan = JournalPosting.Plan(
            _given.Command(_given.Payment(Customer, -10m)),
            _given.Books()
        );

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            (ProblemCodes.PostingDate, "2026-03-02", "journal", "journalTemplates"),
            (problem.Code, problem.Value, problem.Args["source"], problem.MendedAt!.Entity)
        );
    }

    [Fact]
    public void JNL_10_date_and_VAT_date_must_be_in_their_periods()
    {
        _given.Gl.AllowPostingFrom = new(2026, 3, 3);
        _given.Gl.AllowVatDateTo = new(2026, 2, 28);

        Assert.Equal(
            [ProblemCodes.PostingDate, ProblemCodes.VatDate],
            _given.Refused(_given.Payment(Customer, -10m))
        );
    }

    [Fact]
    public void JNL_12_two_parties_on_one_line_are_refused()
    {
        var line = _given.Payment(Customer, -10m);
        (line.BalAccountType, line.BalAccountNo) = (Vendor, "V1");
        line.DocumentType = EntryDocumentType.None;

        Assert.Equal([JournalCodes.TwoParties], _given.Refused(line));
    }

    [Fact]
    public void JNL_16_a_party_has_no_VAT()
    {
        var line = _given.Payment(Customer, -10m);
        line.Vat.GenPostingType = GenPostingType.Sale;

        Assert.Equal([JournalCodes.VatOnParty], _given.Refused(line));
    }

    [Theory]
    [InlineData(Customer, EntryDocumentType.Payment, 10, true)]
    [InlineData(Customer, EntryDocumentType.Payment, -10, false)]
    [InlineData(Customer, EntryDocumentType.CreditMemo, 10, true)]
    [InlineData(Customer, EntryDocumentType.Invoice, -10, true)]
    [InlineData(Customer, EntryDocumentType.Reminder, -10, true)]
    [InlineData(Customer, EntryDocumentType.FinanceChargeMemo, -10, true)]
    [InlineData(Customer, EntryDocumentType.Refund, -10, true)]
    [InlineData(Customer, EntryDocumentType.None, 10, false)]
    [InlineData(Vendor, EntryDocumentType.Payment, -10, true)]
    [InlineData(Vendor, EntryDocumentType.Payment, 10, false)]
    [InlineData(Vendor, EntryDocumentType.Invoice, 10, true)]
    [InlineData(Vendor, EntryDocumentType.CreditMemo, -10, true)]
    public void JNL_17_the_sign_fits_the_document_type(
        JournalAccountType account,
        EntryDocumentType type,
        int amount,
        bool isRefused
    )
    {
        var line = _given.Payment(account, amount);
        line.DocumentType = type;

        var plan = JournalPosting.Plan(_given.Command(line), _given.Books());

        Assert.Equal(isRefused ? [JournalCodes.AmountSign] : [], plan.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData(Customer, PartyBlocked.Ship, EntryDocumentType.Invoice, true)]
    [InlineData(Customer, PartyBlocked.Invoice, EntryDocumentType.None, true)]
    [InlineData(Customer, PartyBlocked.Invoice, EntryDocumentType.Payment, false)]
    [InlineData(Customer, PartyBlocked.All, EntryDocumentType.Payment, true)]
    [InlineData(Vendor, PartyBlocked.Payment, EntryDocumentType.Payment, true)]
    [InlineData(Vendor, PartyBlocked.Payment, EntryDocumentType.CreditMemo, false)]
    [InlineData(Vendor, PartyBlocked.All, EntryDocumentType.CreditMemo, true)]
    public void JNL_20_a_blocked_party_is_refused(
        JournalAccountType account,
        PartyBlocked blocked,
        EntryDocumentType type,
        bool isRefused
    )
    {
        _given.Customer.Blocked = _given.Vendor.Blocked = blocked;
        var sign = type == EntryDocumentType.Invoice ? 1m : -1m;
        var line = _given.Payment(account, account == Customer ? sign : -sign);
        line.DocumentType = type;

        var plan = JournalPosting.Plan(_given.Command(line), _given.Books());

        Assert.Equal(isRefused ? [ProblemCodes.Blocked] : [], plan.Problems.Select(p => p.Code));
    }

    [Fact]
    public void JNL_20_privacy_stops_everything()
    {
        _given.Customer.IsPrivacyBlocked = true;

        Assert.Equal([ProblemCodes.Blocked], _given.Refused(_given.Payment(Customer, -10m)));
    }

    [Fact]
    public void JNL_21_a_line_applies_to_a_document_or_to_an_id()
    {
        var line = _given.Payment(Customer, -10m);
        (line.AppliesToDocNo, line.AppliesToId) = ("F1", "B1");

        Assert.Contains(JournalCodes.TwoApplications, _given.Refused(line));
    }

    [Fact]
    public void JNL_22_a_sales_invoice_number_is_used_once()
    {
        var books = _given.Books();
        _given.Post(books, Bill(Customer, "C1", 100m, "F1"));

        Assert.Equal(
            [JournalCodes.DocumentUsed],
            _given.Refused(books, Bill(Customer, "C2", 50m, "F1"))
        );
    }

    [Fact]
    public void JNL_22_also_within_one_journal()
    {
        var later = Bill(Customer, "C2", 50m, "F1");
        foreach (var line in later)
            line.PostingDate = line.VatDate = line.DocumentDate = JournalGiven.Day.AddDays(1);

        Assert.Equal(
            [JournalCodes.DocumentUsed],
            _given.Refused([.. Bill(Customer, "C1", 100m, "F1"), .. later])
        );
    }

    [Fact]
    public void JNL_22_the_number_of_a_vendor_comes_in_once()
    {
        var books = _given.Books();
        var first = Bill(Vendor, "V1", -100m, "F1");
        var second = Bill(Vendor, "V1", -60m, "F2");
        foreach (var line in first.Concat(second))
            line.ExternalDocumentNo = "4711";
        _given.Post(books, first);

        Assert.Equal([ProblemCodes.ExternalDocumentNo], _given.Refused(books, second));
    }

    [Fact]
    public void JNL_23_the_number_of_a_vendor_is_demanded_where_the_setup_says_so()
    {
        _given.Purchase.ExtDocNoMandatory = true;

        Assert.Equal(
            [ProblemCodes.ExternalDocumentNo],
            _given.Refused(Bill(Vendor, "V1", -100m, "F1"))
        );
        _given.Post(_given.Books(), _given.Payment(Vendor, 100m));
    }

    [Fact]
    public void JNL_26_a_blocked_bank_and_another_currency_are_refused()
    {
        _given.Bank.IsBlocked = true;
        var other = _given.Payment(Customer, -10m, "D2");
        other.BalAccountNo = "USDBANK";

        Assert.Equal(
            [ProblemCodes.Blocked, JournalCodes.BankCurrency],
            _given.Refused(_given.Payment(Customer, -10m), other)
        );
    }

    [Fact]
    public void JNL_32_a_correction_is_one_for_all_lines_and_needs_forced_balance()
    {
        var mixed = new[] { _given.Line("6110", 100m), _given.Line("1190", -100m) };
        mixed[0].IsCorrection = true;
        var loose = new[] { _given.Line("6110", 100m), _given.Line("1190", -100m) };
        loose[0].IsCorrection = loose[1].IsCorrection = true;

        Assert.Equal([JournalCodes.Correction], _given.Refused(mixed));
        _given.Template.ForceDocBalance = false;
        Assert.Equal([JournalCodes.Correction], _given.Refused(loose));
    }

    [Theory]
    [InlineData("F9", 10, "C1", "missing")]
    [InlineData("F1", 10, "C1", "sign")]
    [InlineData("F1", -10, "C2", "party")]
    public void APP_01_what_cannot_be_applied_is_refused(
        string no,
        int amount,
        string customer,
        string reason
    )
    {
        var books = _given.Books();
        _given.Post(books, Bill(Customer, "C1", 100m, "F1"));

        var problem = Apply(books, no, amount, customer);

        Assert.Equal(
            (ProblemCodes.Application, reason, "appliesToDocumentNumber"),
            (problem.Code, problem.Args["reason"], problem.Field)
        );
    }

    [Fact]
    public void APP_01_a_closed_entry_is_not_applied_again()
    {
        var books = _given.Books();
        _given.Post(books, Bill(Customer, "C1", 100m, "F1"));
        var payment = _given.Payment(Customer, -100m, "B1");
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");
        _given.Post(books, payment);

        Assert.Equal("closed", Apply(books, "F1", -10, "C1").Args["reason"]);
    }

    [Fact]
    public void APP_07_nothing_is_paid_before_it_exists()
    {
        var books = _given.Books();
        _given.Post(books, Bill(Customer, "C1", 100m, "F1"));
        var early = _given.Payment(Customer, -10m, "B1");
        early.PostingDate = early.VatDate = early.DocumentDate = JournalGiven.Day.AddDays(-1);
        (early.AppliesToDocType, early.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");

        var plan = JournalPosting.Plan(_given.Command(early), books);

        Assert.Equal("date", Assert.Single(plan.Problems).Args["reason"]);
    }

    [Fact]
    public void An_empty_journal_has_nothing_to_post()
    {
        Assert.Equal([ProblemCodes.NothingToPost], _given.Refused());
    }

    private Problem Apply(Books books, string no, int amount, string customer)
    {
        var line = _given.Payment(Customer, amount, "B9");
        line.AccountNo = customer;
        line.DocumentType = amount > 0 ? EntryDocumentType.Refund : EntryDocumentType.Payment;
        (line.AppliesToDocType, line.AppliesToDocNo) = (EntryDocumentType.Invoice, no);
        var plan = JournalPosting.Plan(_given.Command(line), books);
        Assert.Empty(plan.Postings);
        return Assert.Single(plan.Problems);
    }

    private JournalLine[] Bill(JournalAccountType type, string no, decimal amount, string document)
    {
        var bill = _given.Of(type, no, amount, document);
        var other = _given.Line("1190", -amount, document);
        bill.DocumentType = other.DocumentType = EntryDocumentType.Invoice;
        return [bill, other];
    }
}
