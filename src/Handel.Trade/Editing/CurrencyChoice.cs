using Handel.Kernel.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>Currency of a document and its rate (FCY-04, CUR-05, D-10).</summary>
internal static class CurrencyChoice
{
    public static void Set(Edit edit, string code)
    {
        var document = edit.Document;
        // The same code again asks for the rate that was missing.
        if (BlankForLcy(edit, code) == document.CurrencyCode && document.CurrencyFactor > 0m)
            return;
        if (Take(edit, code))
            LineRecreation.Recreate(edit, HeaderField.CurrencyCode);
    }

    /// <summary>Takes a currency that exists, with its rate; no lines follow.</summary>
    public static bool Take(Edit edit, string currencyCode)
    {
        var code = BlankForLcy(edit, currencyCode);
        if (code.Length > 0)
        {
            if (edit.Setup.Currencies.GetValueOrDefault(code) is not { } currency)
            {
                edit.Refuse(EditCodes.Unknown, HeaderField.CurrencyCode, code);
                return false;
            }
            foreach (var problem in currency.FindMissingPrecision())
                edit.Refuse(problem);
        }
        edit.Document.CurrencyCode = code;
        TakeRate(edit);
        return true;
    }

    public static void SetFactor(Edit edit, decimal factor)
    {
        if (factor <= 0 || (edit.Document.CurrencyCode.Length == 0 && factor != 1m))
            edit.Refuse(EditCodes.Range, HeaderField.CurrencyFactor);
        else
            edit.Document.CurrencyFactor = factor;
    }

    /// <summary>After another posting date: the rate of that day, unless it was typed.</summary>
    public static void Refresh(Edit edit, DateOnly? before)
    {
        var document = edit.Document;
        var old = RateAt(edit, before).Value;
        var isTyped = document.CurrencyFactor > 0m && !IsSame(document.CurrencyFactor, old);
        if (document.CurrencyCode.Length > 0 && !isTyped)
            TakeRate(edit);
    }

    // A stored factor has lost the decimals beyond those that are kept.
    private static bool IsSame(decimal stored, decimal factor) =>
        decimal.Round(stored, ExchangeRates.Decimals)
        == decimal.Round(factor, ExchangeRates.Decimals);

    private static string BlankForLcy(Edit edit, string code) =>
        code == edit.Setup.Gl.LcyCode ? "" : code;

    // A missing rate is only noticed here; posting refuses the factor 0 (FCY-04).
    private static void TakeRate(Edit edit)
    {
        var rate = RateAt(edit, edit.Document.PostingDate);
        edit.Document.CurrencyFactor = rate.Value;
        if (rate.Problem is { } missing)
            edit.Notice(missing);
    }

    private static Factor RateAt(Edit edit, DateOnly? date) =>
        edit.Setup.ExchangeRates.FactorAt(
            edit.Document.CurrencyCode,
            date ?? edit.Context.WorkDate
        );
}
