using Handel.Kernel.Amounts;
using Handel.Ledgers.Revaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class CurrencyMaps
    : IEntityTypeConfiguration<Currency>,
        IEntityTypeConfiguration<ExchangeRate>,
        IEntityTypeConfiguration<RateAdjustmentEntry>
{
    private const int RateDigits = 38;
    private const int IsoLength = 3;
    private const int SymbolLength = 10;
    private const int PlacesLength = 5;

    public void Configure(EntityTypeBuilder<Currency> builder)
    {
        builder.ToTable("currency").HasKey(c => new { c.CompanyNo, c.Id });
        builder.HasIndex(c => new { c.CompanyNo, c.Code }).IsUnique();
        builder.Property(c => c.IsoCode).HasMaxLength(IsoLength);
        builder.Property(c => c.IsoNumeric).HasMaxLength(IsoLength);
        builder.Property(c => c.Symbol).HasMaxLength(SymbolLength);
        builder.Property(c => c.AmountDecimalPlaces).HasMaxLength(PlacesLength);
        builder.Property(c => c.UnitAmountDecimalPlaces).HasMaxLength(PlacesLength);
    }

    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("exchange_rate").HasKey(r => new { r.CompanyNo, r.Id });
        builder
            .HasIndex(r => new
            {
                r.CompanyNo,
                r.CurrencyCode,
                r.StartingDate,
            })
            .IsUnique();
        builder
            .Property(r => r.ExchangeRateAmount)
            .HasPrecision(RateDigits, ExchangeRates.Decimals);
        builder
            .Property(r => r.RelationalExchangeRateAmount)
            .HasPrecision(RateDigits, ExchangeRates.Decimals);
        builder
            .Property(r => r.AdjustmentExchangeRateAmount)
            .HasPrecision(RateDigits, ExchangeRates.Decimals);
        builder
            .Property(r => r.RelationalAdjustmentExchangeRateAmount)
            .HasPrecision(RateDigits, ExchangeRates.Decimals);
    }

    public void Configure(EntityTypeBuilder<RateAdjustmentEntry> builder)
    {
        builder.ToTable("rate_adjustment_entry");
        builder.HasKey(e => new
        {
            e.CompanyNo,
            e.RegisterNo,
            e.LineNo,
        });
        builder.Property(e => e.CurrencyFactor).HasPrecision(RateDigits, ExchangeRates.Decimals);
    }
}
