using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

internal sealed class TradeDocumentMap : IEntityTypeConfiguration<TradeDocument>
{
    public void Configure(EntityTypeBuilder<TradeDocument> builder)
    {
        builder.ToTable("trade_document");
        builder.HasKey(d => new { d.CompanyNo, d.Id });
        builder
            .HasIndex(d => new
            {
                d.CompanyNo,
                d.Direction,
                d.Kind,
                d.IsPosted,
                d.No,
            })
            .IsUnique();
        builder.HasIndex(d => new
        {
            d.CompanyNo,
            d.Direction,
            d.Kind,
            d.PartyNo,
        });
        builder.HasIndex(d => new { d.CompanyNo, d.OrderNo }).HasFilter("order_no <> ''");
        builder.ComplexProperty(d => d.Party);
        builder.ComplexProperty(d => d.BillTo);
        builder.ComplexProperty(d => d.ShipTo);
        builder.ComplexProperty(d => d.AppliesTo);
        builder.Property(d => d.CurrencyFactor).HasPrecision(38, 20);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder
            .HasMany(d => d.Lines)
            .WithOne()
            .HasForeignKey(l => new { l.CompanyNo, l.DocumentId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TradeLineMap : IEntityTypeConfiguration<TradeLine>
{
    public void Configure(EntityTypeBuilder<TradeLine> builder)
    {
        builder.ToTable("trade_line");
        builder.HasKey(l => new
        {
            l.CompanyNo,
            l.DocumentId,
            l.LineNo,
        });
        builder.HasIndex(l => new { l.CompanyNo, l.Id }).IsUnique();
        builder.Ignore(l => l.OutstandingQuantity).Ignore(l => l.QtyDeliveredNotInvoiced);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.CompanyNo, l.No }).HasFilter("type = 2");
        builder
            .HasIndex(l => new
            {
                l.CompanyNo,
                l.OrderNo,
                l.OrderLineNo,
            })
            .HasFilter("order_no <> ''");
    }
}
