using Handel.App.Companies;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Sealing;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Verification;

/// <summary>
/// How fast the chain is walked; the number is printed, books of this size are whole.
/// </summary>
public sealed class VerifySpeedTests
{
    private const int RegistersMax = 2_000;
    private const int EntriesPerRegister = 10;
    private const string CountVariable = "HANDEL_VERIFY_REGISTERS";

    [Fact]
    public async Task Many_registers_are_verified_in_one_pass()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var test = await TestDatabase.Create();
        await using var database = new HandelDatabase(test.ConnectionString);
        await new CreateCompany(database).Run("Speed BV", "nl", ct);
        var given = Environment.GetEnvironmentVariable(CountVariable);
        var registers = given is null ? RegistersMax : int.Parse(given, null);
        await Fill(database, registers, ct);

        var progress = new Progress<OperationProgress>();
        var verdict = await new VerifyBooks(database).Verify(null, progress, ct);

        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
        Assert.Equal(registers * EntriesPerRegister, verdict.Entries);
        TestContext.Current.SendDiagnosticMessage(
            $"{verdict.Entries} entries in {verdict.Seconds:0.00} s"
        );
        Console.WriteLine($"{verdict.Entries} entries in {verdict.Seconds:0.00} s");
    }

    private static async Task Fill(HandelDatabase database, int registers, CancellationToken ct)
    {
        await using var db = database.Open(1);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var trip = new RoundTrip(db);
        var bulk = new BulkWriter(trip);
        var counters = new LedgerCounters();
        var totals = new Dictionary<(string, DateOnly), GlDayTotal>();
        using var seal = new RegisterSeal();
        var (hash, sealedOnes) = (RegisterSeal.Genesis, new List<GlRegister>());
        var entries = new List<GlEntry>();
        for (var no = 1; no <= registers; no++)
        {
            var posting = Posting(counters, totals);
            var register = seal.Of(posting, counters, new(1, DateTimeOffset.UtcNow, "clerk", hash));
            hash = register.Hash;
            sealedOnes.Add(register);
            entries.AddRange(posting.GlEntries);
            if (entries.Count < 50_000 && no < registers)
                continue;
            bulk.Insert(entries);
            await trip.Make(ct);
            entries.Clear();
        }
        bulk.Insert(sealedOnes);
        bulk.Insert(totals.Values);
        var state = await db.LedgerStates.SingleAsync(ct);
        bulk.Upsert([state.After(counters, hash)]);
        await trip.Make(ct);
        await transaction.CommitAsync(ct);
        await db.Database.ExecuteSqlRawAsync("ANALYZE gl_entry", ct);
    }

    private static Posting Posting(
        LedgerCounters counters,
        Dictionary<(string, DateOnly), GlDayTotal> totals
    )
    {
        var registerNo = ++counters.Register;
        var date = new DateOnly(2026, 1, 1).AddDays(registerNo % 365);
        var posting = new Posting
        {
            RegisterNo = registerNo,
            PostingDate = date,
            DocumentNo = $"VF{registerNo:000000}",
            SourceCode = "SALES",
        };
        for (var line = 0; line < EntriesPerRegister; line++)
        {
            var entry = Entry(posting, ++counters.Gl, line);
            posting.GlEntries.Add(entry);
            if (!totals.TryGetValue((entry.AccountNo, date), out var total))
                totals[(entry.AccountNo, date)] = total = new()
                {
                    CompanyNo = 1,
                    AccountNo = entry.AccountNo,
                    PostingDate = date,
                };
            total.Debit += entry.DebitAmount;
            total.Credit += entry.CreditAmount;
        }
        return posting;
    }

    private static GlEntry Entry(Posting posting, int entryNo, int line) =>
        new()
        {
            CompanyNo = 1,
            EntryNo = entryNo,
            RegisterNo = posting.RegisterNo,
            PostingDate = posting.PostingDate,
            DocumentDate = posting.PostingDate,
            VatDate = posting.PostingDate,
            DocumentType = EntryDocumentType.Invoice,
            DocumentNo = posting.DocumentNo,
            AccountNo = line % 2 == 0 ? "8020" : "7120",
            Description = $"Invoice {posting.DocumentNo}",
            Amount = (line % 2 == 0 ? 1 : -1) * (posting.RegisterNo % 9000 + 0.25m),
            GenBusPostingGroup = "BINNENL",
            GenProdPostingGroup = "SERVICE",
            SourceType = SourceType.Customer,
            SourceNo = $"K{posting.RegisterNo % 500:00000}",
            SourceCode = "SALES",
            IsSystemCreated = true,
        };
}
