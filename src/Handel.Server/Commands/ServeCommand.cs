using System.CommandLine;
using System.Globalization;
using System.Net;
using Handel.App.Users;
using Handel.Data.Users;
using Handel.Server.Web;

namespace Handel.Server.Commands;

/// <summary>handel serve: the database, the API and the pages, until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port to listen on; 0 takes any free one.",
        DefaultValueFactory = _ => WebSettings.PortDefault,
    };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description =
            "Address to listen on. Other than this machine: with --certificate or --trusted-proxy.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
    };

    private static readonly Option<FileInfo> Certificate = new("--certificate")
    {
        Description =
            "Serve HTTPS with this file: PFX (password in HANDEL_CERTIFICATE_PASSWORD), "
            + "or PEM with its key.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> TrustedProxy = new("--trusted-proxy")
    {
        Description = "Address of a proxy that encrypts and says who the client is.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<int> RequestsPerUser = new("--requests-per-user")
    {
        Description = "Requests that one user may make in five minutes; 0 sets no limit.",
        HelpName = "N",
        DefaultValueFactory = _ => WebSettings.RequestsPerUserDefault,
    };

    public static Command Create()
    {
        var command = new Command("serve", "Run the server.")
        {
            Port,
            Listen,
            Certificate.AcceptExistingOnly(),
            TrustedProxy,
            RequestsPerUser,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        var settings = Settings(parsed);
        await using var database = await OpenDatabase.Open(parsed, ct);
        await using var server = WebServer.Build(settings, database.ConnectionString);
        await server.StartAsync(ct);
        // Not before: with a port in use the password would be made up and never be shown.
        var password = await FirstPassword(server.Services, database.ConnectionString, ct);
        Announce(parsed, server.Urls.Single(), password);
        await server.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    private static WebSettings Settings(ParseResult parsed)
    {
        var settings = new WebSettings
        {
            Address = Address(parsed.GetRequiredValue(Listen)),
            Port = parsed.GetValue(Port) is >= 0 and <= IPEndPoint.MaxPort and var port
                ? port
                : throw new UsageException("--port takes a number from 0 to 65535."),
            CertificateFile = parsed.GetValue(Certificate)?.FullName,
            TrustedProxies = [.. (parsed.GetValue(TrustedProxy) ?? []).Select(Address)],
            RequestsPerUserMax = parsed.GetValue(RequestsPerUser) is >= 0 and var requests
                ? requests
                : throw new UsageException("--requests-per-user takes 0 or a number above it."),
            HasJsonLog = parsed.GetValue(CommonOptions.Json),
        };
        return settings.IsSafe
            ? settings
            : throw new UsageException(
                "Passwords would cross the network unencrypted: give --certificate FILE, or "
                    + "--trusted-proxy ADDRESS when a proxy in front of Handel encrypts."
            );
    }

    private static IPAddress Address(string text) =>
        text == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new UsageException($"'{text}' is not an IP address.");

    private static async Task<string?> FirstPassword(
        IServiceProvider services,
        string connectionString,
        CancellationToken ct
    )
    {
        if (await UsersDatabase.HasUsers(connectionString, ct))
            return null;
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        return await accounts.Add(UserAccounts.FirstUser, Roles.Administrator);
    }

    // The only time that the password is shown, and never through the log.
    private static void Announce(ParseResult parsed, string address, string? password)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            Answer.Write(
                parsed,
                new(
                    new
                    {
                        address,
                        user = password is null ? null : UserAccounts.FirstUser,
                        password,
                    },
                    []
                )
            );
            return;
        }

        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Handel runs at {address}")
        );
        if (password is not null)
            Console.Out.WriteLine(
                $"Sign in as {UserAccounts.FirstUser} with the one-time password {password}"
            );
    }
}
