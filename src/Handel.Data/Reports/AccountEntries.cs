using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Reports;

/// <summary>An entry of an account, with the balance after it.</summary>
public sealed record AccountEntry
{
    public int EntryNo { get; init; }
    public int RegisterNo { get; init; }
    public string AccountNo { get; init; } = "";
    public DateOnly PostingDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";
    public string ExternalDocumentNo { get; init; } = "";
    public string Description { get; init; } = "";
    public string SourceCode { get; init; } = "";
    public SourceType SourceType { get; init; }
    public string SourceNo { get; init; } = "";

    /// <summary>LCY; debit positive.</summary>
    public decimal Amount { get; init; }
    public bool IsCorrection { get; init; }

    /// <summary>LCY; the account after this entry, in the order of dates and numbers.</summary>
    public decimal RunningBalance { get; init; }
}

/// <summary>
/// The entries of an account in a period. Where the balance starts is a kept total; from there it
/// runs along the index, so that the first page reads as many entries as it shows.
/// </summary>
public static class AccountEntries
{
    public static IQueryable<AccountEntry> Of(
        HandelDbContext db,
        string accountNo,
        ReportPeriod period
    )
    {
        var month = new DateOnly(period.From.Year, period.From.Month, 1);
        return db.Database.SqlQuery<AccountEntry>(
            $"""
            SELECT entry_no AS "EntryNo", register_no AS "RegisterNo", account_no AS "AccountNo",
                posting_date AS "PostingDate", document_type AS "DocumentType",
                document_no AS "DocumentNo", external_document_no AS "ExternalDocumentNo",
                description AS "Description", source_code AS "SourceCode",
                source_type AS "SourceType", source_no AS "SourceNo", amount AS "Amount",
                is_correction AS "IsCorrection",
                (SELECT coalesce(sum(debit - credit), 0) FROM gl_month_total
                    WHERE company_no = {db.CompanyNo} AND account_no = {accountNo}
                    AND month < {month})
                + (SELECT coalesce(sum(debit - credit), 0) FROM gl_day_total
                    WHERE company_no = {db.CompanyNo} AND account_no = {accountNo}
                    AND posting_date >= {month} AND posting_date < {period.From})
                + sum(amount) OVER (
                    ORDER BY posting_date, entry_no ROWS UNBOUNDED PRECEDING
                ) AS "RunningBalance"
            FROM gl_entry
            WHERE company_no = {db.CompanyNo} AND account_no = {accountNo}
            AND posting_date BETWEEN {period.From} AND {period.To}
            AND NOT (is_closing AND posting_date = {period.To})
            """
        );
    }
}
