using Handel.Data;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;

namespace Handel.App.Journals;

/// <summary>Changes a dimension of a journal line (API-J-6, DIM-12).</summary>
public sealed class JournalLineDimensions(JournalDesk desk)
{
    /// <summary>Why not; empty when it is done, null when the line is gone.</summary>
    public async Task<IReadOnlyList<Problem>?> Change(
        HandelDbContext db,
        Guid lineId,
        DimensionChange change,
        CancellationToken ct = default
    )
    {
        var line = new JournalLineRef(db.CompanyNo, lineId);
        var outcome = await new JournalLines(desk.In(db)).Change(line, [], [change], ct);
        return outcome.IsMissing ? null : outcome.Problems;
    }
}
