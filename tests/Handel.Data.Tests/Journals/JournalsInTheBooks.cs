using Handel.Data.Tests.Ledger;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Reversing;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Handel.Data.Tests.Journals.JournalDesks;

namespace Handel.Data.Tests.Journals;

/// <summary>Journals entered, posted and undone on a real database.</summary>
public sealed class JournalsInTheBooks : IAsyncLifetime
{
    private TestDatabase database = null!;
    private TradingCompany company = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        company = await TradingCompany.Create(database.ConnectionString);
        await company.Post(
            await company.Draft(
                Direction.Purchase,
                Trade.Documents.DocumentKind.Order,
                ("A", 100m, 30.00m)
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await company.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task JNL36_a_posted_journal_is_empty_and_its_lines_are_kept()
    {
        var journal = await company.Journal(JournalType.General);
        await company.Enter(journal, Line("6110", 500m), Line("4490", -500m));

        var outcome = await company.Post(journal);

        Assert.Empty(outcome.Problems.Select(problem => $"{problem}"));
        await using var db = company.Open();
        Assert.Empty(
            await db.JournalLines.Where(l => l.BatchId == journal.BatchId).ToListAsync(Ct)
        );
        var kept = await db.PostedJournals.SingleAsync(Ct);
        Assert.Equal(("MEMORIAAL", "STANDAARD"), (kept.TemplateName, kept.BatchName));
        var lines = await db.JournalLines.Where(l => l.BatchId == kept.Id).ToListAsync(Ct);
        Assert.Equal(["JA100001", "JA100001"], lines.Select(line => line.DocumentNo));
        var register = await db.GlRegisters.SingleAsync(r => r.JournalBatchName != "", Ct);
        Assert.Equal(register.RegisterNo, kept.RegisterNo);
        Assert.Equal(outcome.Plan.RegisterNos, [register.RegisterNo]);
        await company.Verify();
    }

    [Fact]
    public async Task JNL52_a_receipt_that_names_an_invoice_pays_it_into_the_bank()
    {
        var invoiceNo = await company.Invoice();
        var journal = await company.Journal(JournalType.CashReceipts);
        var lines = await company.Enter(
            journal,
            [new JournalChange(JournalField.AppliesToDocNo, invoiceNo)]
        );
        Assert.Equal(("K1", -121m), (lines[0].AccountNo, lines[0].Amount));

        var outcome = await company.Post(journal);

        Assert.Empty(outcome.Problems.Select(problem => $"{problem}"));
        Assert.False((await company.Entry(invoiceNo)).IsOpen);
        await using var db = company.Open();
        var bank = await db.BankEntries.SingleAsync(Ct);
        Assert.Equal(("BANK", 121m, true), (bank.BankAccountNo, bank.Amount, bank.IsOpen));
        await company.Verify();
    }

    [Fact]
    public async Task REV04_what_was_undone_twice_stands_again()
    {
        var journal = await company.Journal(JournalType.CashReceipts);
        await company.Enter(journal, Line("K1", -200m));
        var posted = (await company.Post(journal)).Plan.RegisterNos[0];
        var no = (await Registers())[^1].DocumentNo;

        var first = await company.Reverse(new RegisterToReverse(posted));
        Assert.Empty(first.Problems.Select(problem => $"{problem}"));
        Assert.Equal((0m, false), await Payment(no));
        await company.Verify();
        var second = await company.Reverse(new RegisterToReverse(first.Plan.RegisterNos[0]));
        Assert.Empty(second.Problems.Select(problem => $"{problem}"));

        Assert.Equal((-200m, true), await Payment(no));
        var registers = await Registers();
        Assert.Equal([0, posted + 2, 0], registers.Select(r => r.ReversedByRegisterNo));
        await company.Verify();
    }

    [Fact]
    public async Task REV02_a_payment_that_settled_something_is_not_reversed()
    {
        var invoiceNo = await company.Invoice();
        var journal = await company.Journal(JournalType.CashReceipts);
        await company.Enter(journal, [new JournalChange(JournalField.AppliesToDocNo, invoiceNo)]);
        var posted = (await company.Post(journal)).Plan.RegisterNos[0];
        var before = await Registers();

        var outcome = await company.Reverse(new RegisterToReverse(posted));

        Assert.Equal([ReversalCodes.Applied], outcome.Problems.Select(problem => problem.Code));
        Assert.Equal(before, await Registers());
    }

    [Fact]
    public async Task JNL30_a_journal_that_is_out_of_balance_changes_nothing()
    {
        var journal = await company.Journal(JournalType.General);
        await company.Enter(journal, Line("6110", 500m), Line("4490", -499m));
        var before = await Registers();

        var outcome = await company.Post(journal);

        Assert.Contains(outcome.Problems, problem => problem.Code == JournalCodes.Balance);
        Assert.Equal(before, await Registers());
        await using var db = company.Open();
        Assert.Equal(2, await db.JournalLines.CountAsync(Ct));
    }

    [Fact]
    public async Task JNL38_preview_plans_what_posting_does_and_keeps_nothing()
    {
        var journal = await company.Journal(JournalType.General);
        await company.Enter(journal, Line("6210", 121m), Line("4490", -121m));

        var preview = await company.Preview(Command(journal));
        var again = await company.Preview(Command(journal));
        var posted = await company.Post(journal);

        var entries = posted.Plan.Postings.SelectMany(posting => posting.GlEntries).ToList();
        Assert.Equal([100m, 21m, -121m], entries.Select(entry => entry.Amount));
        Assert.Equal(entries, preview.Plan.Postings.SelectMany(posting => posting.GlEntries));
        Assert.Equal(entries, again.Plan.Postings.SelectMany(posting => posting.GlEntries));
        await company.Verify();
    }

    [Fact]
    public async Task Two_posts_of_one_journal_post_it_once()
    {
        var journal = await company.Journal(JournalType.General);
        await company.Enter(journal, Line("6110", 500m), Line("4490", -500m));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => company.Post(journal))
        );

        Assert.Single(outcomes, outcome => outcome.IsPosted);
        Assert.All(
            outcomes.Where(outcome => !outcome.IsPosted),
            outcome => Assert.Equal(ProblemCodes.NothingToPost, outcome.Problems[0].Code)
        );
    }

    [Fact]
    public async Task A_journal_that_changed_since_it_was_seen_is_not_posted()
    {
        var journal = await company.Journal(JournalType.General);
        var lines = await company.Enter(journal, Line("6110", 500m), Line("4490", -500m));
        await using var db = company.Open();
        var seen = await db.JournalBatches.SingleAsync(b => b.Id == journal.BatchId, Ct);
        var line = new App.Journals.JournalLineRef(journal.CompanyNo, lines[0].Id);
        await company.Lines.Change(line, [new(JournalField.Description, "Rent")], Ct);

        var outcome = await company.Post(journal with { Version = seen.Version });

        Assert.Equal(ProblemCodes.Concurrency, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Lines_may_be_changed_while_others_are_posted()
    {
        var journal = await company.Journal(JournalType.General);
        for (var round = 0; round < 5; round++)
        {
            await company.Enter(journal, Line("6110", 500m), Line("4490", -500m));
            var adding = company.Lines.Add(
                journal,
                [new([new(JournalField.AccountNo, "6110"), new(JournalField.Amount, 1m)])],
                Ct
            );
            var posting = company.Post(journal);
            Assert.True((await adding).IsDone);
            var outcome = await posting;
            await using var db = company.Open();
            await db.JournalLines.Where(l => l.BatchId == journal.BatchId).ExecuteDeleteAsync(Ct);
            // Either it was seen and stood in the way, or it came too late.
            Assert.True(outcome.IsPosted || outcome.Problems[0].Code == JournalCodes.Balance);
        }
        await company.Verify();
    }

    private async Task<List<Handel.Ledgers.Finance.GlRegister>> Registers()
    {
        await using var db = company.Open();
        var registers = await db
            .GlRegisters.Where(register => register.JournalBatchName != "")
            .OrderBy(register => register.RegisterNo)
            .ToListAsync(Ct);
        // Arrays are equal only to themselves; the hash chain is verified elsewhere.
        return
        [
            .. registers.Select(register =>
                register with
                {
                    Checksums = [],
                    PreviousHash = [],
                    Hash = [],
                }
            ),
        ];
    }

    private async Task<(decimal Remaining, bool IsOpen)> Payment(string documentNo)
    {
        await using var db = company.Open();
        var entry = await db
            .PartyEntries.Where(e => e.DocumentNo == documentNo)
            .OrderBy(e => e.EntryNo)
            .FirstAsync(Ct);
        return (entry.RemainingAmount, entry.IsOpen);
    }
}
