using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Adds, changes and removes lines with all that follows (sales 4, purchasing 3).
/// </summary>
internal static class LineEditing
{
    public const int LineNoStep = 10000;

    private static readonly Dictionary<LineField, Action<LineChoice, object?>> Rules = new()
    {
        [LineField.Type] = (at, value) => ObjectChoice.SetType(at, (LineType)value!),
        [LineField.No] = (at, value) => ObjectChoice.SetNo(at, Text(value)),
        [LineField.VariantCode] = (at, value) => ItemChoice.SetVariant(at, Text(value)),
        [LineField.LocationCode] = (at, value) => SetLocation(at, Text(value)),
        [LineField.UnitOfMeasureCode] = (at, value) => UnitChoice.Set(at, Text(value)),
        [LineField.Quantity] = (at, value) => LineQuantity.Set(at, (decimal)value!),
        [LineField.VatProdPostingGroup] = (at, value) => LineVat.SetVatProd(at, Text(value)),
        [LineField.NonDeductibleVatPct] = (at, value) =>
            LineVat.SetNonDeductible(at, (decimal)value!),
        [LineField.GenProdPostingGroup] = (at, value) => SetGenProd(at, Text(value)),
        [LineField.UnitPrice] = (at, value) => LinePrice.Set(at, (decimal)value!),
        [LineField.LineDiscountPct] = (at, value) => LinePrice.SetPct(at, (decimal)value!),
        [LineField.LineDiscountAmount] = (at, value) =>
            LinePrice.SetDiscount(at, LineField.LineDiscountAmount, (decimal)value!),
        [LineField.LineAmount] = (at, value) => LinePrice.SetAmount(at, (decimal)value!),
        [LineField.Dimensions] = (at, value) =>
            LineDimensions.Change(at, (IReadOnlyList<DimensionChange>)value!),
        [LineField.QtyToDeliver] = (at, value) => LineQuantity.SetToDeliver(at, (decimal)value!),
        [LineField.QtyToInvoice] = (at, value) => LineQuantity.SetToInvoice(at, (decimal)value!),
    };

    private static readonly Dictionary<LineField, Action<TradeLine, object?>> Plain = new()
    {
        [LineField.AllowInvoiceDisc] = (line, value) => line.AllowInvoiceDisc = (bool)value!,
        [LineField.UnitCostLcy] = (line, value) => line.UnitCostLcy = (decimal)value!,
        [LineField.Description] = (line, value) => line.Description = Text(value),
        [LineField.Description2] = (line, value) => line.Description2 = Text(value),
        [LineField.RequestedDate] = (line, value) =>
        {
            line.RequestedDate = (DateOnly?)value;
            line.DeliveryDate = line.PromisedDate ?? line.RequestedDate ?? line.DeliveryDate;
        },
        [LineField.PromisedDate] = (line, value) =>
        {
            line.PromisedDate = (DateOnly?)value;
            line.DeliveryDate = line.PromisedDate ?? line.RequestedDate ?? line.DeliveryDate;
        },
        [LineField.DeliveryDate] = (line, value) => line.DeliveryDate = (DateOnly?)value,
        [LineField.AppliesToItemEntryNo] = (line, value) => line.AppliesToItemEntryNo = (int)value!,
        [LineField.AppliesFromItemEntryNo] = (line, value) =>
            line.AppliesFromItemEntryNo = (int)value!,
    };

    public static void Apply(Edit edit, LineEdit lineEdit)
    {
        var line =
            lineEdit.Kind == LineEditKind.Add
                ? Add(edit, lineEdit)
                : edit.Document.Lines.Find(line => line.Id == lineEdit.LineId);
        if (line is null)
            edit.Refuse(Missing(edit, lineEdit));
        else if (lineEdit.Kind == LineEditKind.Remove)
            LineRemoval.Remove(edit, line);
        else
            Change(new(edit, line), lineEdit);
    }

    private static void Change(LineChoice at, LineEdit lineEdit)
    {
        foreach (var change in lineEdit.Changes.OrderBy(change => change.Field))
        {
            if (at.Line.IsSystemLine && !HeaderRules.IsFreeOnSystemLine(change.Field))
                at.Refuse(EditCodes.SystemLine, change.Field);
            else if (IsLocked(at, change))
                at.Refuse(EditCodes.NotOpen, change.Field);
            else if (Rules.TryGetValue(change.Field, out var rule))
                rule(at, change.Value);
            else
                Plain[change.Field](at.Line, change.Value);
        }
    }

    private static TradeLine Add(Edit edit, LineEdit lineEdit)
    {
        var document = edit.Document;
        var last = edit.LastLineNo;
        var line = new TradeLine
        {
            CompanyNo = document.CompanyNo,
            Id = lineEdit.LineId,
            DocumentId = document.Id,
            LineNo = lineEdit.LineNo == 0 ? last + LineNoStep : lineEdit.LineNo,
            DimensionSetId = document.DimensionSetId,
            RequestedDate = document.RequestedDate,
            PromisedDate = document.PromisedDate,
            DeliveryDate = document.PromisedDate ?? document.RequestedDate ?? document.OrderDate,
        };
        var isTaken = line.LineNo <= last && document.Lines.Exists(l => l.LineNo == line.LineNo);
        if (isTaken || line.LineNo <= 0)
            edit.Refuse(new(EditCodes.LineNoTaken, Mirror.RecordOf(document, line), "sequence"));
        document.Lines.Add(line);
        edit.LastLineNo = Math.Max(last, line.LineNo);
        return line;
    }

    // REL-07, REL-09: texts may be written at any time.
    private static bool IsLocked(LineChoice at, LineChange change)
    {
        var isStillText =
            change is { Field: LineField.Type, Value: LineType.Comment }
            && at.Line.Type == LineType.Comment;
        var isOpen = at.Document.Status == DocumentStatus.Open || isStillText;
        var isLocked =
            HeaderRules.IsLockedUnlessOpen(change.Field)
            || (change.Field == LineField.Dimensions && at.Edit.Mirror.LocksLineDimensions);
        return !isOpen && isLocked;
    }

    private static void SetLocation(LineChoice at, string code)
    {
        if (code.Length > 0 && !at.Edit.Setup.Locations.ContainsKey(code))
            at.Refuse(EditCodes.Unknown, LineField.LocationCode, code);
        else if (HeaderRules.IsHandled(at.Line) && code != at.Line.LocationCode)
            at.Refuse(ProblemCodes.Linked, LineField.LocationCode, code);
        else
            LineDimensions.MoveTo(at, code);
    }

    private static void SetGenProd(LineChoice at, string code)
    {
        if (at.Edit.Setup.GenProdGroups.ContainsKey(code))
            at.Line.GenProdPostingGroup = code;
        else
            at.Refuse(EditCodes.Unknown, LineField.GenProdPostingGroup, code);
    }

    private static Problem Missing(Edit edit, LineEdit lineEdit) =>
        new(
            EditCodes.Unknown,
            Mirror.RecordOf(edit.Document) with
            {
                Id = lineEdit.LineId,
            },
            "id",
            lineEdit.LineId.ToString()
        );

    private static string Text(object? value) => (string?)value ?? "";
}

/// <summary>A line within an edit.</summary>
internal readonly record struct LineChoice(Edit Edit, TradeLine Line)
{
    public TradeDocument Document => Edit.Document;

    public Problem Problem(string code, LineField field, object? value = null) =>
        Edit.Line(code, (Line, field), value);

    public void Refuse(string code, LineField field, object? value = null) =>
        Edit.Refuse(Problem(code, field, value));
}
