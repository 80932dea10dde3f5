namespace Handel.Browser.Tests;

/// <summary>What the pages say, in the language of the person in front of them.</summary>
public sealed record Wording(string Language, string Locale)
{
    public required string Orders { get; init; }
    public required string Balanced { get; init; }
    public required string LedgerEntries { get; init; }

    /// <summary>Three tyres of 24.95, with 21 % VAT.</summary>
    public required string Total { get; init; }
    public required string Net { get; init; }
    public required string InvoiceOnPaper { get; init; }
    public required string Customers { get; init; }
    public required string InvoiceDiscounts { get; init; }
    public required string CustomerInvoiceDiscounts { get; init; }
    public required string TopTier { get; init; }
    public required string SalesSetup { get; init; }

    /// <summary>One tyre and a service charge of 7.50, with 21 % VAT.</summary>
    public required string ChargedTotal { get; init; }

    /// <summary>Forty tyres less 2 %, with 21 % VAT.</summary>
    public required string DiscountedTotal { get; init; }

    public static Wording Of(string language) => language == Dutch.Language ? Dutch : English;

    public static Wording Dutch { get; } =
        new("nl", "nl-NL")
        {
            Orders = "Verkooporders",
            Balanced = "In evenwicht",
            LedgerEntries = "Grootboekposten",
            Total = "90,57",
            Net = "74,85",
            InvoiceOnPaper = "90,57",
            Customers = "Klanten",
            InvoiceDiscounts = "Factuurkortingen",
            CustomerInvoiceDiscounts = "Klantfactuurkortingen",
            TopTier = "1.500,00",
            SalesSetup = "Verkoopinstellingen",
            ChargedTotal = "39,26",
            DiscountedTotal = "1.183,43",
        };

    public static Wording English { get; } =
        new("en", "en-GB")
        {
            Orders = "Sales orders",
            Balanced = "In balance",
            LedgerEntries = "General ledger entries",
            Total = "90.57",
            Net = "74.85",
            InvoiceOnPaper = "90,57",
            Customers = "Customers",
            InvoiceDiscounts = "Invoice discounts",
            CustomerInvoiceDiscounts = "Customer invoice discounts",
            TopTier = "1,500.00",
            SalesSetup = "Sales setup",
            ChargedTotal = "39.26",
            DiscountedTotal = "1,183.43",
        };
}
