using System.Diagnostics;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Data.Bulk;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks;

/// <summary>
/// Measures the posting of a large journal through the ledger writer: what an import of wages or
/// of a bank makes a bookkeeper wait for.
/// </summary>
internal sealed class JournalBench(HandelDatabase database, CompanyWriters writers)
{
    public const string Name = "journal";
    private const int Lines = 10_000;
    private const int LinesPerDocument = 2;
    private const int Repeats = 5;
    private const string BatchName = "BENCH";

    public async Task<object> Run(int companyNo, CancellationToken ct)
    {
        var wall = new List<double>(Repeats);
        var cpu = new List<double>(Repeats);
        // The first one warms up and is not counted.
        for (var run = 0; run <= Repeats; run++)
        {
            var batchId = await Fill(companyNo, ct);
            var (start, busy) = (Stopwatch.GetTimestamp(), Busy);
            var outcome = await writers.Submit(
                companyNo,
                new PostJournal(batchId) { UserName = "bench", LineCount = Lines },
                ct
            );
            if (outcome.IsRefused)
                throw new InvalidOperationException($"{outcome.Problems[0]}");
            if (run == 0)
                continue;
            wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            cpu.Add((Busy - busy).TotalMilliseconds);
        }
        return new
        {
            lines = Lines,
            documents = Lines / LinesPerDocument,
            milliseconds = RunBenchmarks.Percentiles(wall),
            cpuMilliseconds = RunBenchmarks.Percentiles(cpu),
        };
    }

    private static TimeSpan Busy => Process.GetCurrentProcess().TotalProcessorTime;

    private async Task<Guid> Fill(int companyNo, CancellationToken ct)
    {
        await using var db = database.Open(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var batch = await Batch(db, ct);
        var stamp = Stopwatch.GetTimestamp() / 1000 % 1_000_000_000;
        var lines = Enumerable.Range(0, Lines).Select(no => Line(batch, no, stamp)).ToList();
        var trip = new RoundTrip(db);
        new BulkWriter(trip).Insert(lines);
        await trip.Make(ct);
        await transaction.CommitAsync(ct);
        return batch.Id;
    }

    private static async Task<JournalBatch> Batch(HandelDbContext db, CancellationToken ct)
    {
        if (await db.JournalBatches.FirstOrDefaultAsync(b => b.Name == BatchName, ct) is { } there)
        {
            await JournalKeeping.Empty(db, there.Id, ct);
            return there;
        }
        var template = await db.JournalTemplates.FirstAsync(t => t.Type == JournalType.General, ct);
        var batch = new JournalBatch
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            TemplateId = template.Id,
            Name = BatchName,
            CopyToPostedLines = true,
        };
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        return batch;
    }

    private static JournalLine Line(JournalBatch batch, int no, long stamp)
    {
        var isDebit = no % LinesPerDocument == 0;
        var document = no / LinesPerDocument;
        var amount = (100m + document % 900) * (isDebit ? 1m : -1m);
        var date = new DateOnly(2026, 1, 1).AddDays(document % 300);
        return new()
        {
            CompanyNo = batch.CompanyNo,
            Id = Guid.CreateVersion7(),
            BatchId = batch.Id,
            LineNo = (no + 1) * JournalLine.LineNoStep,
            PostingDate = date,
            DocumentDate = date,
            VatDate = date,
            DocumentType = EntryDocumentType.None,
            DocumentNo = $"{stamp}-{document}",
            AccountNo = isDebit ? "6110" : "1010",
            Description = "Bench",
            Amount = amount,
            AmountLcy = amount,
            Version = 1,
            ModifiedAt = DateTimeOffset.UtcNow,
        };
    }
}
