using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class SetupChangeMap : IEntityTypeConfiguration<SetupChange>
{
    public void Configure(EntityTypeBuilder<SetupChange> builder)
    {
        builder.ToTable("setup_change").HasKey(c => new { c.CompanyNo, c.Id });
        builder.Property(c => c.RecordNo).HasMaxLength(Changes.SetupLog.ValueLengthMax);
        builder.Property(c => c.OldValue).HasMaxLength(Changes.SetupLog.ValueLengthMax);
        builder.Property(c => c.NewValue).HasMaxLength(Changes.SetupLog.ValueLengthMax);
        builder.HasIndex(c => new { c.CompanyNo, c.ChangedAt });
    }
}

internal sealed class SetupMaps
    : IEntityTypeConfiguration<Company>,
        IEntityTypeConfiguration<CompanyInformation>,
        IEntityTypeConfiguration<GlSetup>,
        IEntityTypeConfiguration<UserSetup>,
        IEntityTypeConfiguration<TradeSetup>,
        IEntityTypeConfiguration<InvoiceDiscountTier>,
        IEntityTypeConfiguration<InventorySetup>,
        IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("company");
        builder.HasKey(c => c.CompanyNo);
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => c.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CompanyInformation> builder)
    {
        builder.ToTable("company_information");
        builder.HasKey(c => c.CompanyNo);
        builder.Property(c => c.CompanyNo).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Address);
        builder.ComplexProperty(c => c.ShipTo);
        builder.Ignore(c => c.HasPaymentInfo);
        builder.Ignore(c => c.DeliveryAddress);
    }

    public void Configure(EntityTypeBuilder<GlSetup> builder)
    {
        builder.ToTable("gl_setup");
        builder.HasKey(s => s.CompanyNo);
        builder.Ignore(s => s.ShortcutDimensions);
        builder.Property(s => s.CompanyNo).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<UserSetup> builder)
    {
        builder.ToTable("user_setup");
        builder.HasKey(u => new { u.CompanyNo, u.Id });
        builder.HasIndex(u => new { u.CompanyNo, u.UserName }).IsUnique();
        builder.Ignore(u => u.PostingDates);
        builder.Ignore(u => u.VatDates);
    }

    public void Configure(EntityTypeBuilder<TradeSetup> builder)
    {
        builder.ToTable("trade_setup");
        builder.HasKey(s => new { s.CompanyNo, s.Direction });
    }

    public void Configure(EntityTypeBuilder<InvoiceDiscountTier> builder)
    {
        builder.ToTable("invoice_discount_tier").HasKey(t => new { t.CompanyNo, t.Id });
        builder
            .HasIndex(t => new
            {
                t.CompanyNo,
                t.Direction,
                t.Code,
                t.CurrencyCode,
                t.MinimumAmount,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<InventorySetup> builder)
    {
        builder.ToTable("inventory_setup");
        builder.HasKey(s => s.CompanyNo);
        builder.Property(s => s.CompanyNo).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.ToTable("location");
        builder.HasKey(l => new { l.CompanyNo, l.Id });
        builder.HasIndex(l => new { l.CompanyNo, l.Code }).IsUnique();
        builder.ComplexProperty(l => l.Address);
    }
}
