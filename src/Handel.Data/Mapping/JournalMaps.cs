using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class JournalMaps
    : IEntityTypeConfiguration<JournalTemplate>,
        IEntityTypeConfiguration<JournalBatch>,
        IEntityTypeConfiguration<JournalLine>,
        IEntityTypeConfiguration<JournalAllocation>,
        IEntityTypeConfiguration<StandardJournal>,
        IEntityTypeConfiguration<PostedJournal>
{
    private const int CommentMax = 250;
    private const int MessageMax = 140;
    private const int AccountMax = 50;

    public void Configure(EntityTypeBuilder<JournalTemplate> builder)
    {
        builder.ToTable("journal_template").HasKey(t => new { t.CompanyNo, t.Id });
        builder.HasIndex(t => new { t.CompanyNo, t.Name }).IsUnique();
        builder.Property(t => t.Version).IsConcurrencyToken();
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
        builder.Property(b => b.Version).IsConcurrencyToken();
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
        builder.HasIndex(l => new
        {
            l.CompanyNo,
            l.BatchId,
            l.DocumentNo,
        }); // what a new line goes on with
        builder.Property(l => l.CurrencyFactor).HasPrecision(38, 20);
        builder.Property(l => l.Comment).HasMaxLength(CommentMax);
        builder.Property(l => l.MessageToRecipient).HasMaxLength(MessageMax);
        builder.Property(l => l.RecipientBankAccount).HasMaxLength(AccountMax);
        builder.Property(l => l.PaymentReference).HasMaxLength(AccountMax);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.ComplexProperty(l => l.Vat);
        builder.ComplexProperty(l => l.BalVat);
    }

    public void Configure(EntityTypeBuilder<JournalAllocation> builder)
    {
        builder.ToTable("journal_allocation");
        builder.HasKey(a => new
        {
            a.CompanyNo,
            a.LineId,
            a.LineNo,
        });
        builder.HasIndex(a => new { a.CompanyNo, a.Id }).IsUnique();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.ComplexProperty(a => a.Vat);
    }

    public void Configure(EntityTypeBuilder<StandardJournal> builder)
    {
        builder.ToTable("standard_journal").HasKey(s => new { s.CompanyNo, s.Id });
        builder
            .HasIndex(s => new
            {
                s.CompanyNo,
                s.TemplateId,
                s.Code,
            })
            .IsUnique();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PostedJournal> builder)
    {
        builder.ToTable("posted_journal").HasKey(p => new { p.CompanyNo, p.Id });
        builder.HasIndex(p => new { p.CompanyNo, p.RegisterNo });
    }
}
