using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade.Releasing;

/// <summary>Releases and reopens drafts (REL-01..06, H-01, H-02).</summary>
public static class Release
{
    /// <summary>
    /// Closes a draft for changes. Parties are those of <see cref="EditNeeds.OfRelease"/>.
    /// </summary>
    public static IReadOnlyList<Problem> Apply(TradeDocument document, EditContext context)
    {
        if (DocumentEditing.FindClosed(document) is { } closed)
            return [closed];
        if (document.Status == DocumentStatus.Released)
            return [];
        var problems = Find(document, context).ToList();
        if (problems.Count > 0)
            return problems;
        if (DiscountCalculation.AtRelease(document, context.Setup) is { } problem)
            return [problem];
        DocumentTotals.Recalculate(document, context.Setup);
        document.Status = DocumentStatus.Released;
        return [];
    }

    /// <summary>
    /// Opens a document for changes again; nothing to do when it is open (REL-06).
    /// </summary>
    public static IReadOnlyList<Problem> Reopen(TradeDocument document)
    {
        if (DocumentEditing.FindClosed(document) is { } closed)
            return [closed];
        document.Status = DocumentStatus.Open;
        return [];
    }

    /// <summary>
    /// All that stops a release, and a posting for the same reasons (REL-02, H-02).
    /// </summary>
    public static IEnumerable<Problem> Find(TradeDocument document, EditContext context)
    {
        var record = Mirror.RecordOf(document);
        if (document.PartyNo.Length == 0)
            yield return Empty(record, FieldNames.Of(document, HeaderField.PartyNo));
        foreach (var (no, field) in PartiesOf(document))
        {
            var party = context.Parties.GetValueOrDefault(no);
            if (party is not null && PartyChoice.FindBlock(document, party, field) is { } block)
                yield return block;
        }
        if (!document.Lines.Exists(line => line.Type != LineType.Comment && line.Quantity != 0))
            yield return new(ProblemCodes.NoLines, record);
        var isLocationNeeded = context.Setup.Inventory.LocationMandatory;
        foreach (var line in document.Lines.Where(IsGoods))
        {
            var at = Mirror.RecordOf(document, line);
            if (line.UnitOfMeasureCode.Length == 0)
                yield return Empty(at, FieldNames.Of(document, LineField.UnitOfMeasureCode));
            var isStocked = line.ItemType == ItemType.Inventory;
            if (isLocationNeeded && isStocked && line.LocationCode.Length == 0)
                yield return Empty(at, FieldNames.Of(document, LineField.LocationCode));
        }
    }

    private static IEnumerable<(string No, HeaderField Field)> PartiesOf(TradeDocument document)
    {
        yield return (document.PartyNo, HeaderField.PartyNo);
        if (document.BillToNo != document.PartyNo)
            yield return (document.BillToNo, HeaderField.BillToNo);
    }

    private static bool IsGoods(TradeLine line) => line.Type == LineType.Item && line.Quantity != 0;

    private static Problem Empty(RecordRef record, string field) =>
        new(ProblemCodes.FieldEmpty, record, field);
}
