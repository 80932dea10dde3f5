using Handel.Ledgers.Vat;

namespace Handel.App.Companies;

/// <summary>One cell of the VAT table of a country.</summary>
internal sealed record VatRow(
    string Bus,
    string Prod,
    decimal Pct,
    VatCalculationType Calculation = VatCalculationType.Normal
)
{
    public string SalesAccount { get; init; } = "4310";
    public string PurchaseAccount { get; init; } = "4320";
    public bool IsEuService { get; init; }
    public string Clause { get; init; } = "";
    public string Category { get; init; } = "S";

    /// <summary>Lines of one identifier are taxed together (VPS-01).</summary>
    public string Identifier =>
        Calculation switch
        {
            VatCalculationType.ReverseCharge => FormattableString.Invariant(
                $"RC{Pct:0.##}{(IsEuService ? "S" : "")}"
            ),
            VatCalculationType.NoTaxable => "EXEMPT",
            VatCalculationType.FullVat => "FULL",
            VatCalculationType.Normal or VatCalculationType.SalesTax => FormattableString.Invariant(
                $"VAT{Pct:0.##}"
            ),
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>What differs between the countries in which a company can start (SET-90).</summary>
internal sealed record CountrySet(
    string CountryCode,
    string LcyCode,
    string LanguageCode,
    string Domestic,
    string Standard,
    string Reduced
)
{
    public const string Zero = "NUL";
    public const string Eu = "EU";
    public const string Export = "EXPORT";
    public const string Service = "SERVICE";

    /// <summary>Invoices of customs: nothing but VAT (VAT-07).</summary>
    public const string Import = "IMPORT";

    public required IReadOnlyList<VatRow> Vat { get; init; }

    /// <summary>Why VAT is what it is: code, in Dutch, in English (VPS-08).</summary>
    public static IReadOnlyList<(string Code, string Dutch, string English)> Clauses { get; } =
    [
        ("VRIJ", "Vrijgesteld van btw.", "Exempt from VAT."),
        (Reversed, "Btw verlegd.", "VAT reverse charged."),
        (
            Supplied,
            "Intracommunautaire levering, btw 0 % (artikel 138 btw-richtlijn).",
            "Intra-Community supply, VAT 0 % (article 138 VAT directive)."
        ),
        (Export, "Uitvoer van goederen, btw 0 %.", "Export of goods, VAT 0 %."),
    ];

    /// <summary>Its VAT statement among the start sets, and how users call it.</summary>
    public required (string Template, string Name, string EuSalesBox) VatReturn { get; init; }

    public static CountrySet? Of(string countryCode) =>
        countryCode.ToUpperInvariant() switch
        {
            "NL" => Netherlands,
            "GB" => GreatBritain,
            _ => null,
        };

    private static readonly CountrySet Netherlands = new(
        "NL",
        "EUR",
        "nl",
        "BINNENL",
        "HOOG",
        "LAAG"
    )
    {
        VatReturn = ("BTW", "AANGIFTE", "3b"),
        Vat =
        [
            new("BINNENL", "HOOG", 21m),
            new("BINNENL", "LAAG", 9m) { SalesAccount = "4311", PurchaseAccount = "4321" },
            new("BINNENL", Zero, 0m) { Category = "Z" },
            new("BINNENL", Service, 21m),
            new("BINNENL", "VRIJ", 0m, VatCalculationType.NoTaxable)
            {
                Category = "E",
                Clause = "VRIJ",
            },
            ImportVat("BINNENL"),
            new("BINNENL", "VERLEGD", 21m, VatCalculationType.ReverseCharge)
            {
                PurchaseAccount = "4330",
                Category = "AE",
                Clause = Reversed,
            },
            Supply(Eu, "HOOG", 21m),
            Supply(Eu, "LAAG", 9m),
            Supply(Eu, Zero, 0m),
            Supply(Eu, Service, 21m) with
            {
                IsEuService = true,
                Category = "AE",
                Clause = Reversed,
            },
            Supply(Eu, "VRIJ", 0m),
            Exported(Export, "HOOG"),
            Exported(Export, "LAAG"),
            Exported(Export, Zero),
            Exported(Export, Service),
            Exported(Export, "VRIJ"),
            // Services and goods from outside the union that we assess ourselves (box 4a).
            new(Export, "VERLEGD", 21m, VatCalculationType.ReverseCharge)
            {
                PurchaseAccount = "4330",
                Category = "O",
            },
        ],
    };

    private static readonly CountrySet GreatBritain = new(
        "GB",
        "GBP",
        "en",
        "DOMESTIC",
        "STANDARD",
        "REDUCED"
    )
    {
        VatReturn = ("VAT", "RETURN", "8"),
        Vat =
        [
            new("DOMESTIC", "STANDARD", 20m),
            new("DOMESTIC", "REDUCED", 5m) { SalesAccount = "4311", PurchaseAccount = "4321" },
            new("DOMESTIC", Zero, 0m) { Category = "Z" },
            ImportVat("DOMESTIC"),
            new("DOMESTIC", Service, 20m),
            .. Abroad(Eu),
            .. Abroad(Export),
        ],
    };

    private const string Reversed = "VERLEGD";
    private const string Supplied = "ICL";

    private static IEnumerable<VatRow> Abroad(string bus) =>
        new[] { "STANDARD", "REDUCED", Zero, Service }.Select(prod => Exported(bus, prod));

    private static VatRow ImportVat(string bus) =>
        new(bus, Import, 0m, VatCalculationType.FullVat) { Category = "O" };

    private static VatRow Exported(string bus, string prod) =>
        new(bus, prod, 0m) { Category = "G", Clause = Export };

    private static VatRow Supply(string bus, string prod, decimal pct) =>
        new(bus, prod, pct, VatCalculationType.ReverseCharge)
        {
            PurchaseAccount = "4330",
            Category = "K",
            Clause = Supplied,
        };
}
