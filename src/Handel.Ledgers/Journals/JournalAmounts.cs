using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Journals;

/// <summary>Amount, currency and what follows from them (JNL-13, CUR-04, CUR-05, VJN-02).</summary>
internal readonly record struct JournalAmounts(JournalEdit Edit)
{
    private JournalLine Line => Edit.Line;

    public void Set(decimal amount)
    {
        if (!IsRounded(amount, Line.CurrencyCode, JournalField.Amount))
            return;
        Line.Amount = amount;
        Convert();
    }

    // A correction stands on the side that it corrects, with a minus.
    public void SetDebit(decimal amount) => Set(amount);

    public void SetCredit(decimal amount) => Set(-amount);

    /// <summary>
    /// Another value in LCY is another rate; in LCY itself it is the amount (CUR-05).
    /// </summary>
    public void SetLcy(decimal amountLcy)
    {
        if (Line.CurrencyCode.Length == 0)
        {
            Set(amountLcy);
            return;
        }
        if (!IsRounded(amountLcy, "", JournalField.AmountLcy))
            return;
        if (amountLcy * Line.Amount <= 0m)
        {
            Edit.Refuse(JournalCodes.LcySign, JournalField.AmountLcy, amountLcy);
            return;
        }
        Line.AmountLcy = amountLcy;
        Line.CurrencyFactor = Line.Amount / amountLcy;
        RecalculateVat();
    }

    /// <summary>The code of LCY is blank (CNV-03).</summary>
    public void SetCurrency(string code)
    {
        var stored = Edit.Setup.ExchangeRates.IsLcy(code) ? "" : code;
        if (!Edit.IsKnown(JournalField.CurrencyCode, stored, Edit.Setup.Currencies))
            return;
        Line.CurrencyCode = stored;
        RefreshFactor();
    }

    public void SetFactor(decimal factor)
    {
        var rate = Edit.Setup.ExchangeRates.RateAt(Line.CurrencyCode, Line.PostingDate);
        var isFixed = rate is { FixedRate: FixedRate.Both } || Line.CurrencyCode.Length == 0;
        if (factor <= 0m || (isFixed && factor != Line.CurrencyFactor))
        {
            Edit.Refuse(ProblemCodes.Range, JournalField.CurrencyFactor, factor);
            return;
        }
        Line.CurrencyFactor = factor;
        Convert();
    }

    /// <summary>Takes the rate of the posting date; without one the edit is refused.</summary>
    public void RefreshFactor()
    {
        var factor = Edit.Setup.ExchangeRates.FactorAt(Line.CurrencyCode, Line.PostingDate);
        if (factor.Problem is { } missing)
        {
            Edit.Refuse(
                missing with
                {
                    Record = Edit.Context.Settings.RecordOf(Line),
                    Field = JournalFieldNames.Of(JournalField.CurrencyCode),
                    Value = Line.CurrencyCode,
                }
            );
            return;
        }
        Line.CurrencyFactor = factor.Value;
        Convert();
    }

    private void Convert()
    {
        Line.AmountLcy =
            Line.CurrencyCode.Length == 0
                ? Line.Amount
                : Conversion.ToLcy(
                    Line.Amount,
                    Line.CurrencyFactor,
                    JournalCurrency.PrecisionOf(Edit.Setup, "")
                );
        RecalculateVat();
    }

    /// <summary>Computes VAT anew where the rate of the VAT date is another one (VPS-02).</summary>
    public void RefreshVat()
    {
        JournalVatAmounts.Refresh(new(Line, IsBalancing: false), Edit.Setup);
        JournalVatAmounts.Refresh(new(Line, IsBalancing: true), Edit.Setup);
    }

    private void RecalculateVat()
    {
        JournalVatAmounts.Recalculate(new(Line, IsBalancing: false), Edit.Setup);
        JournalVatAmounts.Recalculate(new(Line, IsBalancing: true), Edit.Setup);
    }

    private bool IsRounded(decimal amount, string currencyCode, JournalField field)
    {
        var precision = JournalCurrency.PrecisionOf(Edit.Setup, currencyCode);
        if (Rounding.Round(amount, precision) == amount)
            return true;
        Edit.Refuse(
            Edit.Problem(JournalCodes.NotRounded, field, amount) with
            {
                Args = new Dictionary<string, string>
                {
                    ["precision"] = LineProblems.Text(precision),
                },
            }
        );
        return false;
    }
}
