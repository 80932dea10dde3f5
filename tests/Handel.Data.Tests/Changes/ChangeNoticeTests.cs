using System.Threading.Channels;
using Handel.Data.Changes;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Handel.Data.Tests.Changes;

public sealed class ChangeNoticeTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_one_process_commits_another_hears_once()
    {
        await using var here = new HandelDatabase(fixture.ConnectionString);
        await using var there = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(there);

        await Store(here, companyNo: 7, "A");
        await Store(here, companyNo: 8, "B");

        Assert.Equal(
            [new Change(7, nameof(PaymentMethod)), new Change(8, nameof(PaymentMethod))],
            await ear.Hear(2)
        );
    }

    [Fact]
    public async Task What_is_rolled_back_nobody_hears()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(database);

        await using (var db = database.Open(9))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Method(9, "GONE"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }
        await Store(database, companyNo: 10, "KEPT");

        Assert.Equal([new Change(10, nameof(PaymentMethod))], await ear.Hear(1));
    }

    [Fact]
    public async Task What_is_committed_is_heard_after_the_commit_and_not_before()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(database);

        await using var db = database.Open(11);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(Method(11, "LATER"));
        await db.SaveChangesAsync();
        await Store(database, companyNo: 12, "FIRST");
        var before = await ear.Hear(1);
        await transaction.CommitAsync();

        Assert.Equal([new Change(12, nameof(PaymentMethod))], before);
        Assert.Equal([new Change(11, nameof(PaymentMethod))], await ear.Hear(1));
    }

    [Fact]
    public async Task A_process_that_ends_tells_what_it_had_not_told_yet()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(database);

        await using (var brief = new HandelDatabase(fixture.ConnectionString))
            await Store(brief, companyNo: 13, "BRIEF");

        Assert.Equal([new Change(13, nameof(PaymentMethod))], await ear.Hear(1));
    }

    [Fact]
    public async Task More_changes_than_the_bound_are_told_as_anything()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(database);

        database.Changes.Add([.. Many(1000)]);
        var all = await ear.Hear(1000);
        database.Changes.Add([.. Many(1001)]);
        var more = await ear.Hear(1);

        Assert.Equal(Many(1000).ToHashSet(), all.ToHashSet());
        Assert.Equal([Change.Everywhere], more);
    }

    [Fact]
    public async Task A_listener_whose_connection_breaks_listens_again_and_says_so()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var ear = await Ear.Of(database);

        await using (var connection = new NpgsqlConnection(fixture.ConnectionString))
        {
            await connection.OpenAsync();
            await using var kill = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE query LIKE 'LISTEN%' AND datname = current_database()",
                connection
            );
            await kill.ExecuteNonQueryAsync();
        }

        Assert.Equal([Change.Everywhere], await ear.Hear(1));
        Assert.Equal(1, ear.Breaks);
        await Store(database, companyNo: 14, "AGAIN");
        Assert.Equal([new Change(14, nameof(PaymentMethod))], await ear.Hear(1));
    }

    [Theory]
    [InlineData("7 Item", 7, "Item")]
    [InlineData("0 *", 0, "*")]
    public void A_notice_reads_back_as_it_was_written(string payload, int companyNo, string topic)
    {
        var change = new Change(companyNo, topic);

        Assert.Equal(payload, change.ToPayload());
        Assert.Equal(change, Change.Parse(payload));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Item")]
    [InlineData("x Item")]
    public void A_notice_of_somebody_else_is_no_change(string payload) =>
        Assert.Null(Change.Parse(payload));

    private static IEnumerable<Change> Many(int count) =>
        Enumerable.Range(1, count).Select(no => new Change(no, "Item"));

    private static async Task Store(HandelDatabase database, int companyNo, string code)
    {
        await using var db = database.Open(companyNo);
        db.Add(Method(companyNo, code));
        await db.SaveChangesAsync();
    }

    private static PaymentMethod Method(int companyNo, string code) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
        };

    /// <summary>Listens from the moment it is made.</summary>
    private sealed class Ear : IAsyncDisposable
    {
        private readonly Channel<Change> heard = Channel.CreateUnbounded<Change>();
        private readonly CancellationTokenSource closing = new();
        private Task listening = Task.CompletedTask;

        public int Breaks { get; private set; }

        public static async Task<Ear> Of(HandelDatabase database)
        {
            var ear = new Ear();
            ear.listening = database
                .Listener()
                .Run(
                    change => ear.heard.Writer.TryWrite(change),
                    _ => ear.Breaks++,
                    ear.closing.Token
                );
            Assert.Equal([Change.Everywhere], await ear.Hear(1));
            return ear;
        }

        public async Task<List<Change>> Hear(int count)
        {
            using var limit = new CancellationTokenSource(Patience);
            var all = new List<Change>();
            while (all.Count < count)
                all.Add(await heard.Reader.ReadAsync(limit.Token));
            return all;
        }

        public async ValueTask DisposeAsync()
        {
            await closing.CancelAsync();
            await listening;
            closing.Dispose();
        }
    }
}
