using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data.Ledger;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Handel.Data.Tests.Verification;

/// <summary>Whatever changes in the books is found; books that nobody touched are whole.</summary>
public sealed class VerifyBooksTests(PostedCompany company) : IClassFixture<PostedCompany>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Untouched_books_are_whole()
    {
        var verdict = await Verify();

        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
        Assert.True(verdict.Ok);
        Assert.True(verdict.Entries > 40, $"{verdict.Entries} entries");
    }

    [Theory]
    [InlineData(typeof(GlEntry))]
    [InlineData(typeof(VatEntry))]
    [InlineData(typeof(PartyEntry))]
    [InlineData(typeof(PartyDetail))]
    [InlineData(typeof(ItemEntry))]
    [InlineData(typeof(ValueEntry))]
    [InlineData(typeof(ItemApplication))]
    [InlineData(typeof(GlRegister))]
    [InlineData(typeof(GlDayTotal))]
    [InlineData(typeof(PartyBalance))]
    [InlineData(typeof(StockBalance))]
    [InlineData(typeof(ItemStock))]
    public async Task A_change_of_any_column_is_found(Type entity)
    {
        await using var db = company.Database.Open(PostedCompany.CompanyNo);
        var type = db.Model.FindEntityType(entity)!;
        var missed = new List<string>();

        foreach (var property in type.GetProperties().Where(p => p.Name != Unsealed))
        foreach (var order in new[] { "ASC", "DESC" })
        {
            await Flip(db, type, property, order);
            var verdict = await Verify();
            if (!verdict.Findings.Any(finding => Names(finding, type.GetTableName()!)))
                missed.Add($"{property.Name} {order}: {string.Join("; ", verdict.Findings)}");
            await Restore(db, type);
        }

        Assert.True(missed.Count == 0, string.Join("\n", missed));
    }

    [Fact]
    public async Task The_one_entry_that_was_changed_is_named()
    {
        await using var db = company.Database.Open(PostedCompany.CompanyNo);
        var type = db.Model.FindEntityType(typeof(ValueEntry))!;
        await Keep(db, type);
        await Execute(db, "UPDATE value_entry SET description = 'changed' WHERE entry_no = 3");

        var verdict = await Verify();
        await Restore(db, type);

        var finding = Assert.Single(verdict.Findings);
        Assert.True(finding is { Invariant: "INV-30", Table: "value_entry", EntryNo: 3 });
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        await using var db = company.Database.Open(PostedCompany.CompanyNo);
        var type = db.Model.FindEntityType(typeof(GlEntry))!;
        await Keep(db, type);
        await Execute(db, "DELETE FROM gl_entry WHERE entry_no = 3");

        var verdict = await Verify();
        await Restore(db, type);

        Assert.Contains(
            verdict.Findings,
            f => f is { Invariant: "INV-06", Table: "gl_entry", EntryNo: 3 }
        );
    }

    [Fact]
    public async Task A_lost_document_is_a_gap_in_its_series()
    {
        await using var db = company.Database.Open(PostedCompany.CompanyNo);
        var type = db.Model.FindEntityType(typeof(Trade.Documents.TradeDocument))!;
        await Keep(db, type);
        await Execute(db, "UPDATE trade_document SET no = 'X' WHERE no = 'VF100001'");

        var verdict = await Verify();
        await Execute(db, "UPDATE trade_document SET no = 'VF100001' WHERE no = 'X'");
        await Execute(db, "DROP TABLE kept");

        Assert.Contains(verdict.Findings, f => f is { Invariant: "INV-20", Document: "VF100001" });
    }

    // It tells a command that comes again from a new one, and nothing of the books.
    private const string Unsealed = nameof(GlRegister.PostingKey);

    private static bool Names(Finding finding, string table) =>
        finding.Table.StartsWith(table, StringComparison.Ordinal)
        || finding.Document.Contains(table, StringComparison.Ordinal);

    private Task<BooksVerdict> Verify() =>
        new VerifyBooks(company.Database).Verify(
            "Handel BV",
            new Progress<OperationProgress>(),
            Ct
        );

    private static async Task Flip(DbContext db, IEntityType type, IProperty property, string order)
    {
        var table = type.GetTableName()!;
        await Keep(db, type);
        var keys = type.FindPrimaryKey()!
            .Properties.Select(key => $"{key.GetColumnName()} {order}");
        var column = property.GetColumnName();
        await Execute(
            db,
            $"UPDATE {table} SET {column} = {Other(property, column)} WHERE ctid ="
                + $" (SELECT ctid FROM {table} ORDER BY {string.Join(", ", keys)} LIMIT 1)"
        );
    }

    private static string Other(IProperty property, string column)
    {
        var type = property.ClrType;
        if (property.IsPrimaryKey() && type != typeof(string) && type != typeof(DateOnly))
            return "7000";
        return type switch
        {
            _ when type == typeof(string) =>
                $"CASE WHEN {column} = '' THEN 'X' ELSE overlay({column} placing '#' from 1) END",
            _ when type == typeof(bool) => $"NOT {column}",
            _ when type == typeof(DateOnly?) => $"coalesce({column} + 1, date '2026-01-01')",
            _ when type == typeof(DateTimeOffset) => $"{column} + interval '1 microsecond'",
            _ when type == typeof(byte[]) => $"set_byte({column}, 0, get_byte({column}, 0) # 1)",
            _ => $"{column} + 1",
        };
    }

    private static Task Keep(DbContext db, IEntityType type) =>
        Execute(db, $"CREATE TABLE kept AS SELECT * FROM {type.GetTableName()}");

    private static Task Restore(DbContext db, IEntityType type) =>
        Execute(
            db,
            $"DELETE FROM {type.GetTableName()};"
                + $" INSERT INTO {type.GetTableName()} SELECT * FROM kept; DROP TABLE kept"
        );

    private static async Task Execute(DbContext db, string sql) =>
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
}
