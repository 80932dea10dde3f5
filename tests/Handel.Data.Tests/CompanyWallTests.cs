using Handel.App.Companies;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Xunit;

namespace Handel.Data.Tests;

/// <summary>
/// Decisions 0003 and 0007: what keeps companies apart, looked at in every table.
/// </summary>
public sealed class CompanyWallTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const string CompanyNo = nameof(CompanyNo);

    [Fact]
    public async Task Every_query_is_filtered_and_no_key_leads_into_another_company()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var db = database.Open(1);

        foreach (var entity in Tables(db))
        {
            Assert.True(entity.GetDeclaredQueryFilters().Count > 0, $"{entity.Name}: no filter");
            Assert.Equal(CompanyNo, entity.FindPrimaryKey()!.Properties[0].Name);
            // A BRIN index holds ranges of pages and finds no row by itself.
            foreach (var index in entity.GetIndexes().Where(i => i.GetMethod() != "brin"))
                Assert.Equal(CompanyNo, index.Properties[0].Name);
            foreach (var foreign in entity.GetForeignKeys())
            {
                Assert.Equal(CompanyNo, foreign.Properties[0].Name);
                Assert.Equal(CompanyNo, foreign.PrincipalKey.Properties[0].Name);
            }
        }
    }

    [Fact]
    public async Task A_company_reads_its_own_rows_of_every_table_and_no_others()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        var create = new CreateCompany(database);
        var first = (await create.Run("First BV", "nl"))!.CompanyNo;
        var second = (await create.Run("Second BV", "nl"))!.CompanyNo;
        await using var db = database.Open(first);
        var filled = 0;

        foreach (var entity in Tables(db))
        {
            var table = entity.GetTableName()!;
            var own = await Count($"SELECT count(*) FROM {table} WHERE company_no = {first}");
            var all = await Count($"SELECT count(*) FROM {table}");
            var read = ((IQueryable<object>)Rows(db, entity)).Count();

            Assert.True(read == own, $"{table}: reads {read} of its {own} rows");
            filled += all > own ? 1 : 0;
        }

        Assert.NotEqual(first, second);
        Assert.True(filled > 20, $"Only {filled} tables hold rows of both.");
    }

    private static IEnumerable<IEntityType> Tables(HandelDbContext db) =>
        db.Model.GetEntityTypes().Where(e => e.ClrType != typeof(Company) && !e.IsOwned());

    private static object Rows(HandelDbContext db, IEntityType entity) =>
        typeof(DbContext)
            .GetMethod(nameof(DbContext.Set), [])!
            .MakeGenericMethod(entity.ClrType)
            .Invoke(db, [])!;

    private async Task<long> Count(string sql)
    {
        await using var connection = new NpgsqlConnection(fixture.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
