using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Sealing;

/// <summary>
/// The canonical form of every ledger: all facts of an entry in a fixed order, and none of the
/// state that later postings change (remaining amounts, open flags, dates that may be edited:
/// ENT-20). A new field goes to the end of its ledger and needs a new version of the seal.
/// </summary>
internal static class EntryFacts
{
    private enum Ledger : byte
    {
        Gl = 1,
        Vat,
        Party,
        PartyDetail,
        Item,
        Value,
        Application,
        Bank,
        VatCorrection,
    }

    public static void Write(this CanonicalWriter to, GlEntry entry)
    {
        to.Start(Ledger.Gl, entry.EntryNo);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentDate);
        to.Write(entry.VatDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write(entry.AccountNo);
        to.Write(entry.Description);
        to.Write(entry.Amount);
        to.Write(entry.IsCorrection);
        to.Write((int)entry.GenPostingType);
        to.Write(entry.GenBusPostingGroup);
        to.Write(entry.GenProdPostingGroup);
        to.Write(entry.VatBusPostingGroup);
        to.Write(entry.VatProdPostingGroup);
        to.Write(entry.VatAmount);
        to.Write(entry.Quantity);
        to.Write((int)entry.SourceType);
        to.Write(entry.SourceNo);
        to.Write(entry.SourceCode);
        to.Write(entry.DimensionSetId);
        to.Write(entry.ValueEntryNo);
        to.Write(entry.IsSystemCreated);
        if (to.Form < 2)
            return;
        to.Write(entry.ReasonCode);
        to.Write(entry.SourceCurrencyCode);
        to.Write(entry.SourceCurrencyAmount);
        to.Write(entry.IsPriorYear);
        if (to.Form >= 4)
            to.Write(entry.IsClosing);
    }

    public static void Write(this CanonicalWriter to, VatEntry entry)
    {
        to.Start(Ledger.Vat, entry.EntryNo);
        to.Write(entry.GlEntryNo);
        to.Write(entry.VatGlEntryNo);
        to.Write((int)entry.Type);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentDate);
        to.Write(entry.VatDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write(entry.BillToNo);
        to.Write(entry.CountryCode);
        to.Write(entry.VatRegistrationNo);
        to.Write(entry.IsEuThirdParty);
        to.Write(entry.IsEuService);
        to.Write((int)entry.CalculationType);
        to.Write(entry.VatBusPostingGroup);
        to.Write(entry.VatProdPostingGroup);
        to.Write(entry.GenBusPostingGroup);
        to.Write(entry.GenProdPostingGroup);
        to.Write(entry.VatPct);
        to.Write(entry.Base);
        to.Write(entry.Amount);
        to.Write(entry.BaseBeforePmtDisc);
        to.Write(entry.VatDifference);
        to.Write(entry.NonDeductibleBase);
        to.Write(entry.NonDeductibleAmount);
        to.Write(entry.SourceCode);
        if (to.Form >= 2)
            to.Write(entry.NonDeductibleVatPct);
        if (to.Form >= 3)
            to.Write(entry.VatBaseDiscountPct);
        if (to.Form < 5)
            return;
        to.Write((int)entry.UnrealizedVatType);
        to.Write(entry.UnrealizedBase);
        to.Write(entry.UnrealizedAmount);
        to.Write(entry.UnrealizedVatEntryNo);
    }

    public static void Write(this CanonicalWriter to, VatCorrection entry)
    {
        to.Start(Ledger.VatCorrection, entry.EntryNo);
        to.Write(entry.CorrectedRegisterNo);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentNo);
        to.Write(entry.VatDateBefore);
        to.Write(entry.VatDate);
        to.Write(entry.CountryCodeBefore);
        to.Write(entry.CountryCode);
        to.Write(entry.VatRegistrationNoBefore);
        to.Write(entry.VatRegistrationNo);
        to.Write(entry.IsEuThirdPartyBefore);
        to.Write(entry.IsEuThirdParty);
        to.Write(entry.SourceCode);
    }

    public static void Write(this CanonicalWriter to, PartyEntry entry)
    {
        to.Start(Ledger.Party, entry.EntryNo);
        to.Write((int)entry.Direction);
        to.Write(entry.PartyNo);
        to.Write(entry.SellToNo);
        to.Write(entry.PartyName);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentDate);
        to.Write(entry.VatDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write(entry.Description);
        to.Write(entry.PostingGroup);
        to.Write(entry.CurrencyCode);
        to.Write(entry.CurrencyFactor);
        to.Write(entry.OriginalAmount);
        to.Write(entry.OriginalAmountLcy);
        to.Write(entry.TurnoverLcy);
        to.Write(entry.ProfitLcy);
        to.Write(entry.InvDiscountLcy);
        to.Write(entry.SalespersonCode);
        to.Write(entry.YourReference);
        to.Write(entry.SourceCode);
        to.Write(entry.DimensionSetId);
        to.Write(entry.OriginalPmtDiscPossible);
        if (to.Form >= 2)
            to.Write(entry.ReasonCode);
        if (to.Form >= 3)
            to.Write(entry.OriginalPmtDiscToleranceDate);
    }

    public static void Write(this CanonicalWriter to, PartyDetail entry)
    {
        to.Start(Ledger.PartyDetail, entry.EntryNo);
        to.Write((int)entry.Direction);
        to.Write(entry.PartyEntryNo);
        to.Write((int)entry.Type);
        to.Write(entry.PartyNo);
        to.Write(entry.PostingDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.CurrencyCode);
        to.Write(entry.Amount);
        to.Write(entry.AmountLcy);
        to.Write(entry.InitialDueDate);
        to.Write(entry.AppliedPartyEntryNo);
        to.Write(entry.SourceCode);
        if (to.Form < 2)
            return;
        to.Write(entry.GlAccountNo);
        to.Write(entry.VatEntryNo);
        to.Write(entry.PmtDiscBefore);
        to.Write(entry.ToleranceBefore);
        to.Write(entry.UnappliesEntryNo);
    }

    public static void Write(this CanonicalWriter to, BankEntry entry)
    {
        to.Start(Ledger.Bank, entry.EntryNo);
        to.Write(entry.BankAccountNo);
        to.Write(entry.PostingGroup);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write(entry.Description);
        to.Write(entry.CurrencyCode);
        to.Write(entry.Amount);
        to.Write(entry.AmountLcy);
        to.Write((int)entry.BalAccountType);
        to.Write(entry.BalAccountNo);
        to.Write(entry.SourceCode);
        to.Write(entry.ReasonCode);
        to.Write(entry.DimensionSetId);
        to.Write(entry.GlEntryNo);
    }

    public static void Write(this CanonicalWriter to, ItemEntry entry)
    {
        to.Start(Ledger.Item, entry.EntryNo);
        to.Write(entry.ItemNo);
        to.Write(entry.VariantCode);
        to.Write(entry.LocationCode);
        to.Write(entry.PostingDate);
        to.Write(entry.DocumentDate);
        to.Write((int)entry.EntryType);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.DocumentLineNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write((int)entry.SourceType);
        to.Write(entry.SourceNo);
        to.Write(entry.Description);
        to.Write(entry.Quantity);
        to.Write(entry.UnitOfMeasureCode);
        to.Write(entry.QuantityPerUnit);
        to.Write(entry.IsCorrection);
        to.Write(entry.IsDropShipment);
        to.Write(entry.AppliesToEntryNo);
        to.Write(entry.AppliesFromEntryNo);
        to.Write(entry.DimensionSetId);
        to.Write(entry.OwnUnitCost);
        if (to.Form >= 5)
            to.Write((int)entry.CostingMethod);
    }

    public static void Write(this CanonicalWriter to, ValueEntry entry)
    {
        to.Start(Ledger.Value, entry.EntryNo);
        to.Write(entry.ItemEntryNo);
        to.Write(entry.ItemNo);
        to.Write(entry.VariantCode);
        to.Write(entry.LocationCode);
        to.Write((int)entry.ItemEntryType);
        to.Write((int)entry.Type);
        to.Write(entry.PostingDate);
        to.Write(entry.ValuationDate);
        to.Write(entry.DocumentDate);
        to.Write((int)entry.DocumentType);
        to.Write(entry.DocumentNo);
        to.Write(entry.DocumentLineNo);
        to.Write(entry.ExternalDocumentNo);
        to.Write((int)entry.SourceType);
        to.Write(entry.SourceNo);
        to.Write(entry.Description);
        WriteAmounts(to, entry);
        to.Write(entry.IsExpectedCost);
        to.Write(entry.IsAdjustment);
        to.Write(entry.IsInventoriable);
        to.Write(entry.AppliesToValueEntryNo);
        to.Write(entry.GenBusPostingGroup);
        to.Write(entry.GenProdPostingGroup);
        to.Write(entry.InventoryPostingGroup);
        to.Write(entry.SourceCode);
        to.Write(entry.DimensionSetId);
    }

    public static void Write(this CanonicalWriter to, ItemApplication entry)
    {
        to.Start(Ledger.Application, entry.EntryNo);
        to.Write(entry.ItemEntryNo);
        to.Write(entry.InboundEntryNo);
        to.Write(entry.OutboundEntryNo);
        to.Write(entry.Quantity);
        to.Write(entry.PostingDate);
        to.Write(entry.IsCostApplication);
    }

    private static void WriteAmounts(CanonicalWriter to, ValueEntry entry)
    {
        to.Write(entry.ValuedQuantity);
        to.Write(entry.ItemEntryQuantity);
        to.Write(entry.InvoicedQuantity);
        to.Write(entry.CostPerUnit);
        to.Write(entry.CostAmountExpected);
        to.Write(entry.CostAmountActual);
        to.Write(entry.CostAmountNonInvtbl);
        to.Write(entry.SalesAmountExpected);
        to.Write(entry.SalesAmountActual);
        to.Write(entry.PurchaseAmountExpected);
        to.Write(entry.PurchaseAmountActual);
        to.Write(entry.DiscountAmount);
    }

    private static void Start(this CanonicalWriter to, Ledger ledger, int entryNo)
    {
        to.Write((byte)ledger);
        to.Write(entryNo);
    }
}
