using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Handel.Server;
using Xunit;

namespace Handel.Data.Tests.Import;

/// <summary>
/// The real program, killed with its database at random moments, and started again.
/// </summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Invoices = 1200;
    private const int Kills = 5;

    // Not a private folder: as root the database runs under an account that must pass through.
    private readonly string folder = Directory
        .CreateDirectory(Path.Combine(Path.GetTempPath(), $"handel-killed-{Guid.NewGuid():N}"))
        .FullName;

    [Fact]
    public async Task Killed_and_started_again_it_loses_and_doubles_nothing()
    {
        var file = Path.Combine(folder, "many.csv.gz");
        await SmallFile.WriteMany(file, Invoices);
        var watch = Stopwatch.StartNew();
        var undisturbed = await Finish("undisturbed", file);
        var whole = watch.Elapsed;
        var random = new Random(4711);

        for (var kill = 0; kill < Kills; kill++)
        {
            using var import = Start("killed", file);
            await Task.Delay(
                whole * (0.3 + 0.6 * random.NextDouble()),
                TestContext.Current.CancellationToken
            );
            import.Kill(entireProcessTree: true);
            KillDatabase("killed");
        }
        var again = await Finish("killed", file);

        foreach (var name in new[] { "invoices", "creditMemos", "purchases", "netSales" })
            Assert.Equal(undisturbed[name]!.ToJsonString(), again[name]!.ToJsonString());
        Assert.Equal(0, await Verify("killed"));
    }

    private Process Start(string data, string file)
    {
        var start = Program("import", "online-retail", file, "--json", "--data", Data(data));
        return Process.Start(start)!;
    }

    private async Task<JsonNode> Finish(string data, string file)
    {
        using var import = Start(data, file);
        var errors = import.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await import.StandardOutput.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(import.ExitCode == 0, await errors);
        return JsonNode.Parse(text)!;
    }

    private async Task<int> Verify(string data)
    {
        using var verify = Process.Start(Program("verify", "--json", "--data", Data(data)))!;
        _ = verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        return verify.ExitCode;
    }

    private string Data(string name) => Path.Combine(folder, name);

    private static ProcessStartInfo Program(params string[] arguments)
    {
        var handel = typeof(Composition).Assembly.Location;
        return new("dotnet", ["exec", handel, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private void KillDatabase(string data)
    {
        var postmaster = Path.Combine(Data(data), "postgres", "postmaster.pid");
        if (!File.Exists(postmaster))
            return;
        var id = int.Parse(File.ReadLines(postmaster).First(), CultureInfo.InvariantCulture);
        try
        {
            using var process = Process.GetProcessById(id);
            if (process.ProcessName == "postgres")
                process.Kill();
        }
        catch (ArgumentException)
        {
            return; // It went down with the program.
        }
    }

    public void Dispose()
    {
        KillDatabase("killed");
        KillDatabase("undisturbed");
        Directory.Delete(folder, recursive: true);
    }
}
