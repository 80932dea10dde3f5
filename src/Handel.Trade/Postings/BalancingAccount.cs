using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;

namespace Handel.Trade.Postings;

/// <summary>What a payment method pays from or into at once (PTM-10, PTM-12).</summary>
internal static class BalancingAccount
{
    private const string Field = "balAccountNo";

    /// <summary>The ledger account; blank with a problem.</summary>
    public static string Of(PaymentMethod method, AccountResolution accounts) =>
        method.IsBalAccountBank ? "" : accounts.Checked(method.BalAccountNo, Field, At(method));

    /// <summary>
    /// The bank account, or null where there is none or it may not be used (CUR-08).
    /// </summary>
    public static BankAccount? BankOf(
        PaymentMethod method,
        string currencyCode,
        AccountResolution accounts
    )
    {
        if (!method.IsBalAccountBank)
            return null;
        var bank = accounts.Setup.BankAccounts.GetValueOrDefault(method.BalAccountNo);
        var code = bank switch
        {
            null => ProblemCodes.FieldEmpty,
            { IsBlocked: true } => ProblemCodes.Blocked,
            _ when bank.CurrencyCode.Length > 0 && bank.CurrencyCode != currencyCode =>
                JournalCodes.BankCurrency,
            _ => "",
        };
        if (code.Length == 0)
            return bank;
        var problem = new Problem(code, accounts.Record, Field, method.BalAccountNo)
        {
            MendedAt = At(method),
        };
        if (!accounts.Problems.Any(p => (p.Code, p.Field) == (problem.Code, problem.Field)))
            accounts.Problems.Add(problem);
        return null;
    }

    private static RecordRef At(PaymentMethod method) => new("paymentMethods", method.Code);
}
