using Handel.Api.Engine;

namespace Handel.Api.Shell;

internal static class Blanks
{
    /// <summary>Properties of the contract that Handel keeps nothing for.</summary>
    public static Resource<TRow> BlankRest<TRow>(this Resource<TRow> resource) =>
        new FieldBag<TRow>(resource).Rest();
}
