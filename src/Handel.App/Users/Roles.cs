namespace Handel.App.Users;

/// <summary>The names of the roles; what each may do is said by permission sets.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Bookkeeper = "bookkeeper";
    public const string Clerk = "clerk";
    public const string Reader = "reader";

    public static IReadOnlyList<string> All { get; } = [Administrator, Bookkeeper, Clerk, Reader];
}
