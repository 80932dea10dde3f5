namespace Handel.Data;

/// <summary>
/// What a request with an Idempotency-Key was answered, so that the same request gets the same
/// answer (API-V-5). Of one user in one company.
/// </summary>
public sealed class KeptAnswer
{
    public const int KeyLengthMax = 128;

    public int CompanyNo { get; set; }
    public Guid UserId { get; set; }
    public string IdempotencyKey { get; set; } = "";

    /// <summary>SHA-256 of the request: the same key with another one is a mistake.</summary>
    public byte[] RequestHash { get; set; } = [];
    public DateTimeOffset AskedAt { get; set; }
    public int Status { get; set; }
    public string ContentType { get; set; } = "";

    /// <summary>Location, ETag and their like, one to a line.</summary>
    public string Headers { get; set; } = "";
    public byte[] Body { get; set; } = [];
}
