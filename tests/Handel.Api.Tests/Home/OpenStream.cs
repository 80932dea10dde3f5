using System.Net;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Home;

/// <summary>A page that looks on: reads the events as they come.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;

    private OpenStream(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        reader = new(body);
    }

    public string Position { get; private set; } = "";

    public static async Task<OpenStream> Open(HttpClient client, string url)
    {
        var opened = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("text/event-stream", opened.Content.Headers.ContentType!.MediaType);
        return new(opened, await opened.Content.ReadAsStreamAsync());
    }

    /// <summary>The sets of the next event.</summary>
    public async Task<IReadOnlyList<string>> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                Position = line["id: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return SetsIn(line["data: ".Length..]);
        }
        throw new EndOfStreamException();
    }

    /// <summary>All sets that are told until one of them comes.</summary>
    public async Task<HashSet<string>> Until(string set)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (!told.Contains(set))
            told.UnionWith(await Next());
        return told;
    }

    /// <summary>Reads on until the server ends the stream.</summary>
    public async Task End()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await reader.ReadLineAsync(limit.Token) is not null) { }
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }

    private static List<string> SetsIn(string json) =>
        [
            .. JsonDocument
                .Parse(json)
                .RootElement.GetProperty("sets")
                .EnumerateArray()
                .Select(set => set.GetString()!),
        ];
}
