using System.Globalization;
using System.Text;
using Handel.Data.Dimensions;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>
/// What every account did in some periods, from kept totals in one pass (D6, COA-07). Months are
/// read whole; only those in which a period begins or ends are read by day.
/// </summary>
public static class AccountSumsReader
{
    public static async Task<AccountTotals> Read(
        HandelDbContext db,
        ReportPeriod period,
        CancellationToken ct
    ) => (await Read(db, [period], ct))[0];

    /// <summary>The same of entries with some dimensions only.</summary>
    public static async Task<AccountTotals> Read(
        HandelDbContext db,
        ReportPeriod period,
        IReadOnlyList<DimensionDemand> dimensions,
        CancellationToken ct
    ) => (await Read(db, [period], dimensions, ct))[0];

    /// <summary>One answer per period, in their order.</summary>
    public static Task<IReadOnlyList<AccountTotals>> Read(
        HandelDbContext db,
        IReadOnlyList<ReportPeriod> periods,
        CancellationToken ct
    ) => Read(db, periods, [], ct);

    private static async Task<IReadOnlyList<AccountTotals>> Read(
        HandelDbContext db,
        IReadOnlyList<ReportPeriod> periods,
        IReadOnlyList<DimensionDemand> dimensions,
        CancellationToken ct
    )
    {
        var sums = periods.Select(_ => new Dictionary<string, AccountSums>()).ToList();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await AddTotals(db, (periods, dimensions), sums, ct);
            await LeaveOutClosing(db, (periods, dimensions), sums, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return [.. sums.Select(one => new AccountTotals(one))];
    }

    private static async Task AddTotals(
        HandelDbContext db,
        (IReadOnlyList<ReportPeriod> Periods, IReadOnlyList<DimensionDemand> Dimensions) asked,
        List<Dictionary<string, AccountSums>> sums,
        CancellationToken ct
    )
    {
        var (periods, dimensions) = asked;
        await using var command = Command(db, periods, dimensions);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var account = reader.GetString(0);
            for (var i = 0; i < periods.Count; i++)
                sums[i].Add(account, Sums(reader, 1 + 3 * i));
        }
    }

    // CNV-08: a closing date comes after its day. A period that ends on the day ends before it.
    private static async Task LeaveOutClosing(
        HandelDbContext db,
        (IReadOnlyList<ReportPeriod> Periods, IReadOnlyList<DimensionDemand> Dimensions) asked,
        List<Dictionary<string, AccountSums>> sums,
        CancellationToken ct
    )
    {
        var (periods, dimensions) = asked;
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Parameters.Add(new() { Value = db.CompanyNo });
        command.Parameters.Add(
            new() { Value = periods.Select(period => period.To).Distinct().ToArray() }
        );
        var where = Where(command, dimensions);
        command.CommandText = $"""
            SELECT account_no, posting_date, coalesce(sum(amount) FILTER (WHERE amount > 0), 0),
                coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) FROM gl_entry
            WHERE company_no = $1 AND is_closing AND posting_date = ANY($2) {where}
            GROUP BY account_no, posting_date
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (account, day) = (reader.GetString(0), reader.GetFieldValue<DateOnly>(1));
            var closing = new AccountSums(0m, reader.GetDecimal(2), reader.GetDecimal(3));
            for (var i = 0; i < periods.Count; i++)
                if (periods[i].To == day)
                    sums[i][account] = sums[i][account] - closing;
        }
    }

    private static NpgsqlCommand Command(
        HandelDbContext db,
        IReadOnlyList<ReportPeriod> periods,
        IReadOnlyList<DimensionDemand> dimensions
    )
    {
        var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        var columns = new StringBuilder("account_no");
        command.Parameters.Add(new() { Value = db.CompanyNo });
        command.Parameters.Add(new() { Value = periods.Max(period => period.To) });
        command.Parameters.Add(new() { Value = SplitMonths(periods) });
        foreach (var period in periods)
        {
            var (from, to) = (command.Parameters.Count + 1, command.Parameters.Count + 2);
            command.Parameters.Add(new() { Value = period.From });
            command.Parameters.Add(new() { Value = period.To });
            columns.Append(
                CultureInfo.InvariantCulture,
                $"""
                , sum(debit - credit) FILTER (WHERE day < ${from})
                , sum(debit) FILTER (WHERE day BETWEEN ${from} AND ${to})
                , sum(credit) FILTER (WHERE day BETWEEN ${from} AND ${to})
                """
            );
        }
        var totals = dimensions.Count == 0 ? Totals : ByDay + Where(command, dimensions);
        command.CommandText = $"SELECT {columns} FROM ({totals}) totals GROUP BY account_no";
        return command;
    }

    // Months are not kept by dimension.
    private const string ByDay = """
        SELECT account_no, posting_date AS day, debit, credit FROM gl_day_total
        WHERE company_no = $1 AND posting_date <= $2
        """;

    // The days of a split month are found by the account, which leads their key: hence from its
    // months to its days, and not the other way round.
    private const string Totals = """
        SELECT account_no, month AS day, debit, credit FROM gl_month_total
        WHERE company_no = $1 AND month <= $2 AND month <> ALL ($3)
        UNION ALL
        SELECT m.account_no, d.posting_date, d.debit, d.credit
        FROM gl_month_total m CROSS JOIN LATERAL (
            SELECT posting_date, debit, credit FROM gl_day_total
            WHERE company_no = $1 AND account_no = m.account_no AND posting_date <= $2
            AND posting_date >= m.month AND posting_date < m.month + interval '1 month'
            OFFSET 0
        ) d
        WHERE m.company_no = $1 AND m.month <= $2 AND m.month = ANY ($3)
        """;

    private static DateOnly[] SplitMonths(IReadOnlyList<ReportPeriod> periods) =>
        [
            .. periods
                .SelectMany(period => (DateOnly[])[period.From, NextDay(period.To)])
                .Where(day => day.Day != 1)
                .Select(day => new DateOnly(day.Year, day.Month, 1))
                .Distinct(),
        ];

    private static DateOnly NextDay(DateOnly day) =>
        day == DateOnly.MaxValue ? day : day.AddDays(1);

    private static string Where(NpgsqlCommand command, IReadOnlyList<DimensionDemand> dimensions)
    {
        var where = new StringBuilder();
        foreach (var dimension in dimensions)
        {
            var (code, values) = (command.Parameters.Count + 1, command.Parameters.Count + 2);
            command.Parameters.Add(new() { Value = dimension.DimensionCode });
            command.Parameters.Add(new() { Value = dimension.ValueCodes.ToArray() });
            where.Append(
                CultureInfo.InvariantCulture,
                $"""
                 AND dimension_set_id IN (SELECT set_id FROM dimension_set_entry
                    WHERE company_no = $1 AND dimension_code = ${code}
                        AND value_code = ANY(${values}))
                """
            );
        }
        return where.ToString();
    }

    private static AccountSums Sums(NpgsqlDataReader reader, int at) =>
        new(Amount(reader, at), Amount(reader, at + 1), Amount(reader, at + 2));

    private static decimal Amount(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) ? 0m : reader.GetDecimal(at);
}
