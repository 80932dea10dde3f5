using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads all setup of the company that the context sees: small tables, read whole.
/// </summary>
public static class SetupLoader
{
    public static async Task<CompanySetup> Load(HandelDbContext db, CancellationToken ct = default)
    {
        var accounts = await All<GlAccount>(db, ct);
        var general = await All<GeneralPostingSetup>(db, ct);
        var vat = await All<VatPostingSetup>(db, ct);
        Give(await All<VatRate>(db, ct), vat);
        var parties = await All<PartyPostingGroup>(db, ct);
        var alternatives = await All<AlternativePostingGroup>(db, ct);
        var inventory = await All<InventoryPostingSetup>(db, ct);
        var gl = await One<GlSetup>(db, ct);
        return new CompanySetup
        {
            Company = await db.Companies.AsNoTracking().SingleAsync(Is(db.CompanyNo), ct),
            Information = await One<CompanyInformation>(db, ct),
            Gl = gl,
            Inventory = await One<InventorySetup>(db, ct),
            Trade = (await All<TradeSetup>(db, ct)).ToDictionary(s => s.Direction),
            Accounts = accounts.ToDictionary(a => a.No, StringComparer.Ordinal),
            GeneralPosting = general.ToDictionary(s =>
                (s.GenBusPostingGroup, s.GenProdPostingGroup)
            ),
            VatPosting = vat.ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            VatClauses = (await Clauses(db, ct)).ToDictionary(c => c.Code),
            PartyPostingGroups = parties.ToDictionary(g => (g.Direction, g.Code)),
            AlternativePostingGroups = alternatives
                .Select(a => (a.Direction, a.PostingGroup, a.AlternativeGroup))
                .ToHashSet(),
            InventoryPosting = inventory.ToDictionary(s =>
                (s.LocationCode, s.InventoryPostingGroup)
            ),
            GenBusGroups = (await All<GenBusPostingGroup>(db, ct)).ToDictionary(g => g.Code),
            GenProdGroups = (await All<GenProdPostingGroup>(db, ct)).ToDictionary(g => g.Code),
            PaymentTerms = (await All<PaymentTerms>(db, ct)).ToDictionary(t => t.Code),
            PaymentMethods = (await All<PaymentMethod>(db, ct)).ToDictionary(m => m.Code),
            Locations = (await All<Location>(db, ct)).ToDictionary(l => l.Code),
            Units = (await All<UnitOfMeasure>(db, ct)).ToDictionary(u => u.Code),
            Salespeople = (await All<SalespersonPurchaser>(db, ct)).ToDictionary(s => s.Code),
            BankAccounts = (await All<BankAccount>(db, ct)).ToDictionary(b => b.No),
            BankPostingGroups = (await All<BankPostingGroup>(db, ct)).ToDictionary(g => g.Code),
            Countries = (await All<CountryRegion>(db, ct)).ToDictionary(c => c.Code),
            Currencies = (await All<Currency>(db, ct)).ToDictionary(c => c.Code),
            AccountingPeriods = await db
                .AccountingPeriods.AsNoTracking()
                .OrderBy(p => p.StartingDate)
                .ToListAsync(ct),
            VatReturnPeriods = await db
                .VatReturnPeriods.AsNoTracking()
                .OrderBy(p => p.StartingDate)
                .ToListAsync(ct),
            ExchangeRates = new(gl.LcyCode, await All<ExchangeRate>(db, ct)),
            InvoiceDiscounts = new(await All<InvoiceDiscountTier>(db, ct)),
            Dimensions = await Dimensions(db, gl, ct),
            UserSetups = (await All<UserSetup>(db, ct)).ToDictionary(
                u => u.UserName,
                StringComparer.OrdinalIgnoreCase
            ),
        };
    }

    private static async Task<DimensionRules> Dimensions(
        HandelDbContext db,
        GlSetup gl,
        CancellationToken ct
    )
    {
        var dimensions = await All<Dimension>(db, ct);
        if (dimensions.Count == 0)
            return DimensionRules.None;
        var many = DimensionEntities.Many.ToArray();
        var defaults = await db
            .DefaultDimensions.AsNoTracking()
            .Where(line => line.No == "" || !many.Contains(line.Entity))
            .ToListAsync(ct);
        var combinations = await All<DimensionCombination>(db, ct);
        var pairs = (await All<BlockedValuePair>(db, ct)).ToLookup(p =>
            (p.FirstCode, p.SecondCode)
        );
        foreach (var rule in combinations)
            rule.BlockedPairs = [.. pairs[(rule.FirstCode, rule.SecondCode)]];
        return new(
            dimensions.ToDictionary(d => d.Code),
            (await All<DimensionValue>(db, ct)).ToDictionary(v => (v.DimensionCode, v.Code)),
            combinations,
            new(defaults)
        )
        {
            Priorities = await All<DefaultDimensionPriority>(db, ct),
            Shortcuts = gl.ShortcutDimensions,
        };
    }

    private static async Task<List<VatClause>> Clauses(HandelDbContext db, CancellationToken ct)
    {
        var clauses = await All<VatClause>(db, ct);
        var texts = (await All<VatClauseText>(db, ct)).ToLookup(text => text.ClauseCode);
        foreach (var clause in clauses)
            clause.Texts = [.. texts[clause.Code]];
        return clauses;
    }

    // Rates belong to identifiers (VPS-01); combinations are asked for them.
    private static void Give(List<VatRate> rates, List<VatPostingSetup> setups)
    {
        var byIdentifier = rates.ToLookup(r => (r.VatBusPostingGroup, r.VatIdentifier));
        foreach (var setup in setups)
            setup.Rates = [.. byIdentifier[(setup.VatBusPostingGroup, setup.VatIdentifier)]];
    }

    private static System.Linq.Expressions.Expression<Func<Company, bool>> Is(int companyNo) =>
        company => company.CompanyNo == companyNo;

    private static Task<T> One<T>(HandelDbContext db, CancellationToken ct)
        where T : class => db.Set<T>().AsNoTracking().SingleAsync(ct);

    private static Task<List<T>> All<T>(HandelDbContext db, CancellationToken ct)
        where T : class => db.Set<T>().AsNoTracking().ToListAsync(ct);
}
