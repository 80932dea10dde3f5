namespace Handel.Trade.Documents;

/// <summary>What kinds of document have in common, whichever way they run (sales 3.1).</summary>
public static class DocumentKinds
{
    /// <summary>Credit memos, return orders and their deliveries (CNV-04).</summary>
    public static bool IsCredit(this DocumentKind kind) =>
        kind is DocumentKind.CreditMemo or DocumentKind.ReturnOrder or DocumentKind.ReturnDelivery;

    /// <summary>Can be posted in parts (CNV-04).</summary>
    public static bool IsOrderLike(this DocumentKind kind) =>
        kind is DocumentKind.Order or DocumentKind.ReturnOrder;

    /// <summary>
    /// Posted whole, so its quantities to handle are its quantities (QTY-06, I-01).
    /// </summary>
    public static bool IsHandledWhole(this DocumentKind kind) =>
        kind is DocumentKind.Invoice or DocumentKind.CreditMemo;

    /// <summary>
    /// Has dates of its own for posting: all but quotes and blanket orders (DAT-01).
    /// </summary>
    public static bool IsPostable(this DocumentKind kind) =>
        kind.IsOrderLike() || kind.IsHandledWhole();
}
