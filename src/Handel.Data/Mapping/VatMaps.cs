using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class VatMaps
    : IEntityTypeConfiguration<VatCorrection>,
        IEntityTypeConfiguration<VatRate>,
        IEntityTypeConfiguration<VatClause>,
        IEntityTypeConfiguration<VatClauseText>,
        IEntityTypeConfiguration<VatReturnPeriod>,
        IEntityTypeConfiguration<VatStatementTemplate>,
        IEntityTypeConfiguration<VatStatementName>,
        IEntityTypeConfiguration<VatStatementLine>
{
    private const int FilterMax = 250;
    private const int ClauseMax = 500;

    public void Configure(EntityTypeBuilder<VatCorrection> builder)
    {
        builder.ToTable("vat_correction");
        builder.HasKey(c => new { c.CompanyNo, c.EntryNo });
        builder.Property(c => c.CountryCodeBefore).HasMaxLength(20);
        builder.Property(c => c.VatRegistrationNoBefore).HasMaxLength(20);
        builder.HasIndex(c => new { c.CompanyNo, c.CorrectedRegisterNo });
    }

    public void Configure(EntityTypeBuilder<VatClause> builder)
    {
        builder.ToTable("vat_clause").HasKey(c => new { c.CompanyNo, c.Id });
        builder.Ignore(c => c.Texts);
        builder.Property(c => c.Description).HasMaxLength(ClauseMax);
        builder.Property(c => c.Description2).HasMaxLength(ClauseMax);
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatClauseText> builder)
    {
        builder.ToTable("vat_clause_text").HasKey(t => new { t.CompanyNo, t.Id });
        builder.Property(t => t.Description).HasMaxLength(ClauseMax);
        builder.Property(t => t.Description2).HasMaxLength(ClauseMax);
        builder
            .HasIndex(t => new
            {
                t.CompanyNo,
                t.ClauseCode,
                t.LanguageCode,
                t.Document,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatRate> builder)
    {
        builder.ToTable("vat_rate").HasKey(r => new { r.CompanyNo, r.Id });
        builder.Property(r => r.VatIdentifier).HasMaxLength(20);
        builder
            .HasIndex(r => new
            {
                r.CompanyNo,
                r.VatBusPostingGroup,
                r.VatIdentifier,
                r.StartingDate,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatReturnPeriod> builder)
    {
        builder.ToTable("vat_return_period").HasKey(p => new { p.CompanyNo, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.CompanyNo, p.StartingDate }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatStatementTemplate> builder)
    {
        builder.ToTable("vat_statement_template").HasKey(t => new { t.CompanyNo, t.Id });
        builder.HasIndex(t => new { t.CompanyNo, t.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatStatementName> builder)
    {
        builder.ToTable("vat_statement_name").HasKey(n => new { n.CompanyNo, n.Id });
        builder
            .HasIndex(n => new
            {
                n.CompanyNo,
                n.TemplateName,
                n.Name,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<VatStatementLine> builder)
    {
        builder.ToTable("vat_statement_line").HasKey(l => new { l.CompanyNo, l.Id });
        builder.Property(l => l.AccountTotaling).HasMaxLength(FilterMax);
        builder.Property(l => l.RowTotaling).HasMaxLength(FilterMax);
        builder.Property(l => l.VatBusFilter).HasMaxLength(FilterMax);
        builder.Property(l => l.VatProdFilter).HasMaxLength(FilterMax);
        builder
            .HasIndex(l => new
            {
                l.CompanyNo,
                l.TemplateName,
                l.StatementName,
                l.LineNo,
            })
            .IsUnique();
    }
}
