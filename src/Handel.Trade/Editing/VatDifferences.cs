using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// VAT that a user typed where the other party's figure differs by a cent (VAT-09, VAT-07, D-06):
/// the difference stands on the lines that are taxed together, until one of them changes.
/// </summary>
internal static class VatDifferences
{
    /// <summary>What a difference rests on; nothing while there is none.</summary>
    public static IReadOnlyList<Footing> Keep(TradeDocument document) =>
        document.Lines.Exists(line => line.VatDifference != 0m) ? Footings(document) : [];

    /// <summary>A group that is not what it was loses its difference.</summary>
    public static void ResetChanged(TradeDocument document, IReadOnlyList<Footing> before)
    {
        if (before.Count == 0)
            return;
        var now = Footings(document).ToLookup(footing => footing.Group);
        foreach (var group in before.GroupBy(footing => footing.Group))
        {
            if (group.SequenceEqual(now[group.Key]))
                continue;
            foreach (var line in document.Lines.Where(line => GroupOf(line) == group.Key))
                line.VatDifference = 0m;
        }
        foreach (var line in document.Lines.Where(l => before.All(f => f.Group != GroupOf(l))))
            line.VatDifference = 0m;
    }

    /// <summary>Takes typed amounts; the document was calculated just before.</summary>
    public static void Apply(
        Edit edit,
        IReadOnlyList<VatAmountChange> changes,
        IReadOnlyList<VatGroup> groups
    )
    {
        foreach (var change in changes)
        {
            var group = groups.FirstOrDefault(g => g.Parts.Any(p => p.Line.Id == change.LineId));
            if (group is null)
                edit.Refuse(EditCodes.Unknown, HeaderField.VatBusPostingGroup);
            else if (FindAgainst(edit, group, change.VatAmount) is { } problem)
                edit.Refuse(problem);
            else
                Set(group, edit.Rounding.Amount(change.VatAmount), edit.Rounding.Precision);
        }
        if (changes.Count > 0 && !edit.HasProblems)
            DocumentTotals.Recalculate(edit.Document, edit.Setup);
    }

    private static void Set(VatGroup group, decimal vat, decimal precision)
    {
        var difference = vat - (group.VatAmount - group.VatDifference);
        var weights = group.Parts.ConvertAll(part => part.NetAmount);
        var shares = RemainderSpread.Spread(difference, weights, precision);
        for (var index = 0; index < shares.Length; index++)
            group.Parts[index].Line.VatDifference = shares[index];
    }

    private static Problem? FindAgainst(Edit edit, VatGroup group, decimal vat)
    {
        var isAllowed = Mirror.SetupOf(edit.Document, edit.Setup).AllowVatDifference;
        var currency = edit.Setup.Currencies.GetValueOrDefault(edit.Document.CurrencyCode);
        var most = currency?.MaxVatDifferenceAllowed ?? edit.Setup.Gl.MaxVatDifferenceAllowed;
        var difference = vat - (group.VatAmount - group.VatDifference);
        var isSmall = Math.Abs(difference) <= most;
        if (isAllowed && isSmall && group.CalculationType == VatCalculationType.Normal)
            return null;
        var problem = new Problem(
            ProblemCodes.VatDifference,
            Mirror.RecordOf(edit.Document),
            "taxAmount",
            $"{vat}"
        );
        return Edit.With(problem, "allowed", isAllowed ? most : 0m);
    }

    private static List<Footing> Footings(TradeDocument document) =>
        [
            .. document
                .Lines.Where(LineAmounts.IsValued)
                .Select(line => new Footing(
                    GroupOf(line),
                    line.Id,
                    line.LineAmount,
                    line.QtyToInvoice,
                    line.AllowInvoiceDisc
                )
                {
                    Mode = (
                        line.VatPct,
                        document.PricesIncludeVat,
                        document.InvoiceDiscountKind,
                        document.InvoiceDiscountValue
                    ),
                }),
        ];

    private static Group GroupOf(TradeLine line) =>
        new(line.VatIdentifier, line.VatCalculationType, line.LineAmount < 0m);

    internal readonly record struct Group(
        string Identifier,
        VatCalculationType CalculationType,
        bool IsNegative
    );

    internal sealed record Footing(
        Group Group,
        Guid LineId,
        decimal LineAmount,
        decimal QtyToInvoice,
        bool AllowInvoiceDisc
    )
    {
        public required (decimal, bool, InvoiceDiscountKind, decimal) Mode { get; init; }
    }
}
