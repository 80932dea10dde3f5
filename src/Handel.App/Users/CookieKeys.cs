using System.Xml.Linq;
using Handel.Data.Users;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.App.Users;

/// <summary>Keeps the keys of sign-in cookies in the database.</summary>
internal sealed class CookieKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<UsersDbContext>();
        return [.. database.CookieKeys.AsNoTracking().ToList().Select(k => XElement.Parse(k.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<UsersDbContext>();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        database.CookieKeys.Add(new() { FriendlyName = friendlyName, Xml = xml });
        database.SaveChanges();
    }
}
