using CsvHelper;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>
/// Reads the tables that a new company starts with, in the language of its country.
/// </summary>
internal sealed class StartSet(int companyNo, CountrySet country)
{
    private string NameColumn => country.LanguageCode == "nl" ? "Dutch" : "English";

    public IReadOnlyList<GlAccount> Accounts()
    {
        var accounts = CsvTable.Rows<StartSet>("accounts", "StartSets.").Select(Account).ToList();
        Indent(accounts);
        return accounts;
    }

    public IReadOnlyList<CountryRegion> Countries() =>
        [
            .. CsvTable
                .Rows<StartSet>("countries", "StartSets.")
                .Select(row => new CountryRegion
                {
                    CompanyNo = companyNo,
                    Id = Guid.CreateVersion7(),
                    Code = row.GetString("Code"),
                    Name = row.GetString(NameColumn),
                    EuCountryCode = row.GetString("Eu"),
                    ModifiedAt = DateTimeOffset.UtcNow,
                }),
        ];

    private GlAccount Account(CsvReader row) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            No = row.GetString("No"),
            Name = row.GetString(NameColumn),
            NameEnglish = row.GetString("English"),
            AccountType = Enum.Parse<GlAccountType>(row.GetString("Type")),
            Category = Enum.Parse<GlAccountCategory>(row.GetString("Category")),
            SubCategory = row.GetString("SubCategory"),
            DirectPosting = row.GetString("Direct") == "yes",
            ModifiedAt = DateTimeOffset.UtcNow,
        };

    // COA-05: an end-total sums what stands between it and its begin-total.
    private static void Indent(List<GlAccount> accounts)
    {
        var begins = new Stack<GlAccount>();
        foreach (var account in accounts)
        {
            if (account.AccountType == GlAccountType.EndTotal)
                account.Totaling = $"{begins.Pop().No}..{account.No}";
            account.Indentation = begins.Count;
            if (account.AccountType == GlAccountType.BeginTotal)
                begins.Push(account);
        }
    }
}
