namespace Handel.Exchange.OnlineRetail;

/// <summary>Where a customer is for VAT, seen from the wholesaler in 2010 and 2011.</summary>
public enum RetailArea : short
{
    Home = 0,
    Eu = 1,
    Other = 2,
}

/// <summary>A country of the file.</summary>
/// <param name="Code">ISO 3166 code; blank where the file names no country.</param>
/// <param name="CashNo">Number of the customer for sales to nobody known.</param>
public sealed record RetailCountry(string Code, RetailArea Area, string CashNo);

/// <summary>The countries as the file writes them.</summary>
public static class RetailCountries
{
    private static readonly Dictionary<string, RetailCountry> Known = new(StringComparer.Ordinal)
    {
        ["United Kingdom"] = new("GB", RetailArea.Home, "CASH-GB"),
        ["Austria"] = Eu("AT"),
        ["Belgium"] = Eu("BE"),
        ["Cyprus"] = Eu("CY"),
        ["Czech Republic"] = Eu("CZ"),
        ["Denmark"] = Eu("DK"),
        ["EIRE"] = Eu("IE"),
        ["European Community"] = new("", RetailArea.Eu, "CASH-EU"),
        ["Finland"] = Eu("FI"),
        ["France"] = Eu("FR"),
        ["Germany"] = Eu("DE"),
        ["Greece"] = Eu("GR"),
        ["Italy"] = Eu("IT"),
        ["Lithuania"] = Eu("LT"),
        ["Malta"] = Eu("MT"),
        ["Netherlands"] = Eu("NL"),
        ["Poland"] = Eu("PL"),
        ["Portugal"] = Eu("PT"),
        ["Spain"] = Eu("ES"),
        ["Sweden"] = Eu("SE"),
        ["Australia"] = Other("AU"),
        ["Bahrain"] = Other("BH"),
        ["Brazil"] = Other("BR"),
        ["Canada"] = Other("CA"),
        ["Channel Islands"] = new("JE", RetailArea.Other, "CASH-JE"),
        ["Hong Kong"] = Other("HK"),
        ["Iceland"] = Other("IS"),
        ["Israel"] = Other("IL"),
        ["Japan"] = Other("JP"),
        ["Lebanon"] = Other("LB"),
        ["Norway"] = Other("NO"),
        ["RSA"] = Other("ZA"),
        ["Saudi Arabia"] = Other("SA"),
        ["Singapore"] = Other("SG"),
        ["Switzerland"] = Other("CH"),
        ["USA"] = Other("US"),
        ["United Arab Emirates"] = Other("AE"),
        ["Unspecified"] = new("", RetailArea.Other, "CASH-UNKNOWN"),
    };

    public static RetailCountry Of(string name) => Known[name];

    public static RetailCountry? Find(string name) => Known.GetValueOrDefault(name);

    private static RetailCountry Eu(string code) => new(code, RetailArea.Eu, $"CASH-{code}");

    private static RetailCountry Other(string code) => new(code, RetailArea.Other, $"CASH-{code}");
}
