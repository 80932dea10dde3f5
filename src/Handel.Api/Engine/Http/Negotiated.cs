using System.Globalization;
using Handel.Api.Engine.Query;
using Handel.Api.Engine.Wire;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>
/// What the headers ask for: JSON flavour, page size, return preference, language.
/// </summary>
internal sealed record Negotiated
{
    private const string SheetFormat = "xlsx";

    public MetadataLevel Level { get; init; }
    public bool WritesLongsAsText { get; init; }
    public int? PageSize { get; init; }
    public bool IsMinimal { get; init; }

    /// <summary>Rows as a workbook and not as JSON.</summary>
    public bool IsSheet { get; init; }

    public string ContentType =>
        $"application/json; odata.metadata={Level.ToString().ToLowerInvariant()}; "
        + "odata.streaming=true";

    public static Negotiated Read(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        var format = QueryOptions
            .Pairs(request.QueryString.Value ?? "")
            .FirstOrDefault(pair => pair.Name.TrimStart('$') == "format")
            .Value;
        var wanted = format ?? accept;
        var prefer = request.Headers["Prefer"].ToString();
        return new()
        {
            Level = LevelOf(wanted),
            IsSheet = format == SheetFormat,
            WritesLongsAsText = accept.Contains(
                "IEEE754Compatible=true",
                StringComparison.OrdinalIgnoreCase
            ),
            PageSize = PageSizeOf(prefer),
            IsMinimal =
                prefer.Contains("return=minimal", StringComparison.OrdinalIgnoreCase)
                || prefer.Contains("return-no-content", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>
    /// An Accept header that truly excludes JSON is refused with 406 (API-W-1).
    /// </summary>
    public static bool ExcludesJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Length > 0
            && !request.QueryString.Value!.Contains("format=", StringComparison.OrdinalIgnoreCase)
            && !accept
                .Split(',')
                .Select(range => range.Split(';')[0].Trim())
                .Any(range =>
                    range is "*/*" or "application/*" or "application/json" or "text/html"
                );
    }

    /// <summary>The first supported language of Accept-Language (A14).</summary>
    public static CultureInfo? LanguageOf(HttpRequest request)
    {
        foreach (var range in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            var tag = range.Split(';')[0].Trim();
            if (tag.StartsWith("nl", StringComparison.OrdinalIgnoreCase))
                return CultureInfo.GetCultureInfo("nl-NL");
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return CultureInfo.GetCultureInfo("en-US");
        }
        return null;
    }

    private static MetadataLevel LevelOf(string text) =>
        text.Contains("metadata=none", StringComparison.OrdinalIgnoreCase) ? MetadataLevel.None
        : text.Contains("metadata=full", StringComparison.OrdinalIgnoreCase) ? MetadataLevel.Full
        : MetadataLevel.Minimal;

    private static int? PageSizeOf(string prefer)
    {
        const string Name = "maxpagesize=";
        var at = prefer.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var digits = prefer[(at + Name.Length)..].TrimStart('"');
        var length = digits.TakeWhile(char.IsAsciiDigit).Count();
        return
            int.TryParse(digits[..length], CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : null;
    }
}
