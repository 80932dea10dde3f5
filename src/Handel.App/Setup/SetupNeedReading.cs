using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Setup;

/// <summary>
/// What open documents, journals and cards would look up in the setup: a fixed number of set-based
/// queries, one row per combination.
/// </summary>
public sealed class SetupNeedReading(HandelDbContext db, CompanySetup setup)
{
    private static readonly TradeRole[] OfCards = [TradeRole.Account, TradeRole.CreditMemoAccount];

    public async Task<IReadOnlyList<SetupNeed>> Read(CancellationToken ct) =>
        [
            .. await OfLines(ct),
            .. await OfHeaders(ct),
            .. await OfJournals(ct),
            .. await OfCardPairs(ct),
            .. await OfAccounts(ct),
        ];

    private async Task<IEnumerable<SetupNeed>> OfLines(CancellationToken ct)
    {
        var rows = await db
            .Lines.Where(l => l.Type != LineType.Comment)
            .Join(
                db.Documents.Where(d => !d.IsPosted),
                l => l.DocumentId,
                d => d.Id,
                (l, d) => new { l, d }
            )
            .GroupBy(x => new
            {
                x.d.Direction,
                IsCredit = x.d.Kind == DocumentKind.CreditMemo
                    || x.d.Kind == DocumentKind.ReturnOrder,
                x.l.Type,
                x.l.ItemType,
                x.l.GenBusPostingGroup,
                x.l.GenProdPostingGroup,
                x.l.VatBusPostingGroup,
                x.l.VatProdPostingGroup,
                x.l.LocationCode,
                x.l.InventoryPostingGroup,
                HasLineDiscount = x.l.LineDiscountAmount != 0m,
                HasInvoiceDiscount = x.l.InvDiscountAmount != 0m,
            })
            .Select(g => new
            {
                g.Key,
                Example = g.Min(x => x.d.No),
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return rows.Select(row =>
        {
            var key = row.Key;
            var isAccount = key.Type == LineType.GlAccount;
            var isStock = key.Type == LineType.Item && key.ItemType == ItemType.Inventory;
            var roles = RolesOf(
                key.Direction,
                key.IsCredit && !isAccount,
                (key.HasLineDiscount, key.HasInvoiceDiscount)
            );
            return new SetupNeed(SetupNeedOrigin.Document, row.Example!, row.Count)
            {
                Side = LedgerSide.Of(key.Direction),
                Trade = isAccount
                    ? null
                    : new GenGroups(key.GenBusPostingGroup, key.GenProdPostingGroup),
                Roles = roles,
                HasCost = isStock,
                Vat = new VatGroups(key.VatBusPostingGroup, key.VatProdPostingGroup),
                Stock = isStock ? (key.LocationCode, key.InventoryPostingGroup) : null,
            };
        });
    }

    // ACC-01..05: discounts have accounts of their own where the setup wants it.
    private List<TradeRole> RolesOf(
        Direction direction,
        bool isCredit,
        (bool OfLine, bool OfInvoice) discounts
    )
    {
        var roles = new List<TradeRole>
        {
            isCredit ? TradeRole.CreditMemoAccount : TradeRole.Account,
        };
        var posting = setup.Trade[direction].DiscountPosting;
        var isAll = posting == DiscountPosting.AllDiscounts;
        if (discounts.OfLine && (isAll || posting == DiscountPosting.LineDiscounts))
            roles.Add(TradeRole.LineDiscount);
        if (discounts.OfInvoice && (isAll || posting == DiscountPosting.InvoiceDiscounts))
            roles.Add(TradeRole.InvoiceDiscount);
        return roles;
    }

    private async Task<IEnumerable<SetupNeed>> OfHeaders(CancellationToken ct)
    {
        var rows = await db
            .Documents.Where(d => !d.IsPosted)
            .GroupBy(d => new { d.Direction, d.PartyPostingGroup })
            .Select(g => new
            {
                g.Key,
                Example = g.Min(d => d.No),
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return rows.Select(row => new SetupNeed(SetupNeedOrigin.Document, row.Example!, row.Count)
        {
            Side = LedgerSide.Of(row.Key.Direction),
            PartyGroup = row.Key.PartyPostingGroup,
        });
    }

    private async Task<IEnumerable<SetupNeed>> OfJournals(CancellationToken ct)
    {
        var lines = db.JournalLines.Where(l => db.JournalBatches.Any(b => b.Id == l.BatchId));
        var rows = await lines
            .Select(l => new
            {
                l.DocumentNo,
                Type = l.Vat.GenPostingType,
                Bus = l.Vat.VatBusPostingGroup,
                Prod = l.Vat.VatProdPostingGroup,
            })
            .Concat(
                lines.Select(l => new
                {
                    l.DocumentNo,
                    Type = l.BalVat.GenPostingType,
                    Bus = l.BalVat.VatBusPostingGroup,
                    Prod = l.BalVat.VatProdPostingGroup,
                })
            )
            .Where(l => l.Type == GenPostingType.Sale || l.Type == GenPostingType.Purchase)
            .GroupBy(l => new
            {
                l.Type,
                l.Bus,
                l.Prod,
            })
            .Select(g => new
            {
                g.Key,
                Example = g.Min(l => l.DocumentNo),
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return rows.Select(row => new SetupNeed(SetupNeedOrigin.Journal, row.Example!, row.Count)
        {
            Side = LedgerSide.OfVat(row.Key.Type),
            Vat = new VatGroups(row.Key.Bus, row.Key.Prod),
        });
    }

    /// <summary>
    /// Every group of parties with every group of items, and items at all locations.
    /// </summary>
    private async Task<IEnumerable<SetupNeed>> OfCardPairs(CancellationToken ct)
    {
        var parties = await db
            .Parties.Where(p => p.Blocked != PartyBlocked.All)
            .GroupBy(p => new
            {
                p.Direction,
                p.GenBusPostingGroup,
                p.VatBusPostingGroup,
                p.PostingGroup,
            })
            .Select(g => new
            {
                g.Key,
                Example = g.Min(p => p.No),
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var groups = parties.Select(party =>
            OfGroup((party.Key.Direction, party.Key.PostingGroup), (party.Example!, party.Count))
        );
        var items = await db
            .Items.Where(i => !i.IsBlocked)
            .GroupBy(i => new
            {
                i.Type,
                i.GenProdPostingGroup,
                i.VatProdPostingGroup,
                i.InventoryPostingGroup,
            })
            .Select(g => new { g.Key, Example = g.Min(i => i.No) })
            .ToListAsync(ct);
        var pairs =
            from party in parties
            from item in items
            select new SetupNeed(
                SetupNeedOrigin.Card,
                $"{party.Example}, {item.Example}",
                party.Count
            )
            {
                Side = LedgerSide.Of(party.Key.Direction),
                Trade = new GenGroups(party.Key.GenBusPostingGroup, item.Key.GenProdPostingGroup),
                Roles = OfCards,
                HasCost = item.Key.Type == ItemType.Inventory,
                Vat = new VatGroups(party.Key.VatBusPostingGroup, item.Key.VatProdPostingGroup),
            };
        var stock =
            from item in items
            where item.Key.Type == ItemType.Inventory
            from location in Locations()
            select new SetupNeed(SetupNeedOrigin.Card, item.Example!, 1)
            {
                Side = LedgerSide.OfVat(GenPostingType.Purchase),
                Stock = (location, item.Key.InventoryPostingGroup),
            };
        return [.. pairs, .. groups, .. stock];
    }

    private static SetupNeed OfGroup(
        (Direction Direction, string Code) group,
        (string No, int Count) parties
    ) =>
        new(SetupNeedOrigin.Card, parties.No, parties.Count)
        {
            Side = LedgerSide.Of(group.Direction),
            PartyGroup = group.Code,
        };

    private IEnumerable<string> Locations() =>
        setup.Inventory.LocationMandatory ? setup.Locations.Keys : [.. setup.Locations.Keys, ""];

    private async Task<IEnumerable<SetupNeed>> OfAccounts(CancellationToken ct)
    {
        var rows = await db
            .GlAccounts.Where(a =>
                !a.IsBlocked
                && a.VatBusPostingGroup != ""
                && a.VatProdPostingGroup != ""
                && (
                    a.GenPostingType == GenPostingType.Sale
                    || a.GenPostingType == GenPostingType.Purchase
                )
            )
            .GroupBy(a => new
            {
                a.GenPostingType,
                a.VatBusPostingGroup,
                a.VatProdPostingGroup,
            })
            .Select(g => new
            {
                g.Key,
                Example = g.Min(a => a.No),
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return rows.Select(row => new SetupNeed(SetupNeedOrigin.Card, row.Example!, row.Count)
        {
            Side = LedgerSide.OfVat(row.Key.GenPostingType),
            Vat = new VatGroups(row.Key.VatBusPostingGroup, row.Key.VatProdPostingGroup),
        });
    }
}
