using System.Text.Json;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Journals over HTTP: short ways to enter, post and look.</summary>
internal sealed class JournalServer(TradeServer trade)
{
    private static int _batches;

    public string Journals => $"{trade.Trade}/journals";
    public string Lines => $"{trade.Trade}/journalLines";

    /// <summary>A batch of its own for a test, of a template that the company began with.</summary>
    public async Task<string> Batch(string template = "MEMORIAAL", object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["code"] = $"B{Interlocked.Increment(ref _batches)}";
        body["templateDisplayName"] = template;
        return Id(await trade.Post(Journals, body));
    }

    public Task<JsonElement> Add(string batch, object line, int status = 201) =>
        trade.Post($"{Journals}({batch})/journalLines", line, status);

    /// <summary>A document of two lines that balances.</summary>
    public async Task Pair(string batch, string document, decimal amount)
    {
        foreach (var (account, signed) in new[] { ("6110", amount), ("6330", -amount) })
            await Add(
                batch,
                new
                {
                    documentNumber = document,
                    accountNumber = account,
                    amount = signed,
                }
            );
    }

    public Task<JsonElement> Act(string batch, string action, object body, int status = 200) =>
        trade.Post($"{Journals}({batch})/Microsoft.NAV.{action}", body, status);

    public Task<JsonElement> Post(string batch, int status = 200) =>
        Act(batch, "post", new { }, status);

    public async Task<List<JsonElement>> LinesOf(string batch) =>
        await Rows($"{Lines}?$filter=journalId eq {batch}");

    /// <summary>What a document booked on each account.</summary>
    public async Task<Dictionary<string, decimal>> Booked(string documentNo)
    {
        var rows = await Rows(
            $"{trade.Trade}/generalLedgerEntries?$filter=documentNumber eq '{documentNo}'"
        );
        return rows.GroupBy(row => row.GetProperty("accountNumber").GetString()!)
            .ToDictionary(
                group => group.Key,
                group => group.Sum(row => row.GetProperty("amount").GetDecimal())
            );
    }

    public async Task<List<JsonElement>> Rows(string path)
    {
        var answer = await trade.Get(path);
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    public async Task<JsonElement> Single(string path) => Assert.Single(await Rows(path));

    public async Task ExpectWholeBooks()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verdict = await new VerifyBooks(database).Verify(
            null,
            new Progress<OperationProgress>()
        );
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }

    public static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    public static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    public static decimal Number(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();

    public static string Message(JsonElement answer) =>
        answer.GetProperty("error").GetProperty("message").GetString()!;

    public static string Target(JsonElement answer) =>
        answer.GetProperty("error").TryGetProperty("target", out var target)
            ? target.GetString()!
            : "";
}
