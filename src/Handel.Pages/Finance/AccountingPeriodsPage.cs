using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>Accounting periods and where fiscal years begin (COM-07).</summary>
internal sealed class AccountingPeriodsPage() : PageDefinition("accountingPeriods", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accountingPeriods", ApiRoute.Trade, "startingDate desc")
            .Opens("accountingPeriod")
            .CanInsert()
            .Title("startingDate", "name");
        page.Columns()
            .Field("startingDate")
            .Important()
            .Field("name")
            .Important()
            .Field("newFiscalYear")
            .Important()
            .All("closed", "dateLocked");
    }
}

/// <summary>
/// A period, and what is done at its end: value what is open in foreign currency, make the next
/// year, close a year and its income statement (COM-07..09, ADJ-01).
/// </summary>
internal sealed class AccountingPeriodPage() : PageDefinition("accountingPeriod", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accountingPeriods", ApiRoute.Trade).Title("startingDate", "name").Editable();
        page.Group("general")
            .Field("startingDate")
            .Important()
            .Mandatory()
            .Field("name")
            .Important()
            .Field("newFiscalYear")
            .Field("closed")
            .ReadOnly()
            .Field("dateLocked")
            .ReadOnly();
        Revaluation(page);
        Years(page);
        page.Action("auditFile", action => action with { File = "auditFileContent" });
    }

    private static void Revaluation(PageBuilder page) =>
        page.Action(
            "adjustExchangeRates",
            action =>
                action with
                {
                    Call = "adjustExchangeRates",
                    Primary = true,
                    Dialog = page.AskFor(
                        "adjustExchangeRates",
                        "previewAdjustExchangeRates",
                        Adjustment
                    ),
                }
        );

    private static void Years(PageBuilder page) =>
        page.Action(
                "createFiscalYear",
                action =>
                    action with
                    {
                        Call = "createFiscalYear",
                        Dialog = page.AskFor(
                            "createFiscalYear",
                            null,
                            fields =>
                                fields
                                    .Field("startingDate")
                                    .Field("numberOfPeriods")
                                    .Field("periodLength")
                        ),
                    }
            )
            .Action(
                "closeFiscalYear",
                action =>
                    action with
                    {
                        Call = "closeFiscalYear",
                        Dialog = page.Ask("closeFiscalYear", null, ("closeFiscalYear", [])),
                        When = new Condition("closed", ["false"]),
                    }
            )
            .Action(
                "closeIncomeStatement",
                action =>
                    action with
                    {
                        Call = "closeIncomeStatement",
                        Dialog = page.AskFor(
                            "closeIncomeStatement",
                            "previewCloseIncomeStatement",
                            Closing
                        ),
                        When = new Condition("closed", ["true"]),
                    }
            );

    private static void Adjustment(FieldsBuilder fields) =>
        fields
            .Field("documentNumber")
            .Mandatory()
            .All("endingDate", "postingDate", "reverseOnDate", "description", "currencyFilter")
            .All("customerFilter", "leaveOutCustomers", "vendorFilter", "leaveOutVendors")
            .All("bankAccountFilter", "leaveOutBankAccounts", "leaveOutDimensions")
            .Field("accountDimensions");

    private static void Closing(FieldsBuilder fields) =>
        fields
            .Field("documentNumber")
            .Mandatory()
            .Field("retainedEarningsAccountNumber", Lookups.PostingAccounts)
            .Mandatory()
            .All("description", "keepDimensions", "dimensionFilter");
}
