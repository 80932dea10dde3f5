using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What an edit may look up; the shell loads what <see cref="EditNeeds"/> names.</summary>
public sealed class EditContext
{
    public required CompanySetup Setup { get; init; }

    /// <summary>The date that the user works on (CNV-06).</summary>
    public required DateOnly WorkDate { get; init; }

    /// <summary>
    /// Customers or vendors by number, with the parties that they name as bill-to.
    /// </summary>
    public IReadOnlyDictionary<string, Party> Parties { get; init; } =
        new Dictionary<string, Party>();
    public IReadOnlyDictionary<string, Item> Items { get; init; } = new Dictionary<string, Item>();
    public IReadOnlyDictionary<(string ItemNo, string Code), ItemVariant> Variants { get; init; } =
        new Dictionary<(string, string), ItemVariant>();

    /// <summary>Posted documents that the draft may apply to (GLP-27).</summary>
    public IReadOnlyDictionary<PartyDocumentKey, PartyEntry> PartyDocuments { get; init; } =
        new Dictionary<PartyDocumentKey, PartyEntry>();

    /// <summary>Rules with the defaults of what is touched; the sets that the draft has.</summary>
    public DimensionContext Dimensions { get; init; } = DimensionContext.Blank();

    /// <summary>The user's own salesperson or purchaser code, or blank (HDR-04).</summary>
    public string UserSalespersonCode { get; init; } = "";
}

/// <summary>What must be loaded before an edit: a few sets of keys, one query each (S10).</summary>
public sealed class EditNeeds
{
    /// <summary>Parties by number; those that they name as bill-to are needed too.</summary>
    public HashSet<(Direction Direction, string No)> Parties { get; } = [];
    public HashSet<string> Items { get; } = [];
    public HashSet<(string ItemNo, string Code)> Variants { get; } = [];
    public HashSet<PartyDocumentKey> PartyDocuments { get; } = [];

    /// <summary>
    /// Parties and items that supply default dimensions; those above do so too (DIM-03).
    /// </summary>
    public HashSet<RecordRef> DimensionSources { get; } = [];
    public HashSet<int> DimensionSets { get; } = [];

    public static EditNeeds Of(TradeDocument document, DocumentEdit edit)
    {
        var needs = new EditNeeds();
        needs.AddDimensions(document);
        foreach (var change in edit.Header)
            needs.AddHeader(document, change);
        foreach (var line in edit.Lines.Where(line => line.Kind != LineEditKind.Remove))
            needs.AddLine(document, line);
        return needs;
    }

    /// <summary>For release, where blocks are looked at again (V-02).</summary>
    public static EditNeeds OfRelease(TradeDocument document)
    {
        var needs = new EditNeeds();
        needs.AddParty(document, document.PartyNo);
        needs.AddParty(document, document.BillToNo);
        return needs;
    }

    private void AddHeader(TradeDocument document, HeaderChange change)
    {
        if (HeaderRules.NamesParty(change.Field))
        {
            AddParty(document, (string?)change.Value ?? "");
            AddParty(document, document.PartyNo);
        }
        if (change.Field == HeaderField.PartyPostingGroup)
            AddParty(document, document.BillToNo);
        if (HeaderRules.RecreatesLines(change.Field))
        {
            foreach (var line in document.Lines.Where(line => line.Type == LineType.Item))
                AddItem(line.No, line.VariantCode);
        }
        if (change.Field == HeaderField.LocationCode)
        {
            foreach (var line in document.Lines.Where(line => line.Type == LineType.Item))
                AddSource(DimensionEntities.Items, line.No);
        }
        if (change is { Field: HeaderField.AppliesTo, Value: AppliesTo { IsSet: true } to })
            PartyDocuments.Add(new(document.Direction, to.DocumentType, to.DocumentNo));
    }

    private void AddLine(TradeDocument document, LineEdit edit)
    {
        var line = document.Lines.Find(line => line.Id == edit.LineId);
        var no = Text(edit, LineField.No) ?? line?.No ?? "";
        var isItem = edit.Changes.LastOrDefault(change => change.Field == LineField.Type)?.Value
            is LineType type
            ? type == LineType.Item
            : line?.Type == LineType.Item;
        if (isItem)
            AddItem(no, Text(edit, LineField.VariantCode) ?? line?.VariantCode ?? "");
    }

    private static string? Text(LineEdit edit, LineField field) =>
        (string?)edit.Changes.LastOrDefault(change => change.Field == field)?.Value;

    private void AddDimensions(TradeDocument document)
    {
        DimensionSets.Add(document.DimensionSetId);
        DimensionSets.UnionWith(document.Lines.Select(line => line.DimensionSetId));
        AddSource(Mirror.Of(document).PartyEntity, document.BillToNo);
    }

    private void AddSource(string entity, string no)
    {
        if (no.Length > 0)
            DimensionSources.Add(new(entity, no));
    }

    private void AddParty(TradeDocument document, string no)
    {
        if (no.Length > 0)
            Parties.Add((document.Direction, no));
    }

    private void AddItem(string no, string variantCode)
    {
        if (no.Length == 0)
            return;
        Items.Add(no);
        if (variantCode.Length > 0)
            Variants.Add((no, variantCode));
    }
}
