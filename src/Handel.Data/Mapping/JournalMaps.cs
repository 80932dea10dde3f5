using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class JournalMaps
    : IEntityTypeConfiguration<JournalTemplate>,
        IEntityTypeConfiguration<JournalBatch>,
        IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalTemplate> builder)
    {
        builder.ToTable("journal_template").HasKey(t => new { t.CompanyNo, t.Id });
        builder.HasIndex(t => new { t.CompanyNo, t.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<JournalBatch> builder)
    {
        builder.ToTable("journal_batch").HasKey(b => new { b.CompanyNo, b.Id });
        builder
            .HasIndex(b => new
            {
                b.CompanyNo,
                b.TemplateId,
                b.Name,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<JournalLine> builder)
    {
        builder.ToTable("journal_line");
        builder.HasKey(l => new
        {
            l.CompanyNo,
            l.BatchId,
            l.LineNo,
        });
        builder.HasIndex(l => new { l.CompanyNo, l.Id }).IsUnique();
        builder.Property(l => l.CurrencyFactor).HasPrecision(38, 20);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.ComplexProperty(l => l.Vat);
        builder.ComplexProperty(l => l.BalVat);
    }
}
