using System.Globalization;
using Handel.App.Users;
using Microsoft.AspNetCore.Localization;

namespace Handel.Server.Web;

/// <summary>
/// Messages come in the user's own language, else in the best one of the request. Numbers and
/// dates never follow it: the wire has one form.
/// </summary>
internal static class RequestLanguage
{
    private static readonly CultureInfo[] Spoken = [new("en"), new("nl")];

    public static void UseRequestLanguage(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new(CultureInfo.InvariantCulture, Spoken[0]),
            SupportedCultures = [CultureInfo.InvariantCulture],
            SupportedUICultures = Spoken,
            ApplyCurrentCultureToResponseHeaders = true,
        };
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(OfUser),
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
        ];
        app.UseRequestLocalization(options);
    }

    private static Task<ProviderCultureResult?> OfUser(HttpContext http) =>
        Task.FromResult(
            Caller.From(http.User) is { Language.Length: > 0 } caller
                ? new ProviderCultureResult("", caller.Language)
                : null
        );
}
