using Handel.Api.Engine.Query;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>The If-Match header (A5): a list of tags, or a star.</summary>
internal static class IfMatch
{
    /// <summary>
    /// The version that the caller has seen; null for a star or an absent header.
    /// </summary>
    public static string? Check(ApiRequest request, string? current, bool isRequired)
    {
        var header = request.Http.Request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0)
            return isRequired ? throw Bad() : null;
        if (header == "*")
            return null;
        var versions = header.Split(',').Select(tag => ETag.VersionIn(tag) ?? throw Bad()).ToList();
        if (current is null)
            return null;
        var version = ETag.VersionIn(current)!;
        if (versions.Contains(version))
            return version;
        request.Response.Headers.ETag = current;
        throw new RefusalException([
            new ApiFault(ErrorCode.EntityChanged, Text.EntityChanged) { Target = "@odata.etag" },
        ]);
    }

    private static RefusalException Bad() => new(ErrorCode.InvalidToken, Text.IfMatch);
}
