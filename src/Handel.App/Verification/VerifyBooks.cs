using System.Diagnostics;
using Handel.App.Operations;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Sealing;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Verification;

/// <summary>What verification says; the findings are the first of each kind.</summary>
public sealed record BooksVerdict(
    bool Ok,
    long Entries,
    double Seconds,
    IReadOnlyList<Finding> Findings
);

/// <summary>
/// Proves that the books are whole (D3): the chain of registers is recomputed, and every invariant
/// is checked on one snapshot, while others go on posting. Changes nothing.
/// </summary>
public sealed class VerifyBooks(HandelDatabase database) : IOperation<BooksVerification>
{
    internal static IEnumerable<SetCheck> Checks =>
        [
            .. PartyChecks.All,
            .. EntryStateChecks.All,
            .. SettlementChecks.All,
            .. ControlChecks.All,
            .. JournalChecks.All,
            .. YearEndChecks.All,
            .. VatChecks.All,
            .. StockChecks.All,
            .. StockBalanceChecks.All,
            .. AverageCostChecks.All,
            .. DocumentChecks.All,
            .. GlMonthChecks.All,
            .. DimensionSetChecks.All,
            .. DimensionRuleChecks.All,
        ];

    public async Task<OperationResult> Run(
        BooksVerification request,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var verdict = await Verify(request.Company, progress, ct);
        return new(verdict, [.. verdict.Findings.Select(finding => finding.ToString())]);
    }

    /// <summary>Verifies one company, or all of them.</summary>
    public async Task<BooksVerdict> Verify(
        string? companyName,
        IProgress<OperationProgress> progress,
        CancellationToken ct = default
    )
    {
        var watch = Stopwatch.StartNew();
        await using var all = database.Open(0);
        var companies = await all
            .Companies.Where(company => companyName == null || company.Name == companyName)
            .OrderBy(company => company.CompanyNo)
            .ToListAsync(ct);
        if (companyName is not null && companies.Count == 0)
            throw new ArgumentException($"There is no company {companyName}.", nameof(companyName));

        var (entries, findings) = (0L, new List<Finding>());
        foreach (var company in companies)
        {
            var found = new Findings(company.Name);
            entries += await Verify(company, found, progress, ct);
            findings.AddRange(found.All);
        }
        return new(findings.Count == 0, entries, watch.Elapsed.TotalSeconds, findings);
    }

    private async Task<long> Verify(
        Company company,
        Findings findings,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        await using var snapshot = await BooksSnapshot.Take(database, ct);
        await using var db = OnSnapshot(snapshot, company.CompanyNo);
        var state = await db.LedgerStates.AsNoTracking().SingleAsync(ct);
        // The chain keeps this process busy, the checks keep the database busy: side by side.
        var chain = Task.Run(() => WalkChain(snapshot, state, (findings, progress), ct), ct);
        var checks = Checks.ToList();
        await using var questions = await snapshot.OpenForSums(ct);
        for (var done = 0; done < checks.Count; done++)
        {
            progress.Report(new("invariants", done, checks.Count));
            await checks[done].Run(questions, company.CompanyNo, findings, ct);
        }
        var (totals, entries) = await chain;
        totals.Compare(await db.GlDayTotals.AsNoTracking().ToListAsync(ct));
        var series = await db.NumberSeries.AsNoTracking().Include(s => s.Lines).ToListAsync(ct);
        var setups = await db.Set<TradeSetup>().AsNoTracking().ToListAsync(ct);
        await new NumberGaps(questions, series, findings).Run(setups, ct);
        await new EuSalesCheck(db, await SetupLoader.Load(db, ct), findings).Run(ct);
        return entries;
    }

    private async Task<(GlTotals Totals, long Entries)> WalkChain(
        BooksSnapshot snapshot,
        LedgerState state,
        (Findings Findings, IProgress<OperationProgress> Progress) report,
        CancellationToken ct
    )
    {
        await using var db = database.Open(state.CompanyNo);
        var accounts = await db
            .GlAccounts.Where(account => account.AccountType == GlAccountType.Posting)
            .Select(account => account.No)
            .ToListAsync(ct);
        var totals = new GlTotals(report.Findings, accounts.ToHashSet(StringComparer.Ordinal));
        using var seal = new RegisterSeal();
        var reading = new BooksReading(snapshot, db.Model, state);
        using var registers = await reading.Registers(ct);
        var ledgers = await reading.Ledgers(seal, totals, report.Findings, ct);
        try
        {
            var walk = new ChainWalk(registers, ledgers, state, report.Findings);
            walk.Run(seal, totals, report.Progress);
            return (totals, walk.Entries);
        }
        finally
        {
            foreach (var (ledger, _) in ledgers)
                ledger.Dispose();
        }
    }

    private static HandelDbContext OnSnapshot(BooksSnapshot snapshot, int companyNo)
    {
        var options = new DbContextOptionsBuilder<HandelDbContext>().UseNpgsql(snapshot.First);
        return new HandelDbContext(options.Options) { CompanyNo = companyNo };
    }
}
