using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>
/// Releases, reopens and closes VAT return periods (VDT-05). The ledger is locked meanwhile:
/// nothing is posted into a period between the last look and its closing.
/// </summary>
public sealed class VatPeriodStatus(HandelDatabase database, SetupCache setups)
{
    /// <summary>The problems; null when there is no such period.</summary>
    public async Task<IReadOnlyList<Problem>?> Change(
        int companyNo,
        Guid id,
        VatReturnStatus next,
        CancellationToken ct
    )
    {
        await using var db = database.OpenForWriter(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var state = await LedgerLock.Take(db, ct);
        var setup = await setups.At(db, state.SetupVersion, ct);
        var period = await db
            .VatReturnPeriods.AsTracking()
            .SingleOrDefaultAsync(p => p.Id == id, ct);
        if (period is null)
            return null;
        var rest =
            next == VatReturnStatus.Closed
                ? await new VatReading(db, setup).Rest(period, ct)
                : default;
        var problems = VatPeriods.FindAgainst(period, next, rest).ToList();
        if (problems.Count > 0)
            return problems;
        period.Status = next;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
