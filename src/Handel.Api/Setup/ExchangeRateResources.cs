using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Rates of exchange: read on the contract, written on the extension (CUR-02).</summary>
internal static class ExchangeRateResources
{
    /// <summary>Most units on either side of a rate.</summary>
    private const decimal AmountMax = 1_000_000_000m;
    private const string Relational = "relationalCurrencyCode";
    private const string Units = "exchangeRateAmount";
    private const string Worth = "relationalExchangeRateAmount";
    private const string Starting = "startingDate";

    public static IEnumerable<Resource> All() => [Read(), Written()];

    private static Resource<ExchangeRate> Read() =>
        Fields(Resource.Of("currencyExchangeRates", s => s.Rows<ExchangeRate>()), Access.ReadOnly);

    // CUR-02: without a pair of its own, adjusting shows and takes the pair of documents.
    private static Resource Written() =>
        Writes()
            .On(
                Fields(
                        Resource.Extension(
                            "exchangeRates",
                            "exchangeRate",
                            s => s.Rows<ExchangeRate>()
                        ),
                        Access.ReadWrite
                    )
                    .Field(
                        "adjustmentExchangeRateAmount",
                        r =>
                            r.AdjustmentExchangeRateAmount != 0m
                                ? r.AdjustmentExchangeRateAmount
                                : r.ExchangeRateAmount,
                        Access.ReadWrite
                    )
                    .Field(
                        "relationalAdjustmentExchangeRateAmount",
                        r =>
                            r.AdjustmentExchangeRateAmount != 0m
                                ? r.RelationalAdjustmentExchangeRateAmount
                                : r.RelationalExchangeRateAmount,
                        Access.ReadWrite
                    )
            );

    private static Resource<ExchangeRate> Fields(Resource<ExchangeRate> resource, Access access) =>
        resource
            .Field("id", r => r.Id)
            .Field("currencyCode", r => r.CurrencyCode, access, SetupFields.CodeLength)
            .Field(Starting, r => r.StartingDate, access)
            .Field(Units, r => r.ExchangeRateAmount, access)
            .Field(Relational, r => r.RelationalCurrencyCode, access, SetupFields.CodeLength)
            .Field(Worth, r => r.RelationalExchangeRateAmount, access)
            .Field("lastModifiedDateTime", r => r.ModifiedAt)
            .ETag(r => r.Version)
            .OrderedBy("currencyCode", Starting);

    private static RowWrites<ExchangeRate> Writes() =>
        new RowWrites<ExchangeRate>("exchangeRates")
            .Key(
                Starting,
                r => $"{r.CurrencyCode} {Text(r.StartingDate)}",
                (edit, _) =>
                    edit.Db.ExchangeRates.Where(r =>
                        r.CurrencyCode == edit.Row.CurrencyCode
                        && r.StartingDate == edit.Row.StartingDate
                    )
            )
            .Pair<Currency>(("", "currencyCode"), c => c.Code, (r, code) => r.CurrencyCode = code)
            .Set<DateOnly>(Starting, (r, date) => r.StartingDate = date)
            .Set<decimal>(Units, (r, amount) => r.ExchangeRateAmount = amount)
            .Set<string>(Relational, (r, code) => r.RelationalCurrencyCode = code)
            .Set<decimal>(Worth, (r, amount) => r.RelationalExchangeRateAmount = amount)
            .Set<decimal>(
                "adjustmentExchangeRateAmount",
                (r, amount) => r.AdjustmentExchangeRateAmount = amount
            )
            .Set<decimal>(
                "relationalAdjustmentExchangeRateAmount",
                (r, amount) => r.RelationalAdjustmentExchangeRateAmount = amount
            )
            .Needs("currencyCode", r => r.CurrencyCode)
            .Check(CheckRelational)
            .Check(CheckAmounts);

    // Blank is the company's own currency, by whichever name it is given (CNV-03).
    private static async Task CheckRelational(RowEdit<ExchangeRate> edit)
    {
        var code = edit.Row.RelationalCurrencyCode;
        var ct = edit.Scope.Aborted;
        if (code.Length == 0)
            return;
        if (await edit.Db.Set<GlSetup>().AnyAsync(setup => setup.LcyCode == code, ct))
            edit.Row.RelationalCurrencyCode = "";
        else if (code == edit.Row.CurrencyCode)
            edit.Refuse(EditCodes.Range, Relational, code);
        else if (!await edit.Db.Currencies.AnyAsync(c => c.Code == code, ct))
            edit.Refuse(EditCodes.Unknown, Relational, code);
    }

    private static Task CheckAmounts(RowEdit<ExchangeRate> edit)
    {
        var row = edit.Row;
        if (row.StartingDate == default)
            edit.Refuse(ProblemCodes.FieldEmpty, Starting);
        void Check(string name, decimal amount)
        {
            if (amount is <= 0m or > AmountMax)
                edit.Refuse(EditCodes.Range, name, amount.ToString(CultureInfo.InvariantCulture));
        }

        Check(Units, row.ExchangeRateAmount);
        Check(Worth, row.RelationalExchangeRateAmount);
        if (
            row.AdjustmentExchangeRateAmount == 0m
            && row.RelationalAdjustmentExchangeRateAmount == 0m
        )
            return Task.CompletedTask;
        Check("adjustmentExchangeRateAmount", row.AdjustmentExchangeRateAmount);
        Check("relationalAdjustmentExchangeRateAmount", row.RelationalAdjustmentExchangeRateAmount);
        return Task.CompletedTask;
    }

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
