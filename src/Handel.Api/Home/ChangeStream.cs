using System.Text.Json;
using Handel.Api.Session;
using Handel.App.Changes;
using Handel.App.Users;
using Handel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Handel.Api.Home;

/// <summary>
/// <c>GET /api/handel/companies({id})/events</c>: names of the sets that changed, as server-sent
/// events, for as long as a page looks on.
/// </summary>
internal static class ChangeStream
{
    /// <summary>
    /// A stream ends and the page comes back to where it was: a user who may not come in any more
    /// is gone as soon as on every other route.
    /// </summary>
    internal static readonly TimeSpan LifeMax = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Between two events; what comes in between goes with the later one.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const int ComeBackMilliseconds = 500;

    public static void MapChangeStream(this IEndpointRouteBuilder routes, ChangedSets sets) =>
        routes
            .MapGet(
                SessionRules.StreamPath,
                (Guid id, HandelDatabase database, ChangeHub hub, HttpContext http) =>
                    Open(id, database, hub, new(http, sets))
            )
            .RequireAuthorization();

    private static async Task Open(
        Guid companyId,
        HandelDatabase database,
        ChangeHub hub,
        Writer writer
    )
    {
        var http = writer.Http;
        if (!Roles.All.Any(http.User.IsInRole) || Caller.From(http.User) is not { } caller)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var company = await HomeEndpoints.FindCompany(database, companyId, http.RequestAborted);
        if (company is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var reader = hub.Join(company.CompanyNo, caller.UserId, SinceOf(http.Request));
        if (reader is null)
        {
            http.Response.Headers.RetryAfter = "60";
            await Refusal.TooMany.Write(http);
            return;
        }
        var stopping = (IHostApplicationLifetime)
            http.RequestServices.GetService(typeof(IHostApplicationLifetime))!;
        using var life = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            stopping.ApplicationStopping
        );
        life.CancelAfter(LifeMax);
        await writer.Run(reader, life.Token);
    }

    // The browser sends the header when the connection broke, the page the query when it was away.
    private static string SinceOf(HttpRequest request) =>
        request.Headers["Last-Event-ID"].FirstOrDefault()
        ?? request.Query["since"].FirstOrDefault()
        ?? "";

    /// <summary>Writes what a reader hears, until the stream has lived long enough.</summary>
    private sealed record Writer(HttpContext Http, ChangedSets Sets)
    {
        public async Task Run(ChangeReader reader, CancellationToken ct)
        {
            var response = Http.Response;
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            // A proxy that gathers the answer would keep it until the end.
            response.Headers["X-Accel-Buffering"] = "no";
            try
            {
                await Write($"retry: {ComeBackMilliseconds}\n\n", ct);
                while (true)
                {
                    var sets = Sets.Of(await reader.Next(Heartbeat, ct));
                    await Write(sets.Count == 0 ? ":\n\n" : Event(reader, sets), ct);
                    await Task.Delay(Pause, ct);
                }
            }
            catch (OperationCanceledException)
            {
                // Its time is over, the page is gone, or the server stops.
            }
        }

        private static string Event(ChangeReader reader, IReadOnlyCollection<string> sets) =>
            $"id: {reader.Position}\ndata: {JsonSerializer.Serialize(new { sets })}\n\n";

        private async Task Write(string text, CancellationToken ct)
        {
            await Http.Response.WriteAsync(text, ct);
            await Http.Response.Body.FlushAsync(ct);
        }
    }
}
