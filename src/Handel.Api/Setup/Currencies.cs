using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Foreign currencies; the company's own stands in its ledger setup (CUR-01).</summary>
internal static class Currencies
{
    private const string Precision = "amountRoundingPrecision";
    private const string Places = "amountDecimalPlaces";
    private const int IsoLength = 3;

    public static Resource Create()
    {
        var writes = Writes();
        return Resource
            .Of("currencies", s => s.Rows<Currency>())
            .Field("id", c => c.Id)
            .Field("code", c => c.Code)
            .Field("displayName", c => c.Description)
            .Field("symbol", c => c.Symbol)
            .Field(Places, c => c.AmountDecimalPlaces)
            .Field(Precision, c => c.AmountRoundingPrecision)
            .Field("lastModifiedDateTime", c => c.ModifiedAt)
            .ETag(c => c.Version)
            .WithChosenId()
            .Create(writes.Create)
            .Update(writes.Update)
            .Delete((scope, id, given) => Delete(writes, scope, id, given));
    }

    /// <summary>What both routes write.</summary>
    internal static RowWrites<Currency> Writes() =>
        Coded
            .Writes<Currency>("currencies", c => c.Code, (c, code) => c.Code = code)
            .Set<string>("displayName", (c, text) => c.Description = text)
            .Set<string>("symbol", (c, text) => c.Symbol = text)
            .SetWith(Precision, TakePrecision)
            .SetWith(Places, TakePlaces)
            .Check(CheckCode)
            .Check(TakeAccounts)
            .UsedBy<BankAccount>(c => bank => bank.CurrencyCode == c.Code)
            .UsedBy<Party>(c => party => party.CurrencyCode == c.Code)
            .UsedBy<TradeDocument>(c => document => document.CurrencyCode == c.Code)
            .UsedBy<PartyEntry>(c => entry => entry.CurrencyCode == c.Code)
            .UsedBy<ExchangeRate>(c => rate => rate.RelationalCurrencyCode == c.Code);

    // API-C1-11: decimals follow the precision, unless they are given too.
    private static Task TakePrecision(RowEdit<Currency> edit, object value)
    {
        var precision = (decimal)value;
        if (precision <= 0m || precision != Rounding.UnitAmount(precision))
            edit.Refuse(EditCodes.Range, Precision, $"{value}");
        edit.Row.AmountRoundingPrecision = precision;
        edit.Row.InvoiceRoundingPrecision = precision;
        if (!edit.Given.Has(Places))
            edit.Row.AmountDecimalPlaces = DecimalPlaces.Of(precision).ToString();
        return Task.CompletedTask;
    }

    private static Task TakePlaces(RowEdit<Currency> edit, object value)
    {
        if (DecimalPlaces.TryParse((string)value, out var places))
            edit.Row.AmountDecimalPlaces = places.ToString();
        else
            edit.Refuse(EditCodes.Range, Places, (string)value);
        return Task.CompletedTask;
    }

    // CNV-03: the own currency has no rate. A currency with rates keeps its code.
    private static async Task CheckCode(RowEdit<Currency> edit)
    {
        var ct = edit.Scope.Aborted;
        var code = edit.Row.Code;
        if (await edit.Db.Set<GlSetup>().AnyAsync(setup => setup.LcyCode == code, ct))
            edit.Refuse(EditCodes.Range, "code", code);
        if (edit.IsNew)
            return;
        var before = edit.Db.Entry(edit.Row).Property(c => c.Code).OriginalValue;
        if (before != code && await Rates(edit.Scope, before).AnyAsync(ct))
            edit.Refuse(ApiProblems.Rename, "code", before);
    }

    // A new currency books its differences where the others do.
    private static async Task TakeAccounts(RowEdit<Currency> edit)
    {
        if (!edit.IsNew)
            return;
        var row = edit.Row;
        var other = await edit
            .Db.Currencies.Where(c => c.RealizedGainsAccountNo != "")
            .OrderBy(c => c.Code)
            .FirstOrDefaultAsync(edit.Scope.Aborted);
        if (row.Code.Length == IsoLength && row.Code.All(char.IsAsciiLetterUpper))
            row.IsoCode = row.Code;
        if (other is null)
            return;
        row.RealizedGainsAccountNo = other.RealizedGainsAccountNo;
        row.RealizedLossesAccountNo = other.RealizedLossesAccountNo;
        row.UnrealizedGainsAccountNo = other.UnrealizedGainsAccountNo;
        row.UnrealizedLossesAccountNo = other.UnrealizedLossesAccountNo;
        row.LcyRoundingDebitAccountNo = other.LcyRoundingDebitAccountNo;
        row.LcyRoundingCreditAccountNo = other.LcyRoundingCreditAccountNo;
    }

    /// <summary>The rates of a currency go with it.</summary>
    internal static async Task<WriteOutcome> Delete(
        RowWrites<Currency> writes,
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        WriteOutcome? outcome = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    var row = await scope
                        .Rows<Currency>()
                        .SingleOrDefaultAsync(c => c.Id == id, scope.Aborted);
                    outcome = await writes.Delete(scope, id, given);
                    if (outcome.IsDone)
                        await DeleteRates(scope, row!.Code);
                    return outcome.IsDone;
                },
                scope.Aborted
            );
        return outcome!;
    }

    private static Task<int> DeleteRates(RequestScope scope, string code)
    {
        scope.Db().Touch(nameof(ExchangeRate));
        return Rates(scope, code).ExecuteDeleteAsync(scope.Aborted);
    }

    private static IQueryable<ExchangeRate> Rates(RequestScope scope, string code) =>
        scope.Rows<ExchangeRate>().Where(rate => rate.CurrencyCode == code);
}
