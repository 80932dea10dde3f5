using Handel.Ledgers.Reports;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class ReportMaps
    : IEntityTypeConfiguration<AccountingPeriod>,
        IEntityTypeConfiguration<AccountSchedule>,
        IEntityTypeConfiguration<AccountScheduleLine>
{
    private const int TotalingMax = 250;

    public void Configure(EntityTypeBuilder<AccountingPeriod> builder)
    {
        builder.ToTable("accounting_period").HasKey(p => new { p.CompanyNo, p.Id });
        builder.HasIndex(p => new { p.CompanyNo, p.StartingDate }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountSchedule> builder)
    {
        builder.ToTable("account_schedule").HasKey(s => new { s.CompanyNo, s.Id });
        builder.HasIndex(s => new { s.CompanyNo, s.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccountScheduleLine> builder)
    {
        builder.ToTable("account_schedule_line").HasKey(l => new { l.CompanyNo, l.Id });
        builder
            .HasIndex(l => new
            {
                l.CompanyNo,
                l.ScheduleCode,
                l.LineNo,
            })
            .IsUnique();
        builder.Property(l => l.RowCode).HasMaxLength(ScheduleFormula.CodeLengthMax);
        builder.Property(l => l.Totaling).HasMaxLength(TotalingMax);
    }
}
