using System.Text.Json;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// The company of the contract's checks: DEPARTMENT (10, 20, 30 blocked) as global dimension 1,
/// PROJECT (A, B) as global dimension 2, AREA as shortcut 3, OLD blocked.
/// </summary>
public sealed class DimensionServer : IAsyncLifetime
{
    public TradeServer Trade { get; } = new();
    public string Ext => Trade.Trade;

    public async ValueTask InitializeAsync()
    {
        await Trade.InitializeAsync();
        await Dimension("DEPARTMENT", "10", "20", "30");
        await Dimension("PROJECT", "A", "B");
        await Dimension("AREA", "NORTH", "SOUTH");
        await Dimension("OLD", "1");
        await Patch("dimensionValues", "code eq '30'", new { blocked = true });
        await Patch("dimensions", "code eq 'OLD'", new { blocked = true });
        await Shortcuts(
            new
            {
                shortcutDimension1Code = "DEPARTMENT",
                shortcutDimension2Code = "PROJECT",
                shortcutDimension3Code = "AREA",
            }
        );
    }

    public ValueTask DisposeAsync() => Trade.DisposeAsync();

    public async Task Dimension(string code, params string[] values)
    {
        await Trade.Post($"{Ext}/dimensions", new { code, displayName = code });
        foreach (var value in values)
            await Value(code, value);
    }

    public Task<JsonElement> Value(string dimensionCode, string code) =>
        Trade.Post($"{Ext}/dimensionValues", new { dimensionCode, code });

    public Task<JsonElement> Shortcuts(object codes, int status = 200) =>
        Patch("generalLedgerSetup", "localCurrencyCode eq 'EUR'", codes, status);

    public async Task<JsonElement> Patch(string set, string filter, object body, int status = 200)
    {
        var row = await One($"{Ext}/{set}?$filter={filter}");
        return await Trade.Patch($"{Ext}/{set}({Text(row, "id")})", body, status);
    }

    public async Task<JsonElement> One(string path) => Assert.Single(await Rows(path));

    public async Task<List<JsonElement>> Rows(string path) =>
        [.. (await Trade.Get(path)).GetProperty("value").EnumerateArray()];

    public static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();

    public async Task<JsonElement> Customer(string name) =>
        await Trade.Post("customers", new { displayName = name, country = "NL" });

    /// <summary>A default dimension of a record, or of all of its kind.</summary>
    public Task<JsonElement> Default(
        (string Set, string No) of,
        string dimensionCode,
        string dimensionValueCode,
        string postingValidation = ""
    ) =>
        Trade.Post(
            $"{Ext}/defaultDimensions",
            new
            {
                parentSet = of.Set,
                parentNumber = of.No,
                dimensionCode,
                dimensionValueCode,
                postingValidation,
            }
        );

    /// <summary>A sales invoice of one line, draft.</summary>
    public Task<JsonElement> Invoice(JsonElement customer, object? more = null) =>
        Trade.Post(
            "salesInvoices?$expand=salesInvoiceLines",
            new Dictionary<string, object?>
            {
                ["customerId"] = Text(customer, "id"),
                ["salesInvoiceLines"] = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        unitPrice = 100m,
                    },
                },
                ["dimensionSetLines"] = more ?? Array.Empty<object>(),
            }
        );

    public Task<JsonElement> Post(JsonElement invoice, int status = 204) =>
        Trade.Post($"salesInvoices({Text(invoice, "id")})/Microsoft.NAV.post", new { }, status);

    /// <summary>Account, amount and dimensions of the entries of a posted invoice.</summary>
    public async Task<List<JsonElement>> Entries(JsonElement invoice)
    {
        var posted = await Trade.Get($"salesInvoices({Text(invoice, "id")})");
        return await Rows(
            $"{Ext}/generalLedgerEntries?$filter=documentNumber eq '{Text(posted, "number")}'"
        );
    }

    /// <summary>Code and value of the dimensions of a record, as its address shows them.</summary>
    public async Task<string> Dimensions(string path)
    {
        var rows = await Rows($"{path}/dimensionSetLines");
        return string.Join(", ", rows.Select(r => $"{Text(r, "code")}={Text(r, "valueCode")}"));
    }

    /// <summary>What verification finds in the company.</summary>
    public async Task<IReadOnlyList<string>> Verify()
    {
        var database = Trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verdict = await new VerifyBooks(database).Verify(
            "Test BV",
            new Progress<OperationProgress>()
        );
        return [.. verdict.Findings.Select(finding => $"{finding}")];
    }
}
