using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Revaluation;

/// <summary>What adjusting exchange rates posts, or why it may not (S2).</summary>
public sealed record RateAdjustmentPlan(
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Posting> Postings,
    IReadOnlyList<RateAdjustmentEntry> Entries
);

/// <summary>
/// Values open customer and vendor entries and bank accounts in foreign currency by the rate of a
/// day (finance 16). One register for each posting date; a difference of zero posts nothing.
/// </summary>
public static class RateAdjustment
{
    public const string Entity = "exchangeRateAdjustments";
    public const string SourceCode = "EXCHRATADJ";

    /// <param name="books">A fork, with the foreign balances of the ending date.</param>
    public static RateAdjustmentPlan Plan(AdjustRates order, Books books)
    {
        var problems = new List<Problem>();
        FindWrongDates(order, books, problems);
        var factors = Factors(order, books, problems);
        if (problems.Count > 0)
            return new(problems, [], []);

        var run = new RateAdjustmentRun(order, books, problems);
        foreach (var bank in books.Foreign.Banks.Where(b => factors.ContainsKey(Code(b))))
            run.Adjust(bank, factors[Code(bank)]);
        var entries = books.Foreign.Entries.Where(e => factors.ContainsKey(Code(e)));
        foreach (var entry in entries)
            run.Adjust(entry, factors[Code(entry)]);
        var postings = run.Finish();
        return problems.Count > 0 ? new(problems, [], []) : new([], postings, run.Entries);
    }

    private static string Code(ForeignBank bank) => bank.Account.CurrencyCode;

    private static string Code(ForeignEntry entry) => entry.Entry.CurrencyCode;

    // ADJ-02; only currencies that something is open in need a rate.
    private static Dictionary<string, decimal> Factors(
        AdjustRates order,
        Books books,
        List<Problem> problems
    )
    {
        var codes = books.Foreign.Entries.Select(Code).Concat(books.Foreign.Banks.Select(Code));
        var factors = new Dictionary<string, decimal>();
        foreach (var code in codes.Distinct().Where(order.Takes).Order(StringComparer.Ordinal))
        {
            var factor = books.Setup.ExchangeRates.AdjustmentFactorAt(code, order.EndingDate);
            if (factor.Problem is { } problem)
                problems.Add(problem);
            else
                factors.Add(code, factor.Value);
            var adjusted = books.Setup.Currencies.GetValueOrDefault(code)?.LastDateAdjusted;
            if (adjusted is { } last && last > order.EndingDate)
                problems.Add(Wrong(order, "endingDate", last) with { MendedAt = At(code) });
        }
        return factors;
    }

    private static void FindWrongDates(AdjustRates order, Books books, List<Problem> problems)
    {
        var record = new RecordRef(Entity, order.DocumentNo);
        if (order.DocumentNo.Length == 0)
            problems.Add(new(ProblemCodes.FieldEmpty, record, "documentNumber"));
        if (order.PostingDate < order.EndingDate)
            problems.Add(Wrong(order, "postingDate", order.EndingDate));
        if (order.ReverseOn is { } back && back <= order.PostingDate)
            problems.Add(Wrong(order, "reverseOn", order.PostingDate));
        DateOnly?[] dates = [order.PostingDate, order.ReverseOn];
        foreach (var date in dates.OfType<DateOnly>())
            if (order.UserDates.Against(date, books.Setup.Gl, record) is { } problem)
                problems.Add(problem);
    }

    private static Problem Wrong(AdjustRates order, string field, DateOnly than) =>
        new(ProblemCodes.RateAdjustmentDate, new(Entity, order.DocumentNo), field)
        {
            Args = new Dictionary<string, string> { ["date"] = $"{than:yyyy-MM-dd}" },
        };

    private static RecordRef At(string currencyCode) => new(Currency.Entity, currencyCode);
}
