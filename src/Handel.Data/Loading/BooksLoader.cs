using Handel.Data.Bulk;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Answers what a batch of commands needs to know (D1): one question per kind of fact, however
/// many documents the batch has, and those of every posting in one round trip. What is not needed
/// is not asked.
/// </summary>
/// <param name="trip">May have something to do before, such as taking a lock.</param>
public sealed class BooksLoader(RoundTrip trip)
{
    private readonly HandelDbContext db = trip.Context;

    public async Task<Books> Load(
        CompanySetup setup,
        BooksNeeds needs,
        LedgerCounters counters,
        CancellationToken ct = default
    )
    {
        int[] corrected = [.. needs.GlEntries];
        var glEntries = await CorrectionLoader.Entries(db, corrected, ct);
        needs.DimensionSets.UnionWith(glEntries.Values.Select(entry => entry.DimensionSetId));
        var registers = await new RegisterLoader(db).Load(needs, ct);
        var parties = new PartyLoader(trip, needs);
        await parties.LoadNamed(ct);
        parties.Detail(registers.SelectMany(posted => posted.PartyEntries));

        var deliveries = DeliveryAnswers.Ask(trip, needs);
        var cards = new CardAnswers(trip, needs);
        var numbered = AskExternalNumbers(needs);
        var stock = new StockLoader(trip, needs);
        var dimensions = AskDimensions(setup.Dimensions, needs);
        parties.AskToApply();
        parties.AskForeign();
        await trip.Make(ct);
        // To invoice a delivery is to value its item entry, which only the delivery can name.
        needs.ItemEntries.UnionWith(
            deliveries.Rows.Where(d => d.ItemEntryNo != 0).Select(d => d.ItemEntryNo)
        );
        stock.AskFlow();
        parties.AskDetails();
        await trip.Make(ct);
        stock.AskReached();
        parties.AskVat(setup);
        await trip.Make(ct);
        var items = cards.Items();
        return new()
        {
            Setup = setup,
            Counters = counters,
            Parties = cards.Parties(),
            Items = items,
            NumberSeries = new(cards.NumberSeries()),
            PartyEntries = new(parties.Entries),
            PartyDetails = new(parties.Details()),
            VatEntries = new(parties.Vat()),
            LastEntryEditNo = needs.EntryEdits ? await LastEntryEditNo(ct) : 0,
            ExternalNumbers = new(ByExternalNumber(numbered.Rows)),
            Deliveries = new(deliveries.Rows.Select(d => KeyValuePair.Create(d.LineId, d))),
            Stock = await stock.Found(setup.AverageTerms, items, ct),
            Registers = new(registers.Select(posted => KeyValuePair.Create(posted.No, posted))),
            BankEntries = new(ByNumber(registers, await Banked(needs, parties, ct))),
            Balances = await Balances(needs, ct),
            IncomeBalances = await IncomeLoader.Balances(db, setup, needs, ct),
            ForeignBanks = await ForeignLoader.Banks(db, setup, needs, ct),
            CorrectedVat = new(await new VatLoader(db).Entries(needs, ct)),
            OpenVat = new(await new VatLoader(db).Open(needs, counters.Vat, ct)),
            Dimensions = dimensions.Found(),
            GlEntries = glEntries,
            DimensionCorrections = new(await CorrectionLoader.Corrections(db, corrected, ct)),
        };
    }

    private static IEnumerable<KeyValuePair<int, BankEntry>> ByNumber(
        IEnumerable<PostedRegister> registers,
        IEnumerable<BankEntry> banked
    ) =>
        registers
            .SelectMany(posted => posted.BankEntries)
            .UnionBy(banked, entry => entry.EntryNo)
            .Select(entry => KeyValuePair.Create(entry.EntryNo, entry));

    /// <summary>What the bank knows of payments whose application is undone (UNA-06).</summary>
    private async Task<List<BankEntry>> Banked(
        BooksNeeds needs,
        PartyLoader parties,
        CancellationToken ct
    )
    {
        if (needs.Applications.Count == 0)
            return [];
        var registers = parties.Entries.Select(pair => pair.Value.RegisterNo).Distinct().ToArray();
        return await db
            .BankEntries.AsNoTracking()
            .Where(entry => registers.Contains(entry.RegisterNo))
            .ToListAsync(ct);
    }

    private DimensionAnswers AskDimensions(DimensionRules rules, BooksNeeds needs)
    {
        var parties = needs.Parties.Select(party => new RecordRef(
            LedgerSide.Of(party.Item1).PartyEntity,
            party.Item2
        ));
        var items = needs.Items.Select(no => new RecordRef(DimensionEntities.Items, no));
        return DimensionAnswers.Ask(trip, rules, needs.DimensionSets, parties.Concat(items));
    }

    private async Task<int> LastEntryEditNo(CancellationToken ct) =>
        await db.EntryEdits.MaxAsync(edit => (int?)edit.EditNo, ct) ?? 0;

    private Answer<PartyEntry> AskExternalNumbers(BooksNeeds needs)
    {
        if (needs.ExternalNumbers.Count == 0)
            return Answer<PartyEntry>.None;
        var keys = needs.ExternalNumbers;
        short[] directions = [.. keys.Select(key => (short)key.Direction).Distinct()];
        string[] parties = [.. keys.Select(key => key.PartyNo).Distinct()];
        string[] numbers = [.. keys.Select(key => key.ExternalDocumentNo).Distinct()];
        return trip.Rows<PartyEntry>(
            $"""
            direction = ANY({directions}) AND party_no = ANY({parties})
                AND external_document_no = ANY({numbers}) AND external_document_no <> ''
                AND NOT is_reversed
            """
        );
    }

    private static IEnumerable<KeyValuePair<ExternalNumberKey, string>> ByExternalNumber(
        IEnumerable<PartyEntry> entries
    ) =>
        entries
            .Select(entry =>
                KeyValuePair.Create(
                    new ExternalNumberKey(
                        entry.Direction,
                        entry.PartyNo,
                        entry.DocumentType,
                        entry.ExternalDocumentNo
                    ),
                    entry.DocumentNo
                )
            )
            .DistinctBy(pair => pair.Key);

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
}
