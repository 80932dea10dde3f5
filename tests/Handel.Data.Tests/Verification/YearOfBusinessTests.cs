using Handel.App.Benchmarks.Year;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Handel.Data.Tests.Verification;

/// <summary>
/// A year of business in small; <c>handel bench year</c> is the long form.
/// </summary>
public sealed class YearOfBusinessTests
{
    private const int Documents = 700;

    [Fact]
    public async Task A_year_of_business_ends_with_books_that_prove_themselves()
    {
        await using var test = await TestDatabase.Create();
        await using var database = new HandelDatabase(test.ConnectionString);
        var setups = new SetupCache(TimeProvider.System);
        await using var writers = new CompanyWriters(
            database,
            setups,
            NullLogger<LedgerWriter>.Instance
        );
        var desk = new JournalDesk(database, setups, TimeProvider.System);
        var year = new YearOfBusiness(database, setups, writers, desk);

        var outcome = await year.Run(
            Documents,
            new Progress<OperationProgress>(),
            TestContext.Current.CancellationToken
        );

        Assert.True(
            outcome.Books.Ok,
            string.Join("\n", outcome.Books.Findings.Select(f => $"{f.Text} {f}"))
        );
        Assert.Empty(outcome.Differences);
        Assert.Equal(Documents, outcome.Documents);
        Assert.True(outcome.Payments > 300, $"{outcome.Payments} payments");
        Assert.True(outcome.Corrections > 30, $"{outcome.Corrections} corrections");
    }
}
