using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>What follows from setting a field of a line (JNL-03, 04, 50..52, VJN-05).</summary>
public class JournalEditingTests
{
    private static readonly DateOnly Day = JournalGiven.Day;
    private readonly JournalGiven _given = new();

    [Fact]
    public void JNL_04_a_customer_brings_name_method_currency_and_bank()
    {
        _given.Customer.PaymentMethodCode = "BANK";
        _given.Customer.Iban = "NL02ABNA0123456789";
        _given.Customer.CurrencyCode = "USD";
        Rate(1.25m);

        var line = Edited(
            _given.Line("", 0m),
            new(JournalField.AccountNo, "C1"),
            new(JournalField.AccountType, JournalAccountType.Customer),
            new(JournalField.Amount, 100m)
        );

        Assert.Equal(
            ("C1", "Jansen", "BANK", "NL02ABNA0123456789", "USD", 1.25m, 80m),
            (
                line.AccountNo,
                line.Description,
                line.PaymentMethodCode,
                line.RecipientBankAccount,
                line.CurrencyCode,
                line.CurrencyFactor,
                line.AmountLcy
            )
        );
    }

    [Fact]
    public void PTM_02_an_invoice_takes_its_dates_from_the_terms_and_a_payment_has_none()
    {
        _given.Customer.PaymentTermsCode = "14D2";
        JournalChange[] changes =
        [
            new(JournalField.DocumentType, EntryDocumentType.Invoice),
            new(JournalField.AccountType, JournalAccountType.Customer),
            new(JournalField.AccountNo, "C1"),
        ];

        var invoice = Edited(_given.Line("", 0m), changes);
        var payment = Edited(
            _given.Line("", 0m),
            [new(JournalField.DocumentType, EntryDocumentType.Payment), .. changes[1..]]
        );

        Assert.Equal(
            (new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 16), 2m),
            (invoice.DueDate!.Value, invoice.PmtDiscountDate!.Value, invoice.PaymentDiscountPct)
        );
        Assert.Equal(
            (Day, null, 0m),
            (payment.DueDate!.Value, payment.PmtDiscountDate, payment.PaymentDiscountPct)
        );
    }

    [Fact]
    public void VJN_05_VAT_comes_from_the_account_where_the_journal_copies_it()
    {
        var account = _given.Accounts["6110"];
        account.GenPostingType = GenPostingType.Purchase;
        (account.VatBusPostingGroup, account.VatProdPostingGroup) = ("HOME", "HIGH");
        JournalChange[] changes =
        [
            new(JournalField.AccountNo, "6110"),
            new(JournalField.Amount, 121m),
        ];

        var copied = Edited(_given.Line("", 0m), changes);
        _given.Batch.CopyVatSetup = false;
        var plain = Edited(_given.Line("", 0m), changes);

        Assert.Equal(
            (GenPostingType.Purchase, 21m, 21m, 100m),
            (
                copied.Vat.GenPostingType,
                copied.Vat.VatPct,
                copied.Vat.VatAmount,
                copied.Vat.VatBaseAmount
            )
        );
        Assert.False(plain.Vat.IsSet);
    }

    [Fact]
    public void Another_account_takes_the_VAT_of_the_first_away()
    {
        var line = _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase);

        Edited(line, new JournalChange(JournalField.AccountNo, "1190"));

        Assert.False(line.Vat.IsSet);
        Assert.Equal(0m, line.Vat.VatAmount);
    }

    [Fact]
    public void CUR_05_the_rate_follows_the_posting_date_and_the_value_in_LCY_is_a_rate()
    {
        Rate(1.25m);
        Rate(1.20m, Day.AddDays(1));
        var line = Edited(
            _given.Line("1190", 0m),
            new(JournalField.CurrencyCode, "USD"),
            new(JournalField.Amount, 100m)
        );
        Assert.Equal(80m, line.AmountLcy);

        Edited(line, new JournalChange(JournalField.PostingDate, Day.AddDays(1)));
        Assert.Equal((1.20m, 83.33m), (line.CurrencyFactor, line.AmountLcy));

        Edited(line, new JournalChange(JournalField.AmountLcy, 82m));
        Assert.Equal((82m, 100m / 82m), (line.AmountLcy, line.CurrencyFactor));

        Edited(line, new JournalChange(JournalField.CurrencyCode, "EUR"));
        Assert.Equal(("", 1m, 100m), (line.CurrencyCode, line.CurrencyFactor, line.AmountLcy));
    }

    [Fact]
    public void A_missing_rate_refuses_the_edit()
    {
        var outcome = Apply(_given.Line("1190", 10m), new(JournalField.CurrencyCode, "USD"));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((ProblemCodes.ExchangeRate, "currencyCode"), (problem.Code, problem.Field));
    }

    [Theory]
    [InlineData("1300", "directPosting")]
    [InlineData("6130", "blocked")]
    public void COA_02_an_account_that_takes_no_posting_is_refused(string no, string reason)
    {
        _given.Accounts["6130"].IsBlocked = true;

        var outcome = Apply(_given.Line("", 0m), new(JournalField.AccountNo, no));

        Assert.Equal(reason, Assert.Single(outcome.Problems).Args["reason"]);
    }

    [Fact]
    public void JNL_13_an_amount_is_typed_rounded()
    {
        var outcome = Apply(_given.Line("6110", 0m), new(JournalField.Amount, 1.005m));

        Assert.Equal([JournalCodes.NotRounded], outcome.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Debit_and_credit_are_the_two_signs_of_the_amount()
    {
        var line = Edited(_given.Line("6110", 0m), new JournalChange(JournalField.DebitAmount, 5m));
        Assert.Equal(5m, line.AmountLcy);

        Edited(line, new JournalChange(JournalField.CreditAmount, 7m));
        Assert.Equal(-7m, line.AmountLcy);
    }

    [Fact]
    public void JNL_27_a_change_takes_a_line_out_of_its_payment_file()
    {
        var line = _given.Line("6110", 5m);
        line.IsExportedToPaymentFile = true;

        var outcome = Apply(line, new(JournalField.Amount, 6m));

        Assert.False(line.IsExportedToPaymentFile);
        Assert.Equal([JournalCodes.Exported], outcome.Notices.Select(notice => notice.Code));
    }

    [Fact]
    public void JNL_52_naming_an_invoice_fills_party_and_amount_less_discount()
    {
        var line = Proposed(JournalType.CashReceipts);

        EditedIn(Invoice(Day), line, new JournalChange(JournalField.AppliesToDocNo, "F1"));

        Assert.Equal(
            ("C1", "Jansen", -1185.80m, EntryDocumentType.Invoice, EntryDocumentType.Payment),
            (
                line.AccountNo,
                line.Description,
                line.Amount,
                line.AppliesToDocType,
                line.DocumentType
            )
        );
    }

    [Fact]
    public void JNL_50_after_the_discount_date_the_whole_amount_is_proposed()
    {
        var line = Proposed(JournalType.CashReceipts);

        EditedIn(
            Invoice(Day.AddDays(-1)),
            line,
            new JournalChange(JournalField.AppliesToDocNo, "F1")
        );

        Assert.Equal(-1210m, line.Amount);
    }

    [Fact]
    public void JNL_52_a_party_that_was_given_stays_and_an_amount_too()
    {
        var line = Proposed(JournalType.CashReceipts);

        EditedIn(
            Invoice(Day),
            line,
            new(JournalField.AccountNo, "C2"),
            new(JournalField.Amount, -5m),
            new(JournalField.AppliesToDocNo, "F1")
        );

        Assert.Equal(("C2", -5m, "F1"), (line.AccountNo, line.Amount, line.AppliesToDocNo));
    }

    [Fact]
    public void JNL_52_an_amount_of_the_wrong_sign_is_refused()
    {
        var line = Proposed(JournalType.CashReceipts);
        EditedIn(
            Invoice(Day),
            line,
            new(JournalField.AccountNo, "C1"),
            new(JournalField.Amount, 5m)
        );

        var outcome = JournalEditing.Apply(
            line,
            [new(JournalField.AppliesToDocNo, "F1")],
            Invoice(Day)
        );

        Assert.Equal("sign", Assert.Single(outcome.Problems).Args["reason"]);
    }

    [Fact]
    public void API_J_3_a_number_that_is_no_invoice_is_kept_as_text()
    {
        var line = Edited(
            Proposed(JournalType.CashReceipts),
            new JournalChange(JournalField.AppliesToDocNo, "NO-SUCH")
        );

        Assert.Equal(("NO-SUCH", 0m), (line.AppliesToDocNo, line.Amount));
    }

    [Theory]
    [InlineData(JournalType.General, JournalAccountType.GlAccount, EntryDocumentType.None)]
    [InlineData(JournalType.CashReceipts, JournalAccountType.Customer, EntryDocumentType.Payment)]
    [InlineData(JournalType.Payments, JournalAccountType.Vendor, EntryDocumentType.Payment)]
    [InlineData(JournalType.Purchases, JournalAccountType.Vendor, EntryDocumentType.Invoice)]
    public void JNL_51_the_first_line_is_proposed_by_the_journal(
        JournalType journal,
        JournalAccountType account,
        EntryDocumentType document
    )
    {
        _given.Batch.BalAccountType = JournalAccountType.BankAccount;
        _given.Batch.BalAccountNo = "BANK";
        _given.Batch.ReasonCode = "KAS";

        var line = Proposed(journal);

        Assert.Equal(
            (account, document, Day, Day, "J001", JournalAccountType.BankAccount, "BANK", "KAS"),
            (
                line.AccountType,
                line.DocumentType,
                line.PostingDate,
                line.VatDate,
                line.DocumentNo,
                line.BalAccountType,
                line.BalAccountNo,
                line.ReasonCode
            )
        );
    }

    [Fact]
    public void JNL_03_while_a_document_is_out_of_balance_the_next_line_goes_on_with_it()
    {
        _given.Batch.SuggestBalancingAmount = true;
        var last = _given.Line("6110", 121m, "J007");
        last.PostingDate = Day.AddDays(-3);
        last.DocumentType = EntryDocumentType.Invoice;

        var line = Proposed(JournalType.General, last, 121m);

        Assert.Equal(
            ("J007", Day.AddDays(-3), EntryDocumentType.Invoice, -121m),
            (line.DocumentNo, line.PostingDate, line.DocumentType, line.AmountLcy)
        );
    }

    [Fact]
    public void JNL_03_after_a_balanced_document_comes_the_next_number()
    {
        var line = Proposed(JournalType.General, _given.Line("6110", 5m, "J009"), 0m);

        Assert.Equal(("J010", 0m), (line.DocumentNo, line.Amount));
    }

    private JournalLine Proposed(JournalType type, JournalLine? last = null, decimal balance = 0m)
    {
        _given.Template.Type = type;
        var context = new JournalContext
        {
            Settings = _given.Settings,
            Setup = _given.Setup(),
            WorkDate = Day,
            LastLine = last,
            LastBalanceLcy = balance,
            NextDocumentNo = "J001",
        };
        return JournalNewLine.Propose(context, Guid.Empty, 10000);
    }

    private JournalContext Invoice(DateOnly discountDate)
    {
        var entry = new PartyEntry
        {
            CompanyNo = 7,
            Direction = Direction.Sale,
            EntryNo = 1,
            RegisterNo = 1,
            PartyNo = "C1",
            PostingDate = Day.AddDays(-9),
            DocumentDate = Day.AddDays(-9),
            VatDate = Day.AddDays(-9),
            DocumentType = EntryDocumentType.Invoice,
            DocumentNo = "F1",
            Description = "Invoice F1",
            PostingGroup = "HOME",
            OriginalAmount = 1210m,
            OriginalAmountLcy = 1210m,
            SourceCode = "SALES",
            DueDate = Day,
            PmtDiscountDate = discountDate,
            OriginalPmtDiscPossible = 24.20m,
            RemainingPmtDiscPossible = 24.20m,
            RemainingAmount = 1210m,
            RemainingAmountLcy = 1210m,
            IsOpen = true,
        };
        return new()
        {
            Settings = _given.Settings,
            Setup = _given.Setup(),
            WorkDate = Day,
            Parties = _given.Books().Parties,
            Entries = [entry],
        };
    }

    private void Rate(decimal factor, DateOnly? from = null) =>
        _given.Rates.Add(
            new ExchangeRate
            {
                CurrencyCode = "USD",
                StartingDate = from ?? new DateOnly(2026, 1, 1),
                ExchangeRateAmount = factor,
                RelationalExchangeRateAmount = 1m,
            }
        );

    private JournalEditOutcome Apply(JournalLine line, JournalChange change) =>
        JournalEditing.Apply(line, [change], _given.Context());

    private JournalLine Edited(JournalLine line, params JournalChange[] changes) =>
        EditedIn(_given.Context(), line, changes);

    private static JournalLine EditedIn(
        JournalContext context,
        JournalLine line,
        params JournalChange[] changes
    )
    {
        Assert.Empty(JournalEditing.Apply(line, changes, context).Problems.Select(p => $"{p}"));
        return line;
    }
}
