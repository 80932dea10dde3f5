using System.CommandLine;
using System.CommandLine.Invocation;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Handel.App.Operations;
using Handel.App.Users;
using Handel.Data.Cluster;
using Npgsql;

namespace Handel.Server.Commands;

/// <summary>
/// Reads the command line, runs one command, turns what went wrong into an exit code.
/// </summary>
public static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        using var interrupt = new CancellationTokenSource();
        using var onInterrupt = Catch(PosixSignal.SIGINT, interrupt);
        using var onTerminate = Catch(PosixSignal.SIGTERM, interrupt);

        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("handel --help shows what there is.");
            return ExitCode.Usage;
        }
        return await Invoke(parsed, interrupt.Token);
    }

    private static RootCommand Root()
    {
        var offered = new ServiceCollection().AddHandel("");
        var root = new RootCommand($"Handel, a trade system.\n{ExitCode.Explanation}");
        CommonOptions.AddTo(root);
        root.Add(ServeCommand.Create());
        root.Add(UserCommand.Create());
        if (Offers<CompanyCreation>(offered))
            root.Add(CompanyCommand.Create());
        if (Offers<FileImport>(offered))
            root.Add(ImportCommand.Create());
        if (Offers<BooksVerification>(offered))
            root.Add(VerifyCommand.Create());
        if (Offers<Benchmark>(offered))
            root.Add(BenchCommand.Create());
        return root;
    }

    private static bool Offers<TRequest>(IServiceCollection services) =>
        services.Any(service => service.ServiceType == typeof(IOperation<TRequest>));

    private static async Task<int> Invoke(ParseResult parsed, CancellationToken ct)
    {
        try
        {
            return await parsed.InvokeAsync(
                new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                ct
            );
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return await Fail("Interrupted.", ExitCode.Interrupted);
        }
        catch (UsageException wrong)
        {
            return await Fail(wrong.Message, ExitCode.Usage);
        }
        catch (AccountRefusedException refused)
        {
            return await Fail(refused.Message, ExitCode.Findings);
        }
        catch (Exception missing)
            when (missing
                    is ClusterException
                        or NpgsqlException
                        or SocketException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            return await Fail(missing.Message, ExitCode.Environment);
        }
    }

    private static async Task<int> Fail(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }

    // Wrappers and supervisors send a signal twice; the end stays an orderly one, and is bounded.
    private static PosixSignalRegistration Catch(
        PosixSignal signal,
        CancellationTokenSource interrupt
    ) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                interrupt.Cancel();
            }
        );
}
