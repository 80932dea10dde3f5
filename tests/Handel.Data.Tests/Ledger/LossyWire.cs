using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Handel.Data.Tests.Ledger;

/// <summary>
/// A wire between a program and its database that breaks when told: around the commit, where a
/// program cannot know on which side of it the database stands.
/// </summary>
internal sealed class LossyWire : IAsyncDisposable
{
    private static readonly byte[] Commit = Encoding.ASCII.GetBytes("COMMIT\0");

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly UnixDomainSocketEndPoint database;
    private readonly Task accepting;
    private bool isNext;
    private bool losesQuestion;

    public LossyWire(string connectionString)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString);
        database = new($"{direct.Host}/.s.PGSQL.{direct.Port}");
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = port,
            SslMode = SslMode.Disable,
        }.ConnectionString;
        accepting = Accept();
    }

    public string ConnectionString { get; }

    /// <summary>Commits that broke so far.</summary>
    public int Breaks { get; private set; }

    /// <summary>The next commit is carried out; the program does not hear it.</summary>
    public void LoseAnswer() => (losesQuestion, isNext) = (false, true);

    /// <summary>The next commit never reaches the database.</summary>
    public void LoseQuestion() => (losesQuestion, isNext) = (true, true);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    private async Task Accept()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                var program = await listener.AcceptSocketAsync(closing.Token);
                _ = Carry(program);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Carry(Socket program)
    {
        using var here = program;
        using var there = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        try
        {
            await there.ConnectAsync(database, closing.Token);
            var broken = new TaskCompletionSource();
            await Task.WhenAny(Ask(here, there, broken), Answer(there, here, broken));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // One of the two is gone; so is the other.
        }
    }

    private async Task Ask(Socket program, Socket there, TaskCompletionSource broken)
    {
        var buffer = new byte[64 * 1024];
        while (await program.ReceiveAsync(buffer, closing.Token) is > 0 and var count)
        {
            if (isNext && buffer.AsSpan(0, count).IndexOf(Commit) >= 0)
            {
                isNext = false;
                Breaks++;
                if (losesQuestion)
                    return;
                broken.SetResult();
            }
            await there.SendAsync(buffer.AsMemory(0, count), closing.Token);
        }
    }

    private async Task Answer(Socket there, Socket program, TaskCompletionSource broken)
    {
        var buffer = new byte[64 * 1024];
        while (await there.ReceiveAsync(buffer, closing.Token) is > 0 and var count)
        {
            if (broken.Task.IsCompleted)
                return;
            await program.SendAsync(buffer.AsMemory(0, count), closing.Token);
        }
    }
}
