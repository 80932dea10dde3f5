namespace Handel.Data.Jobs;

/// <summary>What a job does. Numbers are stored.</summary>
public enum JobKind
{
    /// <summary>Proves the books of the company (finance 29).</summary>
    VerifyBooks = 1,
}

/// <summary>How far a job is. Numbers are stored.</summary>
public enum JobStatus
{
    Waiting = 0,
    Running = 1,
    Done = 2,

    /// <summary>Failed as often as it may; waits for a person.</summary>
    Failed = 3,
}

/// <summary>
/// Work that is done outside a request, by whichever server takes it first (D12). It is taken for
/// a while: when the server that took it is gone, another one takes it again.
/// </summary>
public sealed class Job
{
    public const int AttemptsMax = 5;
    public const int ErrorLengthMax = 1000;
    public const int ReportLengthMax = 8000;

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public JobKind Kind { get; set; }
    public JobStatus Status { get; set; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Until then nobody else takes it.</summary>
    public DateTimeOffset? TakenUntil { get; set; }

    /// <summary>How many things it went through: entries, documents.</summary>
    public long HandledCount { get; set; }

    /// <summary>How many things a person must look at.</summary>
    public int FindingCount { get; set; }

    /// <summary>The findings, one to a line, in the language of the company.</summary>
    public string Report { get; set; } = "";

    /// <summary>Why the last attempt failed.</summary>
    public string LastError { get; set; } = "";

    /// <summary>Who asked for it; blank when the schedule did.</summary>
    public string UserName { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public static Job Of(int companyNo, JobKind kind, DateTimeOffset dueAt) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Kind = kind,
            DueAt = dueAt,
        };

    /// <summary>
    /// What is left to do after an attempt failed: again after 1, 5, 25 and 125 minutes, then by a
    /// person.
    /// </summary>
    public void Fail(string error, DateTimeOffset now)
    {
        LastError = error.Length > ErrorLengthMax ? error[..ErrorLengthMax] : error;
        EndedAt = now;
        TakenUntil = null;
        if (Attempts >= AttemptsMax)
        {
            Status = JobStatus.Failed;
            return;
        }
        Status = JobStatus.Waiting;
        DueAt = now.AddMinutes(Math.Pow(PauseFactor, Attempts - 1));
    }

    private const double PauseFactor = 5;
}
