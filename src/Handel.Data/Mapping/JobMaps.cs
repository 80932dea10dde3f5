using Handel.Data.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class JobMaps : IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<JobSchedule>
{
    private const string Unfinished = "status in (0, 1)";

    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("job").HasKey(j => new { j.CompanyNo, j.Id });
        builder.Property(j => j.LastError).HasMaxLength(Job.ErrorLengthMax);
        builder.Property(j => j.Report).HasMaxLength(Job.ReportLengthMax);
        builder.Property(j => j.Version).IsConcurrencyToken();
        // Whoever is free asks what is due.
        builder.HasIndex(j => new { j.CompanyNo, j.DueAt }).HasFilter(Unfinished);
        builder.HasIndex(j => new
        {
            j.CompanyNo,
            j.Kind,
            j.EndedAt,
        });
    }

    public void Configure(EntityTypeBuilder<JobSchedule> builder)
    {
        builder.ToTable("job_schedule").HasKey(s => new { s.CompanyNo, s.Id });
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.CompanyNo, s.Kind }).IsUnique();
        builder.HasIndex(s => new { s.CompanyNo, s.NextAt }).HasFilter("is_enabled");
    }
}
