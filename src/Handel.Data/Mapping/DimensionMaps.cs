using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Finance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class DimensionMaps
    : IEntityTypeConfiguration<Dimension>,
        IEntityTypeConfiguration<DimensionValue>,
        IEntityTypeConfiguration<DefaultDimension>,
        IEntityTypeConfiguration<DefaultDimensionPriority>,
        IEntityTypeConfiguration<DimensionCombination>,
        IEntityTypeConfiguration<BlockedValuePair>
{
    private const int EntityMax = 30;
    private const int FilterMax = 250;
    private const int NameMax = 50;

    public void Configure(EntityTypeBuilder<Dimension> builder)
    {
        builder.ToTable("dimension").HasKey(d => new { d.CompanyNo, d.Id });
        builder.HasIndex(d => new { d.CompanyNo, d.Code }).IsUnique();
        builder.Property(d => d.Name).HasMaxLength(NameMax);
    }

    public void Configure(EntityTypeBuilder<DimensionValue> builder)
    {
        builder.ToTable("dimension_value").HasKey(v => new { v.CompanyNo, v.Id });
        builder
            .HasIndex(v => new
            {
                v.CompanyNo,
                v.DimensionCode,
                v.Code,
            })
            .IsUnique();
        builder.Property(v => v.Name).HasMaxLength(NameMax);
        builder.Ignore(v => v.IsPostable);
    }

    public void Configure(EntityTypeBuilder<DefaultDimension> builder)
    {
        builder.ToTable("default_dimension").HasKey(d => new { d.CompanyNo, d.Id });
        builder
            .HasIndex(d => new
            {
                d.CompanyNo,
                d.Entity,
                d.No,
                d.DimensionCode,
            })
            .IsUnique();
        builder.HasIndex(d => new
        {
            d.CompanyNo,
            d.DimensionCode,
            d.ValueCode,
        }); // where a value is used
        builder.Property(d => d.Entity).HasMaxLength(EntityMax);
        builder.Property(d => d.AllowedValuesFilter).HasMaxLength(FilterMax);
        builder.Ignore(d => d.IsRule);
    }

    public void Configure(EntityTypeBuilder<DefaultDimensionPriority> builder)
    {
        builder.ToTable("default_dimension_priority").HasKey(p => new { p.CompanyNo, p.Id });
        builder
            .HasIndex(p => new
            {
                p.CompanyNo,
                p.SourceCode,
                p.Entity,
            })
            .IsUnique();
        builder.Property(p => p.Entity).HasMaxLength(EntityMax);
    }

    public void Configure(EntityTypeBuilder<DimensionCombination> builder)
    {
        builder.ToTable("dimension_combination").HasKey(c => new { c.CompanyNo, c.Id });
        builder
            .HasIndex(c => new
            {
                c.CompanyNo,
                c.FirstCode,
                c.SecondCode,
            })
            .IsUnique();
        builder.Ignore(c => c.BlockedPairs);
    }

    public void Configure(EntityTypeBuilder<BlockedValuePair> builder)
    {
        builder.ToTable("dimension_value_combination").HasKey(p => new { p.CompanyNo, p.Id });
        builder
            .HasIndex(p => new
            {
                p.CompanyNo,
                p.FirstCode,
                p.FirstValue,
                p.SecondCode,
                p.SecondValue,
            })
            .IsUnique();
        builder.Property(p => p.FirstValue).HasMaxLength(TextLengths.CodeMax);
        builder.Property(p => p.SecondValue).HasMaxLength(TextLengths.CodeMax);
    }
}

internal sealed class DimensionSetMaps
    : IEntityTypeConfiguration<StoredDimensionSet>,
        IEntityTypeConfiguration<DimensionSetEntry>,
        IEntityTypeConfiguration<DimensionCorrection>
{
    public void Configure(EntityTypeBuilder<StoredDimensionSet> builder)
    {
        builder.ToTable("dimension_set").HasKey(s => new { s.CompanyNo, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.CompanyNo, s.KeyHash }).IsUnique();
        builder.HasIndex(s => new { s.CompanyNo, s.Global1Code });
        builder.HasIndex(s => new { s.CompanyNo, s.Global2Code });
        builder.HasMany(s => s.Entries).WithOne().HasForeignKey(e => new { e.CompanyNo, e.SetId });
    }

    public void Configure(EntityTypeBuilder<DimensionSetEntry> builder)
    {
        builder
            .ToTable("dimension_set_entry")
            .HasKey(e => new
            {
                e.CompanyNo,
                e.SetId,
                e.DimensionCode,
            });
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.DimensionCode,
            e.ValueCode,
            e.SetId,
        }); // sets of a value
    }

    public void Configure(EntityTypeBuilder<DimensionCorrection> builder)
    {
        builder.ToTable("dimension_correction").HasKey(c => new { c.CompanyNo, c.EntryNo });
        builder.Property(c => c.EntryNo).ValueGeneratedNever();
        builder.HasIndex(c => new { c.CompanyNo, c.ReversalEntryNo }).IsUnique();
        builder.HasIndex(c => new { c.CompanyNo, c.RegisterNo });
    }
}
