using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>Whose statement, and of which days (STM-01).</summary>
public sealed record StatementQuestion(Direction Direction, string PartyNo, ReportPeriod Period);

/// <summary>
/// Balances of a party in one currency; blank is LCY. In the sign of its entries.
/// </summary>
public sealed record CurrencyBalance(string CurrencyCode, decimal Opening, decimal Closing);

/// <summary>
/// Something that changed what is owed: an entry, or what was taken off it later (ENT-10).
/// </summary>
public sealed record StatementChange
{
    public DateOnly PostingDate { get; init; }
    public int DetailNo { get; init; }

    /// <summary>0 where it is no entry of its own.</summary>
    public int EntryNo { get; init; }
    public PartyDetailType Type { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";
    public string Description { get; init; } = "";
    public DateOnly? DueDate { get; init; }
    public string CurrencyCode { get; init; } = "";
    public decimal Amount { get; init; }

    /// <summary>Of an entry, on the last day of the statement.</summary>
    public decimal RemainingAmount { get; init; }
}

/// <summary>A customer's or vendor's account over a period.</summary>
public static class PartyStatements
{
    /// <summary>One row for each currency that the party has entries in.</summary>
    public static async Task<IReadOnlyList<CurrencyBalance>> Balances(
        HandelDbContext db,
        StatementQuestion question,
        CancellationToken ct
    ) =>
        await db
            .Database.SqlQueryRaw<CurrencyBalance>(
                """
                SELECT e.currency_code AS "CurrencyCode",
                    coalesce(sum(d.amount) FILTER (WHERE d.posting_date < @from), 0) AS "Opening",
                    coalesce(sum(d.amount), 0) AS "Closing"
                FROM party_entry e JOIN party_detail d
                    ON d.company_no = @company AND d.direction = @direction
                    AND d.party_entry_no = e.entry_no
                WHERE e.company_no = @company AND e.direction = @direction
                AND e.party_no = @party AND e.posting_date <= @to AND d.posting_date <= @to
                GROUP BY e.currency_code
                """,
                Parameters(db, question)
            )
            .ToListAsync(ct);

    /// <summary>
    /// In the order of dates. Applications of one entry to another cancel out and are not told,
    /// but for those that move a balance to another currency.
    /// </summary>
    public static async Task<IReadOnlyList<StatementChange>> Changes(
        HandelDbContext db,
        StatementQuestion question,
        int rowsMax,
        CancellationToken ct
    ) =>
        await db
            .Database.SqlQueryRaw<StatementChange>(ChangesSql, Parameters(db, question))
            .OrderBy(change => change.PostingDate)
            .ThenBy(change => change.DetailNo)
            .Take(rowsMax)
            .ToListAsync(ct);

    private static readonly string ChangesSql = $"""
        WITH entries AS (
            SELECT * FROM party_entry
            WHERE company_no = @company AND direction = @direction AND party_no = @party
            AND posting_date <= @to
        )
        SELECT e.posting_date AS "PostingDate", d.entry_no AS "DetailNo", e.entry_no AS "EntryNo",
            d.type AS "Type", e.document_type AS "DocumentType", e.document_no AS "DocumentNo",
            e.description AS "Description", e.due_date AS "DueDate",
            e.currency_code AS "CurrencyCode", d.amount AS "Amount",
            (SELECT sum(r.amount) FROM party_detail r
                WHERE r.company_no = @company AND r.direction = @direction
                AND r.party_entry_no = e.entry_no AND r.posting_date <= @to) AS "RemainingAmount"
        FROM entries e JOIN party_detail d
            ON d.company_no = @company AND d.direction = @direction
            AND d.party_entry_no = e.entry_no
        WHERE d.type = {(short)PartyDetailType.InitialEntry}
        AND d.posting_date BETWEEN @from AND @to
        UNION ALL
        SELECT d.posting_date, min(d.entry_no), 0, d.type, d.document_type, d.document_no, '',
            NULL, e.currency_code, sum(d.amount), 0
        FROM entries e JOIN party_detail d
            ON d.company_no = @company AND d.direction = @direction
            AND d.party_entry_no = e.entry_no
        WHERE d.type <> {(short)PartyDetailType.InitialEntry}
        AND d.posting_date BETWEEN @from AND @to
        GROUP BY d.register_no, d.posting_date, d.type, d.document_type, d.document_no,
            e.currency_code
        HAVING sum(d.amount) <> 0
        """;

    private static object[] Parameters(HandelDbContext db, StatementQuestion question) =>
        [
            new NpgsqlParameter("company", db.CompanyNo),
            new NpgsqlParameter("direction", (short)question.Direction),
            new NpgsqlParameter("party", question.PartyNo),
            new NpgsqlParameter("from", question.Period.From),
            new NpgsqlParameter("to", question.Period.To),
        ];
}
