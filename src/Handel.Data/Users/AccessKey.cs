namespace Handel.Data.Users;

/// <summary>
/// A web service access key. Shown once, kept as the SHA-256 of its 260 random bits: there is
/// nothing to guess, so a slow password hash would only slow down every request. API-A-3.
/// </summary>
public sealed class AccessKey
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Description { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>
    /// To the hour: enough to see which keys are in use, without a write per request.
    /// </summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
