namespace Handel.Api.Engine;

/// <summary>A request that wants to be done once: its key, and SHA-256 of what it asks.</summary>
public sealed record AskedOnce(string Key, byte[] Hash);

/// <summary>What such a request is answered, each time that it comes.</summary>
public sealed record OnceAnswer(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>
    /// Only where the result stands is kept, as if the caller had asked for no more.
    /// </summary>
    public bool IsTooLarge { get; init; }
    public bool IsDone => Status < 400;

    public OnceAnswer WithoutBody() => new(204, "", []) { Headers = Headers };
}
