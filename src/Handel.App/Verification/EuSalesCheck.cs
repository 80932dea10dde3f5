using Handel.App.Finance;
using Handel.Data;
using Handel.Ledgers;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Verification;

/// <summary>
/// What is declared as supplied to other countries of the union is what its box of the VAT return
/// says, exactly, for every period that was handed in (INV-44).
/// </summary>
internal sealed class EuSalesCheck(HandelDbContext db, CompanySetup setup, Findings findings)
{
    private const string Table = "vat_return_period";

    private static readonly Rule Differs = new("INV-44", "EuSalesBox");

    public async Task Run(CancellationToken ct)
    {
        var periods = await db.Set<VatReturnPeriod>()
            .AsNoTracking()
            .Where(period => period.Status != VatReturnStatus.Open)
            .OrderBy(period => period.StartingDate)
            .ToListAsync(ct);
        if (periods.Count == 0)
            return;
        var names = await db.Set<VatStatementName>()
            .AsNoTracking()
            .OrderBy(name => name.TemplateName)
            .ThenBy(name => name.Name)
            .ToListAsync(ct);
        foreach (var period in periods)
        {
            var name = names.Find(one =>
                period.StatementName is "" || one.Name == period.StatementName
            );
            if (name is { EuSalesBoxNo.Length: > 0 } && await IsOff(period, name, ct))
                findings.Add(Differs, Table, null, period.Description);
        }
    }

    private async Task<bool> IsOff(
        VatReturnPeriod period,
        VatStatementName name,
        CancellationToken ct
    )
    {
        var reading = new VatReading(db, setup);
        var lines = await reading.Lines(name.TemplateName, name.Name, ct);
        // A statement with a mistake in it has no boxes to compare.
        if (VatStatementCalculation.FindProblems(lines).Any())
            return false;
        var figures = await reading.Figures(VatQuestion.Of(period), lines, ct);
        var box = VatStatementCalculation
            .Of(lines, figures)
            .Where(row => row.Line.BoxNo == name.EuSalesBoxNo)
            .Sum(row => row.Amount);
        var listed = await new EuSalesReading(db, setup)
            .Entries(new(period.StartingDate, period.EndingDate))
            .SumAsync(entry => entry.Base, ct);
        return box != -listed;
    }
}
