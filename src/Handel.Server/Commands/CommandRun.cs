using System.CommandLine;
using Handel.App.Operations;
using Spectre.Console;

namespace Handel.Server.Commands;

/// <summary>
/// Runs an operation against the database with a progress bar, and prints its result.
/// </summary>
internal static class CommandRun
{
    public static async Task<int> Operation<TRequest>(
        ParseResult parsed,
        TRequest request,
        CancellationToken ct
    )
    {
        var result = await WithServices(
            parsed,
            services =>
            {
                var operation = services.GetRequiredService<IOperation<TRequest>>();
                return WithProgress(bar => operation.Run(request, bar, ct));
            },
            ct
        );
        Answer.Write(parsed, result);
        return result.Findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    public static async Task<T> WithServices<T>(
        ParseResult parsed,
        Func<IServiceProvider, Task<T>> work,
        CancellationToken ct
    )
    {
        await using var database = await OpenDatabase.Open(parsed, ct);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddHandel(database.ConnectionString)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static async Task<T> WithProgress<T>(Func<IProgress<OperationProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return await console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context => work(new Bars(context)));
    }

    /// <summary>One bar per step, in the order in which the steps first report.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<OperationProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = [];
        private readonly Lock gate = new();

        public void Report(OperationProgress value)
        {
            lock (gate)
            {
                if (!tasks.TryGetValue(value.Step, out var task))
                    tasks[value.Step] = task = context.AddTask(Markup.Escape(value.Step));
                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(value.Total, 1);
                task.Value = value.Done;
            }
        }
    }
}
