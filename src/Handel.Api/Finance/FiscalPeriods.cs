using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Kernel.Dates;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.YearEnd;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// Accounting periods that are written, and what is done at the end of one: make and close a year,
/// close its income statement, adjust exchange rates (COM-07..09, ADJ-01).
/// </summary>
internal static class FiscalPeriods
{
    private const int NameLength = 20;
    private const string Starting = "startingDate";
    private const string DimensionFilter = "dimensionFilter";
    private const string Account = "retainedEarningsAccountNumber";

    private static readonly ParameterShape[] YearParameters =
    [
        ParameterShape.Of<DateOnly>(Starting),
        ParameterShape.Of<int>("numberOfPeriods"),
        ParameterShape.Of<string>("periodLength"),
    ];

    private static readonly ParameterShape[] ClosingParameters =
    [
        ParameterShape.Of<string>(Account),
        ParameterShape.Of<string>("documentNumber"),
        ParameterShape.Of<string>("description"),
        ParameterShape.Of<bool>("keepDimensions"),
        ParameterShape.Of<string>(DimensionFilter),
    ];

    public static Resource Create() =>
        Acting(
            (Resource<AccountingPeriod>)
                new RowWrites<AccountingPeriod>(FiscalYears.Entity)
                    .Key(
                        Starting,
                        p => p.StartingDate == default ? "" : $"{p.StartingDate:yyyy-MM-dd}",
                        (edit, _) =>
                            edit.Db.AccountingPeriods.Where(p =>
                                p.StartingDate == edit.Row.StartingDate
                            )
                    )
                    .Set<DateOnly>(Starting, (p, date) => p.StartingDate = date)
                    .Set<string>("name", (p, name) => p.Name = name)
                    .Set<bool>("newFiscalYear", (p, isNew) => p.IsNewFiscalYear = isNew)
                    .Check(Check)
                    .On(Fields())
        );

    private static Resource<AccountingPeriod> Fields() =>
        Resource
            .Extension(FiscalYears.Entity, "accountingPeriod", s => s.Rows<AccountingPeriod>())
            .Field("id", p => p.Id)
            .Field(Starting, p => p.StartingDate, Access.ReadWrite)
            .Field("name", p => p.Name, Access.ReadWrite, NameLength)
            .Field("newFiscalYear", p => p.IsNewFiscalYear, Access.ReadWrite)
            .Field("closed", p => p.IsClosed)
            .Field("dateLocked", p => p.IsDateLocked)
            .Field("lastModifiedDateTime", p => p.ModifiedAt)
            .Stream("auditFileContent", new MediaHandlers(AuditFile))
            .ETag(p => p.Version)
            .OrderedBy(Starting);

    /// <summary>AUD-08: the books of the year that the period lies in.</summary>
    private static async Task<MediaContent?> AuditFile(RequestScope scope, Guid id)
    {
        var period = await scope
            .Rows<AccountingPeriod>()
            .SingleOrDefaultAsync(p => p.Id == id, scope.Aborted);
        if (period is null)
            return null;
        var setup = await new TaxReporting(scope).Setup();
        var reading = new AuditFileReading(scope.Get<HandelDatabase>(), setup);
        // Years of entries: through a file that goes with the answer, never through memory.
        var file = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        try
        {
            await reading.Write(file, period.StartingDate, scope.Today(), scope.Aborted);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        var (from, to) = reading.YearOf(period.StartingDate);
        return new(file, "application/xml", $"{from:yyyyMMdd}-{to:yyyyMMdd}.xaf");
    }

    private static Resource<AccountingPeriod> Acting(Resource<AccountingPeriod> resource)
    {
        var delete = resource.DeleteRow!;
        return RateAdjustments
            .On(resource)
            .Delete((scope, id, given) => Delete(scope, id, given, delete))
            .Action(
                new ActionShape("createFiscalYear")
                {
                    Parameters = YearParameters,
                    ReturnType = resource.Shape.TypeName,
                },
                CreateYear
            )
            .Action(
                new ActionShape("closeFiscalYear") { ReturnType = resource.Shape.TypeName },
                CloseYear
            )
            .Action<PostingResult>(
                new ActionShape("closeIncomeStatement") { Parameters = ClosingParameters },
                CloseIncome
            )
            .Repeats("closeIncomeStatement", DocumentActions.PostedBefore)
            .Action<PostingPreviewRows>(
                new ActionShape("previewCloseIncomeStatement") { Parameters = ClosingParameters },
                PreviewCloseIncome
            );
    }

    // COM-08: what is locked keeps its date and its place in the year.
    private static Task Check(RowEdit<AccountingPeriod> edit)
    {
        if (edit.IsNew || !edit.Row.IsDateLocked)
            return Task.CompletedTask;
        var before = edit.Db.Entry(edit.Row).OriginalValues;
        if (
            before.GetValue<DateOnly>(nameof(AccountingPeriod.StartingDate))
            != edit.Row.StartingDate
        )
            edit.Problems.Add(Locked(edit.Row, Starting));
        if (
            before.GetValue<bool>(nameof(AccountingPeriod.IsNewFiscalYear))
            != edit.Row.IsNewFiscalYear
        )
            edit.Problems.Add(Locked(edit.Row, "newFiscalYear"));
        return Task.CompletedTask;
    }

    private static async Task<WriteOutcome> Delete(
        RequestScope scope,
        Guid id,
        Given given,
        Func<RequestScope, Guid, Given, Task<WriteOutcome>> delete
    )
    {
        var period = await scope
            .Rows<AccountingPeriod>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, scope.Aborted);
        return period is { IsDateLocked: true }
            ? WriteOutcome.Refused([Locked(period, Starting)])
            : await delete(scope, id, given);
    }

    private static Problem Locked(AccountingPeriod period, string field) =>
        new(
            ProblemCodes.FiscalYear,
            new(FiscalYears.Entity, $"{period.StartingDate:yyyy-MM-dd}"),
            field
        )
        {
            Args = new Dictionary<string, string> { ["reason"] = "locked" },
        };

    private static async Task<ActionOutcome> CreateYear(RequestScope scope, Guid id, Given given)
    {
        var length = given.Text("periodLength") is { Length: > 0 } text ? text : "1M";
        if (!DateFormula.TryParse(length, scope.Language.Name, out var formula))
            return ActionOutcome.Refused([
                new(ProblemCodes.DateFormula, new(FiscalYears.Entity, ""), "periodLength", length),
            ]);
        var order = new NewFiscalYear(DateOf(given, Starting))
        {
            Periods = given.Value<int>("numberOfPeriods") is { } count and not 0
                ? count
                : FiscalYears.PeriodsUsual,
            PeriodLength = formula,
        };
        return Shown(
            id,
            await scope
                .Get<FiscalYearKeeping>()
                .Create((scope.CompanyNo, scope.UserName()), order, scope.Language, scope.Aborted)
        );
    }

    private static async Task<ActionOutcome> CloseYear(RequestScope scope, Guid id, Given given)
    {
        var day = await StartOf(scope, id);
        return Shown(
            id,
            await scope
                .Get<FiscalYearKeeping>()
                .Close((scope.CompanyNo, scope.UserName()), day, scope.Aborted)
        );
    }

    private static async Task<ActionOutcome> CloseIncome(RequestScope scope, Guid id, Given given)
    {
        var posted = await scope.Post(await ClosingOf(scope, id, given));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan, scope.Language));
    }

    private static async Task<ActionOutcome> PreviewCloseIncome(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var planned = await scope.Preview(await ClosingOf(scope, id, given));
        return planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));
    }

    private static async Task<CloseIncomeStatement> ClosingOf(
        RequestScope scope,
        Guid id,
        Given given
    ) =>
        new(
            new CloseIncome(await StartOf(scope, id))
            {
                DocumentNo = given.Text("documentNumber") ?? "",
                Description = given.Text("description") ?? "",
                RetainedEarningsAccountNo = given.Text(Account) ?? "",
                KeepsDimensions = given.Value<bool>("keepDimensions") ?? false,
                SetsLeft = await SetsLeft(scope, given),
            }
        )
        {
            UserName = scope.UserName(),
        };

    // COM-09: codes of dimensions divided by bars; blank leaves it to the switch.
    private static async Task<IReadOnlyDictionary<int, int>?> SetsLeft(
        RequestScope scope,
        Given given
    )
    {
        var codes = (given.Text(DimensionFilter) ?? "")
            .ToUpperInvariant()
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0)
            return null;
        var known = await scope
            .Rows<Dimension>()
            .Where(dimension => codes.Contains(dimension.Code))
            .Select(dimension => dimension.Code)
            .ToListAsync(scope.Aborted);
        var unknown = codes
            .Except(known, StringComparer.Ordinal)
            .Select(code => new Problem(
                EditCodes.Unknown,
                new(FiscalYears.Entity, ""),
                DimensionFilter,
                code
            ))
            .ToList();
        if (unknown.Count > 0)
            throw new RefusalException([]) { Problems = unknown };
        var sets = scope.Get<LedgerDimensions>();
        return await sets.LeftOf(scope.Db(), codes, scope.Aborted)
            ?? throw new RefusalException(ErrorCode.Collision, Text.Collision);
    }

    private static Task<DateOnly> StartOf(RequestScope scope, Guid id) =>
        scope
            .Rows<AccountingPeriod>()
            .Where(p => p.Id == id)
            .Select(p => p.StartingDate)
            .SingleAsync(scope.Aborted);

    // An empty date of the wire is no date.
    internal static DateOnly? DateOf(Given given, string name) =>
        given.Value<DateOnly>(name) is { } date && date != default ? date : null;

    private static ActionOutcome Shown(Guid id, IReadOnlyList<Problem> problems) =>
        problems.Count > 0
            ? ActionOutcome.Refused(problems)
            : ActionOutcome.At(FiscalYears.Entity, id) with
            {
                ShowsEntity = true,
            };
}
