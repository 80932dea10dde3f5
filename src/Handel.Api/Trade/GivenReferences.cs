using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Trade;

/// <summary>
/// Numbers and codes of the ids that a body names: one query per kind of record, however many
/// lines it has (A18.2, S10).
/// </summary>
internal sealed class GivenReferences
{
    private readonly Dictionary<(string Kind, Guid Id), string> codes = [];
    private GivenDimensions dimensions = new();

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["customerId"] = Party,
        ["vendorId"] = Party,
        ["billToCustomerId"] = Party,
        ["payToVendorId"] = Party,
        ["paymentTermsId"] = Terms,
        ["shipmentMethodId"] = Shipment,
        ["currencyId"] = Money,
        ["invoiceId"] = Invoice,
        ["itemId"] = ItemOf,
        ["accountId"] = Account,
        ["unitOfMeasureId"] = Unit,
        ["itemVariantId"] = Variant,
        ["locationId"] = LocationOf,
    };

    private const string Party = nameof(Party);
    private const string Terms = nameof(Terms);
    private const string Shipment = nameof(Shipment);
    private const string Money = nameof(Money);
    private const string Invoice = nameof(Invoice);
    private const string ItemOf = nameof(ItemOf);
    private const string Account = nameof(Account);
    private const string Unit = nameof(Unit);
    private const string Variant = nameof(Variant);
    private const string LocationOf = nameof(LocationOf);

    /// <summary>The number or code of an id; null when there is no such record.</summary>
    public string? Find(string name, Guid id) =>
        id == Guid.Empty ? "" : codes.GetValueOrDefault((Kinds[name], id));

    /// <summary>The dimensions that come along with a body (API-D-1).</summary>
    public IEnumerable<DimensionChange> Dimensions(Given body, List<Problem> problems)
    {
        var changes = new List<DimensionChange>();
        foreach (var line in body.ChildrenOf(DimensionSetLines.Set))
            if (dimensions.Read(line, problems) is { } change)
                changes.Add(change);
        var twice = changes.GroupBy(change => change.DimensionCode).Where(same => same.Count() > 1);
        problems.AddRange(
            twice.Select(same => new Problem(
                ApiProblems.Pair,
                new RecordRef(DimensionSetLines.Set, ""),
                "code",
                same.Key
            ))
        );
        return changes;
    }

    public static bool IsReference(string name) => Kinds.ContainsKey(name);

    public static async Task<GivenReferences> Load(
        RequestScope scope,
        SideNames side,
        IEnumerable<Given> bodies
    )
    {
        var found = new GivenReferences();
        var all = bodies.ToList();
        var lines = all.SelectMany(given => given.ChildrenOf(DimensionSetLines.Set)).ToList();
        if (lines.Count > 0)
            found.dimensions = await GivenDimensions.Load(scope, lines);
        var asked = all.SelectMany(given => given.Values)
            .Where(value => value.Value is Guid id && id != Guid.Empty && IsReference(value.Name))
            .GroupBy(value => Kinds[value.Name], value => (Guid)value.Value);
        foreach (var kind in asked)
        {
            var ids = kind.Distinct().ToArray();
            var rows = await Rows(scope, side, kind.Key)
                .Where(row => ids.Contains(row.Id))
                .ToListAsync(scope.Aborted);
            foreach (var row in rows)
                found.codes[(kind.Key, row.Id)] = row.Code;
        }
        return found;
    }

    private static IQueryable<Coded> Rows(RequestScope scope, SideNames side, string kind) =>
        kind switch
        {
            Party => side.PartyRows(scope).Select(p => new Coded { Id = p.Id, Code = p.No }),
            Terms => scope.Rows<PaymentTerms>().Select(t => new Coded { Id = t.Id, Code = t.Code }),
            Shipment => scope
                .Rows<ShipmentMethod>()
                .Select(m => new Coded { Id = m.Id, Code = m.Code }),
            Invoice => side.DocumentRows(scope)
                .Where(d => d.IsPosted && d.Kind == Handel.Trade.Documents.DocumentKind.Invoice)
                .Select(d => new Coded { Id = d.Id, Code = d.No }),
            ItemOf => scope.Rows<Item>().Select(i => new Coded { Id = i.Id, Code = i.No }),
            Account => scope.Rows<GlAccount>().Select(a => new Coded { Id = a.Id, Code = a.No }),
            Unit => scope.Rows<UnitOfMeasure>().Select(u => new Coded { Id = u.Id, Code = u.Code }),
            Variant => scope
                .Rows<ItemVariant>()
                .Select(v => new Coded { Id = v.Id, Code = v.Code }),
            LocationOf => scope
                .Rows<Location>()
                .Select(l => new Coded { Id = l.Id, Code = l.Code }),
            Money => scope
                .Rows<Kernel.Amounts.Currency>()
                .Select(c => new Coded { Id = c.Id, Code = c.Code }),
            _ => throw new InvalidOperationException(kind),
        };

    private sealed class Coded
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
    }
}
