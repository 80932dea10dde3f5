using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Engine;

/// <summary>A company as callers address it: by id, by name or by profile.</summary>
public sealed record ApiCompany(int Number, Guid Id, string Name)
{
    public string DisplayName { get; init; } = Name;
    public string BusinessProfileId { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public Guid CreatedBy { get; init; }
    public DateTimeOffset ModifiedAt { get; init; }
    public Guid ModifiedBy { get; init; }
    public string SystemVersion { get; init; } = "";
}

/// <summary>
/// What one request may reach: its company, its user, its language, its services.
/// </summary>
public sealed class RequestScope(IServiceProvider services, ClaimsPrincipal user)
{
    public IServiceProvider Services { get; } = services;
    public ClaimsPrincipal User { get; } = user;
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;
    public CancellationToken Aborted { get; init; }

    /// <summary>
    /// The base address of the caller, alias included: <c>https://host/api/v2.0</c>.
    /// </summary>
    public string RootUrl { get; init; } = "";

    /// <summary>Questions that the caller answered with yes beforehand (API-X-2).</summary>
    public IReadOnlyCollection<string> Confirmed { get; init; } = [];

    /// <summary>The companies that the caller may enter.</summary>
    public IReadOnlyList<ApiCompany> Companies { get; init; } = [];

    /// <summary>
    /// The company of the request; absent for the sets that stand above companies.
    /// </summary>
    public ApiCompany? CompanyOrNone { get; set; }

    /// <summary>
    /// What this request posts is posted once under this key; null when it comes without one.
    /// </summary>
    public Guid? PostingKey { get; set; }

    /// <summary>What was read of the row that an action is for; null when nothing was.</summary>
    public object? Seen { get; set; }

    public ApiCompany Company => CompanyOrNone ?? throw new InvalidOperationException("No company");

    public int CompanyNo => Company.Number;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
