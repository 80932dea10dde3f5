using Handel.Data;
using Handel.Data.Ledger;
using Handel.Ledgers.Sealing;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies;

/// <summary>
/// Makes a company that can trade at once: chart of accounts, posting setup, VAT, number series,
/// terms and units of its country (SET-90). All or nothing.
/// </summary>
public sealed class CreateCompany(HandelDatabase database)
{
    public const string MainLocation = "MAIN";

    /// <summary>Countries in which a company can start.</summary>
    public static IReadOnlyList<string> Countries => ["nl", "gb"];

    /// <summary>The new company, or null when its name is taken.</summary>
    public async Task<Company?> Run(string name, string countryCode, CancellationToken ct = default)
    {
        var country =
            CountrySet.Of(countryCode)
            ?? throw new ArgumentException($"No start set for {countryCode}.", nameof(countryCode));
        await using var db = database.Open(0);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE company IN SHARE ROW EXCLUSIVE MODE", ct);
        if (await db.Companies.AnyAsync(company => company.Name == name, ct))
            return null;

        var last = await db.Companies.MaxAsync(company => (int?)company.CompanyNo, ct) ?? 0;
        var company = new Company
        {
            CompanyNo = last + 1,
            Id = Guid.CreateVersion7(),
            Name = name,
            DisplayName = name,
            CountryCode = country.CountryCode,
            CreatedAt = DateTimeOffset.UtcNow,
            ModifiedAt = DateTimeOffset.UtcNow,
        };
        db.CompanyNo = company.CompanyNo;
        db.AddRange(Rows(company, country));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return company;
    }

    private static IEnumerable<object> Rows(Company company, CountrySet country)
    {
        var start = new StartSet(company.CompanyNo, country);
        return
        [
            company,
            new LedgerState
            {
                CompanyNo = company.CompanyNo,
                SetupVersion = 1,
                LastHash = RegisterSeal.Genesis,
            },
            .. start.Accounts(),
            .. start.Countries(),
            .. start.Currencies(),
            .. new VatStart(company.CompanyNo, country).Rows(),
            .. new PostingStart(company.CompanyNo, country).Rows(),
            .. new SetupStart(company, country).Rows(),
            .. new NumberStart(company.CompanyNo).Rows(),
            .. new JournalStart(company.CompanyNo, country).Rows(),
            .. new JobStart(company.CompanyNo).Rows(company.CreatedAt),
            .. new ReportStart(company.CompanyNo, country).Rows(
                DateOnly.FromDateTime(company.CreatedAt.UtcDateTime)
            ),
        ];
    }
}
