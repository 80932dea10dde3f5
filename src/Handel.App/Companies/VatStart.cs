using CsvHelper;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.App.Companies;

/// <summary>The VAT statement of a new company: the boxes of its country (VST-04).</summary>
internal sealed class VatStart(int companyNo, CountrySet country)
{
    private const int LineNoStep = 10000;
    private const string On = "yes";

    private string NameColumn => country.LanguageCode == "nl" ? "Dutch" : "English";

    public IEnumerable<object> Rows() =>
        [
            new VatStatementTemplate
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Name = country.VatReturn.Template,
                Description = country.LanguageCode == "nl" ? "Btw-aangifte" : "VAT return",
            },
            new VatStatementName
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                TemplateName = country.VatReturn.Template,
                Name = country.VatReturn.Name,
                Description = country.LanguageCode == "nl" ? "Btw-aangifte" : "VAT return",
                EuSalesBoxNo = country.VatReturn.EuSalesBox,
            },
            .. CountrySet.Clauses.Where(c => IsUsed(c.Code)).SelectMany(Clause),
            .. CsvTable
                .Rows<VatStart>($"vat-{country.CountryCode.ToLowerInvariant()}", "StartSets.")
                .Select(Line),
        ];

    private bool IsUsed(string clauseCode) => country.Vat.Any(row => row.Clause == clauseCode);

    /// <summary>In English for whoever reads no Dutch, as the rest of a document is.</summary>
    private IEnumerable<object> Clause((string Code, string Dutch, string English) clause)
    {
        yield return new VatClause
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = clause.Code,
            Description = clause.English,
        };
        yield return new VatClauseText
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            ClauseCode = clause.Code,
            LanguageCode = "nl",
            Description = clause.Dutch,
        };
    }

    private VatStatementLine Line(CsvReader row, int index) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            TemplateName = country.VatReturn.Template,
            StatementName = country.VatReturn.Name,
            LineNo = (index + 1) * LineNoStep,
            RowNo = row.GetString("Row"),
            BoxNo = row.GetString("Box"),
            Description = row.GetString(NameColumn),
            Type = Enum.Parse<VatStatementLineType>(row.GetString("Type")),
            GenPostingType = EnumOf<GenPostingType>(row, "Posting"),
            VatBusFilter = row.GetString("Bus"),
            VatProdFilter = row.GetString("Prod"),
            AmountType = EnumOf<VatAmountType>(row, "Amount"),
            RowTotaling = row.GetString("Rows"),
            CalculateOpposite = row.GetString("Opposite") == On,
            Print = row.GetString("Print") == On,
            Rounding = EnumOf<VatBoxRounding>(row, "Rounding"),
        };

    private static T EnumOf<T>(CsvReader row, string column)
        where T : struct, Enum =>
        row.GetString(column) is { Length: > 0 } text ? Enum.Parse<T>(text) : default;
}
