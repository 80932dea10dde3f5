using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data.Tests.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Journals;

/// <summary>Journals of a company as its clerks use them.</summary>
internal static class JournalDesks
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The journal of a kind that a new company has.</summary>
    public static async Task<JournalRef> Journal(this TradingCompany company, JournalType type)
    {
        await using var db = company.Open();
        var id = await (
            from batch in db.JournalBatches
            join template in db.JournalTemplates on batch.TemplateId equals template.Id
            where template.Type == type
            select batch.Id
        ).SingleAsync(Ct);
        return new(company.Company.CompanyNo, id) { WorkDate = TradingCompany.Today };
    }

    public static async Task<IReadOnlyList<JournalLine>> Enter(
        this TradingCompany company,
        JournalRef journal,
        params IReadOnlyList<JournalChange[]> lines
    )
    {
        var outcome = await company.Lines.Add(
            journal,
            [.. lines.Select(changes => new NewJournalLine(changes))],
            Ct
        );
        Assert.Empty(outcome.Problems.Select(problem => $"{problem}"));
        return outcome.Lines;
    }

    public static Task<LedgerOutcome> Post(this TradingCompany company, JournalRef journal) =>
        company.Submit(Command(journal));

    public static PostJournal Command(JournalRef journal) =>
        new(journal.BatchId) { UserName = "tester", Version = journal.Version };

    public static Task<LedgerOutcome> Reverse(
        this TradingCompany company,
        RegisterToReverse reversal
    ) => company.Submit(new ReverseRegister(reversal) { UserName = "tester" });

    /// <summary>An invoice of 121.00 to the customer, posted; its number.</summary>
    public static async Task<string> Invoice(this TradingCompany company)
    {
        var draft = await company.Draft(Direction.Sale, DocumentKind.Invoice, ("A", 1m, 100m));
        var outcome = await company.Post(draft);
        Assert.Empty(outcome.Problems);
        return outcome.Plan.Stored.Single(d => d.Id == outcome.Plan.ResultId).No;
    }

    public static async Task<PartyEntry> Entry(this TradingCompany company, string documentNo)
    {
        await using var db = company.Open();
        return await db.PartyEntries.SingleAsync(entry => entry.DocumentNo == documentNo, Ct);
    }

    public static async Task Verify(this TradingCompany company)
    {
        var verdict = await new VerifyBooks(company.Database).Verify(
            null,
            new Progress<OperationProgress>(),
            Ct
        );
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }

    public static JournalChange[] Line(string accountNo, decimal amount, string documentNo = "") =>
        [
            new(JournalField.AccountNo, accountNo),
            .. documentNo.Length == 0
                ? []
                : new[] { new JournalChange(JournalField.DocumentNo, documentNo) },
            new(JournalField.Amount, amount),
        ];
}
