using System.Diagnostics;
using System.Globalization;
using Handel.Data.Cluster;
using Npgsql;
using Xunit;

namespace Handel.Data.Tests.Cluster;

/// <summary>Each test has a data folder of its own; the programs are the real ones.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly string _folder = Path.Combine(
        Path.GetTempPath(),
        $"handel-cluster-{Guid.NewGuid():N}"
    );

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (PostmasterId() is { } left)
            Kill(left);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await Start())
            await Execute(first, "create table kept (n int); insert into kept values (7)");
        Assert.Null(PostmasterId());

        await using var second = await Start();

        Assert.False(second.WasRunning);
        Assert.Equal(7, await Execute(second, "select n from kept"));
    }

    [Fact]
    public async Task It_listens_on_a_local_socket_only_and_orders_by_code_point()
    {
        await using var postgres = await Start();

        Assert.Equal("", await Execute(postgres, "show listen_addresses"));
        Assert.Equal(true, await Execute(postgres, "select 'Z' < 'a' and 'z' < 'é'"));
        Assert.Equal("É", await Execute(postgres, "select upper('é')"));
    }

    [Fact]
    public async Task The_last_one_out_stops_it_whoever_started_it()
    {
        var first = await Start();
        var second = await Start();
        Assert.False(first.WasRunning);
        Assert.True(second.WasRunning);

        await first.DisposeAsync();
        Assert.Equal(1, await Execute(second, "select 1"));
        await second.DisposeAsync();

        Assert.Null(PostmasterId());
    }

    [Fact]
    public async Task Starts_at_the_same_moment_share_one_database()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start()));

        Assert.Equal(1, all.Count(postgres => !postgres.WasRunning));

        foreach (var postgres in all)
            await postgres.DisposeAsync();
        Assert.Null(PostmasterId());
    }

    [Fact]
    public async Task A_killed_database_comes_back_with_all_that_was_committed()
    {
        var killed = await Start();
        await Execute(killed, "create table kept (n int); insert into kept values (7)");
        Kill(PostmasterId()!.Value);
        await killed.DisposeAsync();

        await using var recovered = await Start();

        Assert.Equal(7, await Execute(recovered, "select n from kept"));
    }

    [Fact]
    public async Task A_number_of_another_program_in_the_file_of_a_killed_one_does_no_harm()
    {
        var killed = await Start();
        var file = Path.Combine(_folder, "postgres", "postmaster.pid");
        Kill(PostmasterId()!.Value);
        await killed.DisposeAsync();
        var lines = await File.ReadAllLinesAsync(file, Now);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines, Now);

        await using var recovered = await Start();

        Assert.False(recovered.WasRunning);
        Assert.Equal(1, await Execute(recovered, "select 1"));
    }

    [Fact]
    public async Task An_interrupted_first_start_leaves_nothing_half_made()
    {
        var halfMade = Path.Combine(_folder, "postgres.new");
        Directory.CreateDirectory(halfMade);
        await File.WriteAllTextAsync(Path.Combine(halfMade, "PG_VERSION"), "15\n", Now);

        await using var postgres = await Start();

        Assert.Equal(1, await Execute(postgres, "select 1"));
    }

    [Fact]
    public async Task A_data_folder_with_a_long_name_still_gets_a_socket()
    {
        var deep = Path.Combine(_folder, new string('d', 120));
        Directory.CreateDirectory(_folder);

        await using var postgres = await Start(deep);

        Assert.Equal(1, await Execute(postgres, "select 1"));
    }

    private Task<EmbeddedPostgres> Start(string? folder = null) =>
        EmbeddedPostgres.Start(new(folder ?? _folder), Now);

    private static async Task<object?> Execute(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(Now);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Now);
    }

    private int? PostmasterId()
    {
        var file = Path.Combine(_folder, "postgres", "postmaster.pid");
        return File.Exists(file)
            ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture)
            : null;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit(5000);
        }
        catch (ArgumentException)
        {
            return; // It has ended already.
        }
    }
}
