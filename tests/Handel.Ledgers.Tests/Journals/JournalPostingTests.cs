using Handel.Kernel;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>What a journal books (finance 11, ACC-26, ENT-21).</summary>
public class JournalPostingTests
{
    private static readonly DateOnly Day = JournalGiven.Day;
    private readonly JournalGiven _given = new();

    [Fact]
    public void A_document_of_two_lines_becomes_one_register()
    {
        var plan = _given.Post(
            _given.Books(),
            _given.Line("6110", 100m),
            _given.Line("1190", -100m)
        );

        Booked.Gl(plan, ("6110", 100m), ("1190", -100m));
        var posting = plan.Postings[0];
        Assert.Equal(
            ("D1", "GENJNL", "DEFAULT", 1),
            (posting.DocumentNo, posting.SourceCode, posting.JournalBatchName, posting.RegisterNo)
        );
        Assert.All(posting.GlEntries, entry => Assert.False(entry.IsSystemCreated));
        Assert.Equal(["Line 1", "Line 2"], posting.GlEntries.Select(entry => entry.Description));
    }

    [Fact]
    public void AUD_01_every_document_has_a_register_and_they_know_the_first()
    {
        var plan = _given.Post(
            _given.Books(),
            _given.Line("6110", 100m, "D2"),
            _given.Line("1190", -100m, "D2"),
            _given.Line("6110", 5m, "D1"),
            _given.Line("1190", -5m, "D1")
        );

        Assert.Equal(
            [("D1", 1, 0), ("D2", 2, 1)],
            plan.Postings.Select(p => (p.DocumentNo, p.RegisterNo, p.PostedWithRegisterNo))
        );
        Assert.Equal(1, plan.FirstRegisterNo);
        Assert.Equal(4, plan.After!.Counters.Gl);
    }

    [Fact]
    public void S35_a_receipt_moves_the_bank_and_the_customer()
    {
        var books = _given.Books();

        var plan = _given.Post(books, _given.Payment(JournalAccountType.Customer, -500m));

        Booked.Gl(plan, ("1300", -500m), ("1100", 500m));
        var entry = Assert.Single(plan.Postings[0].PartyEntries);
        Assert.Equal(
            (Direction.Sale, "C1", -500m, true, EntryDocumentType.Payment, "GENJNL"),
            (
                entry.Direction,
                entry.PartyNo,
                entry.RemainingAmount,
                entry.IsOpen,
                entry.DocumentType,
                entry.SourceCode
            )
        );
        var bank = Assert.Single(plan.Postings[0].BankEntries);
        Assert.Equal(
            ("BANK", 500m, 500m, true, JournalAccountType.Customer, "C1"),
            (
                bank.BankAccountNo,
                bank.Amount,
                bank.RemainingAmount,
                bank.IsOpen,
                bank.BalAccountType,
                bank.BalAccountNo
            )
        );
        Assert.Equal(BankEntryStatus.Open, bank.StatementStatus);
        var line = plan.Postings[0].GlEntries[1];
        Assert.Equal(
            (line.EntryNo, SourceType.BankAccount, "BANK"),
            (bank.GlEntryNo, line.SourceType, line.SourceNo)
        );
    }

    [Fact]
    public void A_payment_is_the_mirror_image()
    {
        var plan = _given.Post(_given.Books(), _given.Payment(JournalAccountType.Vendor, 500m));

        Booked.Gl(plan, ("4210", 500m), ("1100", -500m));
        Assert.Equal(-500m, plan.Postings[0].BankEntries[0].Amount);
        Assert.Equal(
            (Direction.Purchase, 500m),
            (
                plan.Postings[0].PartyEntries[0].Direction,
                plan.Postings[0].PartyEntries[0].OriginalAmount
            )
        );
    }

    [Fact]
    public void NET_a_customer_and_a_vendor_stand_in_one_document()
    {
        var plan = _given.Post(
            _given.Books(),
            _given.Of(JournalAccountType.Vendor, "V1", 200m, "N1"),
            _given.Of(JournalAccountType.Customer, "C1", -200m, "N1")
        );

        Booked.Gl(plan, ("4210", 200m), ("1300", -200m));
        Assert.Equal(
            [(Direction.Purchase, 1), (Direction.Sale, 1)],
            plan.Postings[0].PartyEntries.Select(entry => (entry.Direction, entry.EntryNo))
        );
    }

    [Fact]
    public void JNL_35_without_forced_balance_documents_balance_by_day()
    {
        _given.Template.ForceDocBalance = false;

        var plan = _given.Post(
            _given.Books(),
            _given.Line("6110", 100m, "D1"),
            _given.Line("1190", -100m, "D2"),
            _given.Line("6110", 3m, "D3"),
            _given.Line("1190", -3m, "D3")
        );

        Assert.Equal([("D1", 2), ("D3", 2)], plan.Postings.Select(Registers));
        static (string, int) Registers(Posting p) => (p.DocumentNo, p.GlEntries.Count);
    }

    [Fact]
    public void JNL_36_posted_lines_go_and_the_batch_counts_on()
    {
        _given.Template.IncrementBatchName = true;
        _given.Template.CopyToPostedLines = true;
        _given.Batch.Name = "BANK099";
        var line = _given.Payment(JournalAccountType.Customer, -10m);

        var plan = _given.Post(_given.Books(), line);

        Assert.Equal("BANK100", plan.NextBatchName);
        Assert.Equal([line], plan.Removed);
        Assert.Equal(
            [("D1", -10m, 10000)],
            plan.Archived.Select(copy => (copy.DocumentNo, copy.Amount, copy.LineNo))
        );
    }

    [Fact]
    public void JNL_32_a_correction_keeps_its_side_with_a_minus()
    {
        var lines = new[] { _given.Line("6110", -100m), _given.Line("1190", 100m) };
        foreach (var line in lines)
            line.IsCorrection = true;

        var plan = _given.Post(_given.Books(), lines);

        Assert.Equal(
            [(-100m, 0m), (0m, -100m)],
            plan.Postings[0].GlEntries.Select(entry => (entry.DebitAmount, entry.CreditAmount))
        );
    }

    [Fact]
    public void ENT_02_due_date_discount_and_tolerance_come_from_the_line()
    {
        _given.Gl.PaymentTolerancePct = 1m;
        _given.Gl.MaxPaymentToleranceAmount = 5m;
        _given.Gl.PmtDiscGracePeriod = "5D";
        var invoice = _given.Of(JournalAccountType.Customer, "C1", 1210m, "F1");
        invoice.DocumentType = EntryDocumentType.Invoice;
        invoice.DueDate = new(2026, 4, 1);
        invoice.PmtDiscountDate = new(2026, 3, 16);
        invoice.PaymentDiscountPct = 2m;
        var revenue = _given.WithVat(_given.Line("8010", -1210m, "F1"), GenPostingType.Sale);
        revenue.DocumentType = EntryDocumentType.Invoice;

        var plan = _given.Post(_given.Books(), invoice, revenue);

        Booked.Gl(plan, ("1300", 1210m), ("8010", -1000m), ("4310", -210m));
        var entry = plan.Postings[0].PartyEntries[0];
        Assert.Equal(
            (new DateOnly(2026, 4, 1), 24.20m, 5m, new DateOnly(2026, 3, 21), 1000m),
            (
                entry.DueDate,
                entry.OriginalPmtDiscPossible,
                entry.MaxPaymentTolerance,
                entry.PmtDiscToleranceDate!.Value,
                entry.TurnoverLcy
            )
        );
    }

    [Fact]
    public void AUD_03_the_reason_stands_on_every_entry()
    {
        var line = _given.Payment(JournalAccountType.Customer, -10m);
        line.ReasonCode = "KAS";

        var posting = _given.Post(_given.Books(), line).Postings[0];

        Assert.All(posting.GlEntries, entry => Assert.Equal("KAS", entry.ReasonCode));
        Assert.Equal("KAS", posting.PartyEntries[0].ReasonCode);
        Assert.Equal("KAS", posting.BankEntries[0].ReasonCode);
    }

    [Fact]
    public void JNL_38_a_plan_changes_nothing_until_it_is_adopted()
    {
        var books = _given.Books();
        var lines = new[] { _given.Payment(JournalAccountType.Customer, -10m) };

        var preview = JournalPosting.Plan(_given.Command(lines), books);

        Assert.Equal(new LedgerCounters(), books.Counters);
        Assert.Empty(books.PartyEntries.Values);
        var posted = _given.Post(books, lines);
        Assert.Equal(posted.Postings[0].GlEntries, preview.Postings[0].GlEntries);
        Assert.Equal(posted.Postings[0].BankEntries, preview.Postings[0].BankEntries);
    }

    [Fact]
    public void JNL_53_what_a_receipt_has_left_stays_open_on_it()
    {
        var books = _given.Books();
        _given.Post(books, Invoice("F1", 100m));
        var receipt = _given.Payment(JournalAccountType.Customer, -150m, "B1");
        (receipt.AppliesToDocType, receipt.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");

        _given.Post(books, receipt);

        Assert.Equal(
            [("F1", 0m, false), ("B1", -50m, true)],
            books
                .PartyEntries.Values.OrderBy(entry => entry.EntryNo)
                .Select(entry => (entry.DocumentNo, entry.RemainingAmount, entry.IsOpen))
        );
    }

    [Fact]
    public void APP_02_marked_entries_are_paid_in_one()
    {
        var books = _given.Books();
        _given.Post(books, [.. Invoice("F1", 100m), .. Invoice("F2", 60m)]);
        foreach (var entry in books.PartyEntries.Values.ToList())
            books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry with
            {
                AppliesToId = "B1",
                AmountToApply = entry.DocumentNo == "F2" ? 50m : 100m,
            };
        var receipt = _given.Payment(JournalAccountType.Customer, -150m, "B1");
        receipt.AppliesToId = "B1";

        _given.Post(books, receipt);

        Assert.Equal(
            [("F1", 0m), ("F2", 10m), ("B1", 0m)],
            books
                .PartyEntries.Values.OrderBy(entry => entry.EntryNo)
                .Select(entry => (entry.DocumentNo, entry.RemainingAmount))
        );
    }

    [Fact]
    public void APP_03_the_oldest_are_paid_first_where_the_party_pays_so()
    {
        var books = _given.Books();
        _given.Customer.ApplicationMethod = ApplicationMethod.ApplyToOldest;
        _given.Post(books, [.. Invoice("F1", 100m), .. Invoice("F2", 60m)]);

        _given.Post(books, _given.Payment(JournalAccountType.Customer, -130m, "B1"));

        Assert.Equal(
            [("F1", 0m), ("F2", 30m), ("B1", 0m)],
            books
                .PartyEntries.Values.OrderBy(entry => entry.EntryNo)
                .Select(entry => (entry.DocumentNo, entry.RemainingAmount))
        );
    }

    private JournalLine[] Invoice(string no, decimal amount)
    {
        var invoice = _given.Of(JournalAccountType.Customer, "C1", amount, no);
        invoice.DueDate = Day.AddDays(amount > 80m ? 1 : 2);
        var revenue = _given.Line("8010", -amount, no);
        invoice.DocumentType = revenue.DocumentType = EntryDocumentType.Invoice;
        return [invoice, revenue];
    }
}
