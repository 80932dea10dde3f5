namespace Handel.Kernel.Dimensions;

/// <summary>The kinds of record that have default dimensions (DIM-03), by entity set.</summary>
public static class DimensionEntities
{
    public const string Customers = "customers";
    public const string Vendors = "vendors";
    public const string Items = "items";
    public const string Accounts = "accounts";
    public const string BankAccounts = "bankAccounts";
    public const string Salespeople = "salespeoplePurchasers";
    public const string Locations = "locations";

    public static IReadOnlyList<string> All { get; } =
    [Customers, Vendors, Items, Accounts, BankAccounts, Salespeople, Locations];

    /// <summary>
    /// There may be a million of them: their defaults are loaded with the records, not kept with
    /// the setup.
    /// </summary>
    public static IReadOnlyList<string> Many { get; } = [Customers, Vendors, Items];
}
