using System.Globalization;
using System.Resources;

namespace Handel.Pages;

/// <summary>Words for users, from the resources, in one language.</summary>
public sealed class Captions(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(
        "Handel.Pages.Captions",
        typeof(Captions).Assembly
    );

    /// <summary>Languages that have captions; the first is the fallback.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "nl"];

    public string Language => culture.TwoLetterISOLanguageName;

    /// <summary>The caption of a key. A missing one is a mistake of ours, seen at once.</summary>
    public string this[string key] =>
        Resources.GetString(key, culture)
        ?? throw new KeyNotFoundException($"No caption for '{key}'.");

    /// <summary>The first key that has a caption.</summary>
    public string FirstOf(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Resources.GetString(key, culture) is { } caption)
                return caption;
        }
        throw new KeyNotFoundException($"No caption for '{string.Join("', '", keys.ToArray())}'.");
    }

    public static Captions For(string? language) =>
        new(CultureInfo.GetCultureInfo(language is "nl" ? "nl" : "en"));
}
