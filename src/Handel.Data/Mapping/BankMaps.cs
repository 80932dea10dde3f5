using Handel.Ledgers.Bank;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class BankMaps
    : IEntityTypeConfiguration<BankAccount>,
        IEntityTypeConfiguration<BankPostingGroup>,
        IEntityTypeConfiguration<BankEntry>
{
    private const int AccountNumberMax = 35;

    public void Configure(EntityTypeBuilder<BankAccount> builder)
    {
        builder.ToTable("bank_account").HasKey(b => new { b.CompanyNo, b.Id });
        builder.HasIndex(b => new { b.CompanyNo, b.No }).IsUnique();
        builder.Property(b => b.BankAccountNumber).HasMaxLength(AccountNumberMax);
    }

    public void Configure(EntityTypeBuilder<BankPostingGroup> builder)
    {
        builder.ToTable("bank_posting_group").HasKey(g => new { g.CompanyNo, g.Id });
        builder.HasIndex(g => new { g.CompanyNo, g.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BankEntry> builder)
    {
        builder.ToTable("bank_entry").HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.BankAccountNo,
            e.PostingDate,
        });
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo });
    }
}
