namespace Handel.Pages.Journals;

/// <summary>Lines that a payment journal is filled with from what is open (SVP, NET).</summary>
internal static class JournalSuggestions
{
    public static void On(PageBuilder page)
    {
        page.Action(
            "suggestVendorPayments",
            action =>
                action with
                {
                    Call = "suggestVendorPayments",
                    Shortcut = "Ctrl+Alt+P",
                    Dialog = page.AskFor("suggestVendorPayments", null, Payments),
                }
        );
        page.Action(
            "netCustomerVendorBalances",
            action =>
                action with
                {
                    Call = "netCustomerVendorBalances",
                    Dialog = page.AskFor("netCustomerVendorBalances", null, Netting),
                }
        );
    }

    private static void Payments(FieldsBuilder fields) =>
        fields
            .Field("lastPaymentDate")
            .Start("today")
            .Field("postingDate")
            .Start("today")
            .All("findPaymentDiscounts", "availableAmountLCY")
            .All("useVendorPriority", "summarizePerVendor", "postOnDueDate", "dueDateOffset")
            .All("startingDocumentNumber")
            .Field("balancingAccountNumber", Lookups.BankAccounts, "bankAccountNumber")
            .Field("paymentMethodCode", Lookups.Codes("paymentMethods"))
            .Field("vendorFilter");

    private static void Netting(FieldsBuilder fields) =>
        fields
            .Field("postingDate")
            .Start("today")
            .Field("startingDocumentNumber")
            .Choice("nettingOrder", JournalChoices.NettingOrder)
            .All("onHold", "vendorFilter");
}
