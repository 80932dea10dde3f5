using Handel.Kernel.Problems;

namespace Handel.Api.Engine.Http;

/// <summary>
/// Turns the outcome of a use case into the refusal that the endpoint answers with.
/// </summary>
internal static class Refusals
{
    public static void Throw(ApiFault? fault, IReadOnlyList<Problem> problems, string prefix = "")
    {
        if (fault is not null || problems.Count > 0)
            throw new RefusalException(fault is null ? [] : [fault])
            {
                Problems = problems,
                TargetPrefix = prefix,
            };
    }
}
