using System.Globalization;
using CsvHelper;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>The statements and the accounting periods that a new company starts with.</summary>
internal sealed class ReportStart(int companyNo, CountrySet country)
{
    private const int MonthsInYear = 12;

    /// <summary>
    /// Fiscal years: the one before, for opening balances, this one and the next.
    /// </summary>
    private const int Years = 3;
    private const int PeriodNameMax = 10;

    private static readonly (string Code, ScheduleUse Use, string Dutch, string English)[] Known =
    [
        ("BALANCE", ScheduleUse.BalanceSheet, "Balans", "Balance sheet"),
        ("INCOME", ScheduleUse.IncomeStatement, "Winst-en-verliesrekening", "Income statement"),
        ("CASHFLOW", ScheduleUse.CashFlowStatement, "Kasstroomoverzicht", "Cash flow statement"),
        (
            "EARNINGS",
            ScheduleUse.RetainedEarningsStatement,
            "Verloop ingehouden winst",
            "Retained earnings statement"
        ),
    ];

    private bool IsDutch => country.LanguageCode == "nl";

    public IEnumerable<object> Rows(DateOnly today) =>
        [.. Schedules(), .. Lines(), .. Periods(today)];

    public IEnumerable<AccountSchedule> Schedules() =>
        Known.Select(known => new AccountSchedule
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = known.Code,
            Description = IsDutch ? known.Dutch : known.English,
            Use = known.Use,
        });

    /// <summary>In the order of the file, which is the order on paper.</summary>
    public IReadOnlyList<AccountScheduleLine> Lines()
    {
        var lines = CsvTable.Rows<ReportStart>("schedules", "StartSets.").Select(Line).ToList();
        foreach (var schedule in lines.GroupBy(line => line.ScheduleCode))
        {
            var no = 0;
            foreach (var line in schedule)
                line.LineNo = no += AccountScheduleLine.LineNoStep;
        }
        return lines;
    }

    private AccountScheduleLine Line(CsvReader row) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            ScheduleCode = row.GetString("Schedule"),
            RowCode = row.GetString("Row"),
            Description = row.GetString(IsDutch ? "Dutch" : "English"),
            Kind = Enum.Parse<ScheduleRowKind>(row.GetString("Kind")),
            Totaling = row.GetString("Totaling"),
            Amount = Enum.Parse<ScheduleAmount>(row.GetString("Amount")),
            IsOppositeSign = row.GetString("Opposite") == "yes",
            Indentation = int.Parse(row.GetString("Indent"), CultureInfo.InvariantCulture),
            IsHidden = row.GetString("Hidden") == "yes",
        };

    private IEnumerable<AccountingPeriod> Periods(DateOnly today)
    {
        var culture = CultureInfo.GetCultureInfo(country.LanguageCode);
        var first = new DateOnly(today.Year - 1, 1, 1);
        for (var month = 0; month < Years * MonthsInYear; month++)
        {
            var start = first.AddMonths(month);
            var name = start.ToString("MMMM", culture);
            yield return new AccountingPeriod
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                StartingDate = start,
                Name = name[..Math.Min(PeriodNameMax, name.Length)],
                IsNewFiscalYear = start.Month == 1,
            };
        }
    }
}
