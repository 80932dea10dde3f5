namespace Handel.Data.Cluster;

/// <summary>Where the embedded database lives and how careful it is with its files.</summary>
public sealed record ClusterOptions(string DataFolder)
{
    /// <summary>
    /// False only for throw-away data: no waiting for the disk, so a power cut loses it.
    /// </summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Told to the user when something takes longer than a moment.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}

/// <summary>
/// The machine lacks something that the embedded database needs; the text says what to do.
/// </summary>
public sealed class ClusterException : Exception
{
    public ClusterException(string message)
        : base(message) { }

    public ClusterException(string message, Exception inner)
        : base(message, inner) { }
}
