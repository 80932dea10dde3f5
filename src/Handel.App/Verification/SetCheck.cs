using Handel.Kernel;
using Npgsql;

namespace Handel.App.Verification;

/// <summary>
/// An invariant as a query for what breaks it: entry number (or null) and document, in any order.
/// <c>@company</c> is the company; a query with <c>@direction</c> runs for each side.
/// </summary>
internal sealed record SetCheck(string Invariant, string Text, string Table, string Sql)
{
    private const string CompanyName = "company";
    private const string DirectionName = "direction";

    private bool HasSides => Sql.Contains($"@{DirectionName}", StringComparison.Ordinal);

    public async Task Run(
        NpgsqlConnection connection,
        int companyNo,
        Findings findings,
        CancellationToken ct
    )
    {
        if (!HasSides)
        {
            await Run(connection, Parameters(companyNo), (Table, findings), ct);
            return;
        }
        foreach (var side in Enum.GetValues<Direction>())
        {
            NpgsqlParameter[] parameters =
            [
                .. Parameters(companyNo),
                new(DirectionName, (short)side),
            ];
            var name = BooksReading.NameOf(Table, side);
            await Run(connection, parameters, (name, findings), ct);
        }
    }

    private static NpgsqlParameter[] Parameters(int companyNo) => [new(CompanyName, companyNo)];

    private async Task Run(
        NpgsqlConnection connection,
        NpgsqlParameter[] parameters,
        (string Table, Findings Findings) to,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT entry_no::int, document::text, count(*) OVER ()
            FROM ({Sql}) AS broken (entry_no, document)
            ORDER BY entry_no NULLS LAST, document LIMIT 1
            """,
            connection
        );
        command.CommandTimeout = 0;
        command.Parameters.AddRange(parameters);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return;
        int? entryNo = await row.IsDBNullAsync(0, ct) ? null : row.GetInt32(0);
        var document = await row.IsDBNullAsync(1, ct) ? "" : row.GetString(1);
        to.Findings.Add(new(Invariant, Text), new(to.Table, entryNo, document), row.GetInt64(2));
    }
}
