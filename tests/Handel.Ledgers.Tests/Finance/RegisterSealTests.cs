using System.Diagnostics;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Sealing;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>The chain of registers (D3, AUD-01).</summary>
public class RegisterSealTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void The_same_facts_have_the_same_hash_whatever_the_scale_of_decimals()
    {
        Assert.Equal(HashOf(Entry(1.5m)), HashOf(Entry(1.50000m)));
        Assert.Equal(HashOf(Entry(0m)), HashOf(Entry(-0.00m)));
        Assert.Equal(
            HashOf(Entry(79228162514264337593543950330m)),
            HashOf(Entry(79228162514264337593543950330m))
        );
        Assert.Equal(
            HashOf(Entry(12345678901234567890.12m)),
            HashOf(Entry(12345678901234567890.12000m))
        );
    }

    [Fact]
    public void Every_changed_fact_changes_the_hash()
    {
        var entry = Entry(1.5m);
        GlEntry[] others =
        [
            entry,
            entry with
            {
                Amount = 15m,
            },
            entry with
            {
                Amount = -1.5m,
            },
            entry with
            {
                AccountNo = "8001",
            },
            entry with
            {
                PostingDate = Day.AddDays(1),
            },
            entry with
            {
                DocumentNo = "F1ä",
            },
            // Text does not run over into the field beside it.
            entry with
            {
                DocumentNo = "F",
                ExternalDocumentNo = "1",
            },
            entry with
            {
                IsCorrection = true,
            },
            entry with
            {
                EntryNo = 2,
            },
            entry with
            {
                ValueEntryNo = 9,
            },
        ];

        Assert.Equal(others.Length, others.Select(HashOf).Distinct().Count());
    }

    [Fact]
    public void Each_register_is_chained_to_the_one_before()
    {
        using var seal = new RegisterSeal();
        var counters = new LedgerCounters { Register = 1, Gl = 2 };
        var first = seal.Of(
            PostingOf(Entry(1m), Entry(-1m)),
            counters,
            Context(RegisterSeal.Genesis)
        );
        var other = seal.Of(
            PostingOf(Entry(2m), Entry(-2m)),
            counters,
            Context(RegisterSeal.Genesis)
        );
        var next = seal.Of(PostingOf(Entry(1m), Entry(-1m)), counters, Context(first.Hash));

        Assert.Equal(RegisterSeal.HashBytes, first.Hash.Length);
        Assert.NotEqual(first.Hash, other.Hash);
        Assert.NotEqual(first.Hash, next.Hash);
        Assert.Equal(first.Hash, next.PreviousHash);
    }

    [Fact]
    public void Who_verifies_stored_rows_finds_the_same_hash()
    {
        using var seal = new RegisterSeal();
        var posting = PostingOf(Entry(1m), Entry(-1m));
        var sealedAt = seal.Of(posting, new() { Gl = 2 }, Context(RegisterSeal.Genesis));

        using var verifier = new RegisterSeal();
        verifier.Begin(sealedAt with { DebitTotal = 1.00000m });
        posting.GlEntries.ForEach(verifier.Add);

        Assert.Equal(sealedAt.Hash, verifier.Finish());
    }

    [Fact]
    public void A_register_names_its_entries_and_whole_microseconds()
    {
        using var seal = new RegisterSeal();
        var posting = PostingOf(Entry(3m), Entry(-3m));

        var register = seal.Of(posting, new() { Gl = 12, Vat = 5 }, Context(RegisterSeal.Genesis));

        Assert.Equal((11, 12), (register.GlFrom, register.GlTo));
        Assert.Equal(0, new EntryRange(register.VatFrom, register.VatTo).Count);
        Assert.Equal(3m, register.DebitTotal);
        Assert.Equal(0, register.PostedAt.Ticks % TimeSpan.TicksPerMicrosecond);
    }

    [Fact]
    public void Sealing_keeps_up_with_bulk_writing()
    {
        const int Entries = 200_000;
        using var seal = new RegisterSeal();
        var entry = Entry(1234.50000m);
        var register = seal.Of(PostingOf(entry), new(), Context(RegisterSeal.Genesis));

        var clock = Stopwatch.StartNew();
        seal.Begin(register);
        for (var no = 0; no < Entries; no++)
            seal.Add(entry);
        seal.Finish();

        output.WriteLine($"{Entries / clock.Elapsed.TotalSeconds:N0} entries a second");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static string HashOf(GlEntry entry)
    {
        using var seal = new RegisterSeal();
        seal.Add(entry);
        return Convert.ToHexString(seal.Finish());
    }

    private static SealContext Context(byte[] previous) =>
        new(
            7,
            new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(123),
            "ann",
            previous
        );

    private static Posting PostingOf(params GlEntry[] entries)
    {
        var posting = new Posting
        {
            RegisterNo = 1,
            PostingDate = Day,
            DocumentNo = "F1",
            SourceCode = "SALES",
        };
        posting.GlEntries.AddRange(entries);
        return posting;
    }

    private static GlEntry Entry(decimal amount) =>
        new()
        {
            CompanyNo = 7,
            EntryNo = 1,
            RegisterNo = 1,
            PostingDate = Day,
            DocumentDate = Day,
            VatDate = Day,
            DocumentNo = "F1",
            AccountNo = "8000",
            Description = "Invoice F1",
            Amount = amount,
            SourceCode = "SALES",
        };
}
