using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Npgsql;

namespace Handel.App.Verification;

/// <summary>
/// Gapless series without gaps (INV-20): the posted documents of a series carry every number from
/// the first to the last one used, and none beyond it.
/// </summary>
internal sealed class NumberGaps(
    NpgsqlConnection connection,
    IReadOnlyList<NumberSeries> series,
    Findings findings
)
{
    private const string Table = "trade_document";

    private static readonly Rule Gap = new("INV-20", "NumberMissing");
    private static readonly Rule Beyond = new("INV-20", "NumberBeyond");

    public async Task Run(IEnumerable<TradeSetup> setups, CancellationToken ct)
    {
        var uses =
            from setup in setups
            from use in UsesOf(setup)
            group use.Kind by (setup.CompanyNo, setup.Direction, use.SeriesCode);
        foreach (var use in uses)
        {
            var lines = series
                .Where(s => s.Code == use.Key.SeriesCode)
                .SelectMany(s => s.Lines)
                .Where(line => line.Implementation == NumberImplementation.Gapless);
            foreach (var line in lines)
                await Check(line, use.Key.Direction, [.. use.Select(kind => (short)kind)], ct);
        }
    }

    internal static IEnumerable<(string SeriesCode, DocumentKind Kind)> UsesOf(TradeSetup setup) =>
        [
            (setup.PostedDeliveryNos, DocumentKind.Delivery),
            (setup.PostedReturnDeliveryNos, DocumentKind.ReturnDelivery),
            (setup.PostedInvoiceNos, DocumentKind.Invoice),
            (setup.PostedCreditMemoNos, DocumentKind.CreditMemo),
        ];

    private async Task Check(
        NumberSeriesLine line,
        Direction direction,
        short[] kinds,
        CancellationToken ct
    )
    {
        if (NumberText.Split(line.StartingNo) is not { } start)
            return;
        var expected = line.StartingNo;
        await foreach (var no in Posted(line.CompanyNo, direction, kinds, ct))
        {
            if (NumberText.Split(no) is not { } text || !text.IsAlike(start))
                continue;
            if (line.LastNoUsed.Length == 0 || NumberText.Compare(no, line.LastNoUsed) > 0)
                findings.Add(Beyond, Table, null, no);
            else if (NumberText.Compare(no, expected) > 0)
                findings.Add(Gap, Table, null, expected);
            if (NumberText.Compare(no, expected) >= 0)
                expected = NumberText.Increment(no, line.IncrementBy) ?? no;
        }
        var isShort = line.LastNoUsed.Length > 0;
        if (isShort && NumberText.Compare(expected, line.LastNoUsed) <= 0)
            findings.Add(Gap, Table, null, expected);
    }

    private async IAsyncEnumerable<string> Posted(
        int companyNo,
        Direction direction,
        short[] kinds,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT no FROM trade_document WHERE company_no = $1 AND direction = $2
                AND is_posted AND kind = ANY($3) ORDER BY length(no), no COLLATE "C"
            """,
            connection
        );
        command.Parameters.Add(new() { Value = companyNo });
        command.Parameters.Add(new() { Value = (short)direction });
        command.Parameters.Add(new() { Value = kinds });
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            yield return row.GetString(0);
    }
}
