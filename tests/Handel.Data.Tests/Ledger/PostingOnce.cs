using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Setup;
using Handel.Kernel;
using Handel.Testing;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>
/// INV-55: one posting key yields one posted document, whatever happens to answers.
/// </summary>
public sealed class PostingOnce : IAsyncLifetime
{
    private TestDatabase database = null!;
    private TradingCompany company = null!;
    private LossyWire wire = null!;
    private HandelDatabase far = null!;
    private CompanyWriters writers = null!;

    private int CompanyNo => company.Company.CompanyNo;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        company = await TradingCompany.Create(database.ConnectionString);
        await company.Post(
            await company.Draft(Direction.Purchase, DocumentKind.Order, ("A", 100m, 30.00m))
        );
        wire = new LossyWire(database.ConnectionString);
        far = new HandelDatabase(wire.ConnectionString);
        writers = new(far, new SetupCache(TimeProvider.System), NullLogger<LedgerWriter>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await writers.DisposeAsync();
        await far.DisposeAsync();
        await wire.DisposeAsync();
        await company.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task INV55_an_unstored_document_whose_commit_answer_is_lost_is_posted_once()
    {
        var command = await Unstored(2m);
        wire.LoseAnswer();

        var outcome = await writers.Submit(CompanyNo, command);

        Assert.Equal(1, wire.Breaks);
        Assert.Empty(outcome.Problems);
        var invoice = Assert.Single(await Invoices());
        Assert.Equal(invoice.Id, outcome.Plan.ResultId);
        Assert.Contains(outcome.Plan.Stored, document => document.Id == invoice.Id);
        Assert.Equal(98m, await Stock());
    }

    [Fact]
    public async Task INV55_a_document_whose_commit_was_never_made_is_posted_once_too()
    {
        var command = await Unstored(2m);
        wire.LoseQuestion();

        var outcome = await writers.Submit(CompanyNo, command);

        Assert.Equal(1, wire.Breaks);
        Assert.Empty(outcome.Problems);
        Assert.Equal("VF100001", Assert.Single(await Invoices()).No);
        Assert.Equal(98m, await Stock());
    }

    [Fact]
    public async Task INV55_a_batch_whose_commit_answer_is_lost_is_posted_once()
    {
        var commands = new List<PostUnstored>();
        for (var no = 0; no < 12; no++)
            commands.Add(await Unstored(1m));
        wire.LoseAnswer();

        var outcomes = await Task.WhenAll(commands.Select(c => writers.Submit(CompanyNo, c)));

        Assert.Equal(1, wire.Breaks);
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Problems));
        var invoices = await Invoices();
        Assert.Equal(12, invoices.Count);
        Assert.Equal(12, outcomes.Select(outcome => outcome.Plan.ResultId).Distinct().Count());
        Assert.Equal(["VF100001", "VF100012"], [invoices[0].No, invoices[^1].No]);
        Assert.Equal(88m, await Stock());
    }

    [Fact]
    public async Task INV55_a_draft_whose_commit_answer_is_lost_is_not_called_changed()
    {
        var order = await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 49.95m));
        wire.LoseAnswer();

        var outcome = await writers.Submit(
            CompanyNo,
            new PostDraft(SeenDraft.Of(order), PostingChoice.Both) { UserName = "tester" }
        );

        Assert.Empty(outcome.Problems);
        Assert.Equal(Assert.Single(await Invoices()).Id, outcome.Plan.ResultId);
    }

    [Fact]
    public async Task INV55_an_adjustment_whose_commit_answer_is_lost_is_made_once()
    {
        var adjustment = new AdjustItems("ADJ", TradingCompany.Today)
        {
            Lines = [new AdjustmentLine("A", 5m) { UnitCost = 30m }],
        };
        wire.LoseAnswer();

        var outcome = await writers.Submit(
            CompanyNo,
            new AdjustStock(adjustment) { UserName = "tester" }
        );

        Assert.Empty(outcome.Problems);
        Assert.Equal(105m, await Stock());
    }

    [Fact]
    public async Task INV55_a_key_that_comes_again_answers_what_was_posted()
    {
        var order = await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 49.95m));
        var command = new KeyedCommand(
            new PostDraft(SeenDraft.Of(order), PostingChoice.Both) { UserName = "tester" }
        )
        {
            MayBeDone = true,
        };

        var first = await writers.Submit(CompanyNo, command);
        var again = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => writers.Submit(CompanyNo, command))
        );

        Assert.All(again, outcome => Assert.Equal(first.Plan.ResultId, outcome.Plan.ResultId));
        Assert.All(again, outcome => Assert.True(outcome.Plan.IsDone));
        Assert.Single(await Invoices());
    }

    [Fact]
    public async Task INV55_two_processes_with_one_key_post_once()
    {
        var commands = new[] { await Unstored(2m), await Unstored(3m) };
        await using var other = new CompanyWriters(
            company.Database,
            new SetupCache(TimeProvider.System),
            NullLogger<LedgerWriter>.Instance
        );
        var key = Guid.NewGuid();
        KeyedCommand Keyed(int at) => new(commands[at]) { Key = key, MayBeDone = true };

        var outcomes = await Task.WhenAll(
            writers.Submit(CompanyNo, Keyed(0)),
            other.Submit(CompanyNo, Keyed(1))
        );

        Assert.Equal(outcomes[0].Plan.ResultId, outcomes[1].Plan.ResultId);
        Assert.Single(await Invoices());
    }

    [Fact]
    public async Task INV55_a_refused_command_leaves_its_key_free()
    {
        var nothing = new KeyedCommand(await Unstored(0m)) { MayBeDone = true };
        var better = nothing with { Command = await Unstored(5m) };

        var refused = await writers.Submit(CompanyNo, nothing);
        var posted = await writers.Submit(CompanyNo, better);

        Assert.NotEmpty(refused.Problems);
        Assert.Empty(posted.Problems);
        Assert.Equal(95m, await Stock());
    }

    /// <summary>What an import would make: a document that is not in the database.</summary>
    private async Task<PostUnstored> Unstored(decimal quantity)
    {
        var draft = await company.Draft(
            Direction.Sale,
            DocumentKind.Order,
            ("A", quantity, 49.95m)
        );
        await using var db = company.Open();
        await db.Documents.Where(d => d.Id == draft.Id).ExecuteDeleteAsync();
        return new PostUnstored(draft, PostingChoice.Both) { UserName = "tester" };
    }

    private async Task<List<TradeDocument>> Invoices()
    {
        await using var db = company.Open();
        return await db
            .Documents.Where(d => d.IsPosted && d.Kind == DocumentKind.Invoice)
            .Where(d => d.Direction == Direction.Sale)
            .OrderBy(d => d.No)
            .ToListAsync();
    }

    private async Task<decimal> Stock()
    {
        await using var db = company.Open();
        return await db.StockBalances.SumAsync(balance => balance.Quantity);
    }
}
