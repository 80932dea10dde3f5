using System.Net;

namespace Handel.Server.Web;

/// <summary>Where the server listens and whom it trusts.</summary>
public sealed record WebSettings
{
    public const int PortDefault = 5280;
    public const int RequestsPerUserDefault = 6000;

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Zero takes any free one.</summary>
    public int Port { get; init; } = PortDefault;

    /// <summary>
    /// PFX, or PEM with the key in the same file; its password comes from
    /// HANDEL_CERTIFICATE_PASSWORD.
    /// </summary>
    public string? CertificateFile { get; init; }

    /// <summary>Proxies whose word about the client's address and scheme counts. API-R-2.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>Requests of one user in five minutes; 0 sets no limit. A15.</summary>
    public int RequestsPerUserMax { get; init; } = RequestsPerUserDefault;

    /// <summary>Log lines as JSON, for machines that collect them.</summary>
    public bool HasJsonLog { get; init; }

    /// <summary>The built client; found beside the program or in the checkout.</summary>
    public string? ClientFolder { get; init; } = ClientFiles.Find();

    /// <summary>
    /// API-R-11: plain HTTP stays on this machine or behind a proxy that encrypts.
    /// </summary>
    public bool IsSafe =>
        IPAddress.IsLoopback(Address) || CertificateFile is not null || TrustedProxies.Count > 0;
}
