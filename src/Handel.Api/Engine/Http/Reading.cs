using System.Text.Json;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Engine.Wire;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>GET: a page of rows, one row, a property, a count.</summary>
internal static class Reading
{
    private const int FlushBytes = 32 * 1024;

    public static async Task Run(ApiRequest request, Address address)
    {
        await request.Permit(address.Resource, Operation.Read);
        if (address.WantsCount)
            await Count(request, address);
        else if (address.Property is { } property)
            await Property(request, address, property);
        else if (address.IsEntity)
            await Entity(request, address, 200);
        else if (request.Accept.IsSheet)
        {
            Demand(address, QueryOptions.And(address.Filter, request.Options.Filter));
            await SheetReading.Run(request, address);
        }
        else
            await Page(request, address);
    }

    /// <summary>
    /// Writes the row of an address with the given status; also used after a write.
    /// </summary>
    public static async Task Entity(ApiRequest request, Address address, int status)
    {
        var found = await Rows.Find(request, address, request.Options);
        if (found is not var (layout, row))
        {
            if (!address.MayBeAbsent)
                throw new RefusalException(ErrorCode.NotFound, Text.RowNotFound);
            request.Response.StatusCode = 204;
            return;
        }
        var tag = layout.ETag(row);
        if (tag is not null)
            request.Response.Headers.ETag = tag;
        if (status == 200 && tag is not null && request.Http.Request.Headers.IfNoneMatch == tag)
        {
            request.Response.StatusCode = 304;
            return;
        }
        var expander = new Expander(request.Route, request.Binder, request.Host.Limits);
        var expanded = await expander.Load(layout, [row], request.Options.Expand);
        await using var json = Begin(request, status);
        json.WriteStartObject();
        WriteContext(request, json, address.Resource, "/$entity");
        Writer(request, json).WriteMembers(layout, row, expanded);
        json.WriteEndObject();
        await json.FlushAsync(request.Scope.Aborted);
    }

    private static async Task Page(ApiRequest request, Address address)
    {
        var options = request.Options with
        {
            Filter = QueryOptions.And(address.Filter, request.Options.Filter),
        };
        Demand(address, options.Filter);
        var layout = new Layout(address.Resource, options, request.Route, request.Binder);
        var expander = new Expander(request.Route, request.Binder, request.Host.Limits);
        expander.Prepare(layout, options.Expand);
        var reader = await RowReader.Open(layout, options, request.Binder);
        long? count = options.WantsCount ? await reader.Count() : null;
        var size = PageSize(request);
        var rows = reader.Page(size);
        if (options.Expand.Count > 0)
            rows = await Held(rows, request);
        await using var source = rows.GetAsyncEnumerator(request.Scope.Aborted);
        // The first row is read before anything is sent: an error of the query keeps its status.
        var hasRow = await source.MoveNextAsync();
        var held = rows as HeldRows;
        var expanded = held is null
            ? []
            : await expander.Load(layout, held.Take(size), options.Expand);
        await using var json = Begin(request, 200);
        json.WriteStartObject();
        WriteContext(request, json, address.Resource, "");
        if (count is { } total)
            json.WriteNumber(Names.Count, total);
        json.WriteStartArray(Names.Value);
        var writer = Writer(request, json);
        var (shown, sent, last) = (0, 0L, Array.Empty<object?>());
        for (; hasRow && shown < size; hasRow = await source.MoveNextAsync())
        {
            writer.Write(layout, last = source.Current, expanded);
            shown++;
            if (json.BytesCommitted + json.BytesPending - sent < FlushBytes)
                continue;
            await json.FlushAsync(request.Scope.Aborted);
            sent = json.BytesCommitted;
        }
        json.WriteEndArray();
        if (hasRow)
            json.WriteString(Names.NextLink, NextLink(request, reader.Token(last, shown)));
        json.WriteEndObject();
        await json.FlushAsync(request.Scope.Aborted);
    }

    private static async Task Count(ApiRequest request, Address address)
    {
        var filter = QueryOptions.And(address.Filter, request.Options.Filter);
        Demand(address, filter);
        var layout = new Layout(
            address.Resource,
            QueryOptions.None with
            {
                Select = [],
            },
            request.Route,
            request.Binder
        );
        var options = QueryOptions.None with { Filter = filter };
        var reader = await RowReader.Open(layout, options, request.Binder);
        var count = await reader.Count();
        request.Response.ContentType = "text/plain";
        await request.Response.WriteAsync(
            count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            request.Scope.Aborted
        );
    }

    private static async Task Property(ApiRequest request, Address address, FieldShape property)
    {
        var options = QueryOptions.None with { Select = [property.Name] };
        var found = await Rows.Find(request, address, options);
        var (layout, row) =
            found ?? throw new RefusalException(ErrorCode.NotFound, Text.RowNotFound);
        var value = layout.Wire(row, property.Name);
        if (address.WantsRawValue)
        {
            request.Response.ContentType = "text/plain";
            await request.Response.WriteAsync(RawText(property, value), request.Scope.Aborted);
            return;
        }
        await using var json = Begin(request, 200);
        json.WriteStartObject();
        var path = EntityPath.Of(layout, row);
        json.WriteString(Names.Context, $"{request.ContextUrl}{path}/{property.Name}");
        json.WritePropertyName(Names.Value);
        Writer(request, json).WriteValue(property, value);
        json.WriteEndObject();
        await json.FlushAsync(request.Scope.Aborted);
    }

    private static string RawText(FieldShape property, object? value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonForm))
            new EntityWriter(json, MetadataLevel.None, "").WriteValue(property, value);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.ToString();
    }

    /// <summary>Sets that need a parent are refused without one (API-Q-10).</summary>
    private static void Demand(Address address, FilterNode? filter)
    {
        var demands = address.Resource.Shape.RequiresFilter;
        if (demands.Count == 0 || address.IsBelowParent)
            return;
        var pins = Pins.Of(filter);
        var isMet =
            demands.Any(demand => demand.Split(" and ").All(pins.Has))
            || pins.Has("lineObjectNumber")
            || pins.Has("lastModifiedDateTime");
        if (!isMet)
            throw new RefusalException(
                ErrorCode.DialogException,
                Text.FilterNeeded,
                address.Resource.Name,
                string.Join(" / ", demands)
            );
    }

    /// <summary>A row that only its parent can tell from others is reached through it.</summary>
    public static void DemandParent(Address address)
    {
        if (address.Resource.Within.Count == 0 || address.IsBelowParent)
            return;
        throw new RefusalException(
            ErrorCode.DialogException,
            Text.FilterNeeded,
            address.Resource.Name,
            string.Join(" / ", address.Resource.Shape.RequiresFilter)
        );
    }

    private static int PageSize(ApiRequest request)
    {
        if (request.Accept.PageSize is not { } wanted)
            return request.Host.Limits.PageRowsMax;
        var size = Math.Min(wanted, request.Host.Limits.PageRowsMax);
        request.Response.Headers["Preference-Applied"] = $"odata.maxpagesize={size}";
        return size;
    }

    /// <summary>The same path and options, without the ones that the token carries.</summary>
    private static string NextLink(ApiRequest request, string token)
    {
        var kept = (request.Http.Request.QueryString.Value ?? "")
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part =>
                Uri.UnescapeDataString(part.Split('=')[0]).TrimStart('$').ToLowerInvariant()
                    is not ("skiptoken" or "top" or "skip" or "aid")
            );
        var options = string.Join('&', kept.Append("$skiptoken=" + token));
        return $"{request.Scope.RootUrl}/{request.Path.TrimStart('/')}?{options}";
    }

    private static void WriteContext(
        ApiRequest request,
        Utf8JsonWriter json,
        Resource resource,
        string suffix
    )
    {
        if (request.Accept.Level == MetadataLevel.None)
            return;
        var context =
            request.ContextUrl + resource.Name + ContextShape.Of(request.Options) + suffix;
        json.WriteString(Names.Context, context);
    }

    internal static readonly JsonWriterOptions JsonForm = new()
    {
        SkipValidation = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Utf8JsonWriter Begin(ApiRequest request, int status)
    {
        request.Response.StatusCode = status;
        request.Response.ContentType = request.Accept.ContentType;
        return new(request.Response.BodyWriter, JsonForm);
    }

    private static EntityWriter Writer(ApiRequest request, Utf8JsonWriter json) =>
        new(json, request.Accept.Level, request.SetUrl)
        {
            WritesLongsAsText = request.Accept.WritesLongsAsText,
        };

    private static async Task<HeldRows> Held(IAsyncEnumerable<object?[]> rows, ApiRequest request)
    {
        var held = new List<object?[]>();
        await foreach (var row in rows.WithCancellation(request.Scope.Aborted))
            held.Add(row);
        return new(held);
    }

    /// <summary>
    /// A page that is kept whole because its children are fetched for all rows at once.
    /// </summary>
    private sealed class HeldRows(List<object?[]> rows) : IAsyncEnumerable<object?[]>
    {
        public IReadOnlyList<object?[]> Take(int count) => [.. rows.Take(count)];

        public IAsyncEnumerator<object?[]> GetAsyncEnumerator(
            CancellationToken cancellationToken = default
        ) => rows.ToAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
    }
}

/// <summary>The projection part of a context address (API-W-2).</summary>
internal static class ContextShape
{
    public static string Of(QueryOptions options)
    {
        var parts = (options.Select ?? [])
            .Concat(options.Expand.Select(item => item.Name + Below(item.Options)))
            .ToList();
        return parts.Count == 0 ? "" : $"({string.Join(',', parts)})";
    }

    private static string Below(QueryOptions options) =>
        Of(options) is { Length: > 0 } shape ? shape : "()";
}
