using System.Text.Json;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Engine.Wire;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>
/// POST, PATCH, DELETE and actions: read the body, call the use case, show the result.
/// </summary>
internal static class Writing
{
    public static Address ById(Resource resource, Guid id) =>
        new(resource)
        {
            IsEntity = true,
            Filter = new Comparison(
                CompareOperator.Eq,
                new PropertyPath(resource.Shape.Key[0]),
                new Literal(id)
            ),
        };

    public static async Task Insert(ApiRequest request, Address address)
    {
        using var body = await RequestBody.Read(request.Http.Request, request.Scope.Aborted);
        var id = await new Inserting(request).Run(address, body.RootElement);
        var isWithin = address.Resource.Within.Count > 0;
        var location = isWithin
            ? $"{request.Scope.RootUrl}/{request.Path.Trim('/')}({id})"
            : $"{request.SetUrl}/{address.Resource.Name}({id})";
        request.Response.Headers.Location = location;
        if (request.Accept.IsMinimal)
        {
            request.Response.Headers["OData-EntityId"] = location;
            request.Response.StatusCode = 204;
            return;
        }
        await Reading.Entity(request, ById(address, id), 201);
    }

    /// <summary>The row of an id below the same parent, where the parent matters.</summary>
    private static Address ById(Address address, Guid id)
    {
        var found = ById(address.Resource, id);
        return address.Resource.Within.Count == 0
            ? found
            : found with
            {
                Filter = address
                    .Implied.Select(value =>
                        (FilterNode)
                            new Comparison(
                                CompareOperator.Eq,
                                new PropertyPath(value.Name),
                                new Literal(value.Value)
                            )
                    )
                    .Aggregate(found.Filter, QueryOptions.And),
            };
    }

    private static IEnumerable<GivenValue> Within(Address address) =>
        address.Implied.Where(value => address.Resource.Within.Contains(value.Name));

    public static async Task Update(ApiRequest request, Address address)
    {
        var resource = address.Resource;
        await request.Permit(resource, Operation.Update);
        using var json = await RequestBody.Read(request.Http.Request, request.Scope.Aborted);
        var repeated = BodyReader.Unwritable(resource, json.RootElement);
        var (layout, row, id) = await Current(request, address, repeated);
        var version = IfMatch.Check(request, layout.ETag(row), resource.Shape.HasETag);
        var reader = new BodyReader(resource, false, name => layout.Wire(row, name));
        var body = reader.Read(json.RootElement);
        var values = body.Values;
        foreach (var (navigation, url) in body.Binds)
            values.AddRange(await new Inserting(request).Bind(navigation, url));
        if (values.Count > 0)
        {
            var given = new Given([.. values, .. Within(address)]) { Version = version };
            var outcome = await resource.UpdateRow!(request.Scope, id, given);
            Refusals.Throw(outcome.Fault, outcome.Problems);
            id = outcome.Id;
        }
        if (request.Accept.IsMinimal)
            request.Response.StatusCode = 204;
        else
            await Reading.Entity(request, ById(address, id), 200);
    }

    public static async Task Delete(ApiRequest request, Address address)
    {
        var resource = address.Resource;
        await request.Permit(resource, Operation.Delete);
        var (layout, row, id) = await Current(request, address, []);
        var version = IfMatch.Check(request, layout.ETag(row), false);
        var given = new Given([.. Within(address)]) { Version = version };
        var outcome = await resource.DeleteRow!(request.Scope, id, given);
        Refusals.Throw(outcome.Fault, outcome.Problems);
        request.Response.StatusCode = 204;
    }

    public static async Task Act(ApiRequest request, Address address)
    {
        var (resource, action) = (address.Resource, address.Action!);
        await request.Permit(resource, Operation.Act);
        var outcome = await Repeated(request, action) ?? await Run(request, address, action);
        Refusals.Throw(outcome.Fault, outcome.Problems);
        var target = request.Route.ByName(
            outcome.LocationSet.Length > 0 ? outcome.LocationSet : resource.Name
        )!;
        if (outcome.LocationSet.Length > 0)
            request.Response.Headers.Location =
                $"{request.SetUrl}/{outcome.LocationSet}({outcome.LocationId})";
        if (outcome.ShowsEntity)
            await Reading.Entity(request, ById(target, outcome.LocationId), 200);
        else if (outcome.Value is { } value)
            await WriteValue(request, value);
        else
            request.Response.StatusCode = outcome.Status;
    }

    private static async Task<ActionOutcome> Run(
        ApiRequest request,
        Address address,
        ResourceAction action
    )
    {
        var (id, tag) = await ActedOn(request, address);
        var version = IfMatch.Check(request, tag, false);
        var given = await Parameters(request, action.Shape, version);
        return await action.Run(request.Scope, id, given);
    }

    private static async Task<(Guid Id, string? Tag)> ActedOn(ApiRequest request, Address address)
    {
        if (address.Resource.FindVersion is { } find)
        {
            var id = address.PlainId ?? (await Current(request, address, [])).Id;
            return await find(request.Scope, id) is { } version
                ? (id, ETag.Of(version))
                : throw new RefusalException(ErrorCode.NotFound, Text.RowNotFound);
        }
        var (layout, row, found) = await Current(request, address, []);
        return (found, layout.ETag(row));
    }

    private static Task<ActionOutcome?> Repeated(ApiRequest request, ResourceAction action) =>
        request.Scope.PostingKey is not null && action.Repeated is { } repeated
            ? repeated(request.Scope)
            : Task.FromResult<ActionOutcome?>(null);

    public static async Task<(Layout Layout, object?[] Row, Guid Id)> Current(
        ApiRequest request,
        Address address,
        IReadOnlyList<string> names
    )
    {
        var key = address.Resource.Shape.Key[0];
        var options = QueryOptions.None with { Select = [key, .. names] };
        var found = await Rows.Find(request, address, options);
        var (layout, row) =
            found ?? throw new RefusalException(ErrorCode.NotFound, Text.RowNotFound);
        return (layout, row, (Guid)layout.Wire(row, key)!);
    }

    private static async Task<Given> Parameters(
        ApiRequest request,
        ActionShape action,
        string? version
    )
    {
        using var json = await RequestBody.Read(request.Http.Request, request.Scope.Aborted);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new RefusalException(ErrorCode.BadRequest, Text.BadJson, root.ValueKind);
        var values = new List<GivenValue>();
        foreach (var parameter in action.Parameters)
        {
            var shape = parameter.Shape;
            var isGiven = root.TryGetProperty(parameter.Name, out var value);
            if (isGiven && JsonValue.Read(value, shape) is { Fault: null } read)
                values.Add(new(parameter.Name, read.Value!));
            else if (isGiven || !parameter.IsOptional)
                throw new RefusalException([
                    new ApiFault(
                        ErrorCode.RequiredParameter,
                        Text.ActionParameter,
                        parameter.Name,
                        action.Name
                    )
                    {
                        Target = parameter.Name,
                    },
                ]);
        }
        return new(values) { Version = version };
    }

    private static async Task WriteValue(ApiRequest request, object value)
    {
        await using var json = Reading.Begin(request, 200);
        JsonSerializer.Serialize(json, value, value.GetType(), ComplexValues.Options);
        await json.FlushAsync(request.Scope.Aborted);
    }
}

/// <summary>The body of a request as JSON; absent and null are an empty object.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        MaxDepth = 32,
    };

    public static async Task<JsonDocument> Read(HttpRequest request, CancellationToken aborted)
    {
        var type = request.ContentType ?? "";
        if (type.Length > 0 && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            if (request.ContentLength is not (null or 0))
                throw new RefusalException([
                    new ApiFault(ErrorCode.BadRequest, Text.ContentType, type) { Status = 415 },
                ]);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, aborted);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (
            bytes.Span.Trim(" \r\n\t"u8).IsEmpty
            || bytes.Span.Trim(" \r\n\t"u8).SequenceEqual("null"u8)
        )
            return JsonDocument.Parse("{}");
        try
        {
            // The buffer goes away with this method; the document must own its text.
            return JsonDocument.Parse(bytes.ToArray(), Lenient);
        }
        catch (JsonException e)
        {
            throw new RefusalException(ErrorCode.BadRequest, Text.BadJson, e.Message);
        }
    }
}
