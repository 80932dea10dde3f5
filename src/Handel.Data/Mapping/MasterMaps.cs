using Handel.Kernel.Numbering;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class PartyMap : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("party");
        builder.HasKey(p => new { p.CompanyNo, p.Id });
        builder
            .HasIndex(p => new
            {
                p.CompanyNo,
                p.Direction,
                p.No,
            })
            .IsUnique();
        builder.HasIndex(p => new
        {
            p.CompanyNo,
            p.Direction,
            p.SearchName,
        });
        builder
            .HasIndex(p => new { p.CompanyNo, p.VatRegistrationNo })
            .HasFilter("vat_registration_no <> ''"); // who shares a number (COM-05)
        builder.ComplexProperty(p => p.Address);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class ItemMap : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("item");
        builder.HasKey(i => new { i.CompanyNo, i.Id });
        builder.HasIndex(i => new { i.CompanyNo, i.No }).IsUnique();
        builder.HasIndex(i => new { i.CompanyNo, i.SearchDescription });
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder
            .HasMany(i => i.Units)
            .WithOne()
            .HasForeignKey(u => new { u.CompanyNo, u.ItemNo })
            .HasPrincipalKey(i => new { i.CompanyNo, i.No });
    }
}

internal sealed class ItemUnitMap : IEntityTypeConfiguration<ItemUnit>
{
    public void Configure(EntityTypeBuilder<ItemUnit> builder)
    {
        builder.ToTable("item_unit");
        builder.HasKey(u => new
        {
            u.CompanyNo,
            u.ItemNo,
            u.Code,
        });
    }
}

internal sealed class ItemVariantMap : IEntityTypeConfiguration<ItemVariant>
{
    public void Configure(EntityTypeBuilder<ItemVariant> builder)
    {
        builder.ToTable("item_variant");
        builder.HasKey(v => new { v.CompanyNo, v.Id });
        builder
            .HasIndex(v => new
            {
                v.CompanyNo,
                v.ItemNo,
                v.Code,
            })
            .IsUnique();
        builder.Property(v => v.Version).IsConcurrencyToken();
    }
}

internal sealed class GlAccountMap : IEntityTypeConfiguration<GlAccount>
{
    public void Configure(EntityTypeBuilder<GlAccount> builder)
    {
        builder.ToTable("gl_account");
        builder.HasKey(a => new { a.CompanyNo, a.Id });
        builder.HasIndex(a => new { a.CompanyNo, a.No }).IsUnique();
        builder.Ignore(a => a.IsBalanceSheet);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}

internal sealed class NumberSeriesMap
    : IEntityTypeConfiguration<NumberSeries>,
        IEntityTypeConfiguration<NumberSeriesLine>,
        IEntityTypeConfiguration<NumberSeriesRelationship>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("number_series");
        builder.HasKey(s => new { s.CompanyNo, s.Code });
        builder.HasIndex(s => new { s.CompanyNo, s.Id }).IsUnique();
        builder.Ignore(s => s.Relationships);
        builder
            .HasMany(s => s.Lines)
            .WithOne()
            .HasForeignKey(l => new { l.CompanyNo, l.SeriesCode });
    }

    public void Configure(EntityTypeBuilder<NumberSeriesRelationship> builder)
    {
        builder.ToTable("number_series_relationship").HasKey(r => new { r.CompanyNo, r.Id });
        builder
            .HasIndex(r => new
            {
                r.CompanyNo,
                r.SeriesCode,
                r.RelatedCode,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<NumberSeriesLine> builder)
    {
        builder.ToTable("number_series_line").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(l => new
        {
            l.CompanyNo,
            l.SeriesCode,
            l.LineNo,
        });
    }
}
