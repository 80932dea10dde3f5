using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

public sealed class ManyAtOnce(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task More_readers_than_connections_wait_for_one()
    {
        await using var company = await TradingCompany.Create(fixture.ConnectionString);

        async Task<int> Read()
        {
            await using var db = company.Open();
            await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(0.02)");
            return await db.Items.CountAsync();
        }
        var counts = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Read()));

        Assert.All(counts, count => Assert.Equal(2, count));
    }
}
