using System.Xml.Linq;
using Handel.Data.Users;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Handel.App.Users;

/// <summary>
/// Keeps the keys of sign-in cookies in the database. Read while the server starts, so without
/// the model of the accounts.
/// </summary>
internal sealed class CookieKeys(string connectionString) : IXmlRepository
{
    private const string Table = $"{UsersDbContext.Schema}.cookie_key";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var find = new NpgsqlCommand($"select \"Xml\" from {Table}", connection);
        using var rows = find.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var add = new NpgsqlCommand(
            $"insert into {Table} (\"FriendlyName\", \"Xml\") values ($1, $2)",
            connection
        );
        add.Parameters.Add(new() { Value = friendlyName });
        add.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        add.ExecuteNonQuery();
    }
}
