using System.Globalization;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>One correction of stock (inventory CP-07).</summary>
/// <param name="Quantity">Base quantity; more is positive, less is negative.</param>
public sealed record AdjustmentLine(string ItemNo, decimal Quantity)
{
    public string VariantCode { get; init; } = "";
    public string LocationCode { get; init; } = "";

    /// <summary>LCY per base unit of what is added; null takes the cost of the item.</summary>
    public decimal? UnitCost { get; init; }
    public string Description { get; init; } = "";
    public int DimensionSetId { get; init; }
}

/// <summary>The command: correct stock, posted as one register with its ledger lines.</summary>
public sealed record AdjustItems(string DocumentNo, DateOnly PostingDate)
{
    public required IReadOnlyList<AdjustmentLine> Lines { get; init; }
    public PostingDates UserDates { get; init; }
}

/// <summary>Plans positive and negative adjustments of stock (ACC-29, CP-07, LE-04).</summary>
public static class ItemAdjustment
{
    public const string SourceCode = "ITEMJNL";
    public const string Entity = "itemAdjustments";

    public static BooksNeeds Needs(AdjustItems command)
    {
        var needs = new BooksNeeds();
        AddNeeds(needs, command);
        return needs;
    }

    /// <summary>Adds the needs of one more adjustment of a batch.</summary>
    public static void AddNeeds(BooksNeeds needs, AdjustItems command)
    {
        foreach (var line in command.Lines)
        {
            needs.Items.Add(line.ItemNo);
            var key = new StockKey(line.ItemNo, line.VariantCode, line.LocationCode);
            needs.AddMovement(key, line.Quantity, command.PostingDate);
            needs.DimensionSets.Add(line.DimensionSetId);
        }
    }

    public static Plan Plan(AdjustItems command, Books books)
    {
        var problems = Find(command, books);
        if (problems.Count > 0)
            return Documents.Plan.Refused(problems);
        var fork = books.Fork();
        var movements = MovementsOf(command, fork);
        problems.AddRange(StockChecks.FindProblems(fork, movements));
        if (problems.Count > 0)
            return Documents.Plan.Refused(problems);

        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = command.PostingDate,
            DocumentNo = command.DocumentNo,
            SourceCode = SourceCode,
        };
        var stock = new StockPosting(fork, posting);
        foreach (var movement in movements)
            stock.Post(movement);
        var builder = new PostingBuilder(posting, fork.Counters, HeaderOf(command, fork.Setup));
        builder.AddCosts(fork.Setup, problems);
        var record = new RecordRef(Entity, command.DocumentNo);
        EntryDimensions.Find(posting, record, fork.Dimensions, problems);
        return problems.Count > 0
            ? Documents.Plan.Refused(problems)
            : Documents.Plan.Ready(posting, fork);
    }

    private static List<Problem> Find(AdjustItems command, Books books)
    {
        var problems = new List<Problem>();
        var record = new RecordRef(Entity, command.DocumentNo);
        if (command.UserDates.Against(command.PostingDate, books.Setup.Gl, record) is { } wrong)
            problems.Add(wrong);
        for (var index = 0; index < command.Lines.Count; index++)
            FindInLine(command.Lines[index], record with { LineNo = index + 1 }, books, problems);
        return problems;
    }

    private static void FindInLine(
        AdjustmentLine line,
        RecordRef record,
        Books books,
        List<Problem> problems
    )
    {
        if (!books.Items.TryGetValue(line.ItemNo, out var item))
            problems.Add(new(ProblemCodes.FieldEmpty, record, "itemNumber", line.ItemNo));
        else if (item.Type != ItemType.Inventory)
            problems.Add(new(ProblemCodes.Line, record, "itemNumber", line.ItemNo));
        else if (item.IsBlocked)
            problems.Add(new(ProblemCodes.ItemBlocked, record, "itemNumber", line.ItemNo));
        if (line.Quantity == 0m)
            problems.Add(new(ProblemCodes.FieldEmpty, record, "quantity"));
        if (books.Setup.Inventory.LocationMandatory && line.LocationCode.Length == 0)
            problems.Add(new(ProblemCodes.VariantOrLocation, record, "locationCode"));
        if (item is { CostingMethod: CostingMethod.Standard } && !IsAtStandard(line, item))
            problems.Add(new(ProblemCodes.StandardCost, record, "unitCost", Text(line.UnitCost)));
        FindInDimensions(line, record, books.Dimensions, problems);
    }

    private static string Text(decimal? cost) =>
        cost?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "";

    // CP-07: what else it may have cost is a variance, and only a purchase has one.
    private static bool IsAtStandard(AdjustmentLine line, Item item) =>
        line.Quantity <= 0m || line.UnitCost is not { } cost || cost == item.StandardCost;

    private static void FindInDimensions(
        AdjustmentLine line,
        RecordRef record,
        DimensionContext dimensions,
        List<Problem> problems
    )
    {
        if (dimensions.Rules.IsEmpty)
            return;
        var sources = new[]
        {
            new RecordRef(DimensionEntities.Items, line.ItemNo),
            new RecordRef(DimensionEntities.Locations, line.LocationCode),
        }.Where(source => source.No.Length > 0);
        var set = dimensions.Sets[line.DimensionSetId];
        problems.AddRange(DimensionChecks.Find(set, record, sources, dimensions.Rules));
    }

    private static List<StockMovement> MovementsOf(AdjustItems command, Books books) =>
        [.. command.Lines.Select((line, index) => MovementOf(line, index + 1, command, books))];

    private static StockMovement MovementOf(
        AdjustmentLine line,
        int lineNo,
        AdjustItems command,
        Books books
    )
    {
        var item = books.Items[line.ItemNo];
        var unitCost = line.UnitCost ?? UnitCostOf(item, books);
        return new()
        {
            ItemNo = line.ItemNo,
            VariantCode = line.VariantCode,
            LocationCode = line.LocationCode,
            EntryType =
                line.Quantity > 0m ? ItemEntryType.PositiveAdjmt : ItemEntryType.NegativeAdjmt,
            Document = new()
            {
                No = command.DocumentNo,
                LineNo = lineNo,
                SourceType = SourceType.Item,
                SourceNo = line.ItemNo,
                Description = line.Description.Length > 0 ? line.Description : item.Description,
                PostingDate = command.PostingDate,
                DocumentDate = command.PostingDate,
                SourceCode = SourceCode,
                DimensionSetId = line.DimensionSetId,
            },
            Quantity = line.Quantity,
            InvoicedQuantity = line.Quantity,
            UnitOfMeasureCode = item.BaseUnitOfMeasure,
            GenProdPostingGroup = item.GenProdPostingGroup,
            InventoryPostingGroup = item.InventoryPostingGroup,
            UnitCost = unitCost,
            Amounts = new()
            {
                DirectCost = Kernel.Amounts.Rounding.Lcy(unitCost * Math.Max(0m, line.Quantity)),
            },
        };
    }

    // An earlier posting of the batch may have changed the cost of the card (CP-09).
    private static decimal UnitCostOf(Item item, Books books) =>
        books.Stock.Costs.TryGet(item.No, out var cost) ? cost.UnitCost : item.UnitCost;

    private static PostingHeader HeaderOf(AdjustItems command, CompanySetup setup) =>
        new()
        {
            CompanyNo = setup.CompanyNo,
            PostingDate = command.PostingDate,
            DocumentDate = command.PostingDate,
            VatDate = command.PostingDate,
            DocumentType = EntryDocumentType.None,
            DocumentNo = command.DocumentNo,
            Description = command.DocumentNo,
            SourceCode = SourceCode,
            PartyNo = "",
        };
}
