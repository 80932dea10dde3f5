using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Handel.Data;

/// <summary>Lets the migration tool build the model without a server.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<HandelDbContext>
{
    public HandelDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HandelDbContext>().UseNpgsql("Host=unused").Options);
}
