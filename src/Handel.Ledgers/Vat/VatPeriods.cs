using System.Globalization;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Vat;

/// <summary>What still hangs on a period that is to be closed.</summary>
/// <param name="OpenEntries">VAT entries with a date in it that no settlement has closed.</param>
/// <param name="Difference">LCY by which VAT accounts and VAT entries differ (INV-13).</param>
public readonly record struct PeriodRest(int OpenEntries, decimal Difference);

/// <summary>Rules of VAT return periods: dates, and the way from open to closed (VDT-05).</summary>
public static class VatPeriods
{
    public const string Entity = "taxReturnPeriods";

    /// <summary>A period has days, and none of them belongs to another (INV-41).</summary>
    public static IEnumerable<Problem> FindInDates(
        VatReturnPeriod period,
        IEnumerable<VatReturnPeriod> others
    )
    {
        if (period.StartingDate == default)
            yield return At(ProblemCodes.FieldEmpty, period, "startDate");
        else if (period.EndingDate < period.StartingDate)
            yield return At(ProblemCodes.VatPeriodDates, period, "endDate");
        var other = others.FirstOrDefault(o =>
            o.Id != period.Id
            && o.StartingDate <= period.EndingDate
            && period.StartingDate <= o.EndingDate
        );
        if (other is not null)
            yield return At(ProblemCodes.VatPeriodDates, period, "startDate") with
            {
                Args = new Dictionary<string, string> { ["other"] = other.Description },
            };
    }

    /// <summary>Why a period may not go to another status; empty when it may.</summary>
    public static IEnumerable<Problem> FindAgainst(
        VatReturnPeriod period,
        VatReturnStatus next,
        PeriodRest rest
    )
    {
        var isAllowed = (period.Status, next) switch
        {
            (VatReturnStatus.Open, VatReturnStatus.Released) => true,
            (VatReturnStatus.Released, VatReturnStatus.Open) => true,
            (VatReturnStatus.Open or VatReturnStatus.Released, VatReturnStatus.Closed) => true,
            _ => false,
        };
        if (!isAllowed)
            yield return At(ProblemCodes.VatPeriodStatus, period, "status");
        if (!isAllowed || next != VatReturnStatus.Closed)
            yield break;
        if (rest.OpenEntries > 0)
            yield return At(ProblemCodes.VatPeriodOpen, period, "status") with
            {
                Args = new Dictionary<string, string>
                {
                    ["count"] = rest.OpenEntries.ToString(CultureInfo.InvariantCulture),
                },
            };
        if (rest.Difference != 0m)
            yield return At(ProblemCodes.VatReconciliation, period, "status") with
            {
                MendedAt = new("taxReconciliations", ""),
                Args = new Dictionary<string, string>
                {
                    ["difference"] = rest.Difference.ToString("0.00", CultureInfo.InvariantCulture),
                },
            };
    }

    /// <summary>The period that follows: as many months, or as many days.</summary>
    public static (DateOnly Start, DateOnly End) Next(VatReturnPeriod period)
    {
        var start = period.EndingDate.AddDays(1);
        var isWholeMonths = period.StartingDate.Day == 1 && start.Day == 1;
        if (!isWholeMonths)
            return (start, start.AddDays(Days(period) - 1));
        var months =
            12 * (start.Year - period.StartingDate.Year) + start.Month - period.StartingDate.Month;
        return (start, start.AddMonths(months).AddDays(-1));
    }

    /// <summary>2026-Q1, 2026-03, 2026, or its days where it is none of these.</summary>
    public static string NameOf(DateOnly start, DateOnly end)
    {
        var isWhole = start.Day == 1 && end.AddDays(1).Day == 1;
        var months = 12 * (end.Year - start.Year) + end.Month - start.Month + 1;
        return (isWhole, months, start.Month) switch
        {
            (true, 1, _) => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            (true, 3, 1 or 4 or 7 or 10) => $"{start.Year}-Q{(start.Month + 2) / 3}",
            (true, 12, 1) => $"{start.Year}",
            _ => $"{start:yyyy-MM-dd}..{end:yyyy-MM-dd}",
        };
    }

    private static int Days(VatReturnPeriod period) =>
        period.EndingDate.DayNumber - period.StartingDate.DayNumber + 1;

    private static Problem At(string code, VatReturnPeriod period, string field) =>
        new(code, new RecordRef(Entity, period.Description, 0, period.Id), field);
}
