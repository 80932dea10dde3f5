using System.Text.Json;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Parties with open documents, booked by a journal over HTTP.</summary>
internal sealed class OpenDocuments(TradeServer trade)
{
    public const string Day = "2026-03-02";
    private static int _numbers;

    public JournalServer Journals { get; } = new(trade);

    /// <summary>A filter that lets only these parties through.</summary>
    public static string Only(params IEnumerable<string> numbers) => string.Join('|', numbers);

    public async Task<string> Vendor(object? more = null) => await Party("vendor", more);

    public async Task<string> Customer(object? more = null) => await Party("customer", more);

    /// <summary>An open invoice; positive is owed. A negative one is a credit memo.</summary>
    public async Task<string> Invoice(string partyNo, decimal owed, object? more = null)
    {
        var isVendor = partyNo.StartsWith('V');
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        var number = $"OD{Interlocked.Increment(ref _numbers)}";
        body["postingDate"] ??= Day;
        body["documentNumber"] = number;
        body["documentType"] = owed > 0m ? "Invoice" : "Credit Memo";
        body["externalDocumentNumber"] = $"X{number}";
        body["accountType"] = isVendor ? "Vendor" : "Customer";
        body["accountNumber"] = partyNo;
        body["balancingAccountNumber"] = "6330";
        body["amount"] = isVendor ? -owed : owed;
        body["dueDate"] ??= Day;
        var batch = await Journals.Batch();
        await Journals.Add(batch, body);
        await Journals.Post(batch);
        return number;
    }

    public async Task<JsonElement> Entry(string set, string documentNo) =>
        await Journals.Single(
            $"{trade.Trade}/{set}LedgerEntries?$filter=documentNumber eq '{documentNo}'"
        );

    public static List<string> Said(JsonElement answer) =>
        [
            .. answer
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => Text(finding, "message")),
        ];

    private async Task<string> Party(string kind, object? more)
    {
        var number = $"{char.ToUpperInvariant(kind[0])}PAY{Interlocked.Increment(ref _numbers)}";
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["number"] = number;
        body["displayName"] = $"Party {number}";
        body["country"] = "NL";
        await trade.Post($"{trade.Trade}/{kind}s", body);
        return number;
    }
}
