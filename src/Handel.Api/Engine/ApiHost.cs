using System.Globalization;
using Handel.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine;

/// <summary>What the engine asks of the program around it. Registered once, in DI.</summary>
public sealed class ApiHost
{
    /// <summary>The companies that the caller may enter.</summary>
    public required Func<
        HttpContext,
        CancellationToken,
        ValueTask<IReadOnlyList<ApiCompany>>
    > Companies { get; init; }

    /// <summary>
    /// One of them by its id, when the program knows it without asking; else null.
    /// </summary>
    public Func<HttpContext, Guid, ApiCompany?> KnownCompany { get; init; } = (_, _) => null;

    /// <summary>The sentence of a business problem in the language of the request.</summary>
    public Func<Problem, CultureInfo, string> ProblemText { get; init; } =
        (problem, _) => $"{problem.Code} {problem.Field} {problem.Value}".TrimEnd();

    /// <summary>The property that a problem is about, lines with their address.</summary>
    public Func<Problem, string> ProblemTarget { get; init; } = problem => problem.Field;

    /// <summary>
    /// The wire code of a business problem (A6), for the few that are not dialogs.
    /// </summary>
    public Func<Problem, string> ProblemCode { get; init; } =
        problem =>
            problem.Field.Length > 0
                ? ErrorCode.FieldValidationException
                : ErrorCode.DialogException;

    /// <summary>Whether the caller may do this to this set; false answers 403.</summary>
    public Func<RequestScope, Resource, Operation, ValueTask<bool>> IsAllowed { get; init; } =
        (_, _, _) => ValueTask.FromResult(true);

    /// <summary>
    /// Runs a write of several steps as one transaction; false or an exception from the body undoes
    /// it. Calls nest: inside a transaction the body simply runs.
    /// </summary>
    public Func<RequestScope, Func<Task<bool>>, Task> Transaction { get; init; } =
        (_, body) => body();

    /// <summary>
    /// Runs several requests of a batch as one transaction of their company (API-B-4).
    /// </summary>
    public Func<RequestScope, Func<Task<bool>>, Task> Together { get; init; } = (_, body) => body();

    /// <summary>
    /// Runs a request that has an Idempotency-Key, in one transaction with its answer; a request
    /// that was answered before is not run (API-V-5). Null where keys are not heeded.
    /// </summary>
    public Func<
        RequestScope,
        AskedOnce,
        Func<Task<OnceAnswer>>,
        Task<OnceAnswer>
    >? Once { get; init; }

    /// <summary>The language of a caller who states none.</summary>
    public Func<HttpContext, CultureInfo> DefaultLanguage { get; init; } =
        _ => CultureInfo.GetCultureInfo("en-US");

    public IReadOnlyList<string> Environments { get; init; } = ["PRODUCTION"];
    public ApiLimits Limits { get; init; } = new();
}

/// <summary>What a caller wants to do to a set.</summary>
public enum Operation
{
    Read,
    Insert,
    Update,
    Delete,
    Act,
}

/// <summary>The bounds of A15.</summary>
public sealed record ApiLimits
{
    public int PageRowsMax { get; init; } = 20_000;
    public int ExpandedRowsMax { get; init; } = 20_000;
    public int QueryCharactersMax { get; init; } = 8_099;
    public long BodyBytesMax { get; init; } = 350L * 1024 * 1024;
    public int BatchOperationsMax { get; init; } = 100;
    public int PathDepthMax { get; init; } = 10;
    public int ExpandDepthMax { get; init; } = 5;
    public int InsertDepthMax { get; init; } = 3;
    public int FilterDepthMax { get; init; } = 100;
    public int IdempotencyKeyMax { get; init; } = 128;

    /// <summary>
    /// A larger answer is repeated without its body, as the address of the result.
    /// </summary>
    public int KeptAnswerBytesMax { get; init; } = 4 * 1024 * 1024;
}
