namespace Handel.Exchange.OnlineRetail;

/// <summary>Tells goods from what the file books under a stock code without being goods.</summary>
public static class StockCodes
{
    private static readonly HashSet<string> Charges = new(StringComparer.Ordinal)
    {
        "POST", // postage
        "DOT", // postage of the web shop
        "C2", // carriage
        "C3",
        "M", // manual
        "D", // discount
        "S", // samples
        "B", // bad debt
        "BANK CHARGES",
        "AMAZONFEE",
        "CRUK", // commission to a charity
    };

    private const string Voucher = "GIFT_";

    /// <summary>Postage, fees, discounts and vouchers: sold, and never in stock.</summary>
    /// <param name="stockCode">In upper case.</param>
    public static bool IsCharge(string stockCode) =>
        Charges.Contains(stockCode) || stockCode.StartsWith(Voucher, StringComparison.Ordinal);
}
