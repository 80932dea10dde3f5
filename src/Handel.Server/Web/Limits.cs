using System.Threading.RateLimiting;
using Handel.Api.Session;
using Microsoft.AspNetCore.ResponseCompression;

namespace Handel.Server.Web;

/// <summary>How much the server takes at once.</summary>
internal static class Limits
{
    public const long RequestBytesMax = 64 * 1024 * 1024;
    public const int HeaderBytesMax = 32 * 1024;
    public const int SignInsPerMinuteMax = 60;

    public static readonly TimeSpan HeaderTimeMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(SessionEndpoints.SignInLimit, PerAddress);
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                await Refusal.TooManySignIns.Write(context.HttpContext);
            };
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddRequestDecompression();
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http) =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = SignInsPerMinuteMax, Window = Window }
        );
}
