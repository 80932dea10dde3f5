using System.Globalization;
using System.Resources;
using Handel.App.Documents;
using Handel.App.Finance;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.App.Verification;
using Handel.Data.Tests.Journals;
using Handel.Data.Tests.Ledger;
using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Reversing;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Testing;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Handel.Data.Tests.Journals.JournalDesks;

namespace Handel.Data.Tests.Verification;

/// <summary>
/// Every invariant is one that breaks: damage of its own kind is found by its name.
/// </summary>
public sealed class DamagedBooksTests : IAsyncLifetime
{
    private const string Customers = "customers";
    private const string Department = "AFD";

    private TestDatabase database = null!;
    private TradingCompany company = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        company = await TradingCompany.Create(database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await company.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Every_invariant_is_broken_by_damage_of_its_own_kind()
    {
        await Buy();
        await Pay();
        await DemandDepartments();
        await Sell();
        await Correct();
        await company.Verify();
        var missed = new List<string>();

        foreach (var damage in Damages.All)
            if (!(await Spoil(damage)).Contains(damage.Finding, StringComparer.Ordinal))
                missed.Add($"{damage}");

        Assert.Empty(missed);
        await company.Verify();
    }

    [Fact]
    public void No_invariant_is_left_out()
    {
        var known = Damages.All.Select(damage => damage.Finding);

        Assert.Empty(VerifyBooks.Checks.Select(check => check.Text).Except(known));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public void Every_finding_can_be_told(string language)
    {
        var texts = new ResourceManager(typeof(Finding).FullName!, typeof(Finding).Assembly);
        var own = texts.GetResourceSet(
            language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language),
            createIfNotExists: true,
            tryParents: false
        )!;

        Assert.All(VerifyBooks.Checks, check => Assert.NotNull(own.GetString(check.Text)));
    }

    /// <summary>The names of what is found while the books are spoilt.</summary>
    private async Task<IReadOnlyList<string>> Spoil(Damage damage)
    {
        await using var db = company.Open();
        await Execute(db, $"CREATE TABLE kept AS SELECT * FROM {damage.Table}");
        await Execute(db, damage.Sql);
        var verdict = await new VerifyBooks(company.Database).Verify(
            null,
            new Progress<OperationProgress>(),
            Ct
        );
        await Execute(
            db,
            $"DELETE FROM {damage.Table}; INSERT INTO {damage.Table} SELECT * FROM kept;"
                + " DROP TABLE kept"
        );
        return [.. verdict.Findings.Select(finding => finding.Text)];
    }

    // As damage comes: behind the back of foreign keys and triggers.
    private static Task<int> Execute(HandelDbContext db, string sql)
    {
        string[] commands =
        [
            "SET session_replication_role = replica",
            sql,
            "RESET session_replication_role",
        ];
        return db.Database.ExecuteSqlRawAsync(string.Join("; ", commands), Ct);
    }

    // Customers, items and turnover each have a department, the first global dimension.
    private async Task DemandDepartments()
    {
        await using var db = company.Open();
        var no = company.Company.CompanyNo;
        db.Add(
            new Dimension
            {
                CompanyNo = no,
                Id = Guid.CreateVersion7(),
                Code = Department,
            }
        );
        foreach (var code in (string[])["NOORD", "ZUID"])
            db.Add(
                new DimensionValue
                {
                    CompanyNo = no,
                    Id = Guid.CreateVersion7(),
                    DimensionCode = Department,
                    Code = code,
                    GlobalDimensionNo = 1,
                }
            );
        foreach (
            var (entity, record) in ((string, string)[])
                [(Customers, "K1"), ("items", "A"), ("accounts", "8010")]
        )
            db.Add(
                new DefaultDimension
                {
                    CompanyNo = no,
                    Id = Guid.CreateVersion7(),
                    Entity = entity,
                    No = record,
                    DimensionCode = Department,
                    ValueCode = "NOORD",
                    ValuePosting = ValuePosting.CodeMandatory,
                }
            );
        await db.SaveChangesAsync(Ct);
        await db.Set<GlSetup>()
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.GlobalDimension1Code, Department), Ct);
    }

    private async Task Buy()
    {
        await using var db = company.Open();
        await db.Set<InventorySetup>()
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ExpectedCostPostingToGl, true), Ct);
        db.AddRange(Period(1), Period(4));
        await db.SaveChangesAsync(Ct);
        var received = new PostingChoice(Deliver: true, Invoice: false);
        await Post(Direction.Purchase, DocumentKind.Invoice, ("A", 100m, 30m));
        await Post(Direction.Purchase, DocumentKind.Invoice, ("A", 10m, 31m));
        await Post(Direction.Purchase, DocumentKind.Order, ("A", 5m, 29m), received);
        await BuyDearer();
    }

    // The invoice asks more than the order said.
    private async Task BuyDearer()
    {
        var order = await company.Draft(Direction.Purchase, DocumentKind.Order, ("A", 2m, 29m));
        Assert.Empty((await company.Post(order, new(Deliver: true, Invoice: false))).Problems);
        await using var db = company.Open();
        var received = await db
            .Documents.Include(d => d.Lines)
            .SingleAsync(d => d.Id == order.Id, Ct);
        var draft = new DraftRef(company.Company.CompanyNo, order.Id);
        if (received.Status != DocumentStatus.Open)
            Assert.Empty((await company.Drafts.Reopen(draft)).Problems);
        var price = new LineChange(LineField.UnitPrice, 30m);
        var dearer = new DocumentEdit
        {
            Lines = [new(received.Lines[0].Id, LineEditKind.Change, [price])],
        };
        var changed = await company.Drafts.Change(draft, dearer);
        Assert.Empty(changed.Problems);
        var invoiced = await company.Post(changed.Document!, new(Deliver: false, Invoice: true));
        Assert.Empty(invoiced.Problems);
    }

    private VatReturnPeriod Period(int month) =>
        new()
        {
            CompanyNo = company.Company.CompanyNo,
            Id = Guid.CreateVersion7(),
            Description = $"Q{month}",
            StartingDate = new(2026, month, 1),
            EndingDate = new DateOnly(2026, month, 1).AddMonths(3).AddDays(-1),
        };

    private async Task Sell()
    {
        var delivered = new PostingChoice(Deliver: true, Invoice: false);
        await Post(Direction.Sale, DocumentKind.Order, ("A", 7m, 49.95m), delivered);
        await Post(Direction.Sale, DocumentKind.CreditMemo, ("A", 1m, 40m));
    }

    // A receipt that settles an invoice, one that was taken back, and one that waits.
    private async Task Pay()
    {
        var invoiceNo = await company.Invoice();
        var journal = await company.Journal(JournalType.CashReceipts);
        await company.Enter(journal, [new JournalChange(JournalField.AppliesToDocNo, invoiceNo)]);
        Assert.Empty((await company.Post(journal)).Problems);
        await company.Enter(journal, Line("K1", -200m));
        var posted = await company.Post(journal);
        Assert.Empty(posted.Problems);
        var undone = await company.Reverse(new RegisterToReverse(posted.Plan.RegisterNos[0]));
        Assert.Empty(undone.Problems);
        await company.Enter(journal, Line("K1", -50m));
    }

    private async Task Correct()
    {
        await using var db = company.Open();
        var sold = await db.GlEntries.FirstAsync(entry => entry.AccountNo == "8010", Ct);
        var (command, problems) = await new DimensionCorrections(
            company.Database,
            new SetupCache(TimeProvider.System)
        ).Prepare(db, new([sold.EntryNo], [new(Department, "ZUID")]) { UserName = "tester" }, Ct);
        Assert.Empty(problems);
        Assert.Empty((await company.Submit(command!)).Problems);
    }

    private async Task Post(
        Direction direction,
        DocumentKind kind,
        (string, decimal, decimal) line,
        PostingChoice? choice = null
    )
    {
        var outcome = await company.Post(await company.Draft(direction, kind, line), choice);
        Assert.Empty(outcome.Problems.Select(problem => $"{problem}"));
    }
}
