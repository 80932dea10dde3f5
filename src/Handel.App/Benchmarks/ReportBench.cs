using System.Diagnostics;
using Handel.App.Companies;
using Handel.App.Operations;
using Handel.Data;
using Handel.Data.Reports;
using Handel.Kernel;
using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.App.Benchmarks;

/// <summary>
/// Measures the reports over ten million entries, in a database of its own that is thrown away:
/// such books would not pass a check, and nobody's are touched.
/// </summary>
internal sealed class ReportBench(string connectionString)
{
    public const string Name = "reports";
    private const string DatabasePrefix = "handel_bench_";
    private const int WarmUps = 3;
    private const int Repeats = 20;
    private const int PageRows = 100;
    private const int SlowSeconds = 600;

    public async Task<object> Run(IProgress<OperationProgress> progress, CancellationToken ct)
    {
        var own = $"{DatabasePrefix}{Guid.NewGuid():N}";
        await Execute(connectionString, $"CREATE DATABASE {own}", ct);
        try
        {
            var address = new NpgsqlConnectionStringBuilder(connectionString)
            {
                Database = own,
                CommandTimeout = SlowSeconds,
            };
            await using var database = new HandelDatabase(address.ConnectionString);
            await database.Migrate(ct);
            return await Measure(database, address.ConnectionString, progress, ct);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await Execute(
                connectionString,
                $"DROP DATABASE {own} WITH (FORCE)",
                CancellationToken.None
            );
        }
    }

    private static async Task<object> Measure(
        HandelDatabase database,
        string address,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var start = Stopwatch.GetTimestamp();
        var company = await new CreateCompany(database).Run("Benchmark", "nl", ct);
        await using var db = database.Open(company!.CompanyNo);
        var expenses = await db
            .GlAccounts.Where(a => a.AccountType == GlAccountType.Posting)
            .Where(a => a.Category == GlAccountCategory.Expense)
            .Select(a => a.No)
            .ToListAsync(ct);
        await new ReportBooks(db).Write(expenses, progress, ct);
        progress.Report(new("statistics", 0, 0));
        await Execute(address, "VACUUM (ANALYZE)", ct);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new
        {
            glEntries = ReportBooks.GlEntries,
            dayTotals = await db.GlDayTotals.CountAsync(ct),
            openEntries = await db.PartyEntries.CountAsync(e => e.IsOpen, ct),
            generatedInSeconds = Math.Round(seconds, 1),
            trialBalanceOfYear = await Time(() => TrialBalance(db, ct)),
            accountMonthFirstPage = await Time(() => AccountMonth(db, 0, ct)),
            accountMonthPageOneHundred = await Time(() => AccountMonth(db, 100, ct)),
            agedToday = await Time(() => Aged(db, ReportBooks.Last, ct)),
            agedOneMonthBack = await Time(() => Aged(db, ReportBooks.Last.AddMonths(-1), ct)),
            agedOneYearBack = await Time(() => Aged(db, ReportBooks.Last.AddYears(-1), ct)),
        };
    }

    private static Task TrialBalance(HandelDbContext db, CancellationToken ct) =>
        AccountSumsReader.Read(db, new ReportPeriod(new(2026, 1, 1), ReportBooks.Last), ct);

    private static Task AccountMonth(HandelDbContext db, int page, CancellationToken ct) =>
        AccountEntries
            .Of(db, "1300", new ReportPeriod(new(2026, 6, 1), new(2026, 6, 30)))
            .OrderBy(entry => entry.PostingDate)
            .ThenBy(entry => entry.EntryNo)
            .Skip(page * PageRows)
            .Take(PageRows)
            .ToListAsync(ct);

    private static Task Aged(HandelDbContext db, DateOnly day, CancellationToken ct) =>
        Ageing.Balances(
            db,
            new AgeingQuestion(
                Direction.Sale,
                day,
                AgeingColumns.Of(AgeingDate.DueDate, day, DateFormula.Parse("30D"))
            ),
            ct
        );

    private static async Task<object> Time(Func<Task> work)
    {
        var milliseconds = new List<double>(Repeats);
        for (var i = 0; i < WarmUps + Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            if (i >= WarmUps)
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return RunBenchmarks.Percentiles(milliseconds);
    }

    private static async Task Execute(string address, string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = SlowSeconds;
        await command.ExecuteNonQueryAsync(ct);
    }
}
