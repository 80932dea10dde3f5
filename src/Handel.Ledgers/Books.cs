using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Reversing;
using Handel.Ledgers.Vat;
using Handel.Ledgers.YearEnd;

namespace Handel.Ledgers;

/// <summary>
/// A posted delivery of an order line that is not wholly invoiced (P-37, ILE-04).
/// </summary>
/// <param name="LineId">Id of the posted delivery line.</param>
/// <param name="ItemEntryNo">Its item entry, or 0 for lines without one.</param>
/// <param name="Quantity">In the unit of the line.</param>
/// <param name="QtyInvoiced">In the unit of the line; state.</param>
public sealed record OpenDelivery(
    Guid LineId,
    string DeliveryNo,
    int DeliveryLineNo,
    int ItemEntryNo,
    decimal Quantity,
    decimal QtyInvoiced
)
{
    public required OrderLineKey OrderLine { get; init; }
    public decimal QuantityPerUnit { get; init; } = 1m;

    /// <summary>When it was posted: deliveries are invoiced in this order (P-37, CV-07).</summary>
    public int RegisterNo { get; init; }

    public decimal QtyNotInvoiced => Quantity - QtyInvoiced;
}

/// <summary>
/// The books as far as a batch of commands needs them: loaded in a fixed number of queries (D1).
/// A plan works on a <see cref="Fork"/> and changes nothing here; when it is accepted the fork is
/// adopted, and the next command of the batch sees the balances as they will be. The batch itself
/// works on a fork of what was loaded: the changes of that fork are the state to be written.
/// </summary>
public sealed class Books
{
    public required CompanySetup Setup { get; init; }
    public required IReadOnlyDictionary<(Direction, string), Party> Parties { get; init; }
    public required IReadOnlyDictionary<string, Item> Items { get; init; }

    /// <summary>Numbers that a posted document of the party has taken already.</summary>
    public required Forked<ExternalNumberKey, string> ExternalNumbers { get; init; }
    public required Forked<string, NumberSeries> NumberSeries { get; init; }
    public required Forked<(Direction, int), PartyEntry> PartyEntries { get; init; }

    /// <summary>
    /// Details of an entry by its number, where an application may have to know or undo them.
    /// </summary>
    public Forked<(Direction, int), IReadOnlyList<PartyDetail>> PartyDetails { get; init; } = new();

    /// <summary>VAT of a register by its number, where a discount may correct it.</summary>
    public Forked<int, IReadOnlyList<VatEntry>> VatEntries { get; init; } = new();
    public required Forked<Guid, OpenDelivery> Deliveries { get; init; }
    public required Stock Stock { get; init; }
    public DimensionContext Dimensions { get; init; } = DimensionContext.Blank();
    public IReadOnlyDictionary<int, GlEntry> GlEntries { get; init; } =
        new Dictionary<int, GlEntry>();

    /// <summary>By the number of the entry whose dimensions were corrected (DIM-13).</summary>
    public Forked<int, DimensionCorrection> DimensionCorrections { get; init; } = new();

    /// <summary>VAT entries of the documents whose VAT facts are corrected, by number.</summary>
    public Forked<int, VatEntry> CorrectedVat { get; init; } = new();

    /// <summary>Open VAT of the periods that are settled.</summary>
    public Forked<VatSpan, OpenVatOfSpan> OpenVat { get; init; } = new();

    /// <summary>What this batch corrects and closes; nothing of it is loaded.</summary>
    public Forked<int, VatCorrection> VatCorrections { get; init; } = new();
    public Forked<int, VatClosing> VatClosings { get; init; } = new();

    /// <summary>
    /// By the number of an unrealized VAT entry: what this batch takes off its rest (UNR-01).
    /// </summary>
    public Forked<int, UnrealizedRest> RealizedVat { get; init; } = new();

    /// <summary>Registers that are undone, with their entries (REV-01).</summary>
    public Forked<int, PostedRegister> Registers { get; init; } = new();

    /// <summary>Bank entries whose state changes, by number.</summary>
    public Forked<int, BankEntry> BankEntries { get; init; } = new();

    /// <summary>Balances of accounts as they were loaded (JNL-41). LCY, debit positive.</summary>
    public IReadOnlyDictionary<BalanceKey, decimal> Balances { get; init; } =
        new Dictionary<BalanceKey, decimal>();

    /// <summary>What stands on income accounts at the end of a year (COM-09).</summary>
    public IReadOnlyList<DimensionBalance> IncomeBalances { get; init; } = [];

    /// <summary>Bank balances in foreign currency at the day of a valuation (ADJ-03).</summary>
    public IReadOnlyList<ForeignBank> ForeignBanks { get; init; } = [];
    public required LedgerCounters Counters { get; set; }

    /// <summary>Number of the last change that was logged (AUD-06).</summary>
    public int LastEntryEditNo { get; set; }

    private Books? Parent { get; init; }

    /// <summary>A copy to plan on; what it changes stays in it until adopted.</summary>
    public Books Fork() =>
        new()
        {
            Setup = Setup,
            Parties = Parties,
            Items = Items,
            ExternalNumbers = ExternalNumbers.Fork(),
            NumberSeries = NumberSeries.Fork(),
            PartyEntries = PartyEntries.Fork(),
            PartyDetails = PartyDetails.Fork(),
            VatEntries = VatEntries.Fork(),
            Deliveries = Deliveries.Fork(),
            Stock = Stock.Fork(),
            Dimensions = Dimensions,
            GlEntries = GlEntries,
            DimensionCorrections = DimensionCorrections.Fork(),
            CorrectedVat = CorrectedVat.Fork(),
            OpenVat = OpenVat.Fork(),
            VatCorrections = VatCorrections.Fork(),
            VatClosings = VatClosings.Fork(),
            RealizedVat = RealizedVat.Fork(),
            Registers = Registers.Fork(),
            BankEntries = BankEntries.Fork(),
            Balances = Balances,
            IncomeBalances = IncomeBalances,
            ForeignBanks = ForeignBanks,
            Counters = Counters with { },
            LastEntryEditNo = LastEntryEditNo,
            Parent = this,
        };

    /// <summary>
    /// The entry of a posted document, or null; documents have one each (GLP-27).
    /// </summary>
    public PartyEntry? FindPartyEntry(PartyDocumentKey document) =>
        PartyEntries.Values.FirstOrDefault(entry =>
            document == new PartyDocumentKey(entry.Direction, entry.DocumentType, entry.DocumentNo)
        );

    /// <summary>
    /// The open entries of a party, in the order in which they fall due (APP-03, APP-10).
    /// </summary>
    public IReadOnlyList<PartyEntry> OpenEntries(Direction direction, string partyNo) =>
        [
            .. PartyEntries
                .Values.Where(entry =>
                    entry.IsOpen && entry.Direction == direction && entry.PartyNo == partyNo
                )
                .OrderBy(entry => entry.DueDate)
                .ThenBy(entry => entry.EntryNo),
        ];

    /// <summary>The entry as the books have it now; one that is not kept yet is as given.</summary>
    public PartyEntry Current(PartyEntry entry) =>
        PartyEntries.TryGet((entry.Direction, entry.EntryNo), out var now) ? now : entry;

    /// <summary>LCY of the exchange adjustments that are still in an entry (APP-23).</summary>
    public decimal UnrealizedOf(PartyEntry entry) =>
        DetailsOf(entry.Direction, entry.EntryNo)
            .Where(detail =>
                detail.Type is PartyDetailType.UnrealizedGain or PartyDetailType.UnrealizedLoss
            )
            .Sum(detail => detail.AmountLcy);

    /// <summary>The details of an entry; empty where they were not loaded.</summary>
    public IReadOnlyList<PartyDetail> DetailsOf(Direction direction, int entryNo) =>
        PartyDetails.TryGet((direction, entryNo), out var details) ? details : [];

    /// <summary>The VAT entries of a register; empty where they were not loaded.</summary>
    public IReadOnlyList<VatEntry> VatEntriesOf(int registerNo) =>
        VatEntries.TryGet(registerNo, out var entries) ? entries : [];

    /// <summary>Of the VAT of a register what a document was posted with.</summary>
    public static IEnumerable<VatEntry> VatOf(PartyEntry document, IEnumerable<VatEntry> entries) =>
        entries.Where(vat =>
            vat.DocumentType == document.DocumentType
            && vat.DocumentNo == document.DocumentNo
            && vat.UnrealizedVatEntryNo == 0
        );

    /// <summary>What of an entry no settlement has realized by now (UNR-01).</summary>
    public UnrealizedRest RestOf(VatEntry entry)
    {
        var taken = TakenFrom(entry.EntryNo);
        return new(
            entry.RemainingUnrealizedBase - taken.Base,
            entry.RemainingUnrealizedAmount - taken.Amount
        );
    }

    /// <summary>A VAT entry was made that realizes, or undoes, a part of another one.</summary>
    public void Realize(VatEntry made)
    {
        if (made.UnrealizedVatEntryNo == 0)
            return;
        var taken = TakenFrom(made.UnrealizedVatEntryNo);
        RealizedVat[made.UnrealizedVatEntryNo] = new(
            taken.Base + made.Base - made.UnrealizedBase,
            taken.Amount + made.Amount - made.UnrealizedAmount
        );
    }

    private UnrealizedRest TakenFrom(int entryNo) =>
        RealizedVat.TryGet(entryNo, out var taken) ? taken : UnrealizedRest.None;

    /// <summary>
    /// Lets later commands of the batch see the details and the VAT of a posting. May be called
    /// again: what is known already is passed over.
    /// </summary>
    public void Remember(Posting posting)
    {
        var made = posting.PartyEntries.Select(entry => (entry.Direction, entry.EntryNo));
        foreach (var key in made.Where(key => !PartyDetails.Contains(key)))
            PartyDetails[key] = [];
        Remember(posting.PartyDetails);
        if (posting.VatEntries.Count > 0)
            VatEntries[posting.RegisterNo] = [.. posting.VatEntries];
    }

    /// <summary>Adds details to those that are known of their entries.</summary>
    public void Remember(IEnumerable<PartyDetail> details)
    {
        foreach (var entry in details.GroupBy(d => (d.Direction, d.PartyEntryNo)))
        {
            if (!PartyDetails.TryGet(entry.Key, out var known))
                continue;
            var last = known.Count == 0 ? 0 : known[^1].EntryNo;
            var added = entry.Where(detail => detail.EntryNo > last).ToList();
            if (added.Count > 0)
                PartyDetails[entry.Key] = [.. known, .. added];
        }
    }

    /// <summary>
    /// Makes what was planned on this fork true for the books it was forked from.
    /// </summary>
    public void Adopt()
    {
        if (Parent is null)
            throw new InvalidOperationException("Only a fork can be adopted.");
        ExternalNumbers.Adopt();
        NumberSeries.Adopt();
        PartyEntries.Adopt();
        PartyDetails.Adopt();
        VatEntries.Adopt();
        Deliveries.Adopt();
        Stock.Adopt();
        DimensionCorrections.Adopt();
        CorrectedVat.Adopt();
        OpenVat.Adopt();
        VatCorrections.Adopt();
        VatClosings.Adopt();
        RealizedVat.Adopt();
        Registers.Adopt();
        BankEntries.Adopt();
        Parent.Counters = Counters;
        Parent.LastEntryEditNo = LastEntryEditNo;
    }
}
