using System.Linq.Expressions;
using Handel.Data.Changes;
using Handel.Data.Dimensions;
using Handel.Data.Jobs;
using Handel.Data.Ledger;
using Handel.Data.Mapping;
using Handel.Data.Reports;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.Data;

/// <summary>
/// The database of one installation, seen by one company: every query is filtered by its number,
/// every key begins with it (D8). Ledgers are read here and written by the ledger writer only.
/// </summary>
public sealed class HandelDbContext(DbContextOptions<HandelDbContext> options) : DbContext(options)
{
    /// <summary>The company whose rows this context sees; 0 sees companies only.</summary>
    public int CompanyNo { get; set; }

    /// <summary>
    /// Its transaction goes on after this unit of work and may still be undone: what it reads must
    /// not be remembered for others.
    /// </summary>
    public bool IsShared { get; set; }

    /// <summary>Who changes setup by it; blank is the program itself (AUD-06).</summary>
    public string UserName { get; set; } = "";

    private readonly HashSet<Change> _touched = [];

    public DbSet<Company> Companies => Set<Company>();
    public DbSet<TradeDocument> Documents => Set<TradeDocument>();
    public DbSet<TradeLine> Lines => Set<TradeLine>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Item> Items => Set<Item>();
    public DbSet<ItemUnit> ItemUnits => Set<ItemUnit>();
    public DbSet<ItemVariant> ItemVariants => Set<ItemVariant>();
    public DbSet<GlAccount> GlAccounts => Set<GlAccount>();
    public DbSet<GlEntry> GlEntries => Set<GlEntry>();
    public DbSet<VatEntry> VatEntries => Set<VatEntry>();
    public DbSet<PartyEntry> PartyEntries => Set<PartyEntry>();
    public DbSet<PartyDetail> PartyDetails => Set<PartyDetail>();
    public DbSet<EntryEdit> EntryEdits => Set<EntryEdit>();
    public DbSet<ItemEntry> ItemEntries => Set<ItemEntry>();
    public DbSet<ValueEntry> ValueEntries => Set<ValueEntry>();
    public DbSet<ItemApplication> ItemApplications => Set<ItemApplication>();
    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();
    public DbSet<BankEntry> BankEntries => Set<BankEntry>();
    public DbSet<JournalTemplate> JournalTemplates => Set<JournalTemplate>();
    public DbSet<JournalBatch> JournalBatches => Set<JournalBatch>();
    public DbSet<JournalLine> JournalLines => Set<JournalLine>();
    public DbSet<JournalAllocation> JournalAllocations => Set<JournalAllocation>();
    public DbSet<StandardJournal> StandardJournals => Set<StandardJournal>();
    public DbSet<PostedJournal> PostedJournals => Set<PostedJournal>();
    public DbSet<VatCorrection> VatCorrections => Set<VatCorrection>();
    public DbSet<VatRate> VatRates => Set<VatRate>();
    public DbSet<VatReturnPeriod> VatReturnPeriods => Set<VatReturnPeriod>();
    public DbSet<VatStatementTemplate> VatStatementTemplates => Set<VatStatementTemplate>();
    public DbSet<VatStatementName> VatStatementNames => Set<VatStatementName>();
    public DbSet<VatStatementLine> VatStatementLines => Set<VatStatementLine>();
    public DbSet<GlRegister> GlRegisters => Set<GlRegister>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<NumberSeriesRelationship> NumberSeriesRelationships =>
        Set<NumberSeriesRelationship>();
    public DbSet<Currency> Currencies => Set<Currency>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<RateAdjustmentEntry> RateAdjustments => Set<RateAdjustmentEntry>();
    public DbSet<Dimension> Dimensions => Set<Dimension>();
    public DbSet<DimensionValue> DimensionValues => Set<DimensionValue>();
    public DbSet<DefaultDimension> DefaultDimensions => Set<DefaultDimension>();
    public DbSet<StoredDimensionSet> DimensionSets => Set<StoredDimensionSet>();
    public DbSet<DimensionSetEntry> DimensionSetEntries => Set<DimensionSetEntry>();
    public DbSet<DimensionCorrection> DimensionCorrections => Set<DimensionCorrection>();
    public DbSet<GlDayTotal> GlDayTotals => Set<GlDayTotal>();
    public DbSet<GlMonthTotal> GlMonthTotals => Set<GlMonthTotal>();
    public DbSet<PartyBalance> PartyBalances => Set<PartyBalance>();
    public DbSet<StockBalance> StockBalances => Set<StockBalance>();
    public DbSet<ItemStock> ItemStocks => Set<ItemStock>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<JobSchedule> JobSchedules => Set<JobSchedule>();
    public DbSet<LedgerState> LedgerStates => Set<LedgerState>();
    public DbSet<AccountingPeriod> AccountingPeriods => Set<AccountingPeriod>();
    public DbSet<AccountSchedule> AccountSchedules => Set<AccountSchedule>();
    public DbSet<AccountScheduleLine> AccountScheduleLines => Set<AccountScheduleLine>();

    /// <summary>Rows of this kind were written; told to open pages at the commit.</summary>
    public void Touch(string topic) => _touched.Add(new Change(CompanyNo, topic));

    internal IReadOnlyCollection<Change> TakeTouched()
    {
        if (_touched.Count == 0)
            return [];
        var taken = _touched.ToArray();
        _touched.Clear();
        return taken;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(HandelDbContext).Assembly,
            type => type.Namespace == typeof(SetupMaps).Namespace
        );
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.ClrType != typeof(Company) && !entity.IsOwned())
                FilterByCompany(modelBuilder, entity);
        }
        LedgerFunctions.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder.Model);
        TextLengths.Apply(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(23, 5);
        configurationBuilder.ComplexProperties<Address>();
        configurationBuilder.ComplexProperties<AppliesTo>();
        configurationBuilder.ComplexProperties<TradeAccounts>();
        configurationBuilder.ComplexProperties<JournalVat>();
    }

    private void FilterByCompany(ModelBuilder modelBuilder, IMutableEntityType entity)
    {
        var row = Expression.Parameter(entity.ClrType);
        var same = Expression.Equal(
            Expression.Property(row, nameof(CompanyNo)),
            Expression.Property(Expression.Constant(this), nameof(CompanyNo))
        );
        modelBuilder.Entity(entity.ClrType).HasQueryFilter(Expression.Lambda(same, row));
    }
}
