using System.Security.Cryptography.X509Certificates;
using Handel.Api.Session;
using Handel.App.Answers;
using Handel.App.Changes;
using Handel.App.Jobs;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Handel.Server.Web;

/// <summary>The web server: what a request passes on its way, in order.</summary>
public static class WebServer
{
    private const string CertificatePassword = "HANDEL_CERTIFICATE_PASSWORD";
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    public static WebApplication Build(WebSettings settings, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings));
        builder.WebHost.UseKestrelHttpsConfiguration();
        AddLog(builder.Logging, settings);

        builder.Services.AddHandel(connectionString);
        builder.Services.AddSessions();
        builder.Services.AddLimits();
        builder.Services.AddHostedService<ChangeFeed>();
        builder.Services.AddHostedService<AnswerSweep>();
        builder.Services.AddHostedService(all => all.GetRequiredService<JobRunner>());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopPatience);
        builder.Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);

        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    private static void Use(WebApplication app, WebSettings settings)
    {
        UseProxies(app, settings);
        app.UseResponseHeaders();
        app.UseExceptionHandler(failed => failed.Run(Refusal.Unexpected.Write));
        app.UseResponseCompression();
        app.UseRequestDecompression();
        app.UseClientFiles(settings.ClientFolder);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRequestLanguage();
        app.UseAuthorization();
        app.UseRequestLimit(settings.RequestsPerUserMax);
        app.UseOwnPagesOnly();

        app.MapSession();
        app.MapHandel();
        foreach (var programs in (string[])["/api/{**rest}", "/v2.0/{**rest}"])
            app.MapFallback(programs, Refusal.NotFound.Write);
        app.MapRoot(settings.ClientFolder);
        app.MapClientPages(settings.ClientFolder);
    }

    private static void Listen(KestrelServerOptions kestrel, WebSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.RequestBytesMax;
        kestrel.Limits.MaxRequestHeadersTotalSize = Limits.HeaderBytesMax;
        kestrel.Limits.RequestHeadersTimeout = Limits.HeaderTimeMax;
        kestrel.Listen(
            settings.Address,
            settings.Port,
            endpoint =>
            {
                if (settings.CertificateFile is { } file)
                    endpoint.UseHttps(Certificate(file));
            }
        );
    }

    private static X509Certificate2 Certificate(string file)
    {
        var password = Environment.GetEnvironmentVariable(CertificatePassword);
        return X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx
            ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
            : X509Certificate2.CreateFromPemFile(file, file);
    }

    private static void UseProxies(WebApplication app, WebSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor
                | ForwardedHeaders.XForwardedProto
                | ForwardedHeaders.XForwardedHost
                | ForwardedHeaders.XForwardedPrefix,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
            options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    // To standard error: standard output belongs to the command's answer. Headers, bodies and
    // query values are not logged at any level.
    private static void AddLog(ILoggingBuilder log, WebSettings settings)
    {
        log.ClearProviders();
        log.SetMinimumLevel(LogLevel.Information);
        log.AddFilter("Microsoft", LogLevel.Warning);
        log.AddFilter("Handel.Api.Session", LogLevel.Warning);
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        log.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        if (settings.HasJsonLog)
            log.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else
            log.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        log.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }
}
