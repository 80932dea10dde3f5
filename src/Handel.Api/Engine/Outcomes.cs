using Handel.Api.Engine.Contract;
using Handel.Kernel.Problems;

namespace Handel.Api.Engine;

/// <summary>What became of a write: the row's key, or why not.</summary>
public sealed record WriteOutcome
{
    public Guid Id { get; private init; }
    public IReadOnlyList<Problem> Problems { get; private init; } = [];
    public ApiFault? Fault { get; private init; }
    public bool IsDone => Fault is null && Problems.Count == 0;

    public static WriteOutcome Done(Guid id) => new() { Id = id };

    public static WriteOutcome Refused(IReadOnlyList<Problem> problems) =>
        new() { Problems = problems };

    public static WriteOutcome Refused(ApiFault fault) => new() { Fault = fault };

    /// <summary>The row is not there (any more): 404.</summary>
    public static WriteOutcome Missing { get; } =
        Refused(new ApiFault(ErrorCode.RecordNotFound, Text.RowNotFound));

    /// <summary>Someone else changed the row meanwhile: 409.</summary>
    public static WriteOutcome Stale { get; } =
        Refused(new ApiFault(ErrorCode.EntityChanged, Text.EntityChanged));

    /// <summary>The key is taken: 409.</summary>
    public static WriteOutcome Duplicate(string field, string value) =>
        Refused(
            new ApiFault(ErrorCode.SameKeyExists, Text.Duplicate, field, value) { Target = field }
        );
}

/// <summary>
/// What became of an action: nothing to say, an entity to look at, a value, or refused.
/// </summary>
public sealed record ActionOutcome
{
    public IReadOnlyList<Problem> Problems { get; private init; } = [];
    public ApiFault? Fault { get; private init; }
    public string LocationSet { get; private init; } = "";
    public Guid LocationId { get; private init; }
    public object? Value { get; private init; }

    /// <summary>
    /// 204 normally; 200 where the contract says so (an order that stays open).
    /// </summary>
    public int Status { get; init; } = 204;

    /// <summary>Answer with the body of the entity at the location.</summary>
    public bool ShowsEntity { get; init; }

    public static ActionOutcome Done { get; } = new();

    /// <summary>Done; the result stands at this set and id.</summary>
    public static ActionOutcome At(string set, Guid id) =>
        new() { LocationSet = set, LocationId = id };

    /// <summary>Done; answers 200 with a value of a complex type.</summary>
    public static ActionOutcome Of(object value) => new() { Value = value, Status = 200 };

    public static ActionOutcome Refused(IReadOnlyList<Problem> problems) =>
        new() { Problems = problems };

    public static ActionOutcome Refused(ApiFault fault) => new() { Fault = fault };
}

/// <summary>A file on its way out.</summary>
public sealed record MediaContent(Stream Content, string ContentType, string FileName = "");

/// <summary>
/// How a stream property is read, written and cleared; what is null is not offered.
/// </summary>
public sealed record MediaHandlers(
    Func<RequestScope, Guid, Task<MediaContent?>> Read,
    Func<RequestScope, Guid, Stream, Task<WriteOutcome>>? Write = null,
    Func<RequestScope, Guid, Task<WriteOutcome>>? Clear = null
);

/// <summary>A bound action: its shape, and what it does to the row with this id.</summary>
public sealed record ResourceAction(
    ActionShape Shape,
    Func<RequestScope, Guid, Given, Task<ActionOutcome>> Run
)
{
    /// <summary>
    /// What it did when it came before under the posting key of the request, or null. Asked before
    /// its row is looked for: a posted order is gone.
    /// </summary>
    public Func<RequestScope, Task<ActionOutcome?>>? Repeated { get; init; }
}
