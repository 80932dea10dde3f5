using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handel.App.Operations;

namespace Handel.Server.Commands;

/// <summary>
/// The answer of a command on standard output: lines for people, JSON for programs.
/// </summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static void Write(ParseResult parsed, OperationResult result)
    {
        var summary = JsonSerializer.SerializeToNode(result.Summary, Json) as JsonObject ?? [];
        if (parsed.GetValue(CommonOptions.Json))
        {
            summary["findings"] ??= JsonSerializer.SerializeToNode(result.Findings, Json);
            Console.Out.WriteLine(summary.ToJsonString(Json));
            return;
        }

        summary.Remove("findings");
        foreach (var (name, value) in summary)
            Console.Out.WriteLine($"{Words(name)}: {Text(value)}");
        foreach (var finding in result.Findings)
            Console.Out.WriteLine($"! {finding}");
    }

    private static string Text(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray rows => string.Concat(rows.Select(row => $"\n  {Text(row)}")),
            JsonObject row => string.Join(", ", row.Select(c => $"{c.Key} {Text(c.Value)}")),
            _ => value.ToString(),
        };

    // documentsPosted is "Documents posted".
    private static string Words(string name)
    {
        var words = string.Concat(
            name.Select(letter =>
                char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
            )
        );
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
