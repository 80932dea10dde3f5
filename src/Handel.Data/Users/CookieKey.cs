namespace Handel.Data.Users;

/// <summary>
/// A key that sign-in cookies are sealed with. In the database, so that every server process
/// opens what another one sealed and a restart signs nobody out.
/// </summary>
public sealed class CookieKey
{
    public int Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
