using System.Collections.Concurrent;
using Handel.Api.Engine;
using Handel.Data;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Shell;

/// <summary>
/// The companies of the installation. Which one an id stands for never changes and none ever goes,
/// so a request that names its company by id needs no question to the database.
/// </summary>
internal sealed class KnownCompanies(HandelDatabase database)
{
    private readonly ConcurrentDictionary<Guid, ApiCompany> known = [];

    /// <summary>As it was when it was last read; null when it was not yet.</summary>
    public ApiCompany? Find(Guid id) => known.GetValueOrDefault(id);

    public async ValueTask<IReadOnlyList<ApiCompany>> All(CancellationToken ct)
    {
        await using var db = database.Open(0);
        var companies = await db
            .Companies.OrderBy(company => company.Name)
            .Select(company => new ApiCompany(company.CompanyNo, company.Id, company.Name)
            {
                DisplayName = company.DisplayName,
                CreatedAt = company.CreatedAt,
                ModifiedAt = company.ModifiedAt,
            })
            .ToListAsync(ct);
        foreach (var company in companies)
            known[company.Id] = company;
        return companies;
    }
}
