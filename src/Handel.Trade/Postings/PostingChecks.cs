using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// Everything that stands in the way of posting a document, at once (PC-01..22, P-04..23, PC-90).
/// The same list serves preview, the check panel and the posting itself.
/// </summary>
public static class PostingChecks
{
    public static IReadOnlyList<Problem> Find(PostDocument command, Books books) =>
        Examine(command, books).Problems;

    /// <summary>The problems, and what would be posted; nothing for what is never posted.</summary>
    internal static (PostingScope? Scope, IReadOnlyList<Problem> Problems) Examine(
        PostDocument command,
        Books books
    )
    {
        var document = command.Document;
        var record = Mirror.RecordOf(document);
        if (document.IsPosted || !document.Kind.IsPostable())
            return (null, [new(ProblemCodes.NothingToPost, record)]);
        if (command.Choice == default && document.Kind.IsOrderLike())
            return (null, [new(ProblemCodes.NoPostingChoice, record)]);

        var (discounted, lacking) = DiscountCalculation.AtMoment(document, books.Setup);
        var scope = PostingScope.Of(command with { Document = discounted }, books.Setup);
        var problems = new List<Problem>();
        if (lacking is not null)
            problems.Add(lacking);
        HeaderChecks.Find(scope, books, problems);
        PostingRules.Of(document.Direction).Find(scope, books, problems);
        LineChecks.Find(scope, books, problems);
        PostingDimensions.Find(scope, books.Dimensions, problems);
        FindInAmounts(scope, books, problems);
        if (problems.Count == 0)
            FindInStock(scope, books, problems);
        return (scope, Distinct(problems));
    }

    private static void FindInAmounts(PostingScope scope, Books books, List<Problem> problems)
    {
        // PC-15. A document of zero posts, one without anything to handle does not (W-24).
        if (!scope.Delivers && !scope.Invoices)
            problems.Add(new(ProblemCodes.NothingToPost, Mirror.RecordOf(scope.Document)));
        PostedNumbers.Draw(scope, books.Fork(), problems);
        // A delivery needs the rate too: its expected cost and sale are in LCY (FCY-04).
        problems.AddRange(scope.Part.Problems);
        if (scope.Invoices && scope.Part.Problems.Count == 0)
            FindInAccounts(scope, books, problems);
    }

    private static void FindInAccounts(PostingScope scope, Books books, List<Problem> problems)
    {
        foreach (var part in scope.Part.Parts)
        {
            var record = Mirror.RecordOf(scope.Document, part.Line);
            var lines = InvoiceLines.Of(part, scope, new(books.Setup, record, problems));
            PostingDimensions.FindInAccounts(lines, record, books.Dimensions, problems);
        }
    }

    // PC-22, P-23: what stock lacks is known once the lines themselves are sound.
    private static void FindInStock(PostingScope scope, Books books, List<Problem> problems)
    {
        var lines = new LineStock(scope, books, new PostedNumbers("", ""));
        var movements = LinePlan.Of(scope, books).Select(lines.MovementOf).OfType<StockMovement>();
        problems.AddRange(StockChecks.FindProblems(books, [.. movements]));
    }

    // Ten lines that lack the same setup have one problem each line, not two.
    private static List<Problem> Distinct(List<Problem> problems) =>
        [
            .. problems.DistinctBy(p =>
                (p.Code, p.Record, p.Field, p.Value, p.MendedAt, DimensionOf(p))
            ),
        ];

    // A set may lack several dimensions that have no field of their own.
    private static string DimensionOf(Problem problem) =>
        problem.Args.GetValueOrDefault("dimension", "")
        + problem.Args.GetValueOrDefault("otherDimension", "");
}
