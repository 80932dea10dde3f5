using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>What a customer owes, or what we owe a vendor, by age. What is usual is positive.
/// </summary>
internal sealed record AgedRow(Guid PartyId, string PartyNo, string PartyName)
{
    public string CurrencyCode { get; init; } = "";
    public required IReadOnlyList<decimal> Amounts { get; init; }
    public decimal Balance => Amounts.Sum();

    /// <summary>What the control accounts say, on the row of the total.</summary>
    public decimal ControlBalance { get; init; }
    public required AgedReport Report { get; init; }
}

/// <summary>The questions of an aged report, with what holds where none is answered.</summary>
internal sealed record AgedReport(SideNames Side, AgeingQuestion Question, RequestScope Scope)
{
    public const string AsOf = "agedAsOfDate";
    public const string By = "ageBy";
    public const string Length = "periodLength";
    public const string Currency = "amountsIn";
    public const string EntryCurrency = "EntryCurrency";
    public const string StartLength = "30D";

    public string Label(int column) => SpanText.Of(Question.Columns.SpanOf(column), Scope.Language);

    public static AgedReport Of(SideNames side, RequestScope scope, Pins pins)
    {
        var set = SetOf(side);
        var asOf = pins.Date(AsOf) ?? scope.Today();
        var by = pins.Choice<AgeingDate>(By);
        var length = LengthOf(pins, scope, (set, Length), asOf);
        var question = new AgeingQuestion(side.Direction, asOf, AgeingColumns.Of(by, asOf, length))
        {
            By = by,
            InEntryCurrency = pins.Text(Currency) == EntryCurrency,
            PartyNo = pins.Code(side.PartyNumber) is { Length: > 0 } no ? no : null,
        };
        return new(side, question, scope);
    }

    public static string SetOf(SideNames side) => $"aged{side.PartyWord}Balances";

    /// <summary>A column has a length, or the report would never end (STM-03).</summary>
    public static DateFormula LengthOf(
        Pins pins,
        RequestScope scope,
        (string Set, string Name) field,
        DateOnly asOf
    )
    {
        var length = pins.Formula(scope, field, StartLength);
        return AgeingColumns.IsLength(length, asOf)
            ? length
            : throw ReportParameters.Refused(
                new Problem(
                    ReportCodes.PeriodLength,
                    new RecordRef(field.Set, ""),
                    field.Name,
                    length.ToString(scope.Language.Name)
                )
            );
    }
}

/// <summary>Aged receivables and payables at any past day (STM-02 to STM-05).</summary>
internal static class AgedParties
{
    public static IEnumerable<Resource> All() =>
        SideNames.Both.SelectMany(side =>
            new Resource[] { Balances(side), Totals(side), Entries(side) }
        );

    private static Resource<AgedRow> Balances(SideNames side) =>
        Columns(
                Resource
                    .ExtensionComputed<AgedRow>(
                        AgedReport.SetOf(side),
                        $"aged{side.PartyWord}Balance",
                        (scope, pins) => Rows(side, scope, pins)
                    )
                    .Field("id", r => RowId.Of(r.PartyNo, r.CurrencyCode))
                    .Field(side.PartyId, r => r.PartyId)
                    .Field("number", r => r.PartyNo)
                    .Field("displayName", r => r.PartyName)
            )
            .Parameter(side.PartyNumber, r => r.PartyNo)
            .OrderedBy("number", "currencyCode");

    /// <summary>The total, and the control accounts that it must be the same as (STM-04).</summary>
    private static Resource<AgedRow> Totals(SideNames side) =>
        Columns(
                Resource
                    .ExtensionComputed<AgedRow>(
                        $"aged{side.PartyWord}Totals",
                        $"aged{side.PartyWord}Total",
                        (scope, pins) => Total(side, scope, pins)
                    )
                    .Field("id", r => RowId.Of(r.CurrencyCode))
            )
            .Field("currentLabel", r => r.Report.Label(0))
            .Field("period1Label", r => r.Report.Label(1))
            .Field("period2Label", r => r.Report.Label(2))
            .Field("period3Label", r => r.Report.Label(3))
            .Field("olderLabel", r => r.Report.Label(4))
            .Field("controlBalance", r => r.ControlBalance)
            .Field("difference", r => r.Balance - r.ControlBalance)
            .Parameter(side.PartyNumber, r => r.PartyNo)
            .OrderedBy("balance");

    private static Resource<AgedRow> Columns(Resource<AgedRow> resource) =>
        resource
            .Field("currencyCode", r => r.CurrencyCode)
            .Field("balance", r => r.Balance)
            .Field("currentAmount", r => r.Amounts[0])
            .Field("period1Amount", r => r.Amounts[1])
            .Field("period2Amount", r => r.Amounts[2])
            .Field("period3Amount", r => r.Amounts[3])
            .Field("olderAmount", r => r.Amounts[4])
            .Field("asOfDate", r => r.Report.Question.AsOf)
            .Parameter(AgedReport.AsOf, r => r.Report.Question.AsOf)
            .Parameter(AgedReport.By, r => r.Report.Question.By.ToString())
            .Parameter(AgedReport.Length, r => AgedReport.StartLength)
            .Parameter(AgedReport.Currency, r => AgedReport.EntryCurrency);

    private static Resource<AgedEntry> Entries(SideNames side) =>
        Resource
            .ExtensionQuery<AgedEntry>(
                $"aged{side.PartyWord}Entries",
                $"aged{side.PartyWord}Entry",
                (scope, pins) =>
                    Task.FromResult(
                        Ageing.Entries(scope.Db(), AgedReport.Of(side, scope, pins).Question)
                    )
            )
            .EntryId(side.EntryLedger, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("number", e => e.PartyNo)
            .Field("displayName", e => e.PartyName)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentDate", e => e.DocumentDate)
            .Field("dueDate", e => e.DueDate)
            .Field("documentType", e => e.DocumentType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
            .Field("description", e => e.Description)
            .Field("currencyCode", e => e.CurrencyCode)
            .Field("originalAmount", e => side.BalanceSign * e.OriginalAmount)
            .Field("remainingAmount", e => side.BalanceSign * e.RemainingAmount)
            .Field("remainingAmountLCY", e => side.BalanceSign * e.RemainingAmountLcy)
            .Field("column", e => e.Column + 1)
            .Parameter(AgedReport.AsOf, e => e.PostingDate)
            .Parameter(AgedReport.By, e => e.DocumentNo)
            .Parameter(AgedReport.Length, e => e.DocumentNo)
            .Parameter(AgedReport.Currency, e => e.CurrencyCode)
            .Parameter(side.PartyNumber, e => e.PartyNo)
            .OrderedBy("number", "dueDate", "entryNumber")
            .ETag(e => e.RemainingAmount);

    private static async Task<IReadOnlyList<AgedRow>> Rows(
        SideNames side,
        RequestScope scope,
        Pins pins
    )
    {
        var report = AgedReport.Of(side, scope, pins);
        var balances = await Ageing.Balances(scope.Db(), report.Question, scope.Aborted);
        var only = report.Question.PartyNo;
        var parties = await side.PartyRows(scope)
            .Where(party => only == null || party.No == only)
            .Select(party => new
            {
                party.Id,
                party.No,
                party.Address.Name,
            })
            .ToDictionaryAsync(party => party.No, scope.Aborted);
        return
        [
            .. balances
                .Where(balance => balance.Amounts.Any(amount => amount != 0m))
                .Select(balance => new AgedRow(
                    parties.GetValueOrDefault(balance.PartyNo)?.Id ?? Guid.Empty,
                    balance.PartyNo,
                    parties.GetValueOrDefault(balance.PartyNo)?.Name ?? ""
                )
                {
                    CurrencyCode = balance.CurrencyCode,
                    Amounts = [.. balance.Amounts.Select(amount => side.BalanceSign * amount)],
                    Report = report,
                }),
        ];
    }

    private static async Task<IReadOnlyList<AgedRow>> Total(
        SideNames side,
        RequestScope scope,
        Pins pins
    )
    {
        // The books know local currency only: so does the row that is held against them.
        var asked = AgedReport.Of(side, scope, pins);
        var report = asked with { Question = asked.Question with { InEntryCurrency = false } };
        var balances = await Ageing.Balances(scope.Db(), report.Question, scope.Aborted);
        var amounts = Enumerable
            .Range(0, report.Question.Columns.Count)
            .Select(column => side.BalanceSign * balances.Sum(row => row.Amounts[column]))
            .ToList();
        var control = report.Question.PartyNo is null
            ? side.BalanceSign
                * await Ageing.ControlBalance(
                    scope.Db(),
                    side.Direction,
                    report.Question.AsOf,
                    scope.Aborted
                )
            : amounts.Sum();
        return
        [
            new(Guid.Empty, "", "")
            {
                Amounts = amounts,
                ControlBalance = control,
                Report = report,
            },
        ];
    }
}
