using Handel.Data;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Documents;

/// <summary>Loads what an edit may look up: one query per kind of record (S10).</summary>
internal sealed class EditLoader(HandelDbContext db, CompanySetup setup, DateOnly workDate)
{
    public async Task<EditContext> Load(EditNeeds needs, CancellationToken ct)
    {
        var parties = await Parties(needs, ct);
        var items = await Items(needs, ct);
        return new()
        {
            Setup = setup,
            WorkDate = workDate,
            Parties = parties,
            Items = items,
            Variants = await Variants(needs, ct),
            PartyDocuments = await PartyDocuments(needs, ct),
            Dimensions = await Dimensions(needs, parties.Values, items.Keys, ct),
        };
    }

    private Task<DimensionContext> Dimensions(
        EditNeeds needs,
        IEnumerable<Party> parties,
        IEnumerable<string> items,
        CancellationToken ct
    )
    {
        var sources = needs
            .DimensionSources.Concat(
                parties.Select(party => new RecordRef(
                    LedgerSide.Of(party.Direction).PartyEntity,
                    party.No
                ))
            )
            .Concat(items.Select(no => new RecordRef(DimensionEntities.Items, no)));
        return new DimensionLoader(db).Load(setup.Dimensions, needs.DimensionSets, sources, ct);
    }

    private async Task<Dictionary<string, Party>> Parties(EditNeeds needs, CancellationToken ct)
    {
        if (needs.Parties.Count == 0)
            return [];
        var direction = needs.Parties.First().Direction;
        var numbers = needs.Parties.Select(key => key.No).ToArray();
        var ofDirection = db.Parties.AsNoTracking().Where(party => party.Direction == direction);
        var parties = await ofDirection
            .Where(party =>
                numbers.Contains(party.No)
                || ofDirection.Any(other =>
                    numbers.Contains(other.No) && other.BillToNo == party.No
                )
            )
            .ToListAsync(ct);
        return parties.ToDictionary(party => party.No);
    }

    private async Task<Dictionary<string, Item>> Items(EditNeeds needs, CancellationToken ct)
    {
        if (needs.Items.Count == 0)
            return [];
        var numbers = needs.Items.ToArray();
        return await db
            .Items.AsNoTracking()
            .Include(item => item.Units)
            .Where(item => numbers.Contains(item.No))
            .ToDictionaryAsync(item => item.No, ct);
    }

    private async Task<Dictionary<(string, string), ItemVariant>> Variants(
        EditNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.Variants.Count == 0)
            return [];
        var items = needs.Variants.Select(key => key.ItemNo).Distinct().ToArray();
        var variants = await db
            .ItemVariants.AsNoTracking()
            .Where(variant => items.Contains(variant.ItemNo))
            .ToListAsync(ct);
        return variants.ToDictionary(variant => (variant.ItemNo, variant.Code));
    }

    private async Task<Dictionary<PartyDocumentKey, PartyEntry>> PartyDocuments(
        EditNeeds needs,
        CancellationToken ct
    )
    {
        if (needs.PartyDocuments.Count == 0)
            return [];
        var numbers = needs.PartyDocuments.Select(key => key.DocumentNo).ToArray();
        var entries = await db
            .PartyEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.DocumentNo))
            .ToListAsync(ct);
        return entries
            .GroupBy(e => new PartyDocumentKey(e.Direction, e.DocumentType, e.DocumentNo))
            .ToDictionary(group => group.Key, group => group.First());
    }
}
