using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Writes of the lines of number series.</summary>
internal static class NumberSeriesLines
{
    private const int LineNoStep = 10000;

    public static async Task<WriteOutcome> Create(RequestScope scope, Given given)
    {
        var db = scope.Db();
        var code = given.Text("numberSeriesCode") ?? "";
        var series = await db
            .NumberSeries.Include(s => s.Lines)
            .SingleOrDefaultAsync(s => s.Code == code, scope.Aborted);
        if (series is null)
            return Refused(EditCodes.Unknown, code, "numberSeriesCode", code);
        var line = new NumberSeriesLine
        {
            CompanyNo = scope.CompanyNo,
            SeriesCode = code,
            LineNo = series.Lines.Select(l => l.LineNo).DefaultIfEmpty().Max() + LineNoStep,
        };
        if (Take(line, given) is { } refused)
            return refused;
        db.Add(line);
        await db.SaveChangesAsync(scope.Aborted);
        db.ChangeTracker.Clear();
        return WriteOutcome.Done(SeriesLineRow.IdOf(series.Id, line.LineNo));
    }

    public static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Db();
        var all = await db
            .NumberSeries.AsTracking()
            .Include(s => s.Lines)
            .ToListAsync(scope.Aborted);
        var line = all.SelectMany(s => s.Lines.Select(l => new SeriesLineRow(s.Id, l)))
            .SingleOrDefault(row => row.Id == id)
            ?.Line;
        var outcome = line is null ? WriteOutcome.Missing : Take(line, given);
        if (outcome is null)
            await db.SaveChangesAsync(scope.Aborted);
        db.ChangeTracker.Clear();
        return outcome ?? WriteOutcome.Done(id);
    }

    /// <summary>A line goes while it has given no number (INV-20).</summary>
    public static async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Db();
        var all = await db
            .NumberSeries.AsTracking()
            .Include(s => s.Lines)
            .ToListAsync(scope.Aborted);
        var line = all.SelectMany(s => s.Lines.Select(l => new SeriesLineRow(s.Id, l)))
            .SingleOrDefault(row => row.Id == id)
            ?.Line;
        var outcome =
            line is null ? WriteOutcome.Missing
            : line.LastNoUsed.Length > 0
                ? Refused(ApiProblems.InUse, line.SeriesCode, "lastNumberUsed", line.LastNoUsed)
            : WriteOutcome.Done(id);
        if (outcome.IsDone)
        {
            db.Remove(line!);
            await db.SaveChangesAsync(scope.Aborted);
        }
        db.ChangeTracker.Clear();
        return outcome;
    }

    private static WriteOutcome? Take(NumberSeriesLine line, Given given)
    {
        if (given.Has("startingDate"))
            line.StartingDate = (DateOnly?)HeaderDate(given.Value<DateOnly>("startingDate"));
        line.StartingNo = given.Text("startingNumber") ?? line.StartingNo;
        line.EndingNo = given.Text("endingNumber") ?? line.EndingNo;
        line.WarningNo = given.Text("warningNumber") ?? line.WarningNo;
        line.LastNoUsed = given.Text("lastNumberUsed") ?? line.LastNoUsed;
        line.IncrementBy = given.Value<int>("incrementByNumber") ?? line.IncrementBy;
        line.Implementation =
            given.Value<NumberImplementation>("implementation") ?? line.Implementation;
        // NOS-07: more room opens it, less room closes it.
        line.Open = !line.IsUsedUp;
        var problems = NumberSeriesChecks.Find(new() { Code = line.SeriesCode, Lines = [line] });
        return problems.Count == 0
            ? null
            : WriteOutcome.Refused([.. problems.Select(p => p with { Field = NameOf(p.Field) })]);
    }

    private static string NameOf(string field) =>
        field switch
        {
            "startingNo" => "startingNumber",
            "endingNo" => "endingNumber",
            "warningNo" => "warningNumber",
            "lastNoUsed" => "lastNumberUsed",
            "incrementBy" => "incrementByNumber",
            _ => field,
        };

    private static DateOnly? HeaderDate(DateOnly? date) => date == DateOnly.MinValue ? null : date;

    private static WriteOutcome Refused(string code, string series, string field, string value) =>
        WriteOutcome.Refused([
            new Problem(code, new RecordRef(NumberSeries.Entity, series), field, value),
        ]);
}
