using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>Checks of what is posted together (JNL-30..32, VJN-04).</summary>
internal static class JournalDocumentChecks
{
    /// <summary>Half a cent: the most that rounding one amount may move it.</summary>
    private const decimal RoundingStep = 0.005m;

    public static void Find(JournalUnit unit, JournalScope scope, List<Problem> problems)
    {
        foreach (var document in unit.Documents)
        {
            FindCorrection(document, scope, problems);
            FindVatOfWhom(document, scope, problems);
        }
        FindBalance(unit, scope, problems);
    }

    /// <summary>
    /// What one document in one foreign currency is off in LCY although it balances in its own:
    /// the rounding of its lines, to be written off (JNL-31, ACC-23). Zero when it is not that.
    /// </summary>
    public static decimal RoundingOf(JournalUnit unit, JournalScope scope)
    {
        var parts = unit.Documents.SelectMany(document => document.Parts).ToList();
        if (parts.Count == 0)
            return 0m;
        var (currency, factor) = (parts[0].Line.CurrencyCode, parts[0].Line.CurrencyFactor);
        var isOneCurrency =
            currency.Length > 0
            && parts.All(p => (p.Line.CurrencyCode, p.Line.CurrencyFactor) == (currency, factor));
        if (!scope.Command.IsSystemCreated || !isOneCurrency || parts.Sum(p => p.Amount) != 0m)
            return 0m;
        var rest = parts.Sum(part => part.AmountLcy);
        return Math.Abs(rest) <= RoundingStep * parts.Count ? rest : 0m;
    }

    /// <summary>The account that takes the rounding of a currency (ACC-23).</summary>
    public static string RoundingAccount(
        decimal rest,
        string currencyCode,
        AccountResolution accounts
    )
    {
        var currency = accounts.Setup.Currencies.GetValueOrDefault(currencyCode);
        var at = new RecordRef(Currency.Entity, currencyCode);
        // The lines are a debit too much: the rest is a credit, and the other way round.
        return rest > 0m
            ? accounts.Checked(
                currency?.LcyRoundingCreditAccountNo ?? "",
                "lcyRoundingCreditAccount",
                at
            )
            : accounts.Checked(
                currency?.LcyRoundingDebitAccountNo ?? "",
                "lcyRoundingDebitAccount",
                at
            );
    }

    // JNL-30, JNL-31
    private static void FindBalance(JournalUnit unit, JournalScope scope, List<Problem> problems)
    {
        var record = RecordOf(unit.Documents[^1], scope);
        var found = new LineProblems(record, problems);
        var currencies = unit.Lines.Select(line => line.Line.CurrencyCode).Distinct().ToList();
        var foreign = unit.Documents.Sum(document => document.Parts.Sum(part => part.Amount));
        if (currencies is [{ Length: > 0 } code] && foreign != 0m)
            problems.Add(
                found.With(
                    JournalCodes.CurrencyBalance,
                    ("documentNumber", unit.No),
                    ("amount", foreign),
                    ("currency", code),
                    ("date", unit.PostingDate)
                )
            );
        else if (unit.BalanceLcy is var balance && balance != RoundingOf(unit, scope))
            problems.Add(
                found.With(
                    JournalCodes.Balance,
                    ("documentNumber", unit.No),
                    ("amount", balance),
                    ("date", unit.PostingDate)
                )
            );
        else if (balance != 0m)
            RoundingAccount(balance, currencies[0], new(scope.Setup, record, problems));
    }

    private static void FindCorrection(
        JournalDocument document,
        JournalScope scope,
        List<Problem> problems
    )
    {
        var first = document.Lines[0].Line.IsCorrection;
        var isMixed = document.Lines.Any(line => line.Line.IsCorrection != first);
        if (isMixed || (first && !scope.Settings.Template.ForceDocBalance))
            new LineProblems(RecordOf(document, scope), problems).Add(
                JournalCodes.Correction,
                "correction",
                document.No
            );
    }

    // VJN-04: a VAT entry of several parties would not know its own.
    private static void FindVatOfWhom(
        JournalDocument document,
        JournalScope scope,
        List<Problem> problems
    )
    {
        var hasVat = document.Parts.Any(part => part.HasVat);
        if (hasVat && document.Parts.Where(part => part.IsParty).Skip(1).Any())
            new LineProblems(RecordOf(document, scope), problems).Add(
                JournalCodes.VatOfWhom,
                "documentNumber",
                document.No
            );
    }

    private static RecordRef RecordOf(JournalDocument document, JournalScope scope) =>
        scope.Settings.RecordOf(document.Lines[^1].Origin);
}
