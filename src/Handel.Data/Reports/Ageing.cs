using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>What is asked of the ledger of customers or of vendors (STM-02).</summary>
public sealed record AgeingQuestion(Direction Direction, DateOnly AsOf, AgeingColumns Columns)
{
    public AgeingDate By { get; init; }

    /// <summary>In the currency of the entries; otherwise in LCY.</summary>
    public bool InEntryCurrency { get; init; }

    /// <summary>One customer or vendor; null is everybody.</summary>
    public string? PartyNo { get; init; }
}

/// <summary>What a party owes or is owed, by columns.</summary>
/// <param name="PartyNo">Customer or vendor.</param>
/// <param name="CurrencyCode">Of the amounts; blank is LCY.</param>
/// <param name="Amounts">By column, the youngest first, in the sign of the entries.</param>
public sealed record AgedBalance(
    string PartyNo,
    string CurrencyCode,
    IReadOnlyList<decimal> Amounts
);

/// <summary>An entry that was open on a day.</summary>
public sealed record AgedEntry
{
    public int EntryNo { get; init; }
    public string PartyNo { get; init; } = "";
    public string PartyName { get; init; } = "";
    public DateOnly PostingDate { get; init; }
    public DateOnly DocumentDate { get; init; }
    public DateOnly DueDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";
    public string ExternalDocumentNo { get; init; } = "";
    public string Description { get; init; } = "";
    public string CurrencyCode { get; init; } = "";
    public decimal OriginalAmount { get; init; }

    /// <summary>Currency of the entry, on the day of the report.</summary>
    public decimal RemainingAmount { get; init; }
    public decimal RemainingAmountLcy { get; init; }

    /// <summary>0 is the youngest.</summary>
    public int Column { get; init; }
}

/// <summary>
/// Open items on any past day. What remained then is what remains now less all that has happened
/// since: it reads the open entries and the details after that day, however old the ledger is.
/// </summary>
public static class Ageing
{
    /// <summary>One row per party, and per currency where the question asks so.</summary>
    public static async Task<IReadOnlyList<AgedBalance>> Balances(
        HandelDbContext db,
        AgeingQuestion question,
        CancellationToken ct
    )
    {
        var balances = new List<AgedBalance>();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = (
                (NpgsqlConnection)db.Database.GetDbConnection()
            ).CreateCommand();
            command.CommandText = BalancesSql(question);
            command.Parameters.AddRange(Parameters(db, question));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                balances.Add(
                    new(
                        reader.GetString(0),
                        reader.GetString(1),
                        [
                            .. Enumerable
                                .Range(2, question.Columns.Count)
                                .Select(at => reader.IsDBNull(at) ? 0m : reader.GetDecimal(at)),
                        ]
                    )
                );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return balances;
    }

    private static string BalancesSql(AgeingQuestion question)
    {
        var currency = question.InEntryCurrency ? "e.currency_code" : "''";
        var amount = question.InEntryCurrency ? "amount" : "amount_lcy";
        var date = ColumnOf(question.By);
        var columns = Enumerable
            .Range(0, question.Columns.Count)
            .Select(column => $"sum(amount) FILTER (WHERE {Within(question.Columns, column)})");
        return $"""
            {Later}
            SELECT party_no, currency, {string.Join(", ", columns)}
            FROM (
                SELECT e.party_no, {currency} AS currency, e.{date} AS day,
                    e.remaining_{amount} AS amount
                FROM party_entry e
                WHERE {Open(question)}
                UNION ALL
                SELECT e.party_no, {currency}, e.{date}, -l.{amount}
                FROM later l JOIN party_entry e
                    ON e.company_no = @company AND e.direction = @direction
                    AND e.entry_no = l.entry_no
                WHERE {Known(question)}
            ) parts
            GROUP BY party_no, currency
            """;
    }

    // The database counts its thresholds from the oldest, and from 1.
    private static string Within(AgeingColumns columns, int column)
    {
        var last = columns.Count - 1;
        return column == 0 ? $"day >= @starts[{last}]"
            : column == last ? "day < @starts[1]"
            : $"day >= @starts[{last - column}] AND day < @starts[{last - column + 1}]";
    }

    /// <summary>The entries behind the sums; those with nothing left are not among them.</summary>
    public static IQueryable<AgedEntry> Entries(HandelDbContext db, AgeingQuestion question)
    {
        var sql = $"""
            {Later}
            , sums AS (
                SELECT entry_no, sum(amount) AS amount, sum(amount_lcy) AS amount_lcy
                FROM (
                    SELECT e.entry_no, e.remaining_amount AS amount,
                        e.remaining_amount_lcy AS amount_lcy
                    FROM party_entry e
                    WHERE {Open(question)}
                    UNION ALL
                    SELECT entry_no, -amount, -amount_lcy FROM later
                ) parts
                GROUP BY entry_no
                HAVING sum(amount) <> 0 OR sum(amount_lcy) <> 0
            )
            SELECT e.entry_no AS "EntryNo", e.party_no AS "PartyNo", e.party_name AS "PartyName",
                e.posting_date AS "PostingDate", e.document_date AS "DocumentDate",
                e.due_date AS "DueDate", e.document_type AS "DocumentType",
                e.document_no AS "DocumentNo", e.external_document_no AS "ExternalDocumentNo",
                e.description AS "Description", e.currency_code AS "CurrencyCode",
                e.original_amount AS "OriginalAmount", s.amount AS "RemainingAmount",
                s.amount_lcy AS "RemainingAmountLcy",
                @count - width_bucket(e.{ColumnOf(question.By)}, @starts) AS "Column"
            FROM sums s JOIN party_entry e
                ON e.company_no = @company AND e.direction = @direction AND e.entry_no = s.entry_no
            WHERE {Known(question)}
            """;
        return db.Database.SqlQueryRaw<AgedEntry>(sql, [.. Parameters(db, question)]);
    }

    /// <summary>
    /// What the control accounts of one side say on a day; the report must say the same (STM-04,
    /// INV-08). LCY, debit positive.
    /// </summary>
    public static async Task<decimal> ControlBalance(
        HandelDbContext db,
        Direction direction,
        DateOnly asOf,
        CancellationToken ct
    )
    {
        var accounts = db.Set<Ledgers.Setup.PartyPostingGroup>()
            .Where(group => group.Direction == direction)
            .Select(group => group.ControlAccount);
        return await db
            .GlDayTotals.Where(day => day.PostingDate <= asOf && accounts.Contains(day.AccountNo))
            .SumAsync(day => day.Debit - day.Credit, ct);
    }

    private const string Later = """
        WITH later AS (
            SELECT party_entry_no AS entry_no, sum(amount) AS amount,
                sum(amount_lcy) AS amount_lcy
            FROM party_detail
            WHERE company_no = @company AND direction = @direction AND posting_date > @asof
            GROUP BY party_entry_no
        )
        """;

    private static string Open(AgeingQuestion question) =>
        $"e.company_no = @company AND e.direction = @direction AND e.is_open AND {Known(question)}";

    private static string Known(AgeingQuestion question) =>
        "e.posting_date <= @asof" + (question.PartyNo is null ? "" : " AND e.party_no = @party");

    private static NpgsqlParameter[] Parameters(HandelDbContext db, AgeingQuestion question)
    {
        var parameters = new List<NpgsqlParameter>
        {
            new NpgsqlParameter("company", db.CompanyNo),
            new NpgsqlParameter("direction", (short)question.Direction),
            new NpgsqlParameter("asof", question.AsOf),
            new NpgsqlParameter("count", question.Columns.Count - 1),
            // The database wants its thresholds ascending.
            new NpgsqlParameter("starts", question.Columns.Starts.Reverse().ToArray()),
        };
        if (question.PartyNo is { } party)
            parameters.Add(new NpgsqlParameter("party", party));
        return [.. parameters];
    }

    private static string ColumnOf(AgeingDate by) =>
        by switch
        {
            AgeingDate.DueDate => "due_date",
            AgeingDate.PostingDate => "posting_date",
            AgeingDate.DocumentDate => "document_date",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };
}
