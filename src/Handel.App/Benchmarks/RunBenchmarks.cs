using System.Diagnostics;
using Handel.App.Benchmarks.Year;
using Handel.App.Companies;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.Data;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks;

/// <summary>Where the reports are measured: the server that everything else is on.</summary>
public sealed record ReportBenchAddress(string Value);

/// <summary>
/// Measures posting and reading on this machine, in a company of its own. Figures are printed and
/// never asserted: they are the machine's as much as ours.
/// </summary>
public sealed class RunBenchmarks(
    HandelDatabase database,
    CreateCompany companies,
    SetupCache setups,
    CompanyWriters writers,
    JournalDesk desk,
    ReportBenchAddress address
) : IOperation<Benchmark>
{
    private const int WarmUps = 20;
    private const int Repeats = 100;
    private const int Clients = 64;
    private const int OrdersPerClient = 150;
    private const int YearDocuments = 50_000;

    public async Task<OperationResult> Run(
        Benchmark request,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        // Ten million rows are made for it: only for who asks for it by name.
        if (request.Name == ReportBench.Name)
            return OperationResult.Done(await new ReportBench(address.Value).Run(progress, ct));
        if (request.Name == YearOfBusiness.Name)
            return await RunYear(progress, ct);
        var company = await BenchCompany.Open(database, companies, setups, ct);
        await using (var db = database.Open(company.CompanyNo))
        {
            if (!await db.StockBalances.AnyAsync(ct))
                await writers.Submit(company.CompanyNo, company.OpeningStock(), ct);
        }
        var benches = new Dictionary<string, Func<Task<object>>>(StringComparer.Ordinal)
        {
            ["post-order"] = () => PostOrder(company, ct),
            ["post-concurrent"] = () => PostConcurrent(company, ct),
            ["trial-balance"] = () => TrialBalance(company, ct),
            [JournalBench.Name] = () =>
                new JournalBench(database, writers).Run(company.CompanyNo, ct),
        };
        if (request.Name is { } name && !benches.ContainsKey(name))
            return new(
                new { },
                [
                    $"There is no {name}; there are "
                        + string.Join(", ", benches.Keys)
                        + $", {ReportBench.Name}, {YearOfBusiness.Name}.",
                ]
            );

        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        var chosen = benches.Where(bench => request.Name is null || bench.Key == request.Name);
        foreach (var (bench, measure) in chosen)
        {
            progress.Report(new(bench, figures.Count, 0));
            figures.Add(bench, await measure());
        }
        return OperationResult.Done(figures);
    }

    private async Task<OperationResult> RunYear(
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var year = new YearOfBusiness(database, setups, writers, desk);
        var outcome = await year.Run(YearDocuments, progress, ct);
        return new(
            outcome,
            [.. outcome.Books.Findings.Select(found => $"{found}"), .. outcome.Differences]
        );
    }

    /// <summary>One order of ten lines at a time: what a clerk waits for.</summary>
    private async Task<object> PostOrder(BenchCompany company, CancellationToken ct)
    {
        var firstNo = FirstNo();
        for (var no = 0; no < WarmUps; no++)
            await Post(company, firstNo + no, ct);
        var milliseconds = new List<double>(Repeats);
        for (var no = 0; no < Repeats; no++)
        {
            var start = Stopwatch.GetTimestamp();
            await Post(company, firstNo + WarmUps + no, ct);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Percentiles(milliseconds);
    }

    /// <summary>Many at once: the writer takes them together.</summary>
    private async Task<object> PostConcurrent(BenchCompany company, CancellationToken ct)
    {
        var firstNo = FirstNo();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < OrdersPerClient; i++)
                                await Post(company, firstNo + client * OrdersPerClient + i, ct);
                        },
                        ct
                    )
                )
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        const int orders = Clients * OrdersPerClient;
        return new
        {
            clients = Clients,
            orders,
            ordersPerSecond = Math.Round(orders / seconds, 1),
            linesPerSecond = Math.Round(orders * BenchCompany.LinesPerOrder / seconds, 1),
        };
    }

    private async Task<object> TrialBalance(BenchCompany company, CancellationToken ct)
    {
        var milliseconds = new List<double>(Repeats);
        var accounts = 0;
        for (var i = 0; i < WarmUps + Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var db = database.Open(company.CompanyNo);
            var rows = await db
                .GlDayTotals.GroupBy(day => day.AccountNo)
                .Select(account => new
                {
                    account.Key,
                    Debit = account.Sum(day => day.Debit),
                    Credit = account.Sum(day => day.Credit),
                })
                .ToListAsync(ct);
            accounts = rows.Count;
            if (i >= WarmUps)
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new { accounts, milliseconds = Percentiles(milliseconds) };
    }

    private async Task Post(BenchCompany company, int no, CancellationToken ct)
    {
        var outcome = await writers.Submit(company.CompanyNo, company.Order(no), ct);
        if (outcome.IsRefused)
            throw new InvalidOperationException($"{outcome.Problems[0]}");
    }

    // Orders that are posted leave their number behind: each run begins with others.
    private static int FirstNo() => (int)(Stopwatch.GetTimestamp() / 1000 % 900_000_000);

    internal static object Percentiles(List<double> milliseconds)
    {
        milliseconds.Sort();
        return new
        {
            median = Math.Round(milliseconds[milliseconds.Count / 2], 2),
            p95 = Math.Round(milliseconds[milliseconds.Count * 95 / 100], 2),
        };
    }
}
