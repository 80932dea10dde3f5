using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Data.Ledger;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Mirror;

/// <summary>The rows of one direction, for sources and for sub-queries.</summary>
internal static class SideRows
{
    public static IQueryable<Party> PartyRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().Parties.Where(party => party.Direction == direction);
    }

    public static IQueryable<TradeDocument> DocumentRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().Documents.Where(document => document.Direction == direction);
    }

    public static IQueryable<PartyEntry> EntryRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().PartyEntries.Where(entry => entry.Direction == direction);
    }

    public static IQueryable<PartyDetail> DetailRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().PartyDetails.Where(detail => detail.Direction == direction);
    }

    public static IQueryable<EntryEdit> EditRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().EntryEdits.Where(edit => edit.Direction == direction);
    }

    public static IQueryable<PartyBalance> BalanceRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Db().PartyBalances.Where(balance => balance.Direction == direction);
    }

    public static IQueryable<PartyPostingGroup> GroupRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Rows<PartyPostingGroup>().Where(group => group.Direction == direction);
    }

    public static IQueryable<AlternativePostingGroup> AlternativeRows(
        this SideNames side,
        RequestScope scope
    )
    {
        var direction = side.Direction;
        return scope.Rows<AlternativePostingGroup>().Where(row => row.Direction == direction);
    }

    public static IQueryable<InvoiceDiscountTier> InvoiceDiscountRows(
        this SideNames side,
        RequestScope scope
    )
    {
        var direction = side.Direction;
        return scope.Rows<InvoiceDiscountTier>().Where(tier => tier.Direction == direction);
    }

    public static IQueryable<TradeSetup> SetupRows(this SideNames side, RequestScope scope)
    {
        var direction = side.Direction;
        return scope.Rows<TradeSetup>().Where(setup => setup.Direction == direction);
    }
}
