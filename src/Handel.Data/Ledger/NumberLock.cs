using Handel.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Ledger;

/// <summary>
/// Holds the series that posted documents are numbered from until the transaction ends, because a
/// company may number its drafts from the same ones (NUM-06).
/// </summary>
public static class NumberLock
{
    public static Task Take(HandelDbContext db, CompanySetup setup, CancellationToken ct)
    {
        var codes = setup
            .Trade.Values.SelectMany(trade =>
                new[]
                {
                    trade.PostedDeliveryNos,
                    trade.PostedReturnDeliveryNos,
                    trade.PostedInvoiceNos,
                    trade.PostedCreditMemoNos,
                }
            )
            .ToArray();
        return Take(db, codes, ct);
    }

    public static Task Take(HandelDbContext db, string[] seriesCodes, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM number_series_line
            WHERE company_no = {db.CompanyNo} AND series_code = ANY({seriesCodes})
            ORDER BY series_code, line_no FOR UPDATE
            """,
            ct
        );
}
