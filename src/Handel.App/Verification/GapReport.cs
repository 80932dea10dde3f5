using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Verification;

/// <summary>
/// Numbers of a gapless series that no posted document or journal carries (INV-20).
/// </summary>
/// <param name="Count">How many numbers are missing from the first to the last.</param>
public sealed record NumberGap(string SeriesCode, int LineNo, string From, string To)
{
    /// <summary>Null where the series numbers journals only.</summary>
    public required Direction? Direction { get; init; }
    public required IReadOnlyList<DocumentKind> Kinds { get; init; }
    public required long Count { get; init; }
}

/// <summary>
/// What is missing in the gapless series of posted documents and of journals, one query for each
/// line that counts (NOS-12, INV-20). A series that numbers both has no gap where either is.
/// </summary>
public sealed class GapReport(HandelDbContext db)
{
    /// <summary>Gaps that are told of one line; more of them say no more.</summary>
    public const int GapsMax = 500;

    public async Task<IReadOnlyList<NumberGap>> Read(CancellationToken ct)
    {
        var series = await db.NumberSeries.AsNoTracking().Include(s => s.Lines).ToListAsync(ct);
        var setups = await db.Set<TradeSetup>().AsNoTracking().ToListAsync(ct);
        var ofJournals = await OfJournals(ct);
        var uses = (
            from setup in setups
            from use in NumberGaps.UsesOf(setup)
            where use.SeriesCode.Length > 0
            group use.Kind by (setup.Direction, use.SeriesCode) into kinds
            select new SeriesUse(kinds.Key.SeriesCode, ofJournals.Contains(kinds.Key.SeriesCode))
            {
                Direction = kinds.Key.Direction,
                Kinds = [.. kinds],
            }
        ).ToList();
        uses.AddRange(
            ofJournals
                .Except(uses.Select(use => use.SeriesCode), StringComparer.Ordinal)
                .Select(code => new SeriesUse(code, NumbersJournals: true))
        );
        var gaps = new List<NumberGap>();
        foreach (var use in uses.OrderBy(use => use.SeriesCode, StringComparer.Ordinal))
        {
            var lines = series
                .Where(s => s.Code == use.SeriesCode)
                .SelectMany(s => s.Lines)
                .Where(line => line.Implementation == NumberImplementation.Gapless)
                .OrderBy(line => line.LineNo);
            foreach (var line in lines)
                gaps.AddRange(await Of(line, use, ct));
        }
        return gaps;
    }

    // Each register of a journal is a document of it (JNL-33).
    private async Task<HashSet<string>> OfJournals(CancellationToken ct)
    {
        var templates = await db.JournalTemplates.AsNoTracking().ToListAsync(ct);
        var batches = await db.JournalBatches.AsNoTracking().ToListAsync(ct);
        var codes = templates
            .SelectMany(template => new[] { template.NoSeries, template.PostingNoSeries })
            .Concat(batches.SelectMany(batch => new[] { batch.NoSeries, batch.PostingNoSeries }));
        return codes.Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    private sealed record SeriesUse(string SeriesCode, bool NumbersJournals)
    {
        public Direction? Direction { get; init; }
        public DocumentKind[] Kinds { get; init; } = [];
    }

    private async Task<IEnumerable<NumberGap>> Of(
        NumberSeriesLine line,
        SeriesUse use,
        CancellationToken ct
    )
    {
        if (
            NumberText.Split(line.StartingNo) is not { } start
            || NumberText.Split(line.LastNoUsed) is not { } last
        )
            return [];
        var kinds = use.Kinds.Select(kind => (short)kind).ToArray();
        var (before, after) = (start.Prefix.Length, start.Suffix.Length);
        var missing = await db
            .Database.SqlQuery<Missing>(
                $"""
                WITH numbers AS (
                    SELECT no FROM trade_document WHERE company_no = {db.CompanyNo}
                        AND direction = {(short?)use.Direction} AND is_posted
                        AND kind = ANY({kinds})
                    UNION ALL SELECT document_no FROM gl_register
                    WHERE company_no = {db.CompanyNo} AND {use.NumbersJournals}
                        AND journal_batch_name <> ''
                ), used AS (
                    SELECT substring(no, {before} + 1, length(no) - {before} - {after}) AS digits
                    FROM numbers WHERE left(no, {before}) = {start.Prefix}
                        AND right(no, {after}) = {start.Suffix}
                ), counted AS (
                    SELECT digits::numeric AS n FROM used WHERE digits ~ '^[0-9]+$'
                    UNION ALL SELECT {last.Digits}::numeric + {line.IncrementBy}
                ), steps AS (
                    SELECT n, coalesce(lag(n) OVER (ORDER BY n),
                        {start.Digits}::numeric - {line.IncrementBy}) AS previous
                    FROM counted WHERE n >= {start.Digits}::numeric
                        AND n <= {last.Digits}::numeric + {line.IncrementBy}
                )
                SELECT (previous + {line.IncrementBy})::bigint AS "From",
                    (n - {line.IncrementBy})::bigint AS "To"
                FROM steps WHERE n - previous > {line.IncrementBy} ORDER BY n LIMIT {GapsMax}
                """
            )
            .ToListAsync(ct);
        return missing.Select(gap => new NumberGap(
            line.SeriesCode,
            line.LineNo,
            start.With(gap.From),
            start.With(gap.To)
        )
        {
            Direction = use.Direction,
            Kinds = use.Kinds,
            Count = ((gap.To - gap.From) / line.IncrementBy) + 1,
        });
    }

    private sealed record Missing(long From, long To);
}
