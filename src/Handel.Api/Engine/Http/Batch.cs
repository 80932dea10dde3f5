using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Engine.Http;

/// <summary>
/// Runs the operations of a JSON batch through the endpoint, one after the other (A11).
/// </summary>
internal sealed class Batch(HttpContext http, ApiHost host, Func<HttpContext, Task> handle)
{
    private readonly List<BatchAnswer> answers = [];
    private readonly string root = RootOf(http.Request.Path.Value!);

    public static bool IsAt(string path) =>
        path == "$batch" || path.EndsWith("/$batch", StringComparison.Ordinal);

    public async Task Run(RequestScope scope)
    {
        using var json = await RequestBody.Read(http.Request, http.RequestAborted);
        var operations = Read(json.RootElement);
        var prefer = http.Request.Headers["Prefer"].ToString();
        var continues =
            prefer.Contains("continue-on-error", StringComparison.OrdinalIgnoreCase)
            && !prefer.Contains("continue-on-error=false", StringComparison.OrdinalIgnoreCase);
        if (IsSnapshot)
            await RunTogether(scope, operations);
        else
            foreach (var group in Groups(operations))
            {
                if (group.Count > 1 || group[0].Group.Length > 0)
                    await RunGroup(scope, group);
                else
                    answers.Add(await Answer(group[0], isShared: false));
                if (!continues && answers.Any(answer => answer.IsFailure))
                    break;
            }
        await Write();
    }

    private bool IsSnapshot =>
        http.Request.Headers["Isolation"] == "snapshot"
        || http.Request.Headers["OData-Isolation"] == "snapshot";

    /// <summary>
    /// One transaction; earlier answers keep their success although all is undone.
    /// </summary>
    private Task RunTogether(RequestScope scope, IReadOnlyList<BatchOperation> operations) =>
        Together(
            scope,
            operations,
            async () =>
            {
                foreach (var operation in operations)
                {
                    answers.Add(await Answer(operation, isShared: true));
                    if (!answers[^1].IsFailure)
                        continue;
                    http.Response.Headers["X-Handel-Batch"] = "rolled-back";
                    return false;
                }
                return true;
            }
        );

    /// <summary>One transaction; when one member fails, the others answer 424.</summary>
    private async Task RunGroup(RequestScope scope, IReadOnlyList<BatchOperation> group)
    {
        var first = answers.Count;
        BatchAnswer? failure = null;
        await Together(
            scope,
            group,
            async () =>
            {
                foreach (var operation in group)
                {
                    answers.Add(await Answer(operation, isShared: true));
                    if (answers[^1].IsFailure)
                        failure = answers[^1];
                    if (failure is not null)
                        return false;
                }
                return true;
            }
        );
        if (failure is null)
            return;
        answers.RemoveRange(first, answers.Count - first);
        foreach (var operation in group)
            answers.Add(operation.Id == failure.Id ? failure : Dependent(operation));
    }

    private Task Together(
        RequestScope scope,
        IReadOnlyList<BatchOperation> group,
        Func<Task<bool>> body
    )
    {
        scope.CompanyOrNone = CompanyOf(scope, group);
        var isReading = group.All(operation => HttpMethods.IsGet(operation.Method));
        return isReading || scope.CompanyOrNone is null ? body() : host.Together(scope, body);
    }

    /// <summary>
    /// One transaction is of one company (D8). What refers to an earlier answer is of its company.
    /// </summary>
    private ApiCompany? CompanyOf(RequestScope scope, IReadOnlyList<BatchOperation> group)
    {
        var companies = new HashSet<ApiCompany>();
        foreach (var operation in group.Where(operation => !operation.Url.StartsWith('$')))
        {
            var request = new DefaultHttpContext().Request;
            Fill(request, operation);
            var path = Segment.Parse((string)request.RouteValues["path"]!);
            if (path is [{ Name: "companies", Key: { } key }, _, ..])
                companies.Add(CompanyChoice.ByKey(key, scope.Companies));
            else if (path is not [{ Name: "companies" }, ..])
                companies.Add(CompanyChoice.Of(request, scope.Companies));
        }
        return companies.Count > 1
            ? throw new RefusalException(ErrorCode.BadRequest, Text.BatchCompanies)
            : companies.SingleOrDefault();
    }

    private BatchAnswer Dependent(BatchOperation operation)
    {
        var fault = new ApiFault(ErrorCode.DependencyFailed, Text.DependencyFailed);
        var message = Text.Of(
            fault,
            Negotiated.LanguageOf(http.Request) ?? host.DefaultLanguage(http)
        );
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { error = new { code = fault.Code, message } }
        );
        return new(operation.Id, fault.Status, new HeaderDictionary(), body)
        {
            ContentType = "application/json",
        };
    }

    private async Task<BatchAnswer> Answer(BatchOperation operation, bool isShared)
    {
        var waitsForFailure = answers.Any(answer =>
            answer.IsFailure && operation.DependsOn.Contains(answer.Id)
        );
        if (waitsForFailure)
            return Dependent(operation);
        await using var own = http.RequestServices.CreateAsyncScope();
        var inner = new DefaultHttpContext
        {
            RequestServices = isShared ? http.RequestServices : own.ServiceProvider,
            User = http.User,
            RequestAborted = http.RequestAborted,
        };
        Fill(inner.Request, operation);
        using var body = new MemoryStream();
        inner.Response.Body = body;
        await handle(inner);
        await inner.Response.CompleteAsync();
        return new(operation.Id, inner.Response.StatusCode, inner.Response.Headers, body.ToArray())
        {
            ContentType = inner.Response.ContentType ?? "",
        };
    }

    private void Fill(HttpRequest request, BatchOperation operation)
    {
        var url = Resolve(operation.Url);
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(query < 0 ? url : url[..query]);
        request.Method = operation.Method;
        request.Scheme = http.Request.Scheme;
        request.Host = http.Request.Host;
        request.PathBase = http.Request.PathBase;
        request.Path = $"{root}/{path}";
        request.QueryString = new(query < 0 ? "" : url[query..]);
        foreach (var (name, value) in http.Request.RouteValues)
            request.RouteValues[name] = value;
        request.RouteValues["path"] = path;
        foreach (var name in Inherited)
            if (http.Request.Headers.TryGetValue(name, out var value))
                request.Headers[name] = value;
        // Each operation is done once: whoever sends the batch again finds some done, some not.
        var batchKey = http.Request.Headers[Once.Header].ToString();
        if (batchKey.Length > 0)
            request.Headers[Once.Header] = Once.KeyInBatch(batchKey, operation.Index);
        foreach (var (name, value) in operation.Headers)
            request.Headers[name] = value;
        request.Body = new MemoryStream(operation.Body);
        request.ContentLength = operation.Body.Length;
    }

    private static readonly string[] Inherited = ["Accept-Language", "Company", "Authorization"];

    /// <summary>
    /// Relative to the service; an absolute address of this service is cut, $1 replaced.
    /// </summary>
    private string Resolve(string url)
    {
        if (url.StartsWith('$') && !url.StartsWith("$metadata", StringComparison.Ordinal))
        {
            var end = url.IndexOfAny(['/', '?']);
            var id = end < 0 ? url[1..] : url[1..end];
            var location = answers.Find(answer => answer.Id == id)?.Headers.Location.ToString();
            if (!string.IsNullOrEmpty(location))
                url = location + (end < 0 ? "" : url[end..]);
        }
        var at = url.IndexOf(root + "/", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? url.TrimStart('/') : url[(at + root.Length + 1)..];
    }

    private List<BatchOperation> Read(JsonElement json)
    {
        if (
            !json.TryGetProperty("requests", out var requests)
            || requests.ValueKind != JsonValueKind.Array
        )
            throw Bad("requests");
        if (requests.GetArrayLength() > host.Limits.BatchOperationsMax)
            throw Bad(requests.GetArrayLength().ToString(CultureInfo.InvariantCulture));
        var operations = requests
            .EnumerateArray()
            .Select((one, index) => BatchOperation.Read(one) with { Index = index })
            .ToList();
        var ids = operations.Select(operation => operation.Id).OfType<string>().ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
            throw Bad("id");
        if (operations.Any(o => o.Url.Contains("$batch", StringComparison.Ordinal)))
            throw Bad("$batch");
        return operations;
    }

    private static List<List<BatchOperation>> Groups(IReadOnlyList<BatchOperation> operations)
    {
        var groups = new List<List<BatchOperation>>();
        foreach (var operation in operations)
            if (
                groups.Count > 0
                && operation.Group.Length > 0
                && groups[^1][0].Group == operation.Group
            )
                groups[^1].Add(operation);
            else
                groups.Add([operation]);
        return groups;
    }

    private async Task Write()
    {
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Reading.JsonForm);
        json.WriteStartObject();
        json.WriteStartArray("responses");
        foreach (var answer in answers)
            answer.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    private RefusalException Bad(string what) =>
        new(ErrorCode.BadRequest, Text.BatchTooLong, host.Limits.BatchOperationsMax, what);

    private static string RootOf(string path) =>
        path[..path.LastIndexOf("/$batch", StringComparison.Ordinal)];
}

/// <summary>One operation of a batch as sent.</summary>
internal sealed record BatchOperation(string? Id, string Method, string Url)
{
    /// <summary>Its place in the batch.</summary>
    public int Index { get; init; }
    public string Group { get; private init; } = "";
    public IReadOnlyList<string?> DependsOn { get; private init; } = [];
    public IReadOnlyList<(string Name, string Value)> Headers { get; private init; } = [];
    public byte[] Body { get; private init; } = [];

    public static BatchOperation Read(JsonElement json)
    {
        var headers =
            json.TryGetProperty("headers", out var given) && given.ValueKind == JsonValueKind.Object
                ? given.EnumerateObject().Select(h => (h.Name, h.Value.ToString())).ToList()
                : [];
        return new(Text(json, "id"), Text(json, "method") ?? "GET", Text(json, "url") ?? "")
        {
            Group = Text(json, "atomicityGroup") ?? "",
            DependsOn = json.TryGetProperty("dependsOn", out var on)
                ? [.. on.EnumerateArray().Select(id => id.ToString())]
                : [],
            Headers = headers,
            Body = json.TryGetProperty("body", out var body) ? BytesOf(body, headers) : [],
        };
    }

    // A stream is written as base64 text, or as such a text in an object with a JSON type.
    private static byte[] BytesOf(JsonElement body, List<(string Name, string Value)> headers)
    {
        var isJson = headers
            .Where(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .All(h => h.Value.Contains("json", StringComparison.OrdinalIgnoreCase));
        if (body.ValueKind == JsonValueKind.Null)
            return [];
        return
            !isJson
            && body.ValueKind == JsonValueKind.String
            && body.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : System.Text.Encoding.UTF8.GetBytes(body.GetRawText());
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;
}

/// <summary>What an operation answered.</summary>
internal sealed record BatchAnswer(string? Id, int Status, IHeaderDictionary Headers, byte[] Body)
{
    private static readonly string[] Shown =
    [
        "Location",
        "OData-Version",
        "ETag",
        "Preference-Applied",
        "Retry-After",
    ];

    public string ContentType { get; init; } = "";
    public bool IsFailure => Status >= 400;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteNumber("status", Status);
        json.WriteStartObject("headers");
        if (ContentType.Length > 0)
            json.WriteString("content-type", ContentType);
        foreach (var name in Shown)
            if (Headers.TryGetValue(name, out var value))
                json.WriteString(name.ToLowerInvariant(), value.ToString());
        json.WriteEndObject();
        if (Body.Length > 0)
        {
            json.WritePropertyName("body");
            if (ContentType.Contains("json", StringComparison.Ordinal))
                json.WriteRawValue(Body, skipInputValidation: true);
            else if (ContentType.StartsWith("text/", StringComparison.Ordinal))
                json.WriteStringValue(Body);
            else
                json.WriteBase64StringValue(Body);
        }
        json.WriteEndObject();
    }
}
