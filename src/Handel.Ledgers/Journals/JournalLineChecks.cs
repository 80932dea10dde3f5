using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Checks of a line as a whole, all of them at once (JNL-10..14, 18, 19, 21, 32).
/// </summary>
internal static class JournalLineChecks
{
    public static void Find(JournalLine line, JournalScope scope, LineProblems problems)
    {
        FindDates(line, scope, problems);
        if (line.DocumentNo.Length == 0)
            problems.Add(ProblemCodes.FieldEmpty, "documentNumber");
        FindAccounts(line, scope, problems);
        FindAmounts(line, scope, problems);
        FindApplication(line, problems);
        FindFigures(line, problems);
        FindDiscount(line, scope, problems);
        FindRecurring(line, scope, problems);
    }

    // JNL-10
    private static void FindDates(JournalLine line, JournalScope scope, LineProblems problems)
    {
        if (line.PostingDate == default)
            problems.Add(ProblemCodes.FieldEmpty, "postingDate");
        else if (
            scope.Period.Against(line.PostingDate, scope.Setup, problems.Record) is { } outside
        )
            problems.Add(outside);
        if (line.VatDate == default)
        {
            problems.Add(ProblemCodes.FieldEmpty, "taxDate");
            return;
        }
        var allowed = scope.Command.UserVatDates;
        var asked = new VatDateQuestion(problems.Record, "taxDate", line.VatDate, allowed);
        foreach (var wrong in VatDateChecks.Find(scope.Setup, asked).Problems)
            problems.Add(wrong);
    }

    // JNL-12
    private static void FindAccounts(JournalLine line, JournalScope scope, LineProblems problems)
    {
        if (line.AccountNo.Length == 0 && line.BalAccountNo.Length == 0)
            problems.Add(ProblemCodes.FieldEmpty, "accountNumber");
        if (line.AccountNo.Length == 0 || line.BalAccountNo.Length == 0)
            return;
        if (line.AccountType.IsParty() && line.BalAccountType.IsParty())
            problems.Add(JournalCodes.TwoParties, "balancingAccountNumber", line.BalAccountNo);
        if ((line.AccountType, line.AccountNo) == (line.BalAccountType, line.BalAccountNo))
            problems.Add(JournalCodes.SameAccount, "balancingAccountNumber", line.BalAccountNo);
        if (scope.Settings.IsRecurring)
            problems.Add(JournalCodes.Recurring, "balancingAccountNumber", line.BalAccountNo);
    }

    // JNL-13, CUR-03
    private static void FindAmounts(JournalLine line, JournalScope scope, LineProblems problems)
    {
        if (line.Amount == 0m)
            problems.Add(JournalCodes.ZeroAmount, "amount", line.Amount);
        var isLcy = line.CurrencyCode.Length == 0;
        if (line.Amount * line.AmountLcy < 0m || (isLcy && line.Amount != line.AmountLcy))
            problems.Add(JournalCodes.LcySign, "amountLCY", line.AmountLcy);
        FindUnrounded((line.Amount, line.CurrencyCode), "amount", scope, problems);
        FindUnrounded((line.AmountLcy, ""), "amountLCY", scope, problems);
        if (isLcy)
            return;
        if (!scope.Setup.Currencies.ContainsKey(line.CurrencyCode))
            problems.Add(ProblemCodes.Unknown, "currencyCode", line.CurrencyCode);
        else if (line.CurrencyFactor <= 0m)
            problems.Add(ProblemCodes.ExchangeRate, "currencyCode", line.CurrencyCode);
    }

    private static void FindUnrounded(
        (decimal Value, string CurrencyCode) amount,
        string field,
        JournalScope scope,
        LineProblems problems
    )
    {
        var precision = scope.PrecisionOf(amount.CurrencyCode);
        if (Rounding.Round(amount.Value, precision) != amount.Value)
            problems.Add(
                problems.With(
                    JournalCodes.NotRounded,
                    (field, amount.Value),
                    ("precision", precision)
                )
            );
    }

    // JNL-14, JNL-21
    private static void FindApplication(JournalLine line, LineProblems problems)
    {
        var (document, id) = (line.AppliesToDocNo, line.AppliesToId);
        if (document.Length > 0 && id.Length > 0)
            problems.Add(JournalCodes.TwoApplications, "appliesToId", id);
        var applied = document.Length > 0 ? document : id;
        if (applied.Length > 0 && !line.Parts().Any(part => part.IsParty))
            problems.Add(JournalCodes.NothingToApply, "appliesToDocumentNumber", applied);
    }

    // JNL-18
    private static void FindFigures(JournalLine line, LineProblems problems)
    {
        var party = line.Parts().FirstOrDefault(part => part.IsParty);
        var amount = party?.Amount ?? line.Amount;
        if (line.TurnoverLcy * amount < 0m)
            problems.Add(JournalCodes.TurnoverSign, "salesPurchaseLCY", line.TurnoverLcy);
        if (line.ProfitLcy * amount < 0m)
            problems.Add(JournalCodes.TurnoverSign, "profitLCY", line.ProfitLcy);
        if (line.InvDiscountLcy * amount < 0m)
            problems.Add(JournalCodes.TurnoverSign, "invoiceDiscountLCY", line.InvDiscountLcy);
    }

    // JNL-19
    private static void FindDiscount(JournalLine line, JournalScope scope, LineProblems problems)
    {
        if (line.PaymentDiscountPct is < 0m or > 100m)
            problems.Add(ProblemCodes.Range, "paymentDiscountPercent", line.PaymentDiscountPct);
        if (line.PmtDiscountDate is null && line.PaymentDiscountPct == 0m)
            return;
        if (!JournalTerms.MayHaveDiscount(line, scope.Setup))
            problems.Add(JournalCodes.Discount, "paymentDiscountDate", line.PmtDiscountDate);
    }

    // JNL-41: what a recurring line needs, and what other lines must not have.
    private static void FindRecurring(JournalLine line, JournalScope scope, LineProblems problems)
    {
        var isRecurring = line.RecurringMethod != RecurringMethod.None;
        if (isRecurring != scope.Settings.IsRecurring)
            problems.Add(JournalCodes.Recurring, "recurringMethod", line.RecurringMethod);
        if (scope.Settings.IsRecurring && line.RecurringFrequency.Length == 0)
            problems.Add(ProblemCodes.FieldEmpty, "recurringFrequency");
    }
}
