using Handel.Data.Ledger;
using Handel.Kernel;
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

        await Add(
            new LedgerShape<GlEntry>(r => new(r.GlFrom, r.GlTo), e => e.EntryNo, e => e.RegisterNo)
            {
                Take = entry =>
                {
                    seal.Add(entry);
                    totals.Add(entry);
                },
            },
            state.Gl
        );
        await Add(
            new LedgerShape<VatEntry>(
                r => new(r.VatFrom, r.VatTo),
                e => e.EntryNo,
                e => e.RegisterNo
            )
            {
                Take = seal.Add,
            },
            state.Vat
        );
        await Add(
            Entries(seal, r => new(r.CustomerFrom, r.CustomerTo)),
            state.Customer,
            Direction.Sale
        );
        await Add(
            Entries(seal, r => new(r.VendorFrom, r.VendorTo)),
            state.Vendor,
            Direction.Purchase
        );
        await Add(
            Details(seal, r => new(r.CustomerDetailFrom, r.CustomerDetailTo)),
            state.CustomerDetail,
            Direction.Sale
        );
        await Add(
            Details(seal, r => new(r.VendorDetailFrom, r.VendorDetailTo)),
            state.VendorDetail,
            Direction.Purchase
        );
        await Add(
            new LedgerShape<ItemEntry>(
                r => new(r.ItemFrom, r.ItemTo),
                e => e.EntryNo,
                e => e.RegisterNo
            )
            {
                Take = seal.Add,
            },
            state.Item
        );
        await Add(
            new LedgerShape<ValueEntry>(
                r => new(r.ValueFrom, r.ValueTo),
                e => e.EntryNo,
                e => e.RegisterNo
            )
            {
                Take = seal.Add,
            },
            state.Value
        );
        await Add(
            new LedgerShape<ItemApplication>(
                r => new(r.ApplicationFrom, r.ApplicationTo),
                e => e.EntryNo,
                e => e.RegisterNo
            )
            {
                Take = seal.Add,
            },
            state.ItemApplication
        );
        return read;
    }

    /// <summary>A party's ledger has two sides, numbered apart.</summary>
    public static string NameOf(string table, Direction direction) =>
        $"{table} ({LedgerSide.Of(direction).PartySource})";

    private static LedgerShape<PartyEntry> Entries(
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
