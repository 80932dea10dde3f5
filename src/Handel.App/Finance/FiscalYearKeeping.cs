using System.Globalization;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.YearEnd;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>
/// Makes and closes fiscal years (COM-07). The ledger is locked meanwhile: a posting is of a year
/// that is open, or of one that is closed, and says so (COM-08).
/// </summary>
public sealed class FiscalYearKeeping(HandelDatabase database)
{
    private const int NameMax = 20;

    /// <param name="by">In which company, and who (AUD-06).</param>
    /// <param name="order">Its first day and its periods.</param>
    /// <param name="names">Language in which the periods are named.</param>
    public Task<IReadOnlyList<Problem>> Create(
        (int CompanyNo, string UserName) by,
        NewFiscalYear order,
        CultureInfo names,
        CancellationToken ct
    ) => Change(by, known => FiscalYears.Create(order, known), names, ct);

    public Task<IReadOnlyList<Problem>> Close(
        (int CompanyNo, string UserName) by,
        DateOnly day,
        CancellationToken ct
    ) => Change(by, known => FiscalYears.Close(day, known), CultureInfo.InvariantCulture, ct);

    private async Task<IReadOnlyList<Problem>> Change(
        (int CompanyNo, string UserName) by,
        Func<IReadOnlyList<AccountingPeriod>, FiscalYearPlan> decide,
        CultureInfo names,
        CancellationToken ct
    )
    {
        var companyNo = by.CompanyNo;
        await using var db = database.OpenForWriter(companyNo);
        db.UserName = by.UserName;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LedgerLock.Take(db, ct);
        var known = await db
            .AccountingPeriods.AsTracking()
            .OrderBy(period => period.StartingDate)
            .ToListAsync(ct);
        var plan = decide(known);
        if (plan.Problems.Count > 0)
            return plan.Problems;
        var byStart = known.ToDictionary(period => period.StartingDate);
        foreach (var start in plan.Closed)
            byStart[start].IsClosed = true;
        foreach (var start in plan.Locked)
            byStart[start].IsDateLocked = true;
        db.AddRange(plan.Added.Select((start, at) => Period(companyNo, start, at == 0, names)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    private static AccountingPeriod Period(
        int companyNo,
        DateOnly start,
        bool isFirst,
        CultureInfo names
    )
    {
        var name = start.ToString("MMMM", names);
        return new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            StartingDate = start,
            Name = name[..Math.Min(NameMax, name.Length)],
            IsNewFiscalYear = isFirst,
        };
    }
}
