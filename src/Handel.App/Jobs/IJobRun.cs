using Handel.Data.Jobs;

namespace Handel.App.Jobs;

/// <summary>
/// What a job came to: how much it went through, and what a person must look at, one to a line.
/// </summary>
public sealed record JobOutcome(long Handled, IReadOnlyList<string> Findings);

/// <summary>How one kind of job is done. May run again after a failure.</summary>
public interface IJobRun
{
    JobKind Kind { get; }

    Task<JobOutcome> Run(Job job, CancellationToken ct);
}
