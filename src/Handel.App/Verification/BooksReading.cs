using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Sealing;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.App.Verification;

/// <summary>Opens the ledgers of a company, in the order in which a register is sealed.</summary>
internal sealed class BooksReading(BooksSnapshot snapshot, IModel model, LedgerState state)
{
    public Task<RowStream<GlRegister>> Registers(CancellationToken ct) =>
        Open<GlRegister>(null, ct);

    /// <summary>Each ledger with the last number that its counter gave.</summary>
    public async Task<IReadOnlyList<(ILedgerCursor Ledger, int Last)>> Ledgers(
        RegisterSeal seal,
        GlTotals totals,
        Findings findings,
        CancellationToken ct
    )
    {
        var read = new List<(ILedgerCursor, int)>();
        async Task Add<T>(LedgerShape<T> shape, int last, Direction? direction = null)
            where T : class
        {
            var rows = await Open<T>(direction, ct);
            var name = direction is { } side ? NameOf(rows.Table, side) : rows.Table;
            read.Add((new LedgerCursor<T>(name, shape, rows, findings), last));
        }

        await Add(Entries(seal, totals), state.Gl);
        await Add(VatEntries(seal), state.Vat);
        var (customers, vendors) = (Direction.Sale, Direction.Purchase);
        await Add(Parties(seal, r => new(r.CustomerFrom, r.CustomerTo)), state.Customer, customers);
        await Add(Parties(seal, r => new(r.VendorFrom, r.VendorTo)), state.Vendor, vendors);
        await Add(
            Details(seal, r => new(r.CustomerDetailFrom, r.CustomerDetailTo)),
            state.CustomerDetail,
            customers
        );
        await Add(
            Details(seal, r => new(r.VendorDetailFrom, r.VendorDetailTo)),
            state.VendorDetail,
            vendors
        );
        await Add(ItemEntries(seal), state.Item);
        await Add(ValueEntries(seal), state.Value);
        await Add(Applications(seal), state.ItemApplication);
        await Add(BankEntries(seal), state.Bank);
        await Add(VatCorrections(seal), state.VatCorrection);
        return read;
    }

    /// <summary>A party's ledger has two sides, numbered apart.</summary>
    public static string NameOf(string table, Direction direction) =>
        $"{table} ({LedgerSide.Of(direction).PartySource})";

    private static LedgerShape<GlEntry> Entries(RegisterSeal seal, GlTotals totals) =>
        new(r => new(r.GlFrom, r.GlTo), e => e.EntryNo, e => e.RegisterNo)
        {
            Take = entry =>
            {
                seal.Add(entry);
                totals.Add(entry);
            },
        };

    private static LedgerShape<VatEntry> VatEntries(RegisterSeal seal) =>
        new(r => new(r.VatFrom, r.VatTo), e => e.EntryNo, e => e.RegisterNo) { Take = seal.Add };

    private static LedgerShape<ItemEntry> ItemEntries(RegisterSeal seal) =>
        new(r => new(r.ItemFrom, r.ItemTo), e => e.EntryNo, e => e.RegisterNo) { Take = seal.Add };

    private static LedgerShape<ValueEntry> ValueEntries(RegisterSeal seal) =>
        new(r => new(r.ValueFrom, r.ValueTo), e => e.EntryNo, e => e.RegisterNo)
        {
            Take = seal.Add,
        };

    private static LedgerShape<ItemApplication> Applications(RegisterSeal seal) =>
        new(r => new(r.ApplicationFrom, r.ApplicationTo), e => e.EntryNo, e => e.RegisterNo)
        {
            Take = seal.Add,
        };

    private static LedgerShape<BankEntry> BankEntries(RegisterSeal seal) =>
        new(r => new(r.BankFrom, r.BankTo), e => e.EntryNo, e => e.RegisterNo) { Take = seal.Add };

    private static LedgerShape<VatCorrection> VatCorrections(RegisterSeal seal) =>
        new(r => new(r.VatCorrectionFrom, r.VatCorrectionTo), e => e.EntryNo, e => e.RegisterNo)
        {
            Take = seal.Add,
        };

    private static LedgerShape<PartyEntry> Parties(
        RegisterSeal seal,
        Func<GlRegister, EntryRange> range
    ) => new(range, e => e.EntryNo, e => e.RegisterNo) { Take = seal.Add };

    private static LedgerShape<PartyDetail> Details(
        RegisterSeal seal,
        Func<GlRegister, EntryRange> range
    ) => new(range, e => e.EntryNo, e => e.RegisterNo) { Take = seal.Add };

    private Task<RowStream<T>> Open<T>(Direction? direction, CancellationToken ct)
        where T : class =>
        RowStream<T>.Open(snapshot, model, new RowScope(state.CompanyNo, direction), ct);
}
