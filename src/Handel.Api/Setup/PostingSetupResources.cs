using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Setup;

/// <summary>Which accounts postings go to, per pair of groups (C4, PG-03, VPS-01).</summary>
internal static class PostingSetupResources
{
    public static IEnumerable<Resource> All() =>
        [General(), TaxPostingSetups.Create(), Inventory()];

    private static Resource General() =>
        new RowWrites<GeneralPostingSetup>("generalPostingSetups")
            .Key(
                "generalProductPostingGroup",
                s => $"{s.GenBusPostingGroup}, {s.GenProdPostingGroup}",
                (edit, _) =>
                    edit
                        .Db.Set<GeneralPostingSetup>()
                        .Where(s =>
                            s.GenBusPostingGroup == edit.Row.GenBusPostingGroup
                            && s.GenProdPostingGroup == edit.Row.GenProdPostingGroup
                        )
            )
            .Pair<GenBusPostingGroup>(
                ("", "generalBusinessPostingGroup"),
                g => g.Code,
                (s, code) => s.GenBusPostingGroup = code
            )
            .Pair<GenProdPostingGroup>(
                ("", "generalProductPostingGroup"),
                g => g.Code,
                (s, code) => s.GenProdPostingGroup = code
            )
            .Needs("generalProductPostingGroup", s => s.GenProdPostingGroup)
            .Trade("sales", s => s.Sale)
            .Trade("purchase", s => s.Purchase)
            .Account("cogsAccount", (s, no) => s.CogsAccount = no)
            .Account("cogsInterimAccount", (s, no) => s.CogsAccountInterim = no)
            .Account("inventoryAdjustmentAccount", (s, no) => s.InventoryAdjmtAccount = no)
            .Account("invtAccrualInterimAccount", (s, no) => s.InvtAccrualAccountInterim = no)
            .Account("directCostAppliedAccount", (s, no) => s.DirectCostAppliedAccount = no)
            .Account("overheadAppliedAccount", (s, no) => s.OverheadAppliedAccount = no)
            .Account("purchaseVarianceAccount", (s, no) => s.PurchaseVarianceAccount = no)
            .Set<bool>("blocked", (s, on) => s.IsBlocked = on)
            // PG-11: what was posted by it may be blocked, not taken away.
            .UsedBy<TradeLine>(s =>
                line =>
                    line.GenBusPostingGroup == s.GenBusPostingGroup
                    && line.GenProdPostingGroup == s.GenProdPostingGroup
            )
            .UsedBy<GlEntry>(s =>
                entry =>
                    entry.GenBusPostingGroup == s.GenBusPostingGroup
                    && entry.GenProdPostingGroup == s.GenProdPostingGroup
            )
            .UsedBy<ValueEntry>(s =>
                entry =>
                    entry.GenBusPostingGroup == s.GenBusPostingGroup
                    && entry.GenProdPostingGroup == s.GenProdPostingGroup
            )
            .On(GeneralFields());

    private static Resource<GeneralPostingSetup> GeneralFields() =>
        Resource
            .Extension(
                "generalPostingSetups",
                "generalPostingSetup",
                s => s.Rows<GeneralPostingSetup>()
            )
            .Field("id", s => s.Id)
            .AccountField("generalBusinessPostingGroup", s => s.GenBusPostingGroup)
            .AccountField("generalProductPostingGroup", s => s.GenProdPostingGroup)
            .AccountField("salesAccount", s => s.Sale.Account)
            .AccountField("salesCreditMemoAccount", s => s.Sale.CreditMemoAccount)
            .AccountField("salesLineDiscountAccount", s => s.Sale.LineDiscAccount)
            .AccountField("salesInvoiceDiscountAccount", s => s.Sale.InvDiscAccount)
            .AccountField("salesPrepaymentsAccount", s => s.Sale.PrepaymentsAccount)
            .AccountField("purchaseAccount", s => s.Purchase.Account)
            .AccountField("purchaseCreditMemoAccount", s => s.Purchase.CreditMemoAccount)
            .AccountField("purchaseLineDiscountAccount", s => s.Purchase.LineDiscAccount)
            .AccountField("purchaseInvoiceDiscountAccount", s => s.Purchase.InvDiscAccount)
            .AccountField("purchasePrepaymentsAccount", s => s.Purchase.PrepaymentsAccount)
            .AccountField("salesPaymentDiscountDebitAccount", s => s.Sale.PmtDiscDebitAccount)
            .AccountField("salesPaymentDiscountCreditAccount", s => s.Sale.PmtDiscCreditAccount)
            .AccountField("salesPaymentToleranceDebitAccount", s => s.Sale.PmtTolDebitAccount)
            .AccountField("salesPaymentToleranceCreditAccount", s => s.Sale.PmtTolCreditAccount)
            .AccountField(
                "purchasePaymentDiscountDebitAccount",
                s => s.Purchase.PmtDiscDebitAccount
            )
            .AccountField(
                "purchasePaymentDiscountCreditAccount",
                s => s.Purchase.PmtDiscCreditAccount
            )
            .AccountField(
                "purchasePaymentToleranceDebitAccount",
                s => s.Purchase.PmtTolDebitAccount
            )
            .AccountField(
                "purchasePaymentToleranceCreditAccount",
                s => s.Purchase.PmtTolCreditAccount
            )
            .AccountField("cogsAccount", s => s.CogsAccount)
            .AccountField("cogsInterimAccount", s => s.CogsAccountInterim)
            .AccountField("inventoryAdjustmentAccount", s => s.InventoryAdjmtAccount)
            .AccountField("invtAccrualInterimAccount", s => s.InvtAccrualAccountInterim)
            .AccountField("directCostAppliedAccount", s => s.DirectCostAppliedAccount)
            .AccountField("overheadAppliedAccount", s => s.OverheadAppliedAccount)
            .AccountField("purchaseVarianceAccount", s => s.PurchaseVarianceAccount)
            .Field("blocked", s => s.IsBlocked, Access.ReadWrite)
            .Field("lastModifiedDateTime", s => s.ModifiedAt)
            .ETag(s => s.Version)
            .OrderedBy("generalBusinessPostingGroup", "generalProductPostingGroup");

    private static RowWrites<GeneralPostingSetup> Trade(
        this RowWrites<GeneralPostingSetup> writes,
        string prefix,
        Func<GeneralPostingSetup, TradeAccounts> of
    ) =>
        writes
            .Account($"{prefix}Account", (s, no) => of(s).Account = no)
            .Account($"{prefix}CreditMemoAccount", (s, no) => of(s).CreditMemoAccount = no)
            .Account($"{prefix}LineDiscountAccount", (s, no) => of(s).LineDiscAccount = no)
            .Account($"{prefix}InvoiceDiscountAccount", (s, no) => of(s).InvDiscAccount = no)
            .Account($"{prefix}PrepaymentsAccount", (s, no) => of(s).PrepaymentsAccount = no)
            .Account(
                $"{prefix}PaymentDiscountDebitAccount",
                (s, no) => of(s).PmtDiscDebitAccount = no
            )
            .Account(
                $"{prefix}PaymentDiscountCreditAccount",
                (s, no) => of(s).PmtDiscCreditAccount = no
            )
            .Account(
                $"{prefix}PaymentToleranceDebitAccount",
                (s, no) => of(s).PmtTolDebitAccount = no
            )
            .Account(
                $"{prefix}PaymentToleranceCreditAccount",
                (s, no) => of(s).PmtTolCreditAccount = no
            );

    private static Resource Inventory() =>
        new RowWrites<InventoryPostingSetup>("inventoryPostingSetups")
            .Key(
                "inventoryPostingGroupCode",
                s => $"{s.LocationCode}, {s.InventoryPostingGroup}",
                (edit, _) =>
                    edit
                        .Db.Set<InventoryPostingSetup>()
                        .Where(s =>
                            s.LocationCode == edit.Row.LocationCode
                            && s.InventoryPostingGroup == edit.Row.InventoryPostingGroup
                        )
            )
            .Pair<Location>(("", "locationCode"), l => l.Code, (s, code) => s.LocationCode = code)
            .Pair<InventoryPostingGroup>(
                ("", "inventoryPostingGroupCode"),
                g => g.Code,
                (s, code) => s.InventoryPostingGroup = code
            )
            .Needs("inventoryPostingGroupCode", s => s.InventoryPostingGroup)
            .Account("inventoryAccount", (s, no) => s.InventoryAccount = no)
            .Account("inventoryAccountInterim", (s, no) => s.InventoryAccountInterim = no)
            .UsedBy<ValueEntry>(s =>
                entry =>
                    entry.LocationCode == s.LocationCode
                    && entry.InventoryPostingGroup == s.InventoryPostingGroup
            )
            .On(
                Resource
                    .Extension(
                        "inventoryPostingSetups",
                        "inventoryPostingSetup",
                        s => s.Rows<InventoryPostingSetup>()
                    )
                    .Field("id", s => s.Id)
                    .AccountField("locationCode", s => s.LocationCode)
                    .AccountField("inventoryPostingGroupCode", s => s.InventoryPostingGroup)
                    .AccountField("inventoryAccount", s => s.InventoryAccount)
                    .AccountField("inventoryAccountInterim", s => s.InventoryAccountInterim)
                    .Field("lastModifiedDateTime", s => s.ModifiedAt)
                    .ETag(s => s.Version)
                    .OrderedBy("locationCode", "inventoryPostingGroupCode")
            );
}
