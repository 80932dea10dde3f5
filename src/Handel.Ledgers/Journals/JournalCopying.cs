using Handel.Kernel.Numbering;

namespace Handel.Ledgers.Journals;

/// <summary>How lines are copied into a journal.</summary>
public sealed record JournalCopy
{
    /// <summary>Null keeps the dates of the lines.</summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>The opposite of what was posted (JNL-36).</summary>
    public bool IsSignReversed { get; init; }

    /// <summary>
    /// Number of the first document; the next ones follow. Blank keeps the numbers of the lines.
    /// </summary>
    public string DocumentNo { get; init; } = "";

    /// <summary>Lines are put behind this one.</summary>
    public int LastLineNo { get; init; }

    /// <summary>Ids of new lines.</summary>
    public required Func<Guid> NewId { get; init; }
}

/// <summary>
/// Copies lines between batches, standard journals and posted journals (JNL-36, JNL-41).
/// </summary>
public static class JournalCopying
{
    /// <summary>Lines as a standard journal keeps them: what a user would type each time.</summary>
    /// <param name="isWithAmounts">Amounts are kept, or typed each time.</param>
    public static List<JournalLine> ToStandard(
        IEnumerable<JournalLine> lines,
        StandardJournal standard,
        bool isWithAmounts,
        Func<Guid> newId
    )
    {
        var copies = new List<JournalLine>();
        foreach (var line in lines)
        {
            var copy = Copied(line, standard.Id, newId());
            copy.LineNo = (copies.Count + 1) * JournalLine.LineNoStep;
            if (!isWithAmounts)
                Clear(copy);
            copies.Add(copy);
        }
        return copies;
    }

    /// <summary>
    /// Copies lines into a journal; what depends on date and rate is found anew where the date is
    /// another. The outcome has the problems of all of them.
    /// </summary>
    public static JournalEditOutcome Into(
        JournalContext context,
        IReadOnlyList<JournalLine> lines,
        JournalCopy options,
        List<JournalLine> copies
    )
    {
        var outcomes = new List<JournalEditOutcome>();
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = options.DocumentNo;
        foreach (var line in lines)
        {
            var copy = Copied(line, context.Settings.Batch.Id, options.NewId());
            copy.LineNo = options.LastLineNo + (copies.Count + 1) * JournalLine.LineNoStep;
            if (next.Length > 0)
            {
                if (!numbers.TryGetValue(line.DocumentNo, out var number))
                {
                    numbers.Add(line.DocumentNo, number = next);
                    next = NumberText.Increment(next, 1) ?? next;
                }
                copy.DocumentNo = number;
            }
            if (options.IsSignReversed)
                Negate(copy);
            if (options.PostingDate is { } date)
                outcomes.Add(
                    JournalEditing.Apply(copy, [new(JournalField.PostingDate, date)], context)
                );
            copies.Add(copy);
        }
        return new(
            [.. outcomes.SelectMany(outcome => outcome.Problems)],
            [.. outcomes.SelectMany(outcome => outcome.Notices)]
        );
    }

    // What a line was applied to is settled; a file that had it is gone.
    private static JournalLine Copied(JournalLine line, Guid batchId, Guid id)
    {
        var copy = line.Copy();
        copy.Id = id;
        copy.BatchId = batchId;
        copy.Version = 0;
        copy.AppliesToDocType = default;
        copy.AppliesToDocNo = copy.AppliesToId = "";
        copy.IsExportedToPaymentFile = false;
        return copy;
    }

    private static void Clear(JournalLine line)
    {
        line.Amount = line.AmountLcy = 0m;
        foreach (var vat in new[] { line.Vat, line.BalVat })
            vat.VatAmount = vat.VatBaseAmount = vat.VatDifference = 0m;
        line.TurnoverLcy = line.ProfitLcy = line.InvDiscountLcy = 0m;
    }

    private static void Negate(JournalLine line)
    {
        line.Amount = -line.Amount;
        line.AmountLcy = -line.AmountLcy;
        foreach (var vat in new[] { line.Vat, line.BalVat })
        {
            vat.VatAmount = -vat.VatAmount;
            vat.VatBaseAmount = -vat.VatBaseAmount;
            vat.VatDifference = -vat.VatDifference;
        }
        line.TurnoverLcy = -line.TurnoverLcy;
        line.ProfitLcy = -line.ProfitLcy;
        line.InvDiscountLcy = -line.InvDiscountLcy;
    }
}
