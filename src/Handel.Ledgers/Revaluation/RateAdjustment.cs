using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Revaluation;

/// <summary>What adjusting exchange rates posts, or why it may not (S2).</summary>
public sealed record RateAdjustmentPlan(
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Posting> Postings
);

/// <summary>
/// Values open customer and vendor entries and bank accounts in foreign currency by the rate of a
/// day (finance 16). One register for each posting date; a difference of zero posts nothing.
/// </summary>
public static class RateAdjustment
{
    public const string Entity = "exchangeRateAdjustments";
    public const string SourceCode = "EXCHRATADJ";

    /// <summary>Entries in one adjustment, at most.</summary>
    public const int EntriesMax = 50_000;

    /// <param name="books">A fork, with the foreign entries and banks of the ending date.</param>
    public static RateAdjustmentPlan Plan(AdjustRates order, Books books)
    {
        var problems = new List<Problem>();
        FindWrongDates(order, books, problems);
        var entries = Entries(order, books);
        var banks = books.ForeignBanks.Where(order.Takes).ToList();
        if (entries.Count > EntriesMax)
            problems.Add(new(ProblemCodes.TooMany, Record(order), "", $"{EntriesMax}"));
        var codes = entries.Select(Code).Concat(banks.Select(Code));
        var factors = Factors(order, [.. codes.Distinct()], books, problems);
        if (problems.Count > 0)
            return new(problems, []);

        var run = new RateAdjustmentRun(order, books, problems);
        foreach (var bank in banks)
            run.Adjust(bank, factors[Code(bank)]);
        foreach (var entry in entries)
            run.Adjust(entry, factors[Code(entry)]);
        var postings = run.Finish();
        return problems.Count > 0 ? new(problems, []) : new([], postings);
    }

    // ADJ-04: also what was settled since; what was settled by then has nothing to value.
    private static List<ForeignEntry> Entries(AdjustRates order, Books books) =>
        [
            .. books
                .PartyEntries.Values.Where(e => e.PostingDate <= order.EndingDate && order.Takes(e))
                .OrderBy(e => e.Direction)
                .ThenBy(e => e.EntryNo)
                .Select(e => ForeignEntry.At(e, books.DetailsOf(e.Direction, e.EntryNo), order))
                .Where(foreign => foreign.Remaining != 0m),
        ];

    private static RecordRef Record(AdjustRates order) => new(Entity, order.DocumentNo);

    private static string Code(ForeignBank bank) => bank.Account.CurrencyCode;

    private static string Code(ForeignEntry entry) => entry.Entry.CurrencyCode;

    // ADJ-02; only currencies that something is open in need a rate.
    private static Dictionary<string, decimal> Factors(
        AdjustRates order,
        List<string> codes,
        Books books,
        List<Problem> problems
    )
    {
        var factors = new Dictionary<string, decimal>();
        foreach (var code in codes.Order(StringComparer.Ordinal))
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
        var record = Record(order);
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
        new(ProblemCodes.RateAdjustmentDate, Record(order), field)
        {
            Args = new Dictionary<string, string> { ["date"] = $"{than:yyyy-MM-dd}" },
        };

    private static RecordRef At(string currencyCode) => new(Currency.Entity, currencyCode);
}
