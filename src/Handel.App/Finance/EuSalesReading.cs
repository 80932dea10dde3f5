using Handel.Data;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>The list of a span, or the documents that keep it from being made (ICP-01).</summary>
public sealed record EuSales(IReadOnlyList<EuSalesLine> Lines, IReadOnlyList<Problem> Problems)
{
    public decimal TotalOf(EuSupply supply) =>
        Lines.Where(line => line.Supply == supply).Sum(line => line.Amount);
}

/// <summary>Reads the EU sales list from VAT entries (ICP-01..03).</summary>
public sealed class EuSalesReading(HandelDbContext db, CompanySetup setup)
{
    /// <summary>Documents without a number that one message names.</summary>
    public const int NamedMax = 20;

    public async Task<EuSales> Read(VatSpan span, CancellationToken ct)
    {
        var entries = Entries(span);
        var missing = await entries
            .Where(e => e.ReportedVatRegistrationNo == "" && e.Base != 0m)
            .Select(e => e.DocumentNo)
            .Distinct()
            .OrderBy(no => no)
            .Take(NamedMax + 1)
            .ToListAsync(ct);
        if (missing.Count > 0)
            return new([], [Missing(missing)]);
        var sums = await entries
            .GroupBy(e => new
            {
                e.ReportedCountryCode,
                e.ReportedVatRegistrationNo,
                e.IsEuService,
                e.IsReportedEuThirdParty,
            })
            .Select(group => new { group.Key, Base = group.Sum(e => e.Base) })
            .ToListAsync(ct);
        return new(
            EuSalesList.Of(
                sums.Select(s => new EuSale(
                    setup.Countries[s.Key.ReportedCountryCode].EuCountryCode,
                    s.Key.ReportedVatRegistrationNo,
                    s.Key.IsEuService,
                    s.Key.IsReportedEuThirdParty
                )
                {
                    Base = s.Base,
                })
            ),
            []
        );
    }

    /// <summary>ICP-01: what is supplied to other countries of the union.</summary>
    public IQueryable<VatEntry> Entries(VatSpan span)
    {
        var countries = Countries();
        return db.VatEntries.Where(e =>
            e.Type == GenPostingType.Sale
            && e.CalculationType == VatCalculationType.ReverseCharge
            && (
                e.DocumentType == EntryDocumentType.Invoice
                || e.DocumentType == EntryDocumentType.CreditMemo
            )
            && e.ReportedDate >= span.From
            && e.ReportedDate <= span.To
            && countries.Contains(e.ReportedCountryCode)
        );
    }

    // VAT that is reversed at home stands on no list.
    private string[] Countries()
    {
        var own = setup.Information.Address.CountryCode;
        var home = own.Length > 0 ? own : setup.Company.CountryCode;
        return
        [
            .. setup
                .Countries.Values.Where(c => c.EuCountryCode.Length > 0 && c.Code != home)
                .Select(c => c.Code),
        ];
    }

    private static Problem Missing(List<string> documents)
    {
        var named = string.Join(", ", documents.Take(NamedMax));
        return new(
            ProblemCodes.EuSalesListNumber,
            new RecordRef(VatCorrecting.Entity, ""),
            "taxRegistrationNumber"
        )
        {
            Args = new Dictionary<string, string>
            {
                ["documents"] = documents.Count > NamedMax ? $"{named}, ..." : named,
            },
        };
    }
}
