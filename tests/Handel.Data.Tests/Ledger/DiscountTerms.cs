using System.Diagnostics;
using Handel.Kernel;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>Discount terms on a real database: loaded with the setup, never asked for.</summary>
public sealed class DiscountTerms : IAsyncLifetime
{
    private TestDatabase _test = null!;
    private TradingCompany _company = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.Create();
        _company = await TradingCompany.Create(_test.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _company.DisposeAsync();
        await _test.DisposeAsync();
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public async Task W04c_a_charge_is_stored_updated_and_taken_away_with_its_draft(
        Direction direction
    )
    {
        await Terms(direction);
        var order = await _company.Draft(direction, DocumentKind.Order, ("A", 2m, 125m));
        Assert.Equal((2, 314.60m), await Stored(order.Id));

        var charge = order.Lines.Single(line => line.IsSystemLine);
        var posted = await _company.Post(order, new(Deliver: true, Invoice: false));
        Assert.Empty(posted.Problems);
        await using var db = _company.Open();
        var left = await db.Documents.Include(d => d.Lines).SingleAsync(d => d.Id == order.Id);
        Assert.Equal(1m, left.Lines.Single(line => line.Id == charge.Id).QtyDelivered);

        var invoiced = await _company.Post(left, new(Deliver: false, Invoice: true));
        Assert.Empty(invoiced.Problems);
        Assert.Equal((2, 314.60m), await Stored(invoiced.Plan.ResultId));
        Assert.Equal((0, 0m), await Stored(order.Id));
    }

    [Fact]
    public async Task Terms_cost_at_most_one_message_more_to_type_and_to_post()
    {
        var plain = await Messages();
        await Terms(Direction.Sale);
        await using (var db = _company.Open())
            await db.Set<TradeSetup>()
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.CalcInvDiscount, true));

        var termed = await Messages();

        Assert.True(plain is { Typing: > 0, Posting: > 0 });
        // Notices of changes go out after the commit, by themselves; the line of the charge
        // brings an account, which may have dimensions of its own.
        Assert.True(termed.Posting <= plain.Posting + 1, $"{plain} {termed}");
        Assert.True(termed.Typing <= plain.Typing + 1, $"{plain} {termed}");
    }

    /// <summary>What one order asks of the database, typed and then posted.</summary>
    private async Task<(int Typing, int Posting)> Messages()
    {
        // The setup is read again once after it changed.
        await _company.Post(await Order());
        using var counting = new Counter(new NpgsqlConnectionStringBuilder(_test.ConnectionString));
        var order = await Order();
        var typing = counting.Count;
        Assert.Empty((await _company.Post(order)).Problems);
        return (typing, counting.Count - typing);

        Task<TradeDocument> Order() =>
            _company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 125m), ("B", 1m, 4m));
    }

    private async Task Terms(Direction direction)
    {
        await using var db = _company.Open();
        await db.Parties.ExecuteUpdateAsync(set =>
            set.SetProperty(party => party.InvoiceDiscCode, "TERMS")
        );
        foreach (var (from, pct, charge) in new[] { (0m, 0m, 10m), (500m, 2m, 0m) })
            db.Add(
                new InvoiceDiscountTier
                {
                    CompanyNo = db.CompanyNo,
                    Id = Guid.CreateVersion7(),
                    Direction = direction,
                    Code = "TERMS",
                    MinimumAmount = from,
                    DiscountPct = pct,
                    ServiceCharge = charge,
                }
            );
        await db.SaveChangesAsync();
    }

    private async Task<(int Lines, decimal Total)> Stored(Guid id)
    {
        await using var db = _company.Open();
        var document = await db
            .Documents.Include(d => d.Lines)
            .SingleOrDefaultAsync(d => d.Id == id);
        return (document?.Lines.Count ?? 0, document?.AmountInclVat ?? 0m);
    }

    /// <summary>Counts the commands to one database; other tests run beside this one.</summary>
    private sealed class Counter : IDisposable
    {
        private readonly ActivityListener _listener;
        private int _count;

        public Counter(NpgsqlConnectionStringBuilder database)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                    ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.TagObjects.Any(tag => Equals(tag.Value, database.Database)))
                        Interlocked.Increment(ref _count);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public int Count => Volatile.Read(ref _count);

        public void Dispose() => _listener.Dispose();
    }
}
