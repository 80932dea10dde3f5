using Handel.Data.Bulk;
using Handel.Kernel.Numbering;

namespace Handel.Data.Ledger;

/// <summary>
/// Holds number series until the transaction ends: whoever draws a number holds its series. The
/// ledger writer does too, because a company may number its drafts from the series of its posted
/// documents (NUM-06).
/// </summary>
public static class NumberLock
{
    /// <summary>Takes the series in one order, so that two never wait in a circle.</summary>
    public static void Take(RoundTrip trip, string[] seriesCodes) =>
        trip.Rows<NumberSeriesLine>(
            $"series_code = ANY({seriesCodes}) ORDER BY series_code, line_no FOR UPDATE"
        );
}
