using System.Globalization;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Vat;

/// <summary>
/// Allowed VAT dates; when either is filled for a user it wins entirely (GLD-05).
/// </summary>
public readonly record struct VatDateRange(DateOnly? From, DateOnly? To)
{
    public bool IsSet => From is not null || To is not null;

    public bool Allows(DateOnly date) =>
        (From is not { } from || date >= from) && (To is not { } to || date <= to);
}

/// <summary>A VAT date to be looked at: whose, and by which name a user knows it.</summary>
/// <param name="OfUser">The range of the user who posts; blank leaves it to the company.</param>
public sealed record VatDateQuestion(
    RecordRef Record,
    string Field,
    DateOnly Date,
    VatDateRange OfUser = default
);

/// <summary>What is wrong with a VAT date, and what should only be known.</summary>
public sealed record VatDateFindings(
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings
);

/// <summary>Whether entries may go into a VAT date (GLD-05, GLS-05, VDT-05).</summary>
public static class VatDateChecks
{
    public static VatDateFindings Find(CompanySetup setup, VatDateQuestion asked)
    {
        var ofCompany = new VatDateRange(setup.Gl.AllowVatDateFrom, setup.Gl.AllowVatDateTo);
        var range = asked.OfUser.IsSet ? asked.OfUser : ofCompany;
        var problems = new List<Problem>();
        var warnings = new List<Problem>();
        if (!range.Allows(asked.Date))
            problems.Add(OutOfRange(asked, range));
        var period = setup.VatReturnPeriods.FirstOrDefault(p => p.Covers(asked.Date));
        if (period is not null && IsBlocked(setup.Gl.VatPeriodControl, period.Status))
            problems.Add(InPeriod(ProblemCodes.VatDate, asked, period));
        else if (period is not null && IsWarned(setup.Gl.VatPeriodControl, period.Status))
            warnings.Add(InPeriod(ProblemCodes.VatPeriod, asked, period));
        return new(problems, warnings);
    }

    private static bool IsBlocked(VatPeriodControl control, VatReturnStatus status) =>
        status == VatReturnStatus.Closed
        && control is VatPeriodControl.BlockClosedWarnReleased or VatPeriodControl.BlockClosed;

    private static bool IsWarned(VatPeriodControl control, VatReturnStatus status) =>
        (status, control) switch
        {
            (VatReturnStatus.Released, VatPeriodControl.BlockClosedWarnReleased) => true,
            (VatReturnStatus.Closed, VatPeriodControl.WarnClosed) => true,
            _ => false,
        };

    private static Problem OutOfRange(VatDateQuestion asked, VatDateRange range) =>
        new(ProblemCodes.VatDate, asked.Record, asked.Field, Text(asked.Date))
        {
            MendedAt = new(asked.OfUser.IsSet ? "userSetups" : "taxSetup", ""),
            Args = new Dictionary<string, string>
            {
                ["from"] = Text(range.From),
                ["to"] = Text(range.To),
                ["source"] = asked.OfUser.IsSet ? "user" : "company",
            },
        };

    private static Problem InPeriod(string code, VatDateQuestion asked, VatReturnPeriod period) =>
        new(code, asked.Record, asked.Field, Text(asked.Date))
        {
            MendedAt = new(VatPeriods.Entity, period.Description, 0, period.Id),
            Args = new Dictionary<string, string>
            {
                ["from"] = Text(period.StartingDate),
                ["to"] = Text(period.EndingDate),
                ["source"] = period.Status.ToString(),
            },
        };

    private static string Text(DateOnly? date) =>
        date?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
