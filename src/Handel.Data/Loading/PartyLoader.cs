using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads customer and vendor entries as settling needs them: those that are named, those that are
/// open, and of an application that is undone all that hangs together (D1, S10).
/// </summary>
internal sealed class PartyLoader(HandelDbContext db)
{
    /// <summary>Open entries of one party in one command; those that fall due first.</summary>
    public const int OpenEntriesMax = 10_000;

    private readonly Dictionary<(Direction, int), PartyEntry> _entries = [];

    /// <summary>
    /// Entries of applications to be undone, by which details and VAT are needed.
    /// </summary>
    private HashSet<(Direction, int)> _applied = [];

    public IEnumerable<KeyValuePair<(Direction, int), PartyEntry>> Entries => _entries;

    /// <summary>
    /// Entries that are named by document or by number; their parties become needed too.
    /// </summary>
    public async Task LoadNamed(BooksNeeds needs, CancellationToken ct)
    {
        await AddByDocument(needs, ct);
        _applied = await Reach(needs, ct);
        await AddByNumber([.. needs.PartyEntries, .. _applied], ct);
        if (needs.PartyEntries.Count > 0 || _applied.Count > 0)
            needs.Parties.UnionWith(_entries.Values.Select(e => (e.Direction, e.PartyNo)));
        await AddMarked(needs, ct);
    }

    /// <summary>All that happened to these entries will be needed (REV-02).</summary>
    public void Detail(IEnumerable<PartyEntry> entries) =>
        _applied.UnionWith(entries.Select(entry => (entry.Direction, entry.EntryNo)));

    /// <summary>
    /// Open entries of the parties that need them, once it is known who pays the oldest first.
    /// </summary>
    public Task LoadOpen(
        BooksNeeds needs,
        IReadOnlyDictionary<(Direction, string), Party> parties,
        CancellationToken ct
    )
    {
        var oldest = needs.OldestFirst.Where(key =>
            parties.GetValueOrDefault(key) is { ApplicationMethod: ApplicationMethod.ApplyToOldest }
        );
        return AddOpen([.. needs.OpenEntries.Union(oldest)], ct);
    }

    /// <summary>
    /// Entries that a valuation looks at: what is open in foreign currency, and what was settled
    /// after its day (ADJ-04). One more than it takes, so that it can tell.
    /// </summary>
    public async Task LoadForeign(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.Foreign is not { } order)
            return;
        var sides = order.Parties.Keys.Select(direction => (short)direction).ToArray();
        var currencies = order.Currencies.ToArray();
        Add(
            await db
                .PartyEntries.FromSql(
                    $"""
                    SELECT e.* FROM party_entry e
                    WHERE e.company_no = {db.CompanyNo} AND e.direction = ANY({sides})
                        AND e.currency_code <> '' AND e.posting_date <= {order.EndingDate}
                        AND (cardinality({currencies}) = 0 OR e.currency_code = ANY({currencies}))
                        AND (e.is_open OR (e.direction, e.entry_no) IN
                            (SELECT d.direction, d.party_entry_no FROM party_detail d
                            WHERE d.company_no = {db.CompanyNo} AND d.type = 2
                                AND d.posting_date > {order.EndingDate}))
                    ORDER BY e.direction, e.entry_no LIMIT {RateAdjustment.EntriesMax + 1}
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        );
    }

    /// <summary>
    /// Details of foreign entries, for their exchange adjustments (APP-23), and of what is undone.
    /// </summary>
    public async Task<
        IEnumerable<KeyValuePair<(Direction, int), IReadOnlyList<PartyDetail>>>
    > Details(CancellationToken ct)
    {
        var wanted = _entries
            .Where(e => e.Value.CurrencyCode.Length > 0 || _applied.Contains(e.Key))
            .Select(e => e.Key)
            .ToList();
        if (wanted.Count == 0)
            return [];
        var (sides, numbers) = Arrays(wanted);
        var details = await db
            .PartyDetails.FromSql(
                $"""
                SELECT d.* FROM unnest({sides}, {numbers}) AS k(direction, entry_no)
                JOIN party_detail d ON d.company_no = {db.CompanyNo}
                    AND d.direction = k.direction AND d.party_entry_no = k.entry_no
                """
            )
            .AsNoTracking()
            .OrderBy(detail => detail.EntryNo)
            .ToListAsync(ct);
        var byEntry = details.ToLookup(detail => (detail.Direction, detail.PartyEntryNo));
        return wanted.Select(key =>
            KeyValuePair.Create(key, (IReadOnlyList<PartyDetail>)[.. byEntry[key]])
        );
    }

    /// <summary>
    /// VAT of the invoices whose discount or tolerance corrects it (DSC-07), and of what is undone.
    /// </summary>
    public async Task<IEnumerable<KeyValuePair<int, IReadOnlyList<VatEntry>>>> Vat(
        CompanySetup setup,
        IEnumerable<PartyDetail> details,
        CancellationToken ct
    )
    {
        var invoices = _entries.Values.Where(entry =>
            setup.Gl.AdjustForPmtDisc && entry.IsOpen && MayBeReduced(entry)
        );
        var undone = details.Where(detail => detail.VatEntryNo != 0);
        var registers = invoices
            .Select(entry => entry.RegisterNo)
            .Concat(undone.Select(detail => detail.RegisterNo))
            .Distinct()
            .ToArray();
        if (registers.Length == 0)
            return [];
        var entries = await db
            .VatEntries.FromSql(
                $"""
                SELECT v.* FROM gl_register r
                JOIN vat_entry v ON v.company_no = r.company_no
                    AND v.entry_no BETWEEN r.vat_from AND r.vat_to
                WHERE r.company_no = {db.CompanyNo} AND r.register_no = ANY({registers})
                """
            )
            .AsNoTracking()
            .OrderBy(entry => entry.EntryNo)
            .ToListAsync(ct);
        return entries
            .GroupBy(entry => entry.RegisterNo)
            .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<VatEntry>)[.. group]));
    }

    private static bool MayBeReduced(PartyEntry entry) =>
        entry.DocumentType is EntryDocumentType.Invoice or EntryDocumentType.CreditMemo
        && (entry.RemainingPmtDiscPossible != 0m || entry.MaxPaymentTolerance != 0m);

    private async Task AddByDocument(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.PartyDocuments.Count == 0)
            return;
        var numbers = needs.PartyDocuments.Select(key => key.DocumentNo).Distinct().ToArray();
        Add(
            await db
                .PartyEntries.AsNoTracking()
                .Where(entry => numbers.Contains(entry.DocumentNo))
                .ToListAsync(ct)
        );
    }

    private async Task AddByNumber(
        IReadOnlyCollection<(Direction, int)> wanted,
        CancellationToken ct
    )
    {
        if (wanted.Count == 0)
            return;
        var (sides, numbers) = Arrays(wanted);
        Add(
            await db
                .PartyEntries.FromSql(
                    $"""
                    SELECT e.* FROM unnest({sides}, {numbers}) AS k(direction, entry_no)
                    JOIN party_entry e ON e.company_no = {db.CompanyNo}
                        AND e.direction = k.direction AND e.entry_no = k.entry_no
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        );
    }

    private async Task AddOpen(
        IReadOnlyCollection<(Direction Direction, string No)> parties,
        CancellationToken ct
    )
    {
        if (parties.Count == 0)
            return;
        var sides = parties.Select(party => (short)party.Direction).ToArray();
        var numbers = parties.Select(party => party.No).ToArray();
        Add(
            await db
                .PartyEntries.FromSql(
                    $"""
                    SELECT e.* FROM unnest({sides}, {numbers}) AS k(direction, party_no)
                    CROSS JOIN LATERAL (SELECT * FROM party_entry o
                        WHERE o.company_no = {db.CompanyNo} AND o.direction = k.direction
                            AND o.party_no = k.party_no AND o.is_open
                        ORDER BY o.due_date, o.entry_no LIMIT {OpenEntriesMax}) e
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        );
    }

    private async Task AddMarked(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.AppliesToIds.Count == 0)
            return;
        var sides = needs.AppliesToIds.Select(key => (short)key.Item1).ToArray();
        var parties = needs.AppliesToIds.Select(key => key.PartyNo).ToArray();
        var ids = needs.AppliesToIds.Select(key => key.AppliesToId).ToArray();
        Add(
            await db
                .PartyEntries.FromSql(
                    $"""
                    SELECT e.* FROM unnest({sides}, {parties}, {ids})
                        AS k(direction, party_no, applies_to_id)
                    JOIN party_entry e ON e.company_no = {db.CompanyNo} AND e.is_open
                        AND e.direction = k.direction AND e.party_no = k.party_no
                        AND e.applies_to_id = k.applies_to_id
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        );
    }

    /// <summary>
    /// The last application of each entry, followed from entry to entry within its register.
    /// </summary>
    private async Task<HashSet<(Direction, int)>> Reach(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.Applications.Count == 0)
            return [];
        var (sides, numbers) = Arrays(needs.Applications);
        var reached = await db
            .Database.SqlQuery<ReachedEntry>(
                $"""
                WITH RECURSIVE asked AS (
                    SELECT k.direction, k.entry_no, max(d.register_no) AS register_no
                    FROM unnest({sides}, {numbers}) AS k(direction, entry_no)
                    JOIN party_detail d ON d.company_no = {db.CompanyNo} AND d.type = 2
                        AND d.direction = k.direction AND d.party_entry_no = k.entry_no
                        AND NOT d.is_unapplied
                    GROUP BY k.direction, k.entry_no
                ), reached AS (
                    SELECT direction, entry_no, register_no FROM asked
                    UNION
                    SELECT d.direction, d.applied_party_entry_no, d.register_no
                    FROM reached r JOIN party_detail d ON d.company_no = {db.CompanyNo}
                        AND d.type = 2 AND d.direction = r.direction
                        AND d.party_entry_no = r.entry_no AND d.register_no = r.register_no
                        AND NOT d.is_unapplied
                )
                SELECT DISTINCT direction AS "Direction", entry_no AS "EntryNo" FROM reached
                """
            )
            .ToListAsync(ct);
        return [.. needs.Applications, .. reached.Select(e => ((Direction)e.Direction, e.EntryNo))];
    }

    private void Add(IEnumerable<PartyEntry> entries)
    {
        foreach (var entry in entries)
            _entries[(entry.Direction, entry.EntryNo)] = entry;
    }

    private static (short[] Sides, int[] Numbers) Arrays(
        IReadOnlyCollection<(Direction Direction, int EntryNo)> keys
    ) => ([.. keys.Select(key => (short)key.Direction)], [.. keys.Select(key => key.EntryNo)]);

    private sealed record ReachedEntry(short Direction, int EntryNo);
}
