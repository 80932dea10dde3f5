using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;

namespace Handel.Api.Mirror;

/// <summary>Properties that only customers, or only vendors, have in the contract.</summary>
internal static class PartyFields
{
    public static Resource<Party> Own(this Resource<Party> resource, SideNames side) =>
        side.Direction == Direction.Sale ? Customer(resource, side) : Vendor(resource, side);

    /// <summary>The same that v2.0 lacks (API-X0-3).</summary>
    public static Resource<Party> Further(this Resource<Party> resource, SideNames side) =>
        side.Direction == Direction.Sale
            ? resource
            : resource.Field("priority", p => p.Priority, Access.ReadWrite);

    public static RowWrites<Party> Own(this RowWrites<Party> writes, SideNames side) =>
        side.Direction == Direction.Sale ? Customer(writes) : Vendor(writes);

    private static Resource<Party> Customer(Resource<Party> resource, SideNames side) =>
        resource
            .Field("type", p => p.IsPerson ? 1 : 0)
            .Field("salespersonCode", p => p.SalespersonCode)
            .Field("creditLimit", p => p.CreditLimitLcy)
            .Of(
                "taxAreaId",
                p => p.VatBusPostingGroup,
                new There<VatBusPostingGroup, Guid>(g => g.Code, g => g.Id)
            )
            .Of(
                "taxAreaDisplayName",
                p => p.VatBusPostingGroup,
                new There<VatBusPostingGroup, string>(g => g.Code, g => g.Description)
            )
            .Of(
                "shipmentMethodId",
                p => p.ShipmentMethodCode,
                new There<ShipmentMethod, Guid>(m => m.Code, m => m.Id)
            )
            .Field("blocked", p => p.Blocked)
            // API-C1-4: what is overdue today.
            .Field(
                "balanceDue",
                (p, s) =>
                    side.EntryRows(s)
                        .Where(e => e.PartyNo == p.No && e.IsOpen && e.DueDate < s.Today())
                        .Sum(e => e.RemainingAmountLcy)
            );

    private static Resource<Party> Vendor(Resource<Party> resource, SideNames side) =>
        resource
            .Blank("irs1099Code")
            .Mapped<PartyBlocked, int>("blocked", p => p.Blocked, ToWire, wire => FromWire(wire))
            .Field(
                "balance",
                (p, s) =>
                    side.BalanceRows(s)
                        .Where(b => b.PartyNo == p.No)
                        .Select(b => -b.BalanceLcy)
                        .FirstOrDefault()
            );

    private static RowWrites<Party> Customer(RowWrites<Party> writes) =>
        writes
            .Set<int>("type", (p, kind) => p.IsPerson = kind == 1)
            .Set<decimal>("creditLimit", (p, limit) => p.CreditLimitLcy = limit)
            .Range("creditLimit", p => p.CreditLimitLcy)
            .Set<PartyBlocked>("blocked", (p, blocked) => p.Blocked = blocked)
            .Pair<SalespersonPurchaser>(
                ("", "salespersonCode"),
                person => person.Code,
                (p, code) => p.SalespersonCode = code
            )
            .Pair<VatBusPostingGroup>(
                ("taxAreaId", ""),
                g => g.Code,
                (p, code) => p.VatBusPostingGroup = code
            )
            .Pair<ShipmentMethod>(
                ("shipmentMethodId", ""),
                m => m.Code,
                (p, code) => p.ShipmentMethodCode = code
            );

    private static RowWrites<Party> Vendor(RowWrites<Party> writes) =>
        writes
            .Set<int>("blocked", (p, wire) => p.Blocked = FromWire(wire))
            .Set<int>("priority", (p, number) => p.Priority = number)
            .Range("priority", p => p.Priority);

    // vendorBlocked counts blank, Payment, All.
    private static int ToWire(PartyBlocked blocked) =>
        blocked switch
        {
            PartyBlocked.Payment => 1,
            PartyBlocked.All => 2,
            PartyBlocked.None or PartyBlocked.Ship or PartyBlocked.Invoice => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(blocked)),
        };

    private static PartyBlocked FromWire(int wire) =>
        wire switch
        {
            1 => PartyBlocked.Payment,
            2 => PartyBlocked.All,
            _ => PartyBlocked.None,
        };
}
