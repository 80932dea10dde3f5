using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>What was valued anew, by posting group and currency (ADJ-08).</summary>
internal sealed class ExchangeRateAdjustmentsPage()
    : PageDefinition("exchangeRateAdjustments", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("exchangeRateAdjustments", ApiRoute.Trade, "registerNumber desc")
            .Title("endingDate", "currencyCode");
        page.Columns()
            .Field("endingDate")
            .Important()
            .Choice("accountType", Choices.AdjustedAccount, "adjustedAccountType")
            .Important()
            .Field("postingGroup")
            .Field("currencyCode")
            .Important()
            .Field("currencyFactor")
            .Kind(FieldKind.Price)
            .All("baseAmountLCY", "adjustedBaseAmountLCY")
            .Field("gainAmountLCY")
            .Important()
            .Field("lossAmountLCY")
            .Important()
            .All("postingDate", "documentNumber", "userId")
            .Field("registerNumber")
            .DrillDown("generalLedgerEntries", "registerNumber eq {registerNumber}");
    }
}
