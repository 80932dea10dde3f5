using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>The use cases of VAT returns, for one request.</summary>
internal sealed class TaxReporting(RequestScope scope)
{
    public async Task<IReadOnlyList<VatStatementRow>> Statement(
        (string Template, string Name) statement,
        VatQuestion asked
    )
    {
        var reading = new VatReading(scope.Db(), await Setup());
        var lines = await reading.Lines(statement.Template, statement.Name, scope.Aborted);
        Refuse([.. VatStatementCalculation.FindProblems(lines)]);
        var figures = await reading.Figures(asked, lines, scope.Aborted);
        return VatStatementCalculation.Of(lines, figures);
    }

    public async Task<IReadOnlyList<VatAccountRow>> Reconciliation(VatSpan span) =>
        await new VatReading(scope.Db(), await Setup()).Reconcile(span, scope.Aborted);

    /// <summary>Refused while a document has no number (ICP-01).</summary>
    public async Task<EuSales> EuSales(VatSpan span)
    {
        var list = await new EuSalesReading(scope.Db(), await Setup()).Read(span, scope.Aborted);
        Refuse(list.Problems);
        return list;
    }

    /// <summary>The statement of that name; of a blank one, the first there is.</summary>
    public async Task<VatStatementName?> Find(string name) =>
        await scope
            .Rows<VatStatementName>()
            .Where(n => name == "" || n.Name == name)
            .OrderBy(n => n.TemplateName)
            .ThenBy(n => n.Name)
            .FirstOrDefaultAsync(scope.Aborted);

    public async Task<CompanySetup> Setup()
    {
        var state = await LedgerLock.Read(scope.Db(), scope.Aborted);
        return await scope.Get<SetupCache>().At(scope.Db(), state.SetupVersion, scope.Aborted);
    }

    private static void Refuse(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
            throw new RefusalException([]) { Problems = problems };
    }
}
