using Handel.Kernel.Problems;

namespace Handel.Ledgers.Finance;

/// <summary>
/// The dates on which a journal may be posted: its own where it has any, else those of the user or
/// of the company. The first level with a date filled wins entirely (GLD-01).
/// </summary>
/// <param name="Own">Dates of the journal's template.</param>
/// <param name="OwnRecord">Where those are changed.</param>
public sealed record PostingPeriod(PostingDates Own, PostingDates OfUser, RecordRef OwnRecord)
{
    /// <summary>Why a date may not be posted on, or null (GLD-02).</summary>
    public Problem? Against(DateOnly date, CompanySetup setup, RecordRef record)
    {
        var problem = (Own.IsSet ? Own : OfUser).Against(date, setup.Gl, record);
        return problem is null || !Own.IsSet
            ? problem
            : problem with
            {
                MendedAt = OwnRecord,
                Args = new Dictionary<string, string>(problem.Args) { ["source"] = "journal" },
            };
    }
}
