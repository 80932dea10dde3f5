using Handel.Ledgers.Inventory;

namespace Handel.App.Operations;

/// <summary>
/// What a command of the command line does. A command is offered as soon as an operation for its
/// request is registered.
/// </summary>
public interface IOperation<in TRequest>
{
    Task<OperationResult> Run(
        TRequest request,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    );
}

/// <summary>How far a named step is; a total of zero means that nobody knows the end.</summary>
public readonly record struct OperationProgress(string Step, long Done, long Total);

/// <summary>
/// The summary is what is printed: properties as lines, or as one JSON document. Findings are
/// what a person must look at; they make the command end with code 1.
/// </summary>
public sealed record OperationResult(object Summary, IReadOnlyList<string> Findings)
{
    public static OperationResult Done(object summary) => new(summary, []);
}

/// <summary>Nothing is made when IsOnlyFirst is set and any company exists.</summary>
public sealed record CompanyCreation(string Name, string Country, bool HasDemo, bool IsOnlyFirst);

/// <summary>A null company means the one that the kind of file makes.</summary>
public sealed record FileImport(string Kind, string File, string? Company)
{
    /// <summary>File to list what was not taken in, with reasons; null writes none.</summary>
    public string? Report { get; init; }

    /// <summary>How the items that the import makes are costed; null is the usual way.</summary>
    public CostingMethod? Costing { get; init; }
}

/// <summary>A null company means every company.</summary>
public sealed record BooksVerification(string? Company);

/// <summary>A null name means every benchmark.</summary>
public sealed record Benchmark(string? Name, string? Company);
