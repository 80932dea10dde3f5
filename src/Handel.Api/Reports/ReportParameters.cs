using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Reports;

namespace Handel.Api.Reports;

/// <summary>What the filter of a report asks for, checked, with what holds where it says nothing.
/// </summary>
internal static class ReportParameters
{
    public const string DateFilter = "dateFilter";

    /// <summary>From the first of January until today (A18.11).</summary>
    public static ReportPeriod Period(this Pins pins, RequestScope scope, string set)
    {
        var (from, to) = pins.DateRange(DateFilter);
        var end = to ?? (from is { } start && start > scope.Today() ? start : scope.Today());
        return Checked(new(from ?? new DateOnly(end.Year, 1, 1), end), set);
    }

    /// <summary>The month of the last day.</summary>
    public static ReportPeriod Month(this Pins pins, RequestScope scope, string set)
    {
        var (from, to) = pins.DateRange(DateFilter);
        var start = from ?? First(to ?? scope.Today());
        return Checked(new(start, to ?? First(start).AddMonths(1).AddDays(-1)), set);
    }

    /// <summary>A number or code as it is stored.</summary>
    public static string Code(this Pins pins, string name) =>
        (pins.Text(name) ?? "").Trim().ToUpperInvariant();

    public static TEnum Choice<TEnum>(this Pins pins, string name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(pins.Text(name), ignoreCase: true, out var member)
        && Enum.IsDefined(member)
            ? member
            : default;

    /// <summary>A date formula in the letters of the caller's language.</summary>
    public static DateFormula Formula(
        this Pins pins,
        RequestScope scope,
        (string Set, string Name) field,
        string start
    )
    {
        var text = pins.Text(field.Name) is { Length: > 0 } given ? given : start;
        var record = new RecordRef(field.Set, "");
        if (DateFormulaChecks.FindMistyped(text, scope.Language.Name, record, field.Name) is { } no)
            throw Refused(no);
        return DateFormula.TryParse(text, scope.Language.Name, out var formula)
            ? formula
            : throw new InvalidOperationException($"Date formula {text} was found right.");
    }

    public static RefusalException Refused(Problem problem) => new([]) { Problems = [problem] };

    private static ReportPeriod Checked(ReportPeriod period, string set) =>
        period.To < period.From
            ? throw Refused(
                new Problem(
                    ReportCodes.PeriodEnds,
                    new RecordRef(set, ""),
                    DateFilter,
                    $"{period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd}"
                )
            )
            : period;

    private static DateOnly First(DateOnly date) => new(date.Year, date.Month, 1);
}

/// <summary>Pieces of filters that lead from a figure to the entries behind it.</summary>
internal static class EntryFilter
{
    /// <summary>Entries of a period. Empty where there are no accounts to go to.</summary>
    public static string Of(AccountFilter accounts, ReportPeriod period) =>
        Of(accounts, $"postingDate ge {period.From:yyyy-MM-dd} and {Until(period.To)}");

    /// <summary>Entries behind a balance at the end of a day.</summary>
    public static string At(AccountFilter accounts, DateOnly day) => Of(accounts, Until(day));

    /// <summary>Entries behind a balance before a day: closings of the day before too.</summary>
    public static string Before(AccountFilter accounts, DateOnly day) =>
        Of(accounts, $"postingDate lt {day:yyyy-MM-dd}");

    // CNV-08: a closing date comes after its day, so what ends on the day has no closing of it.
    private static string Until(DateOnly day) =>
        $"(postingDate lt {day:yyyy-MM-dd}"
        + $" or (postingDate eq {day:yyyy-MM-dd} and closing eq false))";

    private static string Of(AccountFilter accounts, string dates)
    {
        if (accounts.Ranges.Count == 0)
            return "";
        var parts = accounts.Ranges.Select(Of).ToList();
        return (parts.Count == 1 ? parts[0] : $"({string.Join(" or ", parts)})") + $" and {dates}";
    }

    private static string Of(AccountRange range) =>
        range.From == range.To ? $"accountNumber eq '{Text(range.From)}'"
        : range.To.Length == 0 ? $"accountNumber ge '{Text(range.From)}'"
        : range.From.Length == 0 ? $"accountNumber le '{Text(range.To)}'"
        : $"(accountNumber ge '{Text(range.From)}' and accountNumber le '{Text(range.To)}')";

    public static string Text(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}

/// <summary>Rows that are computed have an id all the same: it tells those of one answer apart.
/// </summary>
internal static class RowId
{
    public static Guid Of(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return new Guid(bytes.AsSpan(0, 16));
    }
}

/// <summary>A column of dates as a user reads it.</summary>
internal static class SpanText
{
    public static string Of(ReportPeriod period, CultureInfo language) =>
        Of(new DateSpan(period.From, period.To), language);

    public static string Of(DateSpan span, CultureInfo language) =>
        (span.From, span.To) switch
        {
            ({ } from, { } to) => $"{Dates.Of(from, language)} – {Dates.Of(to, language)}",
            ({ } from, null) => $"≥ {Dates.Of(from, language)}",
            (null, { } to) => $"≤ {Dates.Of(to, language)}",
            (null, null) => "",
        };
}
