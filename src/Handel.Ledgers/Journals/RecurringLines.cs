using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Recurring lines as they post this time: amounts of balances, allocations, words for dates, the
/// contra of the next day; and how a line goes on afterwards (JNL-41, JNL-42).
/// </summary>
internal static class RecurringLines
{
    /// <summary>What posts of each line; ordinary journals post their lines as they are.</summary>
    public static List<PostedLine> Fill(JournalScope scope, List<Problem> problems)
    {
        var lines = new List<PostedLine>();
        foreach (var line in scope.Journal.Lines)
        {
            if (!scope.Settings.IsRecurring)
                lines.Add(new(line, line));
            else if (!IsExpired(line))
                Fill(line, scope, lines, problems);
        }
        return lines;
    }

    /// <summary>The line as it waits for the next time.</summary>
    public static JournalLine MoveOn(JournalLine line)
    {
        var next = line.Copy();
        next.Version++;
        var formula = DateFormula.Parse(line.RecurringFrequency);
        next.PostingDate = formula.Apply(line.PostingDate);
        next.DocumentDate = formula.Apply(line.DocumentDate);
        next.VatDate = formula.Apply(line.VatDate);
        if (line.DueDate is { } due)
            next.DueDate = formula.Apply(due);
        if (IsKept(line.RecurringMethod))
            return next;
        // A variable amount is typed anew, a balance is asked for anew.
        next.Amount = next.AmountLcy = 0m;
        next.Vat.VatAmount = next.Vat.VatBaseAmount = next.Vat.VatDifference = 0m;
        return next;
    }

    /// <summary>Nothing posts of a line after its last day (JNL-41).</summary>
    public static bool IsExpired(JournalLine line) =>
        line.ExpirationDate is { } last && last < line.PostingDate;

    private static bool IsKept(RecurringMethod method) =>
        method switch
        {
            RecurringMethod.None or RecurringMethod.Fixed or RecurringMethod.ReversingFixed => true,
            RecurringMethod.Variable
            or RecurringMethod.ReversingVariable
            or RecurringMethod.Balance
            or RecurringMethod.ReversingBalance => false,
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

    private static bool IsReversing(RecurringMethod method) =>
        method switch
        {
            RecurringMethod.ReversingFixed
            or RecurringMethod.ReversingVariable
            or RecurringMethod.ReversingBalance => true,
            RecurringMethod.None
            or RecurringMethod.Fixed
            or RecurringMethod.Variable
            or RecurringMethod.Balance => false,
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

    private static void Fill(
        JournalLine line,
        JournalScope scope,
        List<PostedLine> lines,
        List<Problem> problems
    )
    {
        var found = new LineProblems(scope.Settings.RecordOf(line), problems);
        if (!DateFormula.TryParse(line.RecurringFrequency, "en", out _))
        {
            found.Add(ProblemCodes.DateFormula, "recurringFrequency", line.RecurringFrequency);
            return;
        }
        var filled = Written(line, scope.Command.MonthNames);
        if (JournalNeeds.IsBalance(line.RecurringMethod))
        {
            if (!TakeBalance(filled, scope, found) || filled.AmountLcy == 0m)
                return;
        }
        List<JournalLine> posts = [filled, .. Allocated(line, filled, scope, found)];
        if (IsReversing(line.RecurringMethod))
            posts.AddRange(NextDay(posts, found));
        lines.AddRange(posts.Select(post => new PostedLine(post, line)));
    }

    private static JournalLine Written(JournalLine line, IReadOnlyList<string> monthNames)
    {
        var filled = line.Copy();
        // A number is written in capitals, whatever a month is called.
        filled.DocumentNo = DateWords
            .Fill(line.DocumentNo, line.PostingDate, monthNames)
            .ToUpperInvariant();
        filled.Description = DateWords.Fill(line.Description, line.PostingDate, monthNames);
        return filled;
    }

    // The account ends at zero: what stands on it goes to the allocations.
    private static bool TakeBalance(JournalLine line, JournalScope scope, LineProblems found)
    {
        if (line.AccountType != JournalAccountType.GlAccount || line.CurrencyCode.Length > 0)
        {
            found.Add(JournalCodes.Recurring, "recurringMethod", line.RecurringMethod);
            return false;
        }
        var key = new BalanceKey(line.AccountNo, line.PostingDate);
        line.Amount = line.AmountLcy = -scope.Books.Balances.GetValueOrDefault(key);
        if (!scope.Journal.Allocations.Contains(line.Id))
            found.Add(JournalCodes.Allocation, "allocations");
        return true;
    }

    private static IEnumerable<JournalLine> Allocated(
        JournalLine line,
        JournalLine filled,
        JournalScope scope,
        LineProblems found
    )
    {
        var allocations = scope.Journal.Allocations[line.Id].OrderBy(a => a.LineNo).ToList();
        if (allocations.Count == 0)
            yield break;
        var amounts = AllocationShares.Of(-filled.AmountLcy, allocations, found);
        foreach (var (allocation, amount) in allocations.Zip(amounts))
            yield return LineOf(allocation, filled, amount, scope.Setup);
    }

    private static JournalLine LineOf(
        JournalAllocation allocation,
        JournalLine filled,
        decimal amountLcy,
        CompanySetup setup
    )
    {
        var line = new JournalLine
        {
            CompanyNo = filled.CompanyNo,
            Id = filled.Id,
            BatchId = filled.BatchId,
            LineNo = filled.LineNo,
            PostingDate = filled.PostingDate,
            VatDate = filled.VatDate,
            DocumentDate = filled.DocumentDate,
            DocumentType = filled.DocumentType,
            DocumentNo = filled.DocumentNo,
            ExternalDocumentNo = filled.ExternalDocumentNo,
            AccountNo = allocation.AccountNo,
            Description =
                allocation.Description.Length > 0 ? allocation.Description : filled.Description,
            Amount = amountLcy,
            AmountLcy = amountLcy,
            ReasonCode = filled.ReasonCode,
            IsCorrection = filled.IsCorrection,
            DimensionSetId = allocation.DimensionSetId,
            RecurringMethod = filled.RecurringMethod,
            RecurringFrequency = filled.RecurringFrequency,
            Vat = allocation.Vat.Copy(),
        };
        JournalVatAmounts.Recalculate(new(line, IsBalancing: false), setup);
        return line;
    }

    // JNL-42: what is accrued today is taken back tomorrow. A party's document is not.
    private static List<JournalLine> NextDay(List<JournalLine> posts, LineProblems found)
    {
        var contras = new List<JournalLine>(posts.Count);
        foreach (var post in posts)
        {
            if (post.Parts().Any(part => part.IsParty))
                found.Add(JournalCodes.Recurring, "recurringMethod", post.RecurringMethod);
            var contra = post.Copy();
            contra.PostingDate = post.PostingDate.AddDays(1);
            contra.DocumentDate = post.DocumentDate.AddDays(1);
            contra.VatDate = post.VatDate.AddDays(1);
            contra.Amount = -post.Amount;
            contra.AmountLcy = -post.AmountLcy;
            contra.Vat.VatAmount = -post.Vat.VatAmount;
            contra.Vat.VatBaseAmount = -post.Vat.VatBaseAmount;
            contra.Vat.VatDifference = -post.Vat.VatDifference;
            contras.Add(contra);
        }
        return contras;
    }
}
