using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Answers what a batch of commands needs to know (D1): one query per kind of fact, however many
/// documents the batch has. What is not needed is not asked.
/// </summary>
public sealed class BooksLoader(HandelDbContext db)
{
    public async Task<Books> Load(
        CompanySetup setup,
        BooksNeeds needs,
        LedgerCounters counters,
        CancellationToken ct = default
    )
    {
        var deliveries = await Deliveries(needs, ct);
        // To invoice a delivery is to value its item entry, which only the delivery can name.
        needs.ItemEntries.UnionWith(
            deliveries.Where(d => d.ItemEntryNo != 0).Select(d => d.ItemEntryNo)
        );
        var glEntries = await CorrectionLoader.Entries(db, [.. needs.GlEntries], ct);
        needs.DimensionSets.UnionWith(glEntries.Values.Select(entry => entry.DimensionSetId));
        var registers = await new RegisterLoader(db).Load(needs, ct);
        var entries = new PartyLoader(db);
        await entries.LoadNamed(needs, ct);
        entries.Detail(registers.SelectMany(posted => posted.PartyEntries));
        var parties = await Parties(needs, ct);
        await entries.LoadOpen(needs, parties, ct);
        await entries.LoadForeign(needs, ct);
        var details = (await entries.Details(ct)).ToList();
        var vat = await entries.Vat(setup, details.SelectMany(d => d.Value), ct);
        return new()
        {
            Setup = setup,
            Counters = counters,
            Parties = parties,
            Items = await Items(needs, ct),
            NumberSeries = new(await NumberSeries(ct)),
            PartyEntries = new(entries.Entries),
            PartyDetails = new(details),
            VatEntries = new(vat),
            LastEntryEditNo = needs.EntryEdits ? await LastEntryEditNo(ct) : 0,
            ExternalNumbers = new(await ExternalNumbers(needs, ct)),
            Deliveries = new(deliveries.Select(d => KeyValuePair.Create(d.LineId, d))),
            Stock = await new StockLoader(db).Load(needs, ct),
            Registers = new(registers.Select(posted => KeyValuePair.Create(posted.No, posted))),
            BankEntries = new(
                registers
                    .SelectMany(posted => posted.BankEntries)
                    .UnionBy(await Banked(needs, entries, ct), entry => entry.EntryNo)
                    .Select(entry => KeyValuePair.Create(entry.EntryNo, entry))
            ),
            Balances = await Balances(needs, ct),
            IncomeBalances = await IncomeLoader.Balances(db, setup, needs, ct),
            ForeignBanks = await ForeignLoader.Banks(db, setup, needs, ct),
            CorrectedVat = new(await new VatLoader(db).Entries(needs, ct)),
            OpenVat = new(await new VatLoader(db).Open(needs, counters.Vat, ct)),
            Dimensions = await Dimensions(setup.Dimensions, needs, ct),
            GlEntries = glEntries,
            DimensionCorrections = new(
                await CorrectionLoader.Corrections(db, [.. needs.GlEntries], ct)
            ),
        };
    }

    /// <summary>What the bank knows of payments whose application is undone (UNA-06).</summary>
    private async Task<List<BankEntry>> Banked(
        BooksNeeds needs,
        PartyLoader entries,
        CancellationToken ct
    )
    {
        if (needs.Applications.Count == 0)
            return [];
        var registers = entries.Entries.Select(pair => pair.Value.RegisterNo).Distinct().ToArray();
        return await db
            .BankEntries.AsNoTracking()
            .Where(entry => registers.Contains(entry.RegisterNo))
            .ToListAsync(ct);
    }

    private Task<DimensionContext> Dimensions(
        DimensionRules rules,
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        var parties = needs.Parties.Select(party => new RecordRef(
            LedgerSide.Of(party.Item1).PartyEntity,
            party.Item2
        ));
        var items = needs.Items.Select(no => new RecordRef(DimensionEntities.Items, no));
        return new DimensionLoader(db).Load(rules, needs.DimensionSets, parties.Concat(items), ct);
    }

    private async Task<IReadOnlyDictionary<(Direction, string), Party>> Parties(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Parties.Count == 0)
            return new Dictionary<(Direction, string), Party>();
        var numbers = needs.Parties.Select(key => key.Item2).Distinct().ToArray();
        var parties = await db
            .Parties.AsNoTracking()
            .Where(party => numbers.Contains(party.No))
            .ToListAsync(ct);
        return parties.ToDictionary(party => (party.Direction, party.No));
    }

    private async Task<IReadOnlyDictionary<string, Item>> Items(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Items.Count == 0)
            return new Dictionary<string, Item>();
        var numbers = needs.Items.ToArray();
        return await db
            .Items.AsNoTracking()
            .Include(item => item.Units)
            .Where(item => numbers.Contains(item.No))
            .ToDictionaryAsync(item => item.No, ct);
    }

    private async Task<IEnumerable<KeyValuePair<string, NumberSeries>>> NumberSeries(
        CancellationToken ct
    )
    {
        var series = await db.NumberSeries.AsNoTracking().Include(s => s.Lines).ToListAsync(ct);
        return series.Select(s => KeyValuePair.Create(s.Code, s));
    }

    private async Task<int> LastEntryEditNo(CancellationToken ct) =>
        await db.EntryEdits.MaxAsync(edit => (int?)edit.EditNo, ct) ?? 0;

    private async Task<IEnumerable<KeyValuePair<ExternalNumberKey, string>>> ExternalNumbers(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.ExternalNumbers.Count == 0)
            return [];
        var numbers = needs.ExternalNumbers.Select(k => k.ExternalDocumentNo).Distinct().ToArray();
        var parties = needs.ExternalNumbers.Select(k => k.PartyNo).Distinct().ToArray();
        var taken = await db
            .PartyEntries.Where(entry =>
                numbers.Contains(entry.ExternalDocumentNo)
                && parties.Contains(entry.PartyNo)
                && !entry.IsReversed
            )
            .Select(entry => new
            {
                Key = new ExternalNumberKey(
                    entry.Direction,
                    entry.PartyNo,
                    entry.DocumentType,
                    entry.ExternalDocumentNo
                ),
                entry.DocumentNo,
            })
            .ToListAsync(ct);
        return taken.DistinctBy(t => t.Key).Select(t => KeyValuePair.Create(t.Key, t.DocumentNo));
    }

    private async Task<IReadOnlyDictionary<BalanceKey, decimal>> Balances(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Balances.Count == 0)
            return new Dictionary<BalanceKey, decimal>();
        var accounts = needs.Balances.Select(key => key.AccountNo).Distinct().ToArray();
        var last = needs.Balances.Max(key => key.Date);
        var days = await db
            .GlDayTotals.Where(day => accounts.Contains(day.AccountNo) && day.PostingDate <= last)
            .GroupBy(day => new { day.AccountNo, day.PostingDate })
            .Select(day => new
            {
                day.Key.AccountNo,
                day.Key.PostingDate,
                Amount = day.Sum(total => total.Debit - total.Credit),
            })
            .ToListAsync(ct);
        return needs.Balances.ToDictionary(
            key => key,
            key =>
                days.Where(day => day.AccountNo == key.AccountNo && day.PostingDate <= key.Date)
                    .Sum(day => day.Amount)
        );
    }

    private async Task<IReadOnlyList<OpenDelivery>> Deliveries(
        BooksNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.OrderLines.Count == 0)
            return [];
        var orders = needs.OrderLines.Select(line => line.OrderNo).Distinct().ToArray();
        var lines = await (
            from line in db.Lines
            join document in db.Documents on line.DocumentId equals document.Id
            where
                orders.Contains(line.OrderNo)
                && document.IsPosted
                && (
                    document.Kind == DocumentKind.Delivery
                    || document.Kind == DocumentKind.ReturnDelivery
                )
                && line.Quantity != line.QtyInvoiced
            select new
            {
                line,
                document.Direction,
                document.No,
                document.RegisterNo,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. lines.Select(l => new OpenDelivery(
                l.line.Id,
                l.No,
                l.line.LineNo,
                l.line.ItemEntryNo,
                l.line.Quantity,
                l.line.QtyInvoiced
            )
            {
                OrderLine = new(l.Direction, l.line.OrderNo, l.line.OrderLineNo),
                QuantityPerUnit = l.line.QuantityPerUnit,
                RegisterNo = l.RegisterNo,
            }),
        ];
    }
}
