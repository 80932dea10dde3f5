using Handel.Data;
using Handel.Data.Bulk;
using Handel.Kernel.Numbering;
using Handel.Ledgers;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Journals;

/// <summary>A journal that is being changed, and what its lines may look up.</summary>
internal sealed class OpenJournal(HandelDbContext db, JournalSettings settings, CompanySetup setup)
{
    public HandelDbContext Db => db;
    public JournalSettings Settings => settings;
    public CompanySetup Setup => setup;
    public required DateOnly WorkDate { get; init; }

    /// <summary>What an edit looks up: one query per kind of record (S10).</summary>
    public async Task<JournalContext> Context(
        JournalEditNeeds needs,
        CancellationToken ct,
        JournalTail? tail = null
    )
    {
        var entries = await Entries(needs, ct);
        // A document that a line applies to says whose line it is (JNL-52).
        needs.Parties.UnionWith(entries.Select(entry => (entry.Direction, entry.PartyNo)));
        return new()
        {
            Settings = settings,
            Setup = setup,
            WorkDate = WorkDate,
            Parties = await Parties(needs, ct),
            Entries = entries,
            LastLine = tail?.Line,
            LastBalanceLcy = tail?.BalanceLcy ?? 0m,
            NextDocumentNo = tail is null ? "" : await NextDocumentNo(tail, ct),
        };
    }

    /// <summary>The end of the journal, where new lines go on.</summary>
    public async Task<JournalTail> Tail(CancellationToken ct)
    {
        var last = await Lines().OrderByDescending(line => line.LineNo).FirstOrDefaultAsync(ct);
        if (last is null)
            return new(null, 0m);
        var document = await Lines()
            .Where(line => line.DocumentNo == last.DocumentNo)
            .Where(line => line.DocumentType == last.DocumentType)
            .Where(line => line.PostingDate == last.PostingDate)
            .ToListAsync(ct);
        return new(last, JournalNewLine.BalanceLcyOf(document));
    }

    public IQueryable<JournalLine> Lines() =>
        db.JournalLines.AsNoTracking().Where(line => line.BatchId == settings.Batch.Id);

    public async Task<JournalDraft> Load(CancellationToken ct) =>
        new(settings, await Lines().OrderBy(line => line.LineNo).ToListAsync(ct));

    /// <summary>Stores new lines in one round trip.</summary>
    public Task Insert(IReadOnlyCollection<JournalLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            line.Version++;
            line.ModifiedAt = DateTimeOffset.UtcNow;
        }
        return Written(bulk => bulk.Insert(lines), ct);
    }

    /// <summary>Stores lines that changed in one round trip.</summary>
    public Task Update(IReadOnlyCollection<JournalLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            line.Version++;
            line.ModifiedAt = DateTimeOffset.UtcNow;
        }
        return Written(bulk => bulk.Upsert(lines), ct);
    }

    private Task Written(Action<BulkWriter> write, CancellationToken ct)
    {
        var trip = new RoundTrip(db);
        write(new BulkWriter(trip));
        return trip.Make(ct);
    }

    public async Task<NumberSeries?> Series(string code, CancellationToken ct) =>
        code.Length == 0
            ? null
            : await db
                .NumberSeries.AsNoTracking()
                .Include(series => series.Lines)
                .SingleOrDefaultAsync(series => series.Code == code, ct);

    // The series is asked only: it moves when the journal is posted.
    private async Task<string> NextDocumentNo(JournalTail tail, CancellationToken ct) =>
        await Series(settings.NoSeries, ct) is { } series
            ? series.Next(tail.Line?.PostingDate ?? WorkDate).Number
            : "";

    private async Task<Dictionary<(Kernel.Direction, string), Party>> Parties(
        JournalEditNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Parties.Count == 0)
            return [];
        var numbers = needs.Parties.Select(key => key.No).Distinct().ToArray();
        var parties = await db
            .Parties.AsNoTracking()
            .Where(party => numbers.Contains(party.No))
            .ToListAsync(ct);
        return parties.ToDictionary(party => (party.Direction, party.No));
    }

    private async Task<List<PartyEntry>> Entries(JournalEditNeeds needs, CancellationToken ct)
    {
        if (needs.Documents.Count == 0)
            return [];
        var numbers = needs.Documents.Select(key => key.DocumentNo).Distinct().ToArray();
        return await db
            .PartyEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.DocumentNo))
            .ToListAsync(ct);
    }
}

/// <summary>The last line of a journal, and what its document is out of balance by.</summary>
internal sealed class JournalTail(JournalLine? line, decimal balanceLcy)
{
    public JournalLine? Line { get; private set; } = line;
    public decimal BalanceLcy { get; private set; } = balanceLcy;
    public int LastLineNo => Line?.LineNo ?? 0;

    /// <summary>The journal goes on with another line.</summary>
    public void Add(JournalLine line)
    {
        var isSame =
            Line is { } last
            && (last.DocumentNo, last.DocumentType, last.PostingDate)
                == (line.DocumentNo, line.DocumentType, line.PostingDate);
        BalanceLcy = (isSame ? BalanceLcy : 0m) + JournalNewLine.BalanceLcyOf([line]);
        Line = line;
    }
}
