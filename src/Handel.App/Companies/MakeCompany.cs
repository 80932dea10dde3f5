using System.Diagnostics;
using Handel.App.Companies.Demo;
using Handel.App.Documents;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.Data;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies;

/// <summary>A new company as the command line makes it: empty, or with a demo to look at.</summary>
public sealed class MakeCompany(
    HandelDatabase database,
    CreateCompany companies,
    Drafts drafts,
    CompanyWriters writers,
    JournalDesk desk,
    TimeProvider clock
) : IOperation<CompanyCreation>
{
    private const string DemoCountry = "nl";

    public async Task<OperationResult> Run(
        CompanyCreation request,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        if (request.IsOnlyFirst && await HasAny(ct))
            return OperationResult.Done(new { company = request.Name, isCreated = false });
        if (request.HasDemo && request.Country != DemoCountry)
            return new(new { }, ["The demo is a Dutch company: use --country nl."]);
        var company = await companies.Run(request.Name, request.Country, ct);
        if (company is null)
            return new(new { }, [$"There is a company {request.Name} already."]);
        if (request.HasDemo)
            await MakeDemo(company.CompanyNo, progress, ct);
        return OperationResult.Done(
            new
            {
                company = company.Name,
                isCreated = true,
                country = company.CountryCode,
                hasDemo = request.HasDemo,
                seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
            }
        );
    }

    private async Task<bool> HasAny(CancellationToken ct)
    {
        await using var db = database.Open(0);
        return await db.Companies.AnyAsync(ct);
    }

    private async Task MakeDemo(
        int companyNo,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        await using var db = database.Open(companyNo);
        await new DemoCards(db, CountrySet.Of(DemoCountry)!).Make(ct);
        await new DemoDimensions(db).Make(ct);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var world = new DemoWorld(
            companyNo,
            today,
            await db.Parties.OrderBy(party => party.No).ToListAsync(ct),
            await db.Items.OrderBy(item => item.No).ToListAsync(ct)
        );
        var money = new DemoMoney(database, desk, writers, companyNo);
        await new DemoTrade(drafts, writers, money, world).Run(progress, ct);
    }
}
