using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>What a line of a statement tells (STM-01).</summary>
internal enum StatementLineType
{
    OpeningBalance,
    Entry,
    Adjustment,
    ClosingBalance,
    Overdue,
}

/// <summary>A line of a statement. What is usual on this side is positive.</summary>
internal sealed record StatementLine(StatementLineType Type, string CurrencyCode, DateOnly Date)
{
    public int Place { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";
    public string Description { get; init; } = "";
    public PartyDetailType? Detail { get; init; }
    public DateOnly? DueDate { get; init; }
    public decimal Amount { get; init; }
    public decimal RemainingAmount { get; init; }

    /// <summary>Of the currency, after this line; blank for what is only listed again.</summary>
    public decimal Balance { get; init; }
}

/// <summary>A currency of a statement with its ends and its age.</summary>
internal sealed record StatementBalance(CurrencyBalance Balance, AgedReport Report)
{
    public required IReadOnlyList<decimal> Aged { get; init; }
    public decimal Overdue => Aged.Skip(1).Sum();
}

/// <summary>Statements of customers and vendors, per currency (STM-01).</summary>
internal static class PartyStatementResources
{
    private const int LinesMax = 20_000;

    public static IEnumerable<Resource> All() =>
        SideNames.Both.SelectMany(side => new Resource[] { Lines(side), Balances(side) });

    private static Resource<StatementLine> Lines(SideNames side) =>
        Resource
            .ExtensionComputed<StatementLine>(
                $"{side.Party}StatementLines",
                $"{side.Party}StatementLine",
                (scope, pins) => Rows(side, scope, pins)
            )
            .Field("id", l => RowId.Of(l.CurrencyCode, $"{l.Place}"))
            .Field("sequence", l => l.Place)
            .Field("lineType", l => l.Type.ToString())
            .Field("currencyCode", l => l.CurrencyCode)
            .Field("postingDate", l => l.Date)
            .Field("documentType", l => l.DocumentType)
            .Field("documentNumber", l => l.DocumentNo)
            .Field("description", l => l.Description)
            .Field("detailType", l => l.Detail == null ? "" : l.Detail.ToString())
            .Field("dueDate", l => l.DueDate)
            .Field("amount", l => side.BalanceSign * l.Amount)
            .Field("appliedAmount", l => side.BalanceSign * Applied(l))
            .Field("remainingAmount", l => side.BalanceSign * l.RemainingAmount)
            .Field("balance", l => side.BalanceSign * l.Balance)
            .Parameter(side.PartyNumber, l => l.DocumentNo)
            .Parameter(ReportParameters.DateFilter, l => l.Date)
            .Parameter(AgedReport.Length, l => AgedReport.StartLength)
            .OrderedBy("sequence");

    private static Resource<StatementBalance> Balances(SideNames side) =>
        Resource
            .ExtensionComputed<StatementBalance>(
                $"{side.Party}StatementBalances",
                $"{side.Party}StatementBalance",
                (scope, pins) => CurrencyRows(side, scope, pins)
            )
            .Field("id", b => RowId.Of(b.Balance.CurrencyCode))
            .Field("currencyCode", b => b.Balance.CurrencyCode)
            .Field("openingBalance", b => side.BalanceSign * b.Balance.Opening)
            .Field("closingBalance", b => side.BalanceSign * b.Balance.Closing)
            .Field("overdueAmount", b => side.BalanceSign * b.Overdue)
            .Field("currentAmount", b => side.BalanceSign * b.Aged[0])
            .Field("period1Amount", b => side.BalanceSign * b.Aged[1])
            .Field("period2Amount", b => side.BalanceSign * b.Aged[2])
            .Field("period3Amount", b => side.BalanceSign * b.Aged[3])
            .Field("olderAmount", b => side.BalanceSign * b.Aged[4])
            .Field("currentLabel", b => b.Report.Label(0))
            .Field("period1Label", b => b.Report.Label(1))
            .Field("period2Label", b => b.Report.Label(2))
            .Field("period3Label", b => b.Report.Label(3))
            .Field("olderLabel", b => b.Report.Label(4))
            .Parameter(side.PartyNumber, b => b.Balance.CurrencyCode)
            .Parameter(ReportParameters.DateFilter, b => b.Report.Question.AsOf)
            .Parameter(AgedReport.Length, b => AgedReport.StartLength)
            .OrderedBy("currencyCode");

    private static decimal Applied(StatementLine line) =>
        line.Type is StatementLineType.Entry or StatementLineType.Overdue
            ? line.Amount - line.RemainingAmount
            : 0m;

    private static async Task<IReadOnlyList<StatementBalance>> CurrencyRows(
        SideNames side,
        RequestScope scope,
        Pins pins
    )
    {
        if (Question(side, scope, pins) is not { } question)
            return [];
        var report = AsOf(side, scope, pins, question);
        var aged = (await Ageing.Balances(scope.Db(), report.Question, scope.Aborted)).ToDictionary(
            balance => balance.CurrencyCode,
            balance => balance.Amounts
        );
        var nothing = new decimal[AgeingColumns.ReportColumns];
        var balances = await PartyStatements.Balances(scope.Db(), question, scope.Aborted);
        return
        [
            .. balances.Select(balance => new StatementBalance(balance, report)
            {
                Aged = aged.GetValueOrDefault(balance.CurrencyCode) ?? nothing,
            }),
        ];
    }

    private static async Task<IReadOnlyList<StatementLine>> Rows(
        SideNames side,
        RequestScope scope,
        Pins pins
    )
    {
        if (Question(side, scope, pins) is not { } question)
            return [];
        var (db, ct) = (scope.Db(), scope.Aborted);
        var balances = await PartyStatements.Balances(db, question, ct);
        var changes = await PartyStatements.Changes(db, question, LinesMax + 1, ct);
        if (changes.Count > LinesMax)
            throw ReportParameters.Refused(TooLong(side, question));
        var to = question.Period.To;
        var overdue = await Ageing
            .Entries(db, AsOf(side, scope, pins, question).Question)
            .Where(entry => entry.DueDate < to)
            .OrderBy(entry => entry.DueDate)
            .ThenBy(entry => entry.EntryNo)
            .Take(LinesMax)
            .ToListAsync(ct);
        var lines = new List<StatementLine>();
        foreach (var balance in balances.OrderBy(one => one.CurrencyCode, StringComparer.Ordinal))
        {
            lines.AddRange(Account(balance, changes, question.Period));
            lines.AddRange(
                overdue.Where(e => e.CurrencyCode == balance.CurrencyCode).Select(Listed)
            );
        }
        return [.. lines.Select((line, at) => line with { Place = at + 1 })];
    }

    private static IEnumerable<StatementLine> Account(
        CurrencyBalance balance,
        IReadOnlyList<StatementChange> changes,
        ReportPeriod period
    )
    {
        var currency = balance.CurrencyCode;
        var running = balance.Opening;
        yield return new(StatementLineType.OpeningBalance, currency, period.From)
        {
            Balance = running,
        };
        foreach (var change in changes.Where(change => change.CurrencyCode == currency))
        {
            running += change.Amount;
            var isEntry = change.EntryNo != 0;
            yield return new(
                isEntry ? StatementLineType.Entry : StatementLineType.Adjustment,
                currency,
                change.PostingDate
            )
            {
                DocumentType = change.DocumentType,
                DocumentNo = change.DocumentNo,
                Description = change.Description,
                Detail = isEntry ? null : change.Type,
                DueDate = change.DueDate,
                Amount = change.Amount,
                RemainingAmount = change.RemainingAmount,
                Balance = running,
            };
        }
        yield return new(StatementLineType.ClosingBalance, currency, period.To)
        {
            Balance = running,
        };
    }

    private static StatementLine Listed(AgedEntry entry) =>
        new(StatementLineType.Overdue, entry.CurrencyCode, entry.PostingDate)
        {
            DocumentType = entry.DocumentType,
            DocumentNo = entry.DocumentNo,
            Description = entry.Description,
            DueDate = entry.DueDate,
            Amount = entry.OriginalAmount,
            RemainingAmount = entry.RemainingAmount,
        };

    private static StatementQuestion? Question(SideNames side, RequestScope scope, Pins pins) =>
        pins.Code(side.PartyNumber) is { Length: > 0 } no
            ? new(side.Direction, no, pins.Period(scope, $"{side.Party}StatementLines"))
            : null;

    // Due on the last day is not overdue on it.
    private static AgedReport AsOf(
        SideNames side,
        RequestScope scope,
        Pins pins,
        StatementQuestion question
    )
    {
        var report = AgedReport.Of(side, scope, pins);
        var to = question.Period.To;
        var length = AgedReport.LengthOf(
            pins,
            scope,
            ($"{side.Party}StatementLines", AgedReport.Length),
            to
        );
        return report with
        {
            Question = report.Question with
            {
                AsOf = to,
                Columns = AgeingColumns.ByDueDate(
                    to.AddDays(-1),
                    length,
                    AgeingColumns.ReportColumns
                ),
                InEntryCurrency = true,
            },
        };
    }

    private static Problem TooLong(SideNames side, StatementQuestion question) =>
        new(
            ReportCodes.SheetRows,
            new RecordRef(side.Parties, question.PartyNo),
            ReportParameters.DateFilter,
            LinesMax.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
}
