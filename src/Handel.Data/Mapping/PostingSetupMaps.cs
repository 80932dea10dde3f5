using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class PostingSetupMaps
    : IEntityTypeConfiguration<GeneralPostingSetup>,
        IEntityTypeConfiguration<VatPostingSetup>,
        IEntityTypeConfiguration<InventoryPostingSetup>,
        IEntityTypeConfiguration<PartyPostingGroup>,
        IEntityTypeConfiguration<AlternativePostingGroup>
{
    public void Configure(EntityTypeBuilder<GeneralPostingSetup> builder)
    {
        builder.ToTable("general_posting_setup").HasKey(s => new { s.CompanyNo, s.Id });
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.GenBusPostingGroup,
                s.GenProdPostingGroup,
            })
            .IsUnique();
        builder.ComplexProperty(s => s.Sale);
        builder.ComplexProperty(s => s.Purchase);
    }

    public void Configure(EntityTypeBuilder<VatPostingSetup> builder)
    {
        builder.ToTable("vat_posting_setup").HasKey(s => new { s.CompanyNo, s.Id });
        builder.Ignore(s => s.Rates);
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.VatBusPostingGroup,
                s.VatProdPostingGroup,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<InventoryPostingSetup> builder)
    {
        builder.ToTable("inventory_posting_setup").HasKey(s => new { s.CompanyNo, s.Id });
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.LocationCode,
                s.InventoryPostingGroup,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<AlternativePostingGroup> builder)
    {
        builder.ToTable("alternative_posting_group").HasKey(s => new { s.CompanyNo, s.Id });
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.Direction,
                s.PostingGroup,
                s.AlternativeGroup,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<PartyPostingGroup> builder)
    {
        builder.ToTable("party_posting_group").HasKey(s => new { s.CompanyNo, s.Id });
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.Direction,
                s.Code,
            })
            .IsUnique();
    }
}
