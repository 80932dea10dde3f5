using Handel.Data.Ledger;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handel.Data.Mapping;

/// <summary>
/// How full, in percent, a page is filled at first where rows are overwritten: the new state of a
/// row stays beside the old one then, no index hears of it, and a search does not wade through
/// states of before.
/// </summary>
internal static class Room
{
    /// <summary>Entries with a state that changes a few times.</summary>
    public const int ForStates = 80;

    /// <summary>Rows that every posting may change.</summary>
    public const int ForBalances = 50;
}

internal sealed class GlEntryMap : IEntityTypeConfiguration<GlEntry>
{
    public void Configure(EntityTypeBuilder<GlEntry> builder)
    {
        builder.ToTable("gl_entry");
        builder.HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.Ignore(e => e.DebitAmount).Ignore(e => e.CreditAmount);
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.AccountNo,
            e.PostingDate,
            e.EntryNo,
        });
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo }); // find entries
        builder
            .HasIndex(e => new
            {
                e.CompanyNo,
                e.DimensionSetId,
                e.EntryNo,
            })
            .HasFilter("dimension_set_id <> 0"); // entries of a dimension
        builder
            .HasIndex(e => new { e.CompanyNo, e.PostingDate })
            .HasFilter("is_closing") // reports that end on a closing date leave them out
            .HasDatabaseName("ix_gl_entry_closing");
    }
}

internal sealed class VatEntryMap : IEntityTypeConfiguration<VatEntry>
{
    public void Configure(EntityTypeBuilder<VatEntry> builder)
    {
        builder.ToTable("vat_entry");
        builder.HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.Property(e => e.ReportedCountryCode).HasMaxLength(20);
        builder.Property(e => e.ReportedVatRegistrationNo).HasMaxLength(20);
        builder.HasIndex(e => new { e.CompanyNo, e.ReportedDate }); // returns
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo });
    }
}

internal sealed class PartyEntryMap : IEntityTypeConfiguration<PartyEntry>
{
    public void Configure(EntityTypeBuilder<PartyEntry> builder)
    {
        builder.ToTable("party_entry");
        builder.HasKey(e => new
        {
            e.CompanyNo,
            e.Direction,
            e.EntryNo,
        });
        builder.Property(e => e.CurrencyFactor).HasPrecision(38, 20);
        builder.Property(e => e.AdjustedCurrencyFactor).HasPrecision(38, 20);
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.Direction,
            e.PartyNo,
            e.PostingDate,
        });
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo });
        // Open items are read from here alone: beside them stand years of rows that are closed.
        builder
            .HasIndex(e => new
            {
                e.CompanyNo,
                e.Direction,
                e.PartyNo,
                e.DueDate,
            })
            .IncludeProperties(e => new
            {
                e.PostingDate,
                e.DocumentDate,
                e.CurrencyCode,
                e.RemainingAmount,
                e.RemainingAmountLcy,
            })
            .HasFilter("is_open")
            .HasDatabaseName("ix_party_entry_open");
        builder
            .HasIndex(e => new
            {
                e.CompanyNo,
                e.Direction,
                e.PartyNo,
                e.ExternalDocumentNo,
            })
            .HasFilter("external_document_no <> ''"); // E-03
    }
}

internal sealed class PartyDetailMap : IEntityTypeConfiguration<PartyDetail>
{
    public void Configure(EntityTypeBuilder<PartyDetail> builder)
    {
        builder.ToTable("party_detail");
        builder.HasKey(e => new
        {
            e.CompanyNo,
            e.Direction,
            e.EntryNo,
        });
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.Direction,
            e.PartyEntryNo,
        });
        // What happened after a day, for open items in the past. Rows come in the order of days,
        // near enough: a summary per block costs a posting next to nothing.
        builder.HasIndex(e => e.PostingDate).HasMethod("brin");
    }
}

internal sealed class EntryEditMap : IEntityTypeConfiguration<EntryEdit>
{
    public void Configure(EntityTypeBuilder<EntryEdit> builder)
    {
        builder.ToTable("entry_edit");
        builder.HasKey(e => new { e.CompanyNo, e.EditNo });
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.Direction,
            e.EntryNo,
        });
    }
}

internal sealed class ItemEntryMap : IEntityTypeConfiguration<ItemEntry>
{
    public void Configure(EntityTypeBuilder<ItemEntry> builder)
    {
        builder.ToTable("item_entry").HasStorageParameter("fillfactor", Room.ForStates);
        builder.HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.Ignore(e => e.IsInbound).Ignore(e => e.IsCompletelyInvoiced).Ignore(e => e.Key);
        builder.Ignore(e => e.IsPooled).Ignore(e => e.IsAveraged);
        builder.HasIndex(e => new
        {
            e.CompanyNo,
            e.ItemNo,
            e.PostingDate,
        });
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo });
        builder
            .HasIndex(e => new
            {
                e.CompanyNo,
                e.ItemNo,
                e.ValuationDate,
            })
            .HasFilter("costing_method = 3") // pools of average cost, from a day on
            .HasDatabaseName("ix_item_entry_pool");
        builder
            .HasIndex(e => new { e.CompanyNo, e.AppliesFromEntryNo })
            .HasFilter("applies_from_entry_no <> 0"); // where returned cost flows
        builder
            .HasIndex(e => new
            {
                e.CompanyNo,
                e.ItemNo,
                e.VariantCode,
                e.LocationCode,
            })
            .HasFilter("is_open")
            .HasDatabaseName("ix_item_entry_open")
            // Layers open and close all day. An entry of the index that stands for several can be
            // forgotten only when all of them are closed; one of its own goes at the next search.
            .HasStorageParameter("deduplicate_items", false);
    }
}

internal sealed class ValueEntryMap : IEntityTypeConfiguration<ValueEntry>
{
    public void Configure(EntityTypeBuilder<ValueEntry> builder)
    {
        builder.ToTable("value_entry");
        builder.HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.HasIndex(e => new { e.CompanyNo, e.ItemEntryNo });
        builder.HasIndex(e => new { e.CompanyNo, e.DocumentNo });
    }
}

internal sealed class ItemApplicationMap : IEntityTypeConfiguration<ItemApplication>
{
    public void Configure(EntityTypeBuilder<ItemApplication> builder)
    {
        builder.ToTable("item_application");
        builder.HasKey(e => new { e.CompanyNo, e.EntryNo });
        builder.HasIndex(e => new { e.CompanyNo, e.InboundEntryNo });
        builder.HasIndex(e => new { e.CompanyNo, e.OutboundEntryNo });
    }
}

internal sealed class GlRegisterMap : IEntityTypeConfiguration<GlRegister>
{
    public void Configure(EntityTypeBuilder<GlRegister> builder)
    {
        builder.ToTable("gl_register");
        builder.HasKey(e => new { e.CompanyNo, e.RegisterNo });
        builder
            .HasIndex(e => new { e.CompanyNo, e.PostedWithRegisterNo })
            .HasFilter("journal_batch_name <> ''"); // a journal is undone as a whole
        builder
            .HasIndex(e => new { e.CompanyNo, e.PostingKey })
            .IsUnique() // INV-55
            .HasFilter("posting_key IS NOT NULL");
    }
}

internal sealed class BalanceMaps
    : IEntityTypeConfiguration<GlDayTotal>,
        IEntityTypeConfiguration<GlMonthTotal>,
        IEntityTypeConfiguration<PartyBalance>,
        IEntityTypeConfiguration<StockBalance>,
        IEntityTypeConfiguration<ItemStock>,
        IEntityTypeConfiguration<LedgerState>
{
    public void Configure(EntityTypeBuilder<GlDayTotal> builder)
    {
        builder.ToTable("gl_day_total").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(b => new
        {
            b.CompanyNo,
            b.AccountNo,
            b.PostingDate,
            b.DimensionSetId,
        });
    }

    public void Configure(EntityTypeBuilder<GlMonthTotal> builder)
    {
        builder.ToTable("gl_month_total");
        builder.HasKey(b => new
        {
            b.CompanyNo,
            b.AccountNo,
            b.Month,
        });
    }

    public void Configure(EntityTypeBuilder<PartyBalance> builder)
    {
        builder.ToTable("party_balance").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(b => new
        {
            b.CompanyNo,
            b.Direction,
            b.PartyNo,
        });
    }

    public void Configure(EntityTypeBuilder<StockBalance> builder)
    {
        builder.ToTable("stock_balance").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(b => new
        {
            b.CompanyNo,
            b.ItemNo,
            b.VariantCode,
            b.LocationCode,
        });
    }

    public void Configure(EntityTypeBuilder<ItemStock> builder)
    {
        builder.ToTable("item_stock").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(s => new { s.CompanyNo, s.ItemNo });
    }

    public void Configure(EntityTypeBuilder<LedgerState> builder)
    {
        builder.ToTable("ledger_state").HasStorageParameter("fillfactor", Room.ForBalances);
        builder.HasKey(s => s.CompanyNo);
        builder.Property(s => s.CompanyNo).ValueGeneratedNever();
    }
}
