using System.Globalization;
using System.Text;
using Handel.Data.Dimensions;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>
/// What every account did in some periods, from the kept day totals in one pass (D6, COA-07).
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
            await using var command = Command(db, periods, dimensions);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var account = reader.GetString(0);
                for (var i = 0; i < periods.Count; i++)
                    sums[i].Add(account, Sums(reader, 1 + 3 * i));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return [.. sums.Select(one => new AccountTotals(one))];
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
        foreach (var period in periods)
        {
            var (from, to) = (command.Parameters.Count + 1, command.Parameters.Count + 2);
            command.Parameters.Add(new() { Value = period.From });
            command.Parameters.Add(new() { Value = period.To });
            columns.Append(
                CultureInfo.InvariantCulture,
                $"""
                , sum(debit - credit) FILTER (WHERE posting_date < ${from})
                , sum(debit) FILTER (WHERE posting_date BETWEEN ${from} AND ${to})
                , sum(credit) FILTER (WHERE posting_date BETWEEN ${from} AND ${to})
                """
            );
        }
        command.CommandText =
            $"SELECT {columns} FROM gl_day_total"
            + $" WHERE company_no = $1 AND posting_date <= $2 {Where(command, dimensions)}"
            + " GROUP BY account_no";
        return command;
    }

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
                    WHERE company_no = $1 AND dimension_code = ${code} AND value_code = ANY(${values}))
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
