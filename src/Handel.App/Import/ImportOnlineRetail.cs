using System.Diagnostics;
using Handel.App.Companies;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Exchange.OnlineRetail;
using Handel.Kernel;
using Handel.Ledgers.Setup;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Import;

/// <summary>
/// Makes a GBP company of the wholesaler's file: cards, opening stock, then every document in the
/// order of the file. What is posted already is skipped, so that it can be started again after
/// whatever stopped it.
/// </summary>
public sealed class ImportOnlineRetail(
    HandelDatabase database,
    CreateCompany companies,
    SetupCache setups,
    CompanyWriters writers
) : IOperation<FileImport>
{
    public const string Kind = "online-retail";
    private const string NameDefault = "Online Retail";
    private const string LcyCode = "GBP";

    /// <summary>Lines of one opening purchase.</summary>
    private const int OpeningLinesMax = 100;

    /// <summary>Refused lines in the summary; the report has them all.</summary>
    private const int RefusedShownMax = 100;

    public async Task<OperationResult> Run(
        FileImport request,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var clock = Stopwatch.StartNew();
        if (await RetailFile.Read(request.File, ct) is not { } file)
            return Unfit($"{request.File} does not begin with {RetailReader.Header}");
        var company = await Company(request.Company ?? NameDefault, ct);
        await using var db = database.Open(company.CompanyNo);
        var setup = await setups.At(db, (await LedgerLock.Read(db, ct)).SetupVersion, ct);
        if (setup.Gl.LcyCode != LcyCode)
            return Unfit($"{company.Name} keeps its books in {setup.Gl.LcyCode}, not {LcyCode}");

        var items = RetailMasters.Items(file.Documents);
        var cards = new RetailCards(db, request.Costing ?? setup.Inventory.DefaultCostingMethod);
        await cards.Make(items, RetailMasters.Customers(file.Documents), ct);
        var poster = new RetailPoster(writers, await Drafts(db, setup, ct), progress);
        await Open(db, poster, (items, file.Documents), ct);
        var done = await new RetailProgress(db).Done(ct);
        await poster.Post([.. file.Documents.Where(d => !done.Contains(d.No))], ct);

        RefusedLine[] refused = [.. file.Refused.Concat(poster.Refused).OrderBy(r => r.LineNo)];
        if (request.Report is { } report)
            await File.WriteAllLinesAsync(report, refused.Select(line => line.ToString()), ct);
        var totals = await new RetailProgress(db).Totals(ct);
        return OperationResult.Done(Summary(company, totals, (refused, clock)));
    }

    private static object Summary(
        Company company,
        RetailTotals totals,
        (RefusedLine[] Refused, Stopwatch Clock) run
    ) =>
        new
        {
            company = company.Name,
            invoices = totals.Invoices,
            creditMemos = totals.CreditMemos,
            adjustments = totals.Adjustments,
            purchases = totals.Purchases,
            netSales = decimal.Round(totals.NetSales, 2),
            refusedLines = run.Refused.Length,
            refusedBy = run.Refused.CountBy(line => line.Reason).ToDictionary(),
            refused = run.Refused.Take(RefusedShownMax),
            seconds = Math.Round(run.Clock.Elapsed.TotalSeconds, 1),
        };

    private static OperationResult Unfit(string finding) => new(new { }, [finding]);

    private async Task<Company> Company(string name, CancellationToken ct)
    {
        await using var db = database.Open(0);
        return await db.Companies.SingleOrDefaultAsync(company => company.Name == name, ct)
            ?? await companies.Run(name, "gb", ct)
            ?? await db.Companies.SingleAsync(company => company.Name == name, ct);
    }

    private static async Task<RetailDrafts> Drafts(
        HandelDbContext db,
        Ledgers.CompanySetup setup,
        CancellationToken ct
    )
    {
        var parties = (await db.Parties.ToListAsync(ct)).ToLookup(party => party.Direction);
        return new()
        {
            Setup = setup,
            Customers = parties[Direction.Sale].ToDictionary(party => party.No),
            Vendors = parties[Direction.Purchase].ToDictionary(party => party.No),
            Items = await db
                .Items.Include(item => item.Units)
                .ToDictionaryAsync(item => item.No, ct),
        };
    }

    /// <summary>Buys what the documents will take and was not bought before.</summary>
    private static async Task Open(
        HandelDbContext db,
        RetailPoster poster,
        (IReadOnlyList<RetailItem> Items, IReadOnlyList<RetailDocument> Documents) file,
        CancellationToken ct
    )
    {
        var progress = new RetailProgress(db);
        var bought = await progress.Bought(ct);
        var missing = file
            .Items.Where(item => !item.IsCharge)
            .Select(item =>
                item with
                {
                    OpeningQuantity = item.OpeningQuantity - bought.GetValueOrDefault(item.No),
                }
            )
            .Where(item => item.OpeningQuantity > 0m)
            .Chunk(OpeningLinesMax)
            .ToList();
        if (missing.Count == 0)
            return;
        var date = file.Documents.Min(document => document.Date).AddDays(-1);
        await poster.Open(missing, date, await progress.Purchases(ct) + 1, ct);
    }
}
