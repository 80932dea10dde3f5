using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>One dimension of the set of a document, a line or an entry.</summary>
internal sealed record SetLineRow(Guid ParentId, int ParentType, Dimension Dimension)
{
    public required DimensionValue Value { get; init; }
    public required int SetId { get; init; }

    public string Version => $"{SetId}/{Value.Code}";
}

/// <summary>
/// Dimension sets as lines below their parents, keyed by dimension (API-DS-1..5). A write is an
/// edit of the parent: the rows themselves are shared and never change.
/// </summary>
internal static class DimensionSetLines
{
    public const string Set = "dimensionSetLines";
    private const string ParentId = "parentId";
    private const string ParentType = "parentType";
    private const string Code = "code";

    public static IEnumerable<Resource> All() =>
        [
            Bind(Resource.Computed<SetLineRow>(Set, Rows)),
            Bind(Resource.ExtensionComputed<SetLineRow>(Set, "dimensionSetLine", Rows, like: Set)),
        ];

    private static Resource<SetLineRow> Bind(Resource<SetLineRow> resource) =>
        resource
            .Field("id", r => r.Dimension.Id)
            .Field(Code, r => r.Dimension.Code)
            .Field("consolidationCode", r => r.Dimension.ConsolidationCode)
            .Field(ParentId, r => r.ParentId)
            .Field(ParentType, r => r.ParentType)
            .Field("displayName", r => r.Dimension.Name)
            .Field("valueId", r => r.Value.Id)
            .Field("valueCode", r => r.Value.Code)
            .Field("valueConsolidationCode", r => r.Value.ConsolidationCode)
            .Field("valueDisplayName", r => r.Value.Name)
            .ETag(r => r.Version)
            .KeyedWithin(ParentId, ParentType)
            .Create(Create)
            .Update(Update)
            .Delete(Delete);

    private static async Task<IReadOnlyList<SetLineRow>> Rows(RequestScope scope, Pins pins)
    {
        var parent = DimensionParents.Find(pins.Text(ParentType) ?? "");
        var ids = pins.Ids(ParentId);
        if (parent is null || ids.Count == 0)
            return [];
        var parents = await parent.Load(scope, [.. ids]);
        var setIds = parents.Select(p => p.SetId).Where(id => id != 0).Distinct().ToArray();
        if (setIds.Length == 0)
            return [];
        var found = await (
            from entry in scope.Rows<DimensionSetEntry>()
            join dimension in scope.Rows<Dimension>() on entry.DimensionCode equals dimension.Code
            join value in scope.Rows<DimensionValue>()
                on new { Dimension = entry.DimensionCode, Value = entry.ValueCode } equals new
                {
                    Dimension = value.DimensionCode,
                    Value = value.Code,
                }
            where setIds.Contains(entry.SetId)
            select new
            {
                entry.SetId,
                dimension,
                value,
            }
        ).ToListAsync(scope.Aborted);
        var bySet = found.ToLookup(line => line.SetId);
        return
        [
            .. parents.SelectMany(p =>
                bySet[p.SetId]
                    .OrderBy(line => line.dimension.Code, StringComparer.Ordinal)
                    .Select(line => new SetLineRow(p.Id, parent.Type, line.dimension)
                    {
                        Value = line.value,
                        SetId = p.SetId,
                    })
            ),
        ];
    }

    private static async Task<WriteOutcome> Create(RequestScope scope, Given given)
    {
        var named = await GivenDimensions.Load(scope, [given]);
        var problems = new List<Problem>();
        var change = named.Read(given, problems);
        if (change is null)
            return WriteOutcome.Refused(problems);
        var added = change with { Kind = DimensionChangeKind.Add };
        return await Write(scope, given, added, named.IdOf(change.DimensionCode));
    }

    private static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var named = await GivenDimensions.Load(scope, [given], id);
        var problems = new List<Problem>();
        var change = named.Read(given, problems, id);
        return change is null
            ? WriteOutcome.Refused(problems)
            : await Write(scope, given, change, id);
    }

    private static async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given)
    {
        var named = await GivenDimensions.Load(scope, [], id);
        return await Write(scope, given, new DimensionChange(named.CodeOf(id), ""), id);
    }

    private static async Task<WriteOutcome> Write(
        RequestScope scope,
        Given given,
        DimensionChange change,
        Guid dimensionId
    )
    {
        var parent = given.Value<int>(ParentType) is { } type ? DimensionParents.Find(type) : null;
        if (parent is null || given.Id(ParentId) is not { } parentId)
            return WriteOutcome.Refused([
                new(ProblemCodes.FieldEmpty, new RecordRef(Set, ""), ParentId),
            ]);
        var problems = await parent.Write(scope, parentId, change);
        return problems is null ? WriteOutcome.Missing
            : problems.Count > 0 ? WriteOutcome.Refused(problems)
            : WriteOutcome.Done(dimensionId);
    }
}

/// <summary>
/// Dimensions and values that bodies name by id or by code: one query for each kind (A18.2, S10).
/// </summary>
internal sealed class GivenDimensions
{
    private readonly Dictionary<Guid, string> dimensions = [];
    private readonly Dictionary<Guid, (string Dimension, string Code)> values = [];

    /// <param name="scope">The request.</param>
    /// <param name="lines">Bodies of dimension set lines.</param>
    /// <param name="ids">Dimensions that the address names.</param>
    public static async Task<GivenDimensions> Load(
        RequestScope scope,
        IEnumerable<Given> lines,
        params Guid[] ids
    )
    {
        var all = lines.ToList();
        var found = new GivenDimensions();
        var dimensionIds = all.Select(line => line.Id("id")).OfType<Guid>().Concat(ids).ToArray();
        var codes = all.Select(line => line.Text("code")).OfType<string>().ToArray();
        var named = await scope
            .Rows<Dimension>()
            .Where(d => dimensionIds.Contains(d.Id) || codes.Contains(d.Code))
            .Select(d => new { d.Id, d.Code })
            .ToListAsync(scope.Aborted);
        foreach (var dimension in named)
            found.dimensions[dimension.Id] = dimension.Code;
        var valueIds = all.Select(line => line.Id("valueId")).OfType<Guid>().ToArray();
        if (valueIds.Length == 0)
            return found;
        var chosen = await scope
            .Rows<DimensionValue>()
            .Where(v => valueIds.Contains(v.Id))
            .Select(v => new
            {
                v.Id,
                v.DimensionCode,
                v.Code,
            })
            .ToListAsync(scope.Aborted);
        foreach (var value in chosen)
            found.values[value.Id] = (value.DimensionCode, value.Code);
        return found;
    }

    public string CodeOf(Guid dimensionId) => dimensions.GetValueOrDefault(dimensionId, "");

    public Guid IdOf(string dimensionCode) =>
        dimensions.FirstOrDefault(pair => pair.Value == dimensionCode).Key;

    /// <summary>What a line says; null when it cannot be, with the reasons told.</summary>
    /// <param name="line">The body of the line.</param>
    /// <param name="problems">Takes the reasons.</param>
    /// <param name="dimensionId">The dimension that the address names, if it does.</param>
    public DimensionChange? Read(Given line, List<Problem> problems, Guid? dimensionId = null)
    {
        var before = problems.Count;
        var code = Dimension(line, dimensionId ?? line.Id("id"), problems);
        var value = Value(line, code, problems);
        return problems.Count > before ? null : new(code, value);
    }

    private string Dimension(Given line, Guid? id, List<Problem> problems)
    {
        var code = line.Text("code") ?? "";
        if (id is not { } known || known == Guid.Empty)
        {
            if (code.Length == 0)
                problems.Add(Refused(ProblemCodes.FieldEmpty, "code", ""));
            else if (!dimensions.ContainsValue(code))
                problems.Add(Refused(EditCodes.Unknown, "code", code));
            return code;
        }
        var found = CodeOf(known);
        if (found.Length == 0)
            problems.Add(Refused(EditCodes.Unknown, "id", known.ToString()));
        else if (code.Length > 0 && code != found)
            problems.Add(Refused(ApiProblems.Pair, "id, code", code));
        return found;
    }

    private string Value(Given line, string dimension, List<Problem> problems)
    {
        var code = (line.Text("valueCode") ?? "").Trim().ToUpperInvariant();
        if (line.Id("valueId") is not { } id || id == Guid.Empty)
        {
            if (code.Length == 0)
                problems.Add(Refused(ProblemCodes.FieldEmpty, "valueCode", ""));
            return code;
        }
        var found = values.GetValueOrDefault(id, ("", ""));
        if (found.Item2.Length == 0)
            problems.Add(Refused(EditCodes.Unknown, "valueId", id.ToString()));
        else if (found.Item1 != dimension)
            problems.Add(Refused(ApiProblems.Pair, "code, valueId", found.Item2));
        else if (code.Length > 0 && code != found.Item2)
            problems.Add(Refused(ApiProblems.Pair, "valueId, valueCode", code));
        return found.Item2;
    }

    private static Problem Refused(string code, string field, string value) =>
        new(code, new RecordRef(DimensionSetLines.Set, ""), field, value);
}
