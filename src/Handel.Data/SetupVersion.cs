using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data;

/// <summary>
/// Triggers that move a company's setup version whenever a row of setup changes, whoever changes
/// it: a ledger writer in any process sees it at its next batch (D2).
/// </summary>
internal static class SetupVersion
{
    internal static readonly Type[] SetupTypes =
    [
        typeof(Company),
        typeof(CompanyInformation),
        typeof(GlSetup),
        typeof(UserSetup),
        typeof(TradeSetup),
        typeof(InvoiceDiscountTier),
        typeof(InventorySetup),
        typeof(GlAccount),
        typeof(GenBusPostingGroup),
        typeof(GenProdPostingGroup),
        typeof(GeneralPostingSetup),
        typeof(VatPostingSetup),
        typeof(VatRate),
        typeof(VatClause),
        typeof(VatClauseText),
        typeof(VatReturnPeriod),
        typeof(PartyPostingGroup),
        typeof(AlternativePostingGroup),
        typeof(InventoryPostingSetup),
        typeof(PaymentTerms),
        typeof(PaymentMethod),
        typeof(Location),
        typeof(UnitOfMeasure),
        typeof(SalespersonPurchaser),
        typeof(BankAccount),
        typeof(BankPostingGroup),
        typeof(CountryRegion),
        typeof(Currency),
        typeof(ExchangeRate),
        typeof(AccountingPeriod),
    ];

    /// <summary>Tables that decide which dimensions may be posted.</summary>
    internal static readonly Type[] DimensionTypes =
    [
        typeof(Dimension),
        typeof(DimensionValue),
        typeof(DefaultDimension),
        typeof(DefaultDimensionPriority),
        typeof(DimensionCombination),
        typeof(BlockedValuePair),
    ];

    // Defaults of parties and items are not part of the setup: it stays when one of them changes.
    private const string DimensionFunction = """
        CREATE OR REPLACE FUNCTION handel_dimension_rules_changed() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE line record := COALESCE(NEW, OLD);
        BEGIN
            UPDATE ledger_state SET dimension_rules_register = register,
                setup_version = setup_version + CASE
                    WHEN TG_TABLE_NAME = 'default_dimension'
                        AND to_jsonb(line)->>'no' <> ''
                        AND to_jsonb(line)->>'entity' IN ('customers', 'vendors', 'items')
                    THEN 0 ELSE 1 END
            WHERE company_no = line.company_no;
            RETURN NULL;
        END $$;
        """;

    private const string Function = """
        CREATE OR REPLACE FUNCTION handel_setup_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE ledger_state SET setup_version = setup_version + 1
            WHERE company_no = COALESCE(NEW.company_no, OLD.company_no);
            RETURN NULL;
        END $$;
        """;

    /// <summary>Makes the triggers that are missing; safe to run at every start.</summary>
    public static async Task EnsureTriggers(HandelDbContext db, CancellationToken ct)
    {
        var triggers = SetupTypes
            .Select(type => Trigger(db, type, "handel_setup_changed"))
            .Concat(
                DimensionTypes.Select(type => Trigger(db, type, "handel_dimension_rules_changed"))
            );
        var sql = Function + DimensionFunction + string.Join('\n', triggers);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Trigger(HandelDbContext db, Type type, string function)
    {
        var table = db.Model.FindEntityType(type)!.GetTableName();
        return $"CREATE OR REPLACE TRIGGER {table}_changed"
            + $" AFTER INSERT OR UPDATE OR DELETE ON {table}"
            + $" FOR EACH ROW EXECUTE FUNCTION {function}();";
    }
}
