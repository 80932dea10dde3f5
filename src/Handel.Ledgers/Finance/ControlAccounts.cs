namespace Handel.Ledgers.Finance;

/// <summary>
/// Accounts that another ledger stands behind: receivables, payables, inventory, VAT and bank.
/// Users do not post to them, or the books behind would differ (COA-03, INV-08).
/// </summary>
public static class ControlAccounts
{
    public static IReadOnlySet<string> In(CompanySetup setup)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in setup.PartyPostingGroups.Values)
            found.Add(group.ControlAccount);
        foreach (var group in setup.BankPostingGroups.Values)
            found.Add(group.GlAccountNo);
        foreach (var inventory in setup.InventoryPosting.Values)
        {
            found.Add(inventory.InventoryAccount);
            found.Add(inventory.InventoryAccountInterim);
        }
        foreach (var vat in setup.VatPosting.Values)
        {
            found.Add(vat.SalesVatAccount);
            found.Add(vat.PurchaseVatAccount);
            found.Add(vat.ReverseChargeVatAccount);
            found.Add(vat.SalesVatUnrealAccount);
            found.Add(vat.PurchaseVatUnrealAccount);
            found.Add(vat.ReverseChargeVatUnrealAccount);
        }
        found.Remove("");
        return found;
    }
}
