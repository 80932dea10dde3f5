using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Handel.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Jobs;

/// <summary>Proves the books of one company while others go on posting.</summary>
public sealed class VerifyBooksJob(HandelDatabase database) : IJobRun
{
    public JobKind Kind => JobKind.VerifyBooks;

    public async Task<JobOutcome> Run(Job job, CancellationToken ct)
    {
        await using var all = database.Open(0);
        var name = await all
            .Companies.Where(company => company.CompanyNo == job.CompanyNo)
            .Select(company => company.Name)
            .SingleAsync(ct);
        var progress = new Progress<OperationProgress>();
        var verdict = await new VerifyBooks(database).Verify(name, progress, ct);
        return new(verdict.Entries, [.. verdict.Findings.Select(finding => finding.ToString())]);
    }
}
