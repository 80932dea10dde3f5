using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>The number series of a new company, and the setups that name them.</summary>
internal sealed class NumberStart(int companyNo)
{
    public IEnumerable<object> Rows() =>
        [
            Trade(Direction.Sale, "K", "V"),
            WithExternalNumbers(Trade(Direction.Purchase, "L", "I")),
            new InventorySetup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                ItemNos = "ITEM",
            },
            Series("ITEM", "1000", isManual: true),
            .. TradeSeries("K", "V"),
            .. TradeSeries("L", "I"),
            Series("ADJ", "ADJ000001"),
            Series(JournalStart.GeneralNos, "JA100001", isManual: true),
            Series(JournalStart.ReceiptNos, "JO100001", isManual: true),
            Series(JournalStart.PaymentNos, "JB100001", isManual: true),
        ];

    private TradeSetup Trade(Direction direction, string party, string prefix) =>
        new()
        {
            CompanyNo = companyNo,
            Direction = direction,
            Id = Guid.CreateVersion7(),
            DeliveryOnInvoice = true,
            ReturnDeliveryOnCreditMemo = true,
            PartyNos = party,
            QuoteNos = $"{prefix}-OFF",
            OrderNos = $"{prefix}-ORD",
            InvoiceNos = $"{prefix}-FAC",
            CreditMemoNos = $"{prefix}-CR",
            BlanketOrderNos = $"{prefix}-RAAM",
            ReturnOrderNos = $"{prefix}-RET",
            PostedDeliveryNos = $"{prefix}-LEV+",
            PostedReturnDeliveryNos = $"{prefix}-RETLEV+",
            PostedInvoiceNos = $"{prefix}-FAC+",
            PostedCreditMemoNos = $"{prefix}-CR+",
        };

    // A vendor's invoice has a number, and it may come in twice (S-05).
    private static TradeSetup WithExternalNumbers(TradeSetup setup)
    {
        setup.ExtDocNoMandatory = true;
        return setup;
    }

    private IEnumerable<NumberSeries> TradeSeries(string party, string prefix) =>
        [
            Series(party, $"{party}10000", isManual: true),
            Series($"{prefix}-OFF", $"{prefix}O100001"),
            Series($"{prefix}-ORD", $"{prefix}R100001", isManual: true),
            Series($"{prefix}-FAC", $"{prefix}C100001"),
            Series($"{prefix}-CR", $"{prefix}CC100001"),
            Series($"{prefix}-RAAM", $"{prefix}B100001"),
            Series($"{prefix}-RET", $"{prefix}T100001"),
            Series($"{prefix}-LEV+", $"{prefix}L100001"),
            Series($"{prefix}-RETLEV+", $"{prefix}TL100001"),
            Series($"{prefix}-FAC+", $"{prefix}F100001"),
            Series($"{prefix}-CR+", $"{prefix}CN100001"),
        ];

    private NumberSeries Series(string code, string startingNo, bool isManual = false) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
            Description = code,
            ManualNos = isManual,
            Lines =
            [
                new NumberSeriesLine
                {
                    CompanyNo = companyNo,
                    SeriesCode = code,
                    LineNo = 10000,
                    StartingNo = startingNo,
                },
            ],
        };
}
