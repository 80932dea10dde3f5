using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Trade;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Api.Trade;

/// <summary>Turns the properties of a line into line changes (A18.5).</summary>
internal sealed class LineReader(TradeDocument model, GivenReferences references)
{
    private readonly Dictionary<string, LineField> fields = Enum.GetValues<LineField>()
        .ToDictionary(field => FieldNames.Of(model, field), StringComparer.Ordinal);
    private readonly List<LineChange> changes = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>A new line. Where only a description is given it is a comment (API-L1-2).</summary>
    public LineEdit Add(Given given, Guid lineId) =>
        Edit(given, lineId, LineEditKind.Add) with
        {
            LineNo = given.Value<int>("sequence") ?? 0,
        };

    public LineEdit Change(Given given, Guid lineId) => Edit(given, lineId, LineEditKind.Change);

    private LineEdit Edit(Given given, Guid lineId, LineEditKind kind)
    {
        changes.Clear();
        Object(given, (lineId, kind));
        Reference(given, lineId, ("unitOfMeasureId", LineField.UnitOfMeasureCode));
        Reference(given, lineId, ("itemVariantId", LineField.VariantCode));
        Reference(given, lineId, ("locationId", LineField.LocationCode));
        foreach (var value in given.Values)
        {
            var isPlain = fields.TryGetValue(value.Name, out var field) && !IsObject(field);
            if (isPlain && changes.All(change => change.Field != field))
                changes.Add(new(field, HeaderReader.Typed(value.Value)));
        }
        var dimensions = DimensionLines
            .Shortcuts(given)
            .Concat(references.Dimensions(given, Problems))
            .ToList();
        if (dimensions.Count > 0)
            changes.Add(new(LineField.Dimensions, dimensions));
        // API-L1-6: of discount amount and percentage the last given wins.
        if (given.Has("discountAmount") && given.Has("discountPercent"))
            KeepLastDiscount(given);
        return new LineEdit(lineId, kind, [.. changes]);
    }

    private static bool IsObject(LineField field) =>
        field is LineField.Type or LineField.No or LineField.Dimensions;

    private void Object(Given given, (Guid Id, LineEditKind Kind) line)
    {
        var item = Filled(given, "itemId");
        var account = Filled(given, "accountId");
        var number = given.Text("lineObjectNumber");
        if (item is not null && account is not null)
            Refuse(line.Id, ApiProblems.Pair, "itemId, accountId", account.Value.ToString());
        else if (item is { } itemId)
            Choose(line.Id, ("itemId", itemId, LineType.Item), number);
        else if (account is { } accountId)
            Choose(line.Id, ("accountId", accountId, LineType.GlAccount), number);
        else
        {
            if (given.Value<LineType>("lineType") is { } type)
                changes.Add(new(LineField.Type, type));
            else if (line.Kind == LineEditKind.Add && number is { Length: > 0 })
                changes.Add(new(LineField.Type, LineType.Item));
            if (number is not null)
                changes.Add(new(LineField.No, number));
            else if (given.Has("itemId") || given.Has("accountId"))
                changes.Add(new(LineField.No, ""));
        }
    }

    private void Choose(Guid lineId, (string Name, Guid Id, LineType Type) what, string? number)
    {
        if (references.Find(what.Name, what.Id) is not { } no)
            Refuse(lineId, EditCodes.Unknown, what.Name, what.Id.ToString());
        else if (number is { Length: > 0 } && number != no)
            Refuse(lineId, ApiProblems.Pair, $"{what.Name}, lineObjectNumber", number);
        else
        {
            changes.Add(new(LineField.Type, what.Type));
            changes.Add(new(LineField.No, no));
        }
    }

    private static Guid? Filled(Given given, string name) =>
        given.Id(name) is { } id && id != Guid.Empty ? id : null;

    private void Reference(Given given, Guid lineId, (string Name, LineField Field) at)
    {
        if (given.Id(at.Name) is not { } id)
            return;
        if (references.Find(at.Name, id) is { } code)
            changes.Add(new(at.Field, code));
        else
            Refuse(lineId, EditCodes.Unknown, at.Name, id.ToString());
    }

    private void KeepLastDiscount(Given given)
    {
        var isZero = given.Value<decimal>("discountAmount") == 0m;
        changes.RemoveAll(change =>
            change.Field == (isZero ? LineField.LineDiscountAmount : LineField.LineDiscountPct)
        );
    }

    private void Refuse(Guid lineId, string code, string field, string value)
    {
        var record = Handel.Trade.Mirror.RecordOf(model) with { Id = lineId, LineNo = NewLine };
        Problems.Add(new Problem(code, record, field, value));
    }

    // Any number but 0 says that the id is of a line.
    private const int NewLine = -1;
}
