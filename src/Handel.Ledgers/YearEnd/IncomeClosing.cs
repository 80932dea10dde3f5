using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.YearEnd;

/// <summary>Bring the income statement of a closed year to zero (COM-09).</summary>
/// <param name="Day">Any day of the year.</param>
public sealed record CloseIncome(DateOnly Day)
{
    public required string DocumentNo { get; init; }
    public string Description { get; init; } = "";
    public required string RetainedEarningsAccountNo { get; init; }

    /// <summary>A line for each combination of dimensions, the result too.</summary>
    public bool KeepsDimensions { get; init; }

    /// <summary>
    /// What is left of each set where some dimensions are kept and others not; null keeps sets
    /// whole, or none of them.
    /// </summary>
    public IReadOnlyDictionary<int, int>? SetsLeft { get; init; }

    /// <summary>Of the user who asks (GLD-01).</summary>
    public PostingDates UserDates { get; init; }
}

/// <summary>What stands on an account with a set of dimensions. LCY, debit positive.</summary>
public sealed record DimensionBalance(string AccountNo, int DimensionSetId, decimal Amount);

/// <summary>What closing the income statement posts, or why it may not (S2).</summary>
public sealed record IncomeClosingPlan(IReadOnlyList<Problem> Problems, Posting? Posting);

/// <summary>
/// The closing entries of a fiscal year: every income account comes to zero on the closing date,
/// against retained earnings (COM-09, INV-14). Done again, it takes what was added since.
/// </summary>
public static class IncomeClosing
{
    public const string SourceCode = "CLSINCOME";

    /// <summary>Lines in one closing, at most.</summary>
    public const int LinesMax = 50_000;

    private const string AccountField = "retainedEarningsAccountNumber";

    /// <summary>The last day of the year, or null while no year follows.</summary>
    public static DateOnly? DateOf(CloseIncome order, CompanySetup setup) =>
        FiscalYears.EndOf(setup.AccountingPeriods, order.Day);

    /// <param name="books">A fork, with the income balances of the closing date.</param>
    public static IncomeClosingPlan Plan(CloseIncome order, Books books)
    {
        var problems = new List<Problem>();
        var setup = books.Setup;
        var record = new RecordRef(FiscalYears.Entity, order.DocumentNo);
        var date = DateOf(order, setup);
        if (date is not { } day || !(day <= setup.ClosedThrough))
            problems.Add(NotClosed(record, order.Day));
        else if (order.UserDates.Against(day, setup.Gl, record) is { } wrong)
            problems.Add(wrong);
        if (order.DocumentNo.Length == 0)
            problems.Add(new(ProblemCodes.FieldEmpty, record, "documentNumber"));
        FindInAccount(order, setup, record, problems);
        // A set that came into use after the others were looked up: ask again.
        if (books.IncomeBalances.Any(balance => LeftOf(order, balance) is null))
            problems.Add(new(ProblemCodes.Concurrency, record, "dimensionFilter"));
        if (problems.Count > 0)
            return new(problems, null);
        var lines = Lines(order, books.IncomeBalances);
        if (lines.Count > LinesMax)
            problems.Add(new(ProblemCodes.TooMany, record, "", $"{LinesMax}"));
        if (problems.Count > 0)
            return new(problems, null);
        return new([], lines.Count == 0 ? null : PostingOf(order, date!.Value, lines, books));
    }

    private static void FindInAccount(
        CloseIncome order,
        CompanySetup setup,
        RecordRef record,
        List<Problem> problems
    )
    {
        var no = order.RetainedEarningsAccountNo;
        if (no.Length == 0)
        {
            problems.Add(new(ProblemCodes.FieldEmpty, record, AccountField));
            return;
        }
        var accounts = new AccountResolution(setup, record, problems);
        var found = accounts.Checked(no, AccountField, new(AccountResolution.AccountEntity, no));
        if (found.Length > 0 && !setup.Accounts[no].IsBalanceSheet)
            problems.Add(
                new(ProblemCodes.FiscalYear, record, AccountField, no)
                {
                    Args = new Dictionary<string, string> { ["reason"] = "retained" },
                }
            );
    }

    private static List<DimensionBalance> Lines(
        CloseIncome order,
        IReadOnlyList<DimensionBalance> balances
    ) =>
        [
            .. balances
                .GroupBy(b => (b.AccountNo, Set: LeftOf(order, b)!.Value))
                .Select(b => new DimensionBalance(b.Key.AccountNo, b.Key.Set, b.Sum(x => x.Amount)))
                .Where(balance => balance.Amount != 0m)
                .OrderBy(balance => balance.AccountNo, StringComparer.Ordinal)
                .ThenBy(balance => balance.DimensionSetId),
        ];

    private static int? LeftOf(CloseIncome order, DimensionBalance balance) =>
        order.SetsLeft is { } left
            ? left.TryGetValue(balance.DimensionSetId, out var set)
                ? set
                : null
            : order.KeepsDimensions
                ? balance.DimensionSetId
                : DimensionSets.EmptyId;

    private static Posting PostingOf(
        CloseIncome order,
        DateOnly date,
        List<DimensionBalance> lines,
        Books books
    )
    {
        var header = new PostingHeader
        {
            CompanyNo = books.Setup.CompanyNo,
            PostingDate = date,
            DocumentDate = date,
            VatDate = date,
            DocumentType = EntryDocumentType.None,
            DocumentNo = order.DocumentNo,
            Description = order.Description,
            PartyNo = "",
            SourceCode = SourceCode,
            IsClosing = true,
        };
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = date,
            DocumentNo = order.DocumentNo,
            SourceCode = SourceCode,
        };
        var builder = new PostingBuilder(posting, books.Counters, header);
        foreach (var line in lines)
            builder.AddAccount(line.AccountNo, -line.Amount, line.DimensionSetId);
        var results = lines.GroupBy(line => line.DimensionSetId).OrderBy(result => result.Key);
        foreach (var result in results)
            if (result.Sum(line => line.Amount) is var amount and not 0m)
                builder.AddAccount(order.RetainedEarningsAccountNo, amount, result.Key);
        return posting;
    }

    private static Problem NotClosed(RecordRef record, DateOnly day) =>
        new(ProblemCodes.FiscalYear, record, "closed", $"{day:yyyy-MM-dd}")
        {
            Args = new Dictionary<string, string> { ["reason"] = "open" },
        };
}
