using System.Globalization;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Trade;
using Handel.Kernel;
using Handel.Ledgers.Parties;
using Handel.Trade.Postings;

namespace Handel.Api.Mirror;

/// <summary>
/// A preview as rows of the ledgers that users know, customers and vendors apart.
/// </summary>
internal static class PreviewRows
{
    /// <summary>Rows of a ledger that are shown; the totals are of all of them.</summary>
    private const int RowsMax = 2_000;

    public static PostingPreviewRows Of(PostingPreview preview, CultureInfo language) =>
        new()
        {
            GeneralLedgerEntries =
            [
                .. preview
                    .GlEntries.Take(RowsMax)
                    .Select(line => Gl(line, language, preview.Shortcuts)),
            ],
            TaxEntries = [.. preview.VatEntries.Take(RowsMax).Select(Tax)],
            CustomerLedgerEntries =
            [
                .. preview
                    .PartyEntries.Where(entry => entry.Direction == Direction.Sale)
                    .Select(Customer),
            ],
            VendorLedgerEntries =
            [
                .. preview
                    .PartyEntries.Where(entry => entry.Direction == Direction.Purchase)
                    .Select(Vendor),
            ],
            BankAccountLedgerEntries = [.. preview.BankEntries.Take(RowsMax).Select(Bank)],
            ItemLedgerEntries = [.. preview.ItemEntries.Take(RowsMax).Select(Item)],
            ValueEntries = [.. preview.ValueEntries.Take(RowsMax).Select(Value)],
            Totals = new(
                preview.GlEntries.Sum(line => line.Entry.DebitAmount),
                preview.GlEntries.Sum(line => line.Entry.CreditAmount)
            ),
        };

    /// <summary>An application before it is posted (APP-05).</summary>
    public static ApplicationPreview Of(
        Handel.Trade.Documents.Plan plan,
        ApplicationResult application,
        CultureInfo language
    )
    {
        var rows = Of(PostingPreview.Of(plan), language);
        var details = plan.Posting!.PartyDetails.ToLookup(detail => detail.Direction);
        return new()
        {
            Application = application,
            GeneralLedgerEntries = rows.GeneralLedgerEntries,
            TaxEntries = rows.TaxEntries,
            DetailedCustomerLedgerEntries = [.. details[Direction.Sale].Select(CustomerDetail)],
            DetailedVendorLedgerEntries = [.. details[Direction.Purchase].Select(VendorDetail)],
            Totals = rows.Totals,
        };
    }

    internal static PreviewCustomerDetail CustomerDetail(PartyDetail detail) =>
        new()
        {
            PostingDate = detail.PostingDate,
            EntryType = detail.Type.ToString(),
            DocumentType = Wire(detail.DocumentType),
            DocumentNumber = detail.DocumentNo,
            CurrencyCode = detail.CurrencyCode,
            Amount = detail.Amount,
            AmountLCY = detail.AmountLcy,
            CustomerLedgerEntryNumber = detail.PartyEntryNo,
        };

    internal static PreviewVendorDetail VendorDetail(PartyDetail detail) =>
        new()
        {
            PostingDate = detail.PostingDate,
            EntryType = detail.Type.ToString(),
            DocumentType = Wire(detail.DocumentType),
            DocumentNumber = detail.DocumentNo,
            CurrencyCode = detail.CurrencyCode,
            Amount = detail.Amount,
            AmountLCY = detail.AmountLcy,
            VendorLedgerEntryNumber = detail.PartyEntryNo,
        };

    private static PreviewGl Gl(
        PreviewGlLine line,
        CultureInfo language,
        IReadOnlyList<string> shortcuts
    )
    {
        string Shortcut(int no) => no <= shortcuts.Count ? line.Dimensions[shortcuts[no - 1]] : "";
        return new()
        {
            PostingDate = line.Entry.PostingDate,
            DocumentType = Wire(line.Entry.DocumentType),
            DocumentNumber = line.Entry.DocumentNo,
            AccountNumber = line.Entry.AccountNo,
            AccountName =
                language.TwoLetterISOLanguageName == "en" && line.AccountNameEnglish.Length > 0
                    ? line.AccountNameEnglish
                    : line.AccountName,
            Description = line.Entry.Description,
            DebitAmount = line.Entry.DebitAmount,
            CreditAmount = line.Entry.CreditAmount,
            ShortcutDimension1Code = Shortcut(1),
            ShortcutDimension2Code = Shortcut(2),
            ShortcutDimension3Code = Shortcut(3),
            ShortcutDimension4Code = Shortcut(4),
            ShortcutDimension5Code = Shortcut(5),
            ShortcutDimension6Code = Shortcut(6),
            ShortcutDimension7Code = Shortcut(7),
            ShortcutDimension8Code = Shortcut(8),
        };
    }

    private static PreviewTax Tax(Ledgers.Vat.VatEntry entry) =>
        new()
        {
            PostingDate = entry.PostingDate,
            TaxReportingDate = entry.VatDate,
            Type = Wire(entry.Type),
            DocumentType = Wire(entry.DocumentType),
            DocumentNumber = entry.DocumentNo,
            TaxBusinessPostingGroup = entry.VatBusPostingGroup,
            TaxProductPostingGroup = entry.VatProdPostingGroup,
            CalculationType = WireNames.Of(entry.CalculationType),
            Base = entry.Base,
            Amount = entry.Amount,
        };

    private static PreviewCustomer Customer(PartyEntry entry) =>
        new()
        {
            CustomerNumber = entry.PartyNo,
            PostingDate = entry.PostingDate,
            DocumentType = Wire(entry.DocumentType),
            DocumentNumber = entry.DocumentNo,
            Description = entry.Description,
            Amount = entry.OriginalAmount,
            RemainingAmount = entry.RemainingAmount,
            AmountLCY = entry.OriginalAmountLcy,
            RemainingAmountLCY = entry.RemainingAmountLcy,
            DueDate = entry.DueDate,
        };

    private static PreviewVendor Vendor(PartyEntry entry) =>
        new()
        {
            VendorNumber = entry.PartyNo,
            PostingDate = entry.PostingDate,
            DocumentType = Wire(entry.DocumentType),
            DocumentNumber = entry.DocumentNo,
            Description = entry.Description,
            Amount = entry.OriginalAmount,
            RemainingAmount = entry.RemainingAmount,
            AmountLCY = entry.OriginalAmountLcy,
            RemainingAmountLCY = entry.RemainingAmountLcy,
            DueDate = entry.DueDate,
        };

    private static PreviewBank Bank(Ledgers.Bank.BankEntry entry) =>
        new()
        {
            BankAccountNumber = entry.BankAccountNo,
            PostingDate = entry.PostingDate,
            DocumentType = Wire(entry.DocumentType),
            DocumentNumber = entry.DocumentNo,
            Description = entry.Description,
            CurrencyCode = entry.CurrencyCode,
            Amount = entry.Amount,
            AmountLCY = entry.AmountLcy,
        };

    private static PreviewItem Item(Ledgers.Inventory.ItemEntry entry) =>
        new()
        {
            PostingDate = entry.PostingDate,
            EntryType = ApiContract
                .V2.Enums["itemLedgerEntryType"]
                .NameOf((int)entry.EntryType)
                .ToString()!,
            DocumentNumber = entry.DocumentNo,
            ItemNumber = entry.ItemNo,
            Description = entry.Description,
            LocationCode = entry.LocationCode,
            Quantity = entry.Quantity,
            InvoicedQuantity = entry.InvoicedQuantity,
            RemainingQuantity = entry.RemainingQuantity,
        };

    private static PreviewValue Value(Ledgers.Inventory.ValueEntry entry) =>
        new()
        {
            PostingDate = entry.PostingDate,
            EntryType = WireNames.Of(entry.Type),
            DocumentNumber = entry.DocumentNo,
            ItemNumber = entry.ItemNo,
            ValuedQuantity = entry.ValuedQuantity,
            CostPerUnit = entry.CostPerUnit,
            CostAmountActual = entry.CostAmountActual,
            CostAmountExpected = entry.CostAmountExpected,
            SalesAmountActual = entry.SalesAmountActual,
        };

    internal static string Wire<T>(T member)
        where T : struct, Enum =>
        EnumShape
            .From(typeof(T))
            .NameOf(Convert.ToInt32(member, CultureInfo.InvariantCulture))
            .ToString()!;
}

/// <summary>Members that C4 and C6 spell without blanks.</summary>
internal static class WireNames
{
    public static string Of(Ledgers.Vat.VatCalculationType type) =>
        type switch
        {
            Ledgers.Vat.VatCalculationType.Normal => "NormalVAT",
            Ledgers.Vat.VatCalculationType.ReverseCharge => "ReverseChargeVAT",
            Ledgers.Vat.VatCalculationType.FullVat => "FullVAT",
            Ledgers.Vat.VatCalculationType.SalesTax => "SalesTax",
            Ledgers.Vat.VatCalculationType.NoTaxable => "NoTaxableVAT",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    public static string Of(Ledgers.Inventory.ValueEntryType type) => type.ToString();

    /// <summary>The member of a wire name, or null.</summary>
    public static object? Find<T>(string name, Func<T, string> spell)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
            if (string.Equals(spell(member), name, StringComparison.OrdinalIgnoreCase))
                return member;
        return null;
    }
}
