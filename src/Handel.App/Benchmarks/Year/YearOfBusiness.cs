using System.Diagnostics;
using Handel.App.Companies;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.App.Verification;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks.Year;

/// <summary>What a year came to, and whether its books prove themselves.</summary>
internal sealed record YearOutcome(
    int Documents,
    int Payments,
    int Corrections,
    double PostingSeconds,
    BooksVerdict Books,
    IReadOnlyList<string> Differences
);

/// <summary>
/// A year of business with a fixed seed, through the same use cases as a clerk's, in a company of
/// its own: orders, invoices and credit memos, payments with discounts, in three currencies,
/// applications, their undoing and reversals. The proof is <see cref="VerifyBooks"/>, and sums that
/// are made without the ledgers.
/// </summary>
internal sealed class YearOfBusiness(
    HandelDatabase database,
    SetupCache setups,
    CompanyWriters writers,
    JournalDesk desk
)
{
    public const string Name = "year";
    public const string UserName = "year";
    private const int Year = 2026;

    private static readonly YearSide[] Sides =
    [
        new(Direction.Sale, JournalType.CashReceipts, JournalAccountType.Customer),
        new(Direction.Purchase, JournalType.Payments, JournalAccountType.Vendor),
    ];

    private int _documents;
    private int _payments;
    private int _corrections;

    public async Task<YearOutcome> Run(
        int documents,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var company = await Open(ct);
        var start = Stopwatch.GetTimestamp();
        var days = Days().ToList();
        var trade = await Trade(company.CompanyNo, ct);
        var payments = new YearPayments(database, desk, company.CompanyNo);
        await Submit(company, [.. trade.Opening(days[0])], ct);
        for (var day = 0; day < days.Count; day++)
        {
            progress.Report(new(Name, day, days.Count));
            var until = (long)documents * (day + 1) / days.Count;
            var orders = new List<ILedgerCommand>();
            while (_documents < until && orders.Count < documents)
            {
                orders.Add(trade.Next(days[day]));
                _documents++;
            }
            await Submit(company, orders, ct);
            await Settle(company, payments, days[day], ct);
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var books = await new VerifyBooks(database).Verify(company.Name, progress, ct);
        var differences = await new YearChecks(database, setups, company).Find(ct);
        return new(_documents, _payments, _corrections, Math.Round(seconds, 1), books, differences);
    }

    private async Task Settle(
        Company company,
        YearPayments payments,
        DateOnly date,
        CancellationToken ct
    )
    {
        foreach (var side in Sides)
        {
            var journal = await payments.Pay(side, date, ct);
            if (journal is not null)
            {
                await Submit(company, [journal], ct);
                _payments += journal.LineCount;
            }
            var corrections = date.DayOfWeek switch
            {
                DayOfWeek.Monday => await payments.Correct(side.Direction, date, ct),
                DayOfWeek.Friday => await payments.Apply(side.Direction, ct),
                _ => [],
            };
            _corrections += await Submit(company, corrections, ct);
        }
    }

    // Handed over in order, so that every run gives the same numbers; the writer takes many at
    // once.
    // What was settled again since is not taken apart: a rule, and no failure (UNA-02).
    private async Task<int> Submit(
        Company company,
        IReadOnlyList<ILedgerCommand> commands,
        CancellationToken ct
    )
    {
        var waiting = commands
            .Select(command => writers.Submit(company.CompanyNo, command, ct))
            .ToList();
        var outcomes = await Task.WhenAll(waiting);
        foreach (var problem in outcomes.SelectMany(outcome => outcome.Problems))
            if (problem.Code != ProblemCodes.Unapplication)
                throw new InvalidOperationException($"{problem}");
        return outcomes.Count(outcome => outcome.IsPosted);
    }

    private async Task<Company> Open(CancellationToken ct)
    {
        var name = FormattableString.Invariant($"Year {DateTime.UtcNow:yyyyMMdd HHmmss}");
        var company =
            await new CreateCompany(database).Run(name, "nl", ct)
            ?? throw new InvalidOperationException("Somebody is measuring at this moment.");
        await using var db = database.Open(company.CompanyNo);
        db.AddRange(YearCards.Rows(company.CompanyNo, Year));
        await db.SaveChangesAsync(ct);
        return company;
    }

    private async Task<YearTrade> Trade(int companyNo, CancellationToken ct)
    {
        await using var db = database.Open(companyNo);
        var setup = await setups.At(db, (await LedgerLock.Read(db, ct)).SetupVersion, ct);
        return new(
            setup,
            await db.Parties.OrderBy(p => p.Direction).ThenBy(p => p.No).ToListAsync(ct),
            await db.Items.OrderBy(item => item.No).ToListAsync(ct)
        );
    }

    private static IEnumerable<DateOnly> Days()
    {
        for (var day = new DateOnly(Year, 1, 2); day.Year == Year; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return day;
    }
}
