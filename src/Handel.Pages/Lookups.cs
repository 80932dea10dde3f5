using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>Where fields find their values.</summary>
internal static class Lookups
{
    public static Lookup Items { get; } = Of("items") with { Card = "item" };

    public static Lookup Accounts { get; } = Of("accounts") with { Card = "account" };

    public static Lookup PostingAccounts { get; } =
        Accounts with
        {
            Source = new Source(ApiRoute.Standard, "accounts")
            {
                Filter = "accountType eq 'Posting'",
            },
        };

    /// <summary>What a document line sells or buys depends on its type.</summary>
    public static Lookup ByLineType { get; } =
        new()
        {
            By = "lineType",
            Cases = new Dictionary<string, Lookup>
            {
                ["Item"] = Items,
                ["Account"] = PostingAccounts,
            },
        };

    /// <summary>An account of a journal depends on its kind (JNL-02).</summary>
    public static Lookup ByAccountType(string type) =>
        new()
        {
            By = type,
            Cases = new Dictionary<string, Lookup>
            {
                [JournalChoices.LedgerAccount] = PostingAccounts,
                ["Gl_x0020_Account"] = PostingAccounts,
                [JournalChoices.Customer] = Of("customers"),
                [JournalChoices.Vendor] = Of("vendors"),
                [JournalChoices.BankAccount] = Of("bankAccounts"),
            },
        };

    /// <summary>Open documents of the customer or vendor of a journal line (JNL-50).</summary>
    public static Lookup OpenDocuments { get; } =
        new()
        {
            By = "accountType",
            Cases = new Dictionary<string, Lookup>
            {
                [JournalChoices.Customer] = OpenDocumentsOf("customer"),
                [JournalChoices.Vendor] = OpenDocumentsOf("vendor"),
            },
        };

    private static Lookup OpenDocumentsOf(string party) =>
        new()
        {
            Source = new Source(ApiRoute.Trade, $"{party}LedgerEntries")
            {
                Filter = $"open eq true and {party}Number eq '{{accountNumber}}'",
                OrderBy = "dueDate",
            },
            Value = "documentNumber",
            Display = "documentNumber",
            Text = "description",
        };

    /// <summary>Journal templates, all or those of a type.</summary>
    public static Lookup Templates(string type) =>
        new()
        {
            Source = new Source(ApiRoute.Trade, "journalTemplates")
            {
                Filter = $"type eq '{type}'",
            },
            Value = "name",
            Display = "name",
            Text = "description",
            Small = true,
        };

    /// <summary>Standard journals of the template of the record.</summary>
    public static Lookup StandardJournals { get; } =
        new()
        {
            Source = new Source(ApiRoute.Trade, "standardJournals"),
            Value = "code",
            Display = "code",
            Text = "description",
        };

    /// <summary>Dimensions that may still be chosen.</summary>
    public static Lookup Dimensions { get; } =
        new()
        {
            Source = new Source(ApiRoute.Trade, "dimensions") { Filter = "blocked eq false" },
            Value = "code",
            Display = "code",
        };

    /// <summary>Values to post of the dimension that a field of the row names (DIM-12).</summary>
    public static Lookup ValuesOf(string field) => Values($"dimensionCode eq '{{{field}}}'");

    /// <summary>Values to post of a shortcut dimension (DIM-12, GLS-19).</summary>
    public static Lookup ValuesOf(int shortcut) => Values($"shortcutNumber eq {shortcut}");

    private static Lookup Values(string filter) =>
        new()
        {
            Source = new Source(ApiRoute.Trade, "dimensionValues")
            {
                Filter = $"{filter} and postable eq true",
            },
            Value = "code",
            Display = "code",
        };

    /// <summary>Whose default dimensions they are depends on the kind of record.</summary>
    public static Lookup ByParentSet { get; } =
        new()
        {
            By = "parentSet",
            Cases = new Dictionary<string, Lookup>
            {
                ["customers"] = Of("customers"),
                ["vendors"] = Of("vendors"),
                ["items"] = Of("items"),
                ["accounts"] = PostingAccounts,
                ["salespeoplePurchasers"] = Codes("salespeoplePurchasers"),
                ["locations"] = Codes("locations"),
            },
        };

    public static Lookup Parties(string set, string card) => Of(set) with { Card = card };

    public static Lookup Codes(string set, ApiRoute route = ApiRoute.Standard) =>
        new()
        {
            Source = new Source(route, set),
            Value = "code",
            Display = "code",
            Text = route == ApiRoute.Standard ? "displayName" : "description",
            Small = true,
        };

    /// <summary>The document stores the id, the clerk reads and types the code.</summary>
    public static Lookup ById(string set) => Codes(set) with { Value = "id" };

    /// <summary>Posting groups that are described instead of named in the API v2.0.</summary>
    public static Lookup Groups(string set) => Codes(set) with { Text = "description" };

    public static Lookup BankAccounts { get; } = Of("bankAccounts");

    private static Lookup Of(string set) => new() { Source = new Source(ApiRoute.Standard, set) };
}
