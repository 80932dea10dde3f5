using Handel.Api.Shell;
using Handel.App.Users;
using Handel.Data;
using Handel.Ledgers.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Home;

/// <summary>What the pages need beside the entity sets.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/handel/companies({id:guid})/roleCentre", ReadRoleCentre)
            .RequireAuthorization();

    private static async Task<IResult> ReadRoleCentre(
        Guid id,
        HandelDatabase database,
        TimeProvider clock,
        HttpContext http
    )
    {
        if (!Roles.All.Any(http.User.IsInRole))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var ct = http.RequestAborted;
        if (await FindCompany(database, id, ct) is not { } company)
            return Results.NotFound();
        await using var db = database.Open(company.CompanyNo);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return Results.Json(await new RoleCentre(db, today).Read(ct));
    }

    public static async Task<Company?> FindCompany(
        HandelDatabase database,
        Guid id,
        CancellationToken ct
    )
    {
        await using var companies = database.Open(0);
        return await companies.Companies.SingleOrDefaultAsync(c => c.Id == id, ct);
    }
}
