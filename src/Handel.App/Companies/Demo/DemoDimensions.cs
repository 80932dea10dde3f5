using Handel.App.Setup;
using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies.Demo;

/// <summary>
/// Two dimensions of the demo company: which department trades, and to what kind of customer. What
/// is posted carries them through the defaults, as with a clerk who types nothing.
/// </summary>
internal sealed class DemoDimensions(HandelDbContext db)
{
    public const string Department = "AFDELING";
    public const string CustomerGroup = "KLANTGROEP";
    private const string Sales = "VERKOOP";
    private const string Purchasing = "INKOOP";
    private static readonly string[] Groups = ["WINKEL", "WERKPLAATS", "VERHUUR"];

    public async Task Make(CancellationToken ct)
    {
        db.AddRange(Dimension(Department, "Afdeling"), Dimension(CustomerGroup, "Klantgroep"));
        db.AddRange(
            Value(Department, Sales, "Verkoop"),
            Value(Department, Purchasing, "Inkoop"),
            Value(Department, "MAGAZIJN", "Magazijn"),
            Value(Department, "KANTOOR", "Kantoor"),
            Value(CustomerGroup, Groups[0], "Fietsenwinkels"),
            Value(CustomerGroup, Groups[1], "Werkplaatsen"),
            Value(CustomerGroup, Groups[2], "Verhuurbedrijven")
        );
        db.AddRange(
            Default(LedgerSide.Of(Direction.Sale).PartyEntity, "", (Department, Sales)),
            Default(LedgerSide.Of(Direction.Purchase).PartyEntity, "", (Department, Purchasing))
        );
        db.AddRange(await CustomerDefaults(ct));
        var setup = await db.Set<GlSetup>().AsTracking().SingleAsync(ct);
        (setup.GlobalDimension1Code, setup.GlobalDimension2Code) = (Department, CustomerGroup);
        await db.SaveChangesAsync(ct);
        await DimensionCodes.RewriteGlobals(db, setup, ct);
    }

    /// <summary>Every customer belongs to a group, and posting insists on that one.</summary>
    private async Task<IEnumerable<DefaultDimension>> CustomerDefaults(CancellationToken ct)
    {
        var side = LedgerSide.Of(Direction.Sale);
        var customers = await db
            .Parties.Where(party => party.Direction == side.Direction)
            .OrderBy(party => party.No)
            .Select(party => party.No)
            .ToListAsync(ct);
        return customers.Select(
            (no, index) =>
            {
                var group = (CustomerGroup, Groups[index % Groups.Length]);
                var line = Default(side.PartyEntity, no, group);
                line.ValuePosting = ValuePosting.SameCode;
                return line;
            }
        );
    }

    private Dimension Dimension(string code, string name) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
            Name = name,
        };

    private DimensionValue Value(string dimension, string code, string name) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            DimensionCode = dimension,
            Code = code,
            Name = name,
        };

    private DefaultDimension Default(
        string entity,
        string no,
        (string Dimension, string Value) what
    ) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Entity = entity,
            No = no,
            DimensionCode = what.Dimension,
            ValueCode = what.Value,
        };
}
