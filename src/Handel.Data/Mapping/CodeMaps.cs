using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

/// <summary>Setup rows that are a code with fields: key by id, unique by code.</summary>
internal sealed class CodeMaps
    : IEntityTypeConfiguration<GenBusPostingGroup>,
        IEntityTypeConfiguration<GenProdPostingGroup>,
        IEntityTypeConfiguration<VatBusPostingGroup>,
        IEntityTypeConfiguration<VatProdPostingGroup>,
        IEntityTypeConfiguration<InventoryPostingGroup>,
        IEntityTypeConfiguration<PaymentTerms>,
        IEntityTypeConfiguration<PaymentMethod>,
        IEntityTypeConfiguration<ShipmentMethod>,
        IEntityTypeConfiguration<UnitOfMeasure>,
        IEntityTypeConfiguration<CountryRegion>,
        IEntityTypeConfiguration<SalespersonPurchaser>,
        IEntityTypeConfiguration<ItemCategory>,
        IEntityTypeConfiguration<SourceCode>,
        IEntityTypeConfiguration<ReasonCode>
{
    public void Configure(EntityTypeBuilder<GenBusPostingGroup> builder)
    {
        builder.ToTable("gen_bus_posting_group").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<GenProdPostingGroup> builder)
    {
        builder.ToTable("gen_prod_posting_group").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatBusPostingGroup> builder)
    {
        builder.ToTable("vat_bus_posting_group").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatProdPostingGroup> builder)
    {
        builder.ToTable("vat_prod_posting_group").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InventoryPostingGroup> builder)
    {
        builder.ToTable("inventory_posting_group").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaymentTerms> builder)
    {
        builder.ToTable("payment_terms").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaymentMethod> builder)
    {
        builder.ToTable("payment_method").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShipmentMethod> builder)
    {
        builder.ToTable("shipment_method").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitOfMeasure> builder)
    {
        builder.ToTable("unit_of_measure").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CountryRegion> builder)
    {
        builder.ToTable("country_region").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SalespersonPurchaser> builder)
    {
        builder.ToTable("salesperson_purchaser").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ItemCategory> builder)
    {
        builder.ToTable("item_category").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SourceCode> builder)
    {
        builder.ToTable("source_code").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReasonCode> builder)
    {
        builder.ToTable("reason_code").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }
}
