using System.Globalization;

namespace Handel.Api.Shell;

/// <summary>Days as a user writes them, here as in the pages.</summary>
internal static class Dates
{
    public static string Of(DateOnly date, CultureInfo language) =>
        date.ToString(
            language.TwoLetterISOLanguageName == "nl" ? "dd-MM-yyyy" : "dd/MM/yyyy",
            CultureInfo.InvariantCulture
        );
}
