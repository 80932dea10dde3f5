using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>Foreign currency in journals (CUR-08, JNL-31, ACC-23).</summary>
public class JournalCurrencyTests
{
    private readonly JournalGiven _given = new();

    [Fact]
    public void CUR_08_a_dollar_bank_keeps_dollars_and_a_euro_bank_keeps_euros()
    {
        var dollars = Dollars(_given.Payment(JournalAccountType.Customer, -100m), -89.29m);
        dollars.BalAccountNo = "USDBANK";
        var euros = Dollars(_given.Payment(JournalAccountType.Customer, -100m, "D2"), -89.29m);

        var plan = _given.Post(_given.Books(), dollars, euros);

        Assert.Equal(
            [("USD", 100m, 89.29m), ("", 89.29m, 89.29m)],
            plan.Postings.SelectMany(p => p.BankEntries)
                .Select(entry => (entry.CurrencyCode, entry.Amount, entry.AmountLcy))
        );
        Assert.Equal(
            ("USD", -100m, -89.29m, 1.12m),
            (
                plan.Postings[0].PartyEntries[0].CurrencyCode,
                plan.Postings[0].PartyEntries[0].OriginalAmount,
                plan.Postings[0].PartyEntries[0].OriginalAmountLcy,
                plan.Postings[0].PartyEntries[0].CurrencyFactor
            )
        );
    }

    // S08: three times 20 dollars are 17.86 each, sixty dollars are 53.57.
    [Fact]
    public void JNL_31_a_rounding_of_one_currency_is_written_off_in_a_journal_of_the_system()
    {
        var command = _given.Command(SixtyDollars()) with { IsSystemCreated = true };

        var plan = JournalPosting.Plan(command, _given.Books());

        Assert.Empty(plan.Problems);
        Booked.Gl(
            plan,
            ("6110", 17.86m),
            ("6110", 17.86m),
            ("6110", 17.86m),
            ("1190", -53.57m),
            ("9141", -0.01m)
        );
    }

    [Fact]
    public void JNL_31_and_told_to_who_typed_it()
    {
        Assert.Equal([JournalCodes.Balance], _given.Refused(SixtyDollars()));
    }

    [Fact]
    public void JNL_31_one_currency_must_balance_in_itself()
    {
        var lines = new[]
        {
            Dollars(_given.Line("6110", 20m), 17.86m),
            Dollars(_given.Line("1190", -20.01m), -17.86m),
        };

        Assert.Equal([JournalCodes.CurrencyBalance], _given.Refused(lines));
    }

    [Fact]
    public void ACC_21_paying_at_another_rate_realizes_the_difference()
    {
        var books = _given.Books();
        var invoice = Dollars(
            _given.Of(JournalAccountType.Customer, "C1", 1000m, "F1"),
            800m,
            1.25m
        );
        var revenue = Dollars(_given.Line("8010", -1000m, "F1"), -800m, 1.25m);
        invoice.DocumentType = revenue.DocumentType = EntryDocumentType.Invoice;
        _given.Post(books, invoice, revenue);
        var payment = Dollars(_given.Payment(JournalAccountType.Customer, -1000m), -833.33m, 1.2m);
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");

        var plan = _given.Post(books, payment);

        // S09
        var totals = plan.Postings[0]
            .GlEntries.GroupBy(entry => entry.AccountNo)
            .Select(group => (group.Key, group.Sum(entry => entry.Amount)))
            .Order();
        Assert.Equal([("1100", 833.33m), ("1300", -800m), ("9120", -33.33m)], totals);
    }

    private JournalLine[] SixtyDollars() =>
        [
            Dollars(_given.Line("6110", 20m), 17.86m),
            Dollars(_given.Line("6110", 20m), 17.86m),
            Dollars(_given.Line("6110", 20m), 17.86m),
            Dollars(_given.Line("1190", -60m), -53.57m),
        ];

    private static JournalLine Dollars(JournalLine line, decimal lcy, decimal factor = 1.12m)
    {
        (line.CurrencyCode, line.CurrencyFactor, line.AmountLcy) = ("USD", factor, lcy);
        return line;
    }
}
