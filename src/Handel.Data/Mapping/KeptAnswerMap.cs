using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class KeptAnswerMap : IEntityTypeConfiguration<KeptAnswer>
{
    private const int HeadersLength = 8000;

    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("kept_answer");
        builder.HasKey(a => new
        {
            a.CompanyNo,
            a.UserId,
            a.IdempotencyKey,
        });
        builder.Property(a => a.IdempotencyKey).HasMaxLength(KeptAnswer.KeyLengthMax);
        builder.Property(a => a.Headers).HasMaxLength(HeadersLength);
        builder.HasIndex(a => new { a.CompanyNo, a.AskedAt }); // they are kept for a day
    }
}
