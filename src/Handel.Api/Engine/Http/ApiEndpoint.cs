using System.Globalization;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Metadata;
using Handel.Api.Engine.Query;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handel.Api.Engine.Http;

/// <summary>
/// Receives every request of one route: finds out what it means and who answers it.
/// </summary>
internal sealed partial class ApiEndpoint(ApiRoute? route, ApiHost host)
{
    public async Task Handle(HttpContext http)
    {
        var language = Negotiated.LanguageOf(http.Request) ?? host.DefaultLanguage(http);
        var headers = http.Response.Headers;
        headers["request-id"] = Guid.NewGuid().ToString();
        headers["OData-Version"] = "4.0";
        headers.ContentLanguage = language.Name;
        try
        {
            await Answer(http, language);
        }
        catch (RefusalException refusal) when (!http.Response.HasStarted)
        {
            await Refuse(http, refusal, language);
        }
        catch (Exception e) when (!http.Response.HasStarted && Collision.Is(e))
        {
            headers.RetryAfter = Collision.RetrySeconds;
            var fault = new ApiFault(ErrorCode.Collision, Text.Collision);
            await Refuse(http, new RefusalException([fault]), language);
        }
        catch (Exception e)
            when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var logger = http.RequestServices.GetRequiredService<ILogger<ApiEndpoint>>();
            LogFailure(logger, headers["request-id"].ToString(), e);
            var fault = new ApiFault(ErrorCode.ServerError, Text.ServerError);
            await Refuse(http, new RefusalException([fault]), language);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "API request {RequestId} failed")]
    private static partial void LogFailure(ILogger logger, string requestId, Exception failure);

    private async Task Refuse(HttpContext http, RefusalException refusal, CultureInfo language)
    {
        var faults = refusal.Faults.Select(fault => ErrorBody.Of(fault, language));
        var problems = refusal.Problems.Select(problem => ErrorBody.Of(problem, host, language));
        var errors = faults
            .Concat(problems)
            .Select(error =>
                refusal.TargetPrefix.Length == 0
                    ? error
                    : error with
                    {
                        Target = refusal.TargetPrefix + error.Target,
                    }
            )
            .ToList();
        var status =
            refusal.Faults.Count > 0
                ? refusal.Faults[0].Status
                : ErrorCode.StatusOf(errors[0].Code);
        if (refusal.Faults.Count > 0 && refusal.Faults[0].Allow.Length > 0)
            http.Response.Headers.Allow = refusal.Faults[0].Allow;
        await ErrorBody.Write(http, status, errors, http.RequestAborted);
    }

    private async Task Answer(HttpContext http, CultureInfo language)
    {
        var path = http.Request.RouteValues["path"] as string ?? "";
        CheckEnvironment(http);
        if (route is null)
            throw new RefusalException(ErrorCode.NotFound, Text.RouteNotFound, http.Request.Path);
        if (path == "$metadata")
        {
            await Csdl.Send(http, route);
            return;
        }
        if (Negotiated.ExcludesJson(http.Request) && !IsStream(path))
            throw NotAcceptable(http.Request);
        var segments = Segment.Parse(path);
        var hasCompany = segments is [{ Name: "companies", Key: not null }, _, ..];
        var companies = await Companies(http, hasCompany ? segments[0].Key : null);
        var scope = new RequestScope(http.RequestServices, http.User)
        {
            Companies = companies,
            Language = language,
            Aborted = http.RequestAborted,
            RootUrl = RootUrl(http.Request, path),
            Confirmed = http.Request.Query["handelConfirm"].ToString().Split(','),
        };
        if (Batch.IsAt(path))
        {
            await RunBatch(http, scope);
            return;
        }
        if (hasCompany)
        {
            scope.CompanyOrNone = CompanyChoice.ByKey(segments[0].Key!, companies);
            segments.RemoveAt(0);
        }
        var request = new ApiRequest(http, route, host, scope)
        {
            Accept = Negotiated.Read(http.Request),
            Options = QueryOptions.Parse(http.Request.QueryString.Value ?? "", host.Limits),
            Path = path,
            HasCompanyInPath = hasCompany,
        };
        if (segments.Count == 0)
        {
            await ServiceDocument.Send(request);
            return;
        }
        var isAbove = route.ByName(segments[0].Name) is { IsAboveCompanies: true };
        if (!isAbove && scope.CompanyOrNone is null && route.ByName(segments[0].Name) is not null)
            scope.CompanyOrNone = CompanyChoice.Of(http.Request, companies);
        await Do(request, segments);
    }

    private static RefusalException NotAcceptable(HttpRequest request) =>
        new([
            new ApiFault(
                ErrorCode.BadRequest,
                Text.NotAcceptable,
                request.Headers.Accept.ToString()
            )
            {
                Status = 406,
            },
        ]);

    private static Task Do(ApiRequest request, List<Segment> path)
    {
        async Task Run() => await Dispatch(request, await Addresses.Find(request, path));
        return Once.IsAsked(request) ? Once.Run(request, Run) : Run();
    }

    /// <summary>All of them, or the one that the path names by an id that is known.</summary>
    private async ValueTask<IReadOnlyList<ApiCompany>> Companies(HttpContext http, string? key)
    {
        if (Guid.TryParse(key, out var id) && host.KnownCompany(http, id) is { } known)
            return [known];
        return await host.Companies(http, http.RequestAborted);
    }

    private Task RunBatch(HttpContext http, RequestScope scope)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            return new Batch(http, host, Handle).Run(scope);
        throw new RefusalException([
            new ApiFault(
                ErrorCode.MethodNotAllowed,
                Text.MethodNotAllowed,
                http.Request.Method,
                "$batch"
            )
            {
                Allow = "POST",
            },
        ]);
    }

    private static Task Dispatch(ApiRequest request, Address address)
    {
        var method = request.Http.Request.Method;
        var resource = address.Resource;
        if (address.IsEntity || !HttpMethods.IsGet(method))
            Reading.DemandParent(address);
        if (address.Property is { Kind: EdmKind.Stream } stream)
            return Media.Run(request, address, stream);
        if (address.Action is not null)
            return HttpMethods.IsPost(method)
                ? Writing.Act(request, address)
                : throw Methods.NotAllowed(request, address);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return Reading.Run(request, address);
        if (address.Property is not null || address.WantsCount)
            throw Methods.NotAllowed(request, address);
        if (HttpMethods.IsPost(method) && !address.IsEntity && resource.CreateRow is not null)
            return Writing.Insert(request, address);
        if (HttpMethods.IsPatch(method) && address.IsEntity && resource.UpdateRow is not null)
            return Writing.Update(request, address);
        if (HttpMethods.IsDelete(method) && address.IsEntity && resource.DeleteRow is not null)
            return Writing.Delete(request, address);
        throw Methods.NotAllowed(request, address);
    }

    private void CheckEnvironment(HttpContext http)
    {
        if (
            http.Request.RouteValues["environment"] is string name
            && !host.Environments.Contains(name, StringComparer.OrdinalIgnoreCase)
        )
            throw new RefusalException(ErrorCode.TenantUnavailable, Text.Tenant, name);
    }

    private static bool IsStream(string path) =>
        path.EndsWith("Content", StringComparison.Ordinal)
        || path.EndsWith("/picture", StringComparison.Ordinal)
        || path.EndsWith("$value", StringComparison.Ordinal)
        || path.EndsWith("$count", StringComparison.Ordinal);

    /// <summary>The base that the caller used, alias included (API-R-2).</summary>
    private static string RootUrl(HttpRequest request, string path)
    {
        var whole = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}";
        var below = whole.TrimEnd('/').Length - path.TrimEnd('/').Length;
        return whole[..below].TrimEnd('/');
    }
}

/// <summary>Which company a request means (API-R-3).</summary>
internal static class CompanyChoice
{
    public static ApiCompany ByKey(string key, IReadOnlyList<ApiCompany> companies)
    {
        var at = key.IndexOf('=', StringComparison.Ordinal);
        var name = at < 0 ? "id" : key[..at].Trim();
        var value = key[(at + 1)..].Trim().Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        if (name == "id" && !Guid.TryParse(value, out _))
            throw new RefusalException(ErrorCode.InvalidRequestUrl, Text.BadKey, key, "companies");
        return companies.FirstOrDefault(company =>
                name switch
                {
                    "name" => Same(company.Name, value),
                    "businessProfileId" => Same(company.BusinessProfileId, value),
                    _ => company.Id == Guid.Parse(value),
                }
            ) ?? throw NotFound(value);
    }

    public static ApiCompany Of(HttpRequest request, IReadOnlyList<ApiCompany> companies)
    {
        var wanted = QueryOptions
            .Pairs(request.QueryString.Value ?? "")
            .FirstOrDefault(pair => Same(pair.Name, "company"))
            .Value;
        wanted ??= request.Headers["Company"].FirstOrDefault();
        if (string.IsNullOrEmpty(wanted))
            return companies.Count == 1 ? companies[0] : throw NotFound("");
        return companies.FirstOrDefault(company =>
                Same(company.Name, wanted)
                || (Guid.TryParse(wanted, out var id) && company.Id == id)
            ) ?? throw NotFound(wanted);
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static RefusalException NotFound(string name) =>
        new(ErrorCode.CompanyNotFound, Text.CompanyNotFound, name);
}
