using Handel.Api.Engine;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Tests.Engine;

public enum ShopParty
{
    Company = 0,
    Person = 1,
}

public sealed class ShopCustomer
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public string Name { get; set; } = "";
    public string City { get; set; } = "";
    public string? Country { get; set; }
    public ShopParty Kind { get; set; }
    public decimal CreditLimit { get; set; }
    public Guid? PaymentMethodId { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
    public int Version { get; set; }
}

public sealed class ShopOrder
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string No { get; set; } = "";
    public string CustomerNo { get; set; } = "";
    public DateOnly? OrderDate { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
    public int Version { get; set; }
}

public sealed class ShopLine
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid OrderId { get; set; }
    public int Sequence { get; set; }
    public int Kind { get; set; }
    public string Description { get; set; } = "";
    public decimal Quantity { get; set; }
}

public sealed class ShopMethod
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
}

public sealed class ShopEntry
{
    public int CompanyNo { get; set; }
    public int No { get; set; }
    public DateOnly PostingDate { get; set; }
    public string Description { get; set; } = "";
    public decimal Debit { get; set; }
}

/// <summary>A shop in five tables: enough of a trade system to try the engine on.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopCustomer> Customers => Set<ShopCustomer>();
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();
    public DbSet<ShopLine> Lines => Set<ShopLine>();
    public DbSet<ShopMethod> Methods => Set<ShopMethod>();
    public DbSet<ShopEntry> Entries => Set<ShopEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ShopCustomer>().HasKey(row => new { row.CompanyNo, row.No });
        modelBuilder.Entity<ShopCustomer>().HasIndex(row => new { row.CompanyNo, row.Id });
        modelBuilder.Entity<ShopOrder>().HasKey(row => new { row.CompanyNo, row.No });
        modelBuilder.Entity<ShopLine>().HasKey(row => new { row.CompanyNo, row.Id });
        modelBuilder.Entity<ShopMethod>().HasKey(row => new { row.CompanyNo, row.Code });
        modelBuilder.Entity<ShopEntry>().HasKey(row => new { row.CompanyNo, row.No });
    }
}
