using Handel.Kernel.Amounts;
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
        typeof(TradeSetup),
        typeof(InvoiceDiscountTier),
        typeof(InventorySetup),
        typeof(GlAccount),
        typeof(GenBusPostingGroup),
        typeof(GenProdPostingGroup),
        typeof(GeneralPostingSetup),
        typeof(VatPostingSetup),
        typeof(VatRate),
        typeof(VatReturnPeriod),
        typeof(PartyPostingGroup),
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
    ];

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
        var tables = SetupTypes.Select(type => db.Model.FindEntityType(type)!.GetTableName());
        var triggers = tables.Select(table =>
            $"CREATE OR REPLACE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE ON {table}"
            + " FOR EACH ROW EXECUTE FUNCTION handel_setup_changed();"
        );
        var sql = Function + string.Join('\n', triggers);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
