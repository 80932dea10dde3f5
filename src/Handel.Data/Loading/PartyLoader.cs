using Handel.Data.Bulk;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Vat;

namespace Handel.Data.Loading;

/// <summary>
/// Loads customer and vendor entries as settling needs them: those that are named, those that are
/// open, and of an application that is undone all that hangs together (D1, S10).
/// </summary>
internal sealed class PartyLoader(RoundTrip trip, BooksNeeds needs)
{
    /// <summary>Open entries of one party in one command; those that fall due first.</summary>
    public const int OpenEntriesMax = 10_000;

    private readonly Dictionary<(Direction, int), PartyEntry> _entries = [];
    private readonly int _companyNo = trip.Context.CompanyNo;
    private List<Answer<PartyEntry>> _asked = [];
    private List<(Direction, int)> _detailed = [];
    private Answer<PartyDetail> _details = Answer<PartyDetail>.None;
    private Answer<VatEntry> _vat = Answer<VatEntry>.None;

    /// <summary>
    /// Entries of applications to be undone, by which details and VAT are needed.
    /// </summary>
    private HashSet<(Direction, int)> _applied = [];

    public IEnumerable<KeyValuePair<(Direction, int), PartyEntry>> Entries => _entries;

    /// <summary>Entries that are named by number; their parties become needed too.</summary>
    public async Task LoadNamed(CancellationToken ct)
    {
        _applied = await Reach(ct);
        AskByNumber([.. needs.PartyEntries, .. _applied]);
        if (_asked.Count == 0)
            return;
        await trip.Make(ct);
        Add();
        needs.Parties.UnionWith(_entries.Values.Select(e => (e.Direction, e.PartyNo)));
    }

    /// <summary>All that happened to these entries will be needed (REV-02).</summary>
    public void Detail(IEnumerable<PartyEntry> entries) =>
        _applied.UnionWith(entries.Select(entry => (entry.Direction, entry.EntryNo)));

    /// <summary>Asks for the entries that documents and journal lines apply to.</summary>
    public void AskToApply()
    {
        AskByDocument();
        AskOpen();
        AskMarked();
    }

    /// <summary>
    /// Asks for entries that a valuation looks at: what is open in foreign currency, and what was
    /// settled after its day (ADJ-04). One more than it takes, so that it can tell.
    /// </summary>
    public void AskForeign()
    {
        if (needs.Foreign is not { } order)
            return;
        var sides = order.Parties.Keys.Select(direction => (short)direction).ToArray();
        var currencies = order.Currencies.ToArray();
        _asked.Add(
            trip.RowsFrom<PartyEntry>(
                $"""
                party_entry t WHERE t.company_no = {_companyNo} AND t.direction = ANY({sides})
                    AND t.currency_code <> '' AND t.posting_date <= {order.EndingDate}
                    AND (cardinality({currencies}) = 0 OR t.currency_code = ANY({currencies}))
                    AND (t.is_open OR (t.direction, t.entry_no) IN
                        (SELECT d.direction, d.party_entry_no FROM party_detail d
                        WHERE d.company_no = {_companyNo} AND d.type = 2
                            AND d.posting_date > {order.EndingDate}))
                ORDER BY t.direction, t.entry_no LIMIT {RateAdjustment.EntriesMax + 1}
                """
            )
        );
    }

    /// <summary>
    /// Asks for details of foreign entries, for their exchange adjustments (APP-23), and of what is
    /// undone.
    /// </summary>
    public void AskDetails()
    {
        Add();
        _detailed =
        [
            .. _entries
                .Where(e => e.Value.CurrencyCode.Length > 0 || _applied.Contains(e.Key))
                .Select(e => e.Key),
        ];
        if (_detailed.Count == 0)
            return;
        var (sides, numbers) = Arrays(_detailed);
        _details = trip.RowsFrom<PartyDetail>(
            $"""
            unnest({sides}, {numbers}) AS k(direction, entry_no)
            JOIN party_detail t ON t.company_no = {_companyNo}
                AND t.direction = k.direction AND t.party_entry_no = k.entry_no
            ORDER BY t.entry_no
            """
        );
    }

    /// <summary>
    /// Asks for VAT of the invoices whose discount or tolerance corrects it (DSC-07), or that waits
    /// for their payment (UNR-01), and of what is undone.
    /// </summary>
    public void AskVat(CompanySetup setup)
    {
        var invoices = _entries.Values.Where(entry =>
            entry.IsOpen
            && (
                (setup.Gl.AdjustForPmtDisc && MayBeReduced(entry))
                || (setup.Gl.UnrealizedVat && entry.DocumentType.IsPaidLater())
            )
        );
        // UNR-03: what an application made due is known by the documents that it settled.
        var applied = _entries.Where(e => _applied.Contains(e.Key)).Select(e => e.Value);
        var undone = _details.Rows.Where(detail => detail.VatEntryNo != 0 || IsApplied(detail));
        var registers = invoices
            .Concat(applied)
            .Select(entry => entry.RegisterNo)
            .Concat(undone.Select(detail => detail.RegisterNo))
            .Distinct()
            .ToArray();
        if (registers.Length > 0)
        {
            _vat = trip.RowsFrom<VatEntry>(
                $"""
                gl_register r JOIN vat_entry t ON t.company_no = r.company_no
                    AND t.entry_no BETWEEN r.vat_from AND r.vat_to
                WHERE r.company_no = {_companyNo} AND r.register_no = ANY({registers})
                ORDER BY t.entry_no
                """
            );
        }
    }

    public IEnumerable<KeyValuePair<(Direction, int), IReadOnlyList<PartyDetail>>> Details()
    {
        var byEntry = _details.Rows.ToLookup(detail => (detail.Direction, detail.PartyEntryNo));
        return _detailed.Select(key =>
            KeyValuePair.Create(key, (IReadOnlyList<PartyDetail>)[.. byEntry[key]])
        );
    }

    public IEnumerable<KeyValuePair<int, IReadOnlyList<VatEntry>>> Vat() =>
        _vat
            .Rows.GroupBy(entry => entry.RegisterNo)
            .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<VatEntry>)[.. group]));

    private bool IsApplied(PartyDetail detail) =>
        detail.Type == PartyDetailType.Application
        && _applied.Contains((detail.Direction, detail.PartyEntryNo));

    private static bool MayBeReduced(PartyEntry entry) =>
        entry.DocumentType is EntryDocumentType.Invoice or EntryDocumentType.CreditMemo
        && (entry.RemainingPmtDiscPossible != 0m || entry.MaxPaymentTolerance != 0m);

    private void AskByDocument()
    {
        string[] numbers = [.. needs.PartyDocuments.Select(key => key.DocumentNo).Distinct()];
        _asked.Add(trip.Rows<PartyEntry>("document_no", numbers));
    }

    private void AskByNumber(IReadOnlyCollection<(Direction, int)> wanted)
    {
        if (wanted.Count == 0)
            return;
        var (sides, numbers) = Arrays(wanted);
        _asked.Add(
            trip.RowsFrom<PartyEntry>(
                $"""
                unnest({sides}, {numbers}) AS k(direction, entry_no)
                JOIN party_entry t ON t.company_no = {_companyNo}
                    AND t.direction = k.direction AND t.entry_no = k.entry_no
                """
            )
        );
    }

    /// <summary>Of parties that need them, or that pay the oldest first (APP-03).</summary>
    private void AskOpen()
    {
        (Direction Side, string No)[] parties = [.. needs.OpenEntries.Union(needs.OldestFirst)];
        if (parties.Length == 0)
            return;
        short[] sides = [.. parties.Select(party => (short)party.Side)];
        string[] numbers = [.. parties.Select(party => party.No)];
        bool[] always = [.. parties.Select(needs.OpenEntries.Contains)];
        _asked.Add(
            trip.RowsFrom<PartyEntry>(
                $"""
                unnest({sides}, {numbers}, {always}) AS k(direction, party_no, is_needed)
                JOIN party p ON p.company_no = {_companyNo} AND p.direction = k.direction
                    AND p.no = k.party_no AND (k.is_needed
                        OR p.application_method = {(short)ApplicationMethod.ApplyToOldest})
                CROSS JOIN LATERAL (SELECT * FROM party_entry o
                    WHERE o.company_no = {_companyNo} AND o.direction = k.direction
                        AND o.party_no = k.party_no AND o.is_open
                    ORDER BY o.due_date, o.entry_no LIMIT {OpenEntriesMax}) t
                """
            )
        );
    }

    private void AskMarked()
    {
        if (needs.AppliesToIds.Count == 0)
            return;
        var sides = needs.AppliesToIds.Select(key => (short)key.Item1).ToArray();
        var parties = needs.AppliesToIds.Select(key => key.PartyNo).ToArray();
        var ids = needs.AppliesToIds.Select(key => key.AppliesToId).ToArray();
        _asked.Add(
            trip.RowsFrom<PartyEntry>(
                $"""
                unnest({sides}, {parties}, {ids}) AS k(direction, party_no, applies_to_id)
                JOIN party_entry t ON t.company_no = {_companyNo} AND t.is_open
                    AND t.direction = k.direction AND t.party_no = k.party_no
                    AND t.applies_to_id = k.applies_to_id
                """
            )
        );
    }

    /// <summary>
    /// The last application of each entry, followed from entry to entry within its register.
    /// </summary>
    private async Task<HashSet<(Direction, int)>> Reach(CancellationToken ct)
    {
        if (needs.Applications.Count == 0)
            return [];
        var (sides, numbers) = Arrays(needs.Applications);
        var reached = trip.Ask(
            $"""
            WITH RECURSIVE asked AS (
                SELECT k.direction, k.entry_no, max(d.register_no) AS register_no
                FROM unnest({sides}, {numbers}) AS k(direction, entry_no)
                JOIN party_detail d ON d.company_no = {_companyNo} AND d.type = 2
                    AND d.direction = k.direction AND d.party_entry_no = k.entry_no
                    AND NOT d.is_unapplied
                GROUP BY k.direction, k.entry_no
            ), reached AS (
                SELECT direction, entry_no, register_no FROM asked
                UNION
                SELECT d.direction, d.applied_party_entry_no, d.register_no
                FROM reached r JOIN party_detail d ON d.company_no = {_companyNo}
                    AND d.type = 2 AND d.direction = r.direction
                    AND d.party_entry_no = r.entry_no AND d.register_no = r.register_no
                    AND NOT d.is_unapplied
            )
            SELECT DISTINCT direction, entry_no FROM reached
            """,
            row => ((Direction)row.GetInt16(0), row.GetInt32(1))
        );
        await trip.Make(ct);
        return [.. needs.Applications, .. reached.Rows];
    }

    private void Add()
    {
        foreach (var entry in _asked.SelectMany(asked => asked.Rows))
            _entries[(entry.Direction, entry.EntryNo)] = entry;
        _asked = [];
    }

    private static (short[] Sides, int[] Numbers) Arrays(
        IReadOnlyCollection<(Direction Direction, int EntryNo)> keys
    ) => ([.. keys.Select(key => (short)key.Direction)], [.. keys.Select(key => key.EntryNo)]);
}
