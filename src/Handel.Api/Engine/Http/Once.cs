using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Handel.Api.Engine.Http;

/// <summary>
/// A POST with an Idempotency-Key: done once and answered the same, however often it comes
/// (API-V-5). A refusal leaves the key free: nothing was done.
/// </summary>
internal static class Once
{
    public const string Header = "Idempotency-Key";
    private const string Replayed = "Idempotency-Replayed";
    private static readonly string[] Kept =
    [
        "Location",
        "ETag",
        "OData-EntityId",
        "Preference-Applied",
    ];

    public static bool IsAsked(ApiRequest request) =>
        HttpMethods.IsPost(request.Http.Request.Method)
        && request.Host.Once is not null
        && request.Scope.CompanyOrNone is not null
        && request.Http.Request.Headers.ContainsKey(Header);

    public static async Task Run(ApiRequest request, Func<Task> dispatch)
    {
        var key = request.Http.Request.Headers[Header].ToString().Trim();
        var keyMax = request.Host.Limits.IdempotencyKeyMax;
        if (key.Length == 0 || key.Length > keyMax)
            throw new RefusalException(ErrorCode.BadRequest, Text.BadIdempotencyKey, keyMax);
        var asked = new AskedOnce(key, await HashOf(request));
        var isFresh = false;
        var answer = await request.Host.Once!(
            request.Scope,
            asked,
            async () =>
            {
                isFresh = true;
                return await Capture(request, dispatch);
            }
        );
        if (!isFresh)
            request.Response.Headers[Replayed] = "true";
        await Write(request, answer);
    }

    /// <summary>The key that an operation has from the batch around it.</summary>
    public static string KeyInBatch(string batchKey, int operation) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{operation} {batchKey}"))
        );

    // The body is read for the hash, and handed on as it was.
    private static async Task<byte[]> HashOf(ApiRequest request)
    {
        var http = request.Http.Request;
        var body = new MemoryStream();
        await http.Body.CopyToAsync(body, request.Scope.Aborted);
        body.Position = 0;
        http.Body = body;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = $"{http.Method} {request.Route.Path} {request.Path} {http.QueryString}\n";
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return hash.GetHashAndReset();
    }

    private static async Task<OnceAnswer> Capture(ApiRequest request, Func<Task> dispatch)
    {
        var features = request.Http.Features;
        var outside = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await dispatch();
            await request.Response.BodyWriter.FlushAsync(request.Scope.Aborted);
        }
        finally
        {
            features.Set(outside);
        }
        return new(request.Response.StatusCode, request.Response.ContentType ?? "", body.ToArray())
        {
            Headers = HeadersOf(request.Response),
            IsTooLarge = body.Length > request.Host.Limits.KeptAnswerBytesMax,
        };
    }

    private static List<(string Name, string Value)> HeadersOf(HttpResponse response) =>
        [
            .. Kept.Where(response.Headers.ContainsKey)
                .Select(name => (name, response.Headers[name].ToString())),
        ];

    private static async Task Write(ApiRequest request, OnceAnswer answer)
    {
        var response = request.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.ContentType.Length > 0)
            response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0)
            await response.Body.WriteAsync(answer.Body, request.Scope.Aborted);
    }
}
