using System.Data.Common;

namespace Handel.Api.Engine.Http;

/// <summary>
/// Two requests got in each other's way and the database let one of them go: nothing of it was
/// done, and the same request succeeds when it comes again.
/// </summary>
internal static class Collision
{
    /// <summary>Long enough for the other one to finish.</summary>
    public const string RetrySeconds = "1";

    private const string SerializationFailure = "40001";
    private const string Deadlock = "40P01";

    // What calls the database wraps its failures, sometimes twice.
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException!)
            if (cause is DbException { SqlState: SerializationFailure or Deadlock })
                return true;
        return false;
    }
}
