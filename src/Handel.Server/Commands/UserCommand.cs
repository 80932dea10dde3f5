using System.CommandLine;
using Handel.App.Operations;
using Handel.App.Users;

namespace Handel.Server.Commands;

/// <summary>
/// handel user add NAME [--role R] [--access-key]; handel user key, handel user revoke.
/// </summary>
internal static class UserCommand
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "The name that the user signs in with.",
    };

    private static readonly Option<int?> Days = new("--expires")
    {
        Description = "Days after which the access key ends; without it, it does not.",
        HelpName = "DAYS",
    };

    private static readonly Option<string> Description = new("--description")
    {
        Description = "What the access key is for.",
        DefaultValueFactory = _ => "command line",
    };

    public static Command Create() =>
        new("user", "Users and their web service access keys.") { Add(), Key(), Revoke() };

    private static Command Add()
    {
        var role = new Option<string>("--role")
        {
            Description = $"One of {string.Join(", ", Roles.All)}.",
            DefaultValueFactory = _ => Roles.Clerk,
        }.AcceptOnlyFromAmong([.. Roles.All]);
        var withKey = new Option<bool>("--access-key")
        {
            Description = "Also make a web service access key for programs.",
        };
        var command = new Command("add", "Add a user; the password is shown once.")
        {
            Name,
            role,
            withKey,
        };
        command.SetAction(
            (parsed, ct) =>
                Run(
                    parsed,
                    async services =>
                    {
                        var name = parsed.GetRequiredValue(Name);
                        var password = await services
                            .GetRequiredService<UserAccounts>()
                            .Add(name, parsed.GetRequiredValue(role));
                        if (!parsed.GetValue(withKey))
                            return OperationResult.Done(new { user = name, password });

                        var (keyId, accessKey) = await services
                            .GetRequiredService<AccessKeys>()
                            .Issue(name, "made with the user", expiresAt: null, ct);
                        return OperationResult.Done(
                            new
                            {
                                user = name,
                                password,
                                keyId,
                                accessKey,
                            }
                        );
                    },
                    ct
                )
        );
        return command;
    }

    private static Command Key()
    {
        var command = new Command("key", "Make a web service access key; it is shown once.")
        {
            Name,
            Days,
            Description,
        };
        command.SetAction(
            (parsed, ct) =>
                Run(
                    parsed,
                    async services =>
                    {
                        var clock = services.GetRequiredService<TimeProvider>();
                        var (keyId, accessKey) = await services
                            .GetRequiredService<AccessKeys>()
                            .Issue(
                                parsed.GetRequiredValue(Name),
                                parsed.GetRequiredValue(Description),
                                clock.GetUtcNow() + Lifetime(parsed),
                                ct
                            );
                        return OperationResult.Done(new { keyId, accessKey });
                    },
                    ct
                )
        );
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<Guid>("id") { Description = "The id shown when the key was made." };
        var command = new Command("revoke", "End a web service access key within five seconds.")
        {
            id,
        };
        command.SetAction(
            (parsed, ct) =>
                Run(
                    parsed,
                    async services =>
                    {
                        var keyId = parsed.GetRequiredValue(id);
                        var keys = services.GetRequiredService<AccessKeys>();
                        return await keys.Revoke(keyId, ct)
                            ? OperationResult.Done(new { revoked = keyId })
                            : new(new { keyId }, ["There is no such key in use."]);
                    },
                    ct
                )
        );
        return command;
    }

    private static TimeSpan? Lifetime(ParseResult parsed) =>
        parsed.GetValue(Days) switch
        {
            null => null,
            > 0 and var days => TimeSpan.FromDays(days),
            _ => throw new UsageException("--expires takes a number of days above zero."),
        };

    private static async Task<int> Run(
        ParseResult parsed,
        Func<IServiceProvider, Task<OperationResult>> work,
        CancellationToken ct
    )
    {
        var result = await CommandRun.WithServices(parsed, work, ct);
        Answer.Write(parsed, result);
        return result.Findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }
}
