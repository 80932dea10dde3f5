using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Finance;

/// <summary>
/// Which account a role means (ACC-01..42). There is no fallback: what is missing, blocked or not a
/// posting account becomes a problem of the record that is posted, with a way to the setup
/// (ACC-40).
/// </summary>
/// <param name="Setup">Where the accounts are named.</param>
/// <param name="Record">The document line (or document) that needs them.</param>
/// <param name="Problems">
/// Takes what is wrong; an account with a problem is answered as blank.
/// </param>
public readonly record struct AccountResolution(
    CompanySetup Setup,
    RecordRef Record,
    List<Problem> Problems
)
{
    public const string GeneralEntity = "generalPostingSetups";
    public const string VatEntity = "taxPostingSetups";
    public const string AccountEntity = "accounts";

    /// <summary>ACC-01, 02, 04..08, 17, 18.</summary>
    public string Trade(LedgerSide side, GenGroups groups, TradeRole role)
    {
        if (General(groups) is not { } setup)
            return "";
        var accounts = side.Accounts(setup);
        var (field, account) = role switch
        {
            TradeRole.Account => ("Account", accounts.Account),
            TradeRole.CreditMemoAccount => ("CreditMemoAccount", accounts.CreditMemoAccount),
            TradeRole.LineDiscount => ("LineDiscAccount", accounts.LineDiscAccount),
            TradeRole.InvoiceDiscount => ("InvDiscAccount", accounts.InvDiscAccount),
            TradeRole.Prepayments => ("PrepaymentsAccount", accounts.PrepaymentsAccount),
            TradeRole.PmtDiscDebit => ("PmtDiscDebitAccount", accounts.PmtDiscDebitAccount),
            TradeRole.PmtDiscCredit => ("PmtDiscCreditAccount", accounts.PmtDiscCreditAccount),
            TradeRole.PmtTolDebit => ("PmtTolDebitAccount", accounts.PmtTolDebitAccount),
            TradeRole.PmtTolCredit => ("PmtTolCreditAccount", accounts.PmtTolCreditAccount),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
        return Checked(
            account,
            side.FieldPrefix + field,
            At(GeneralEntity, groups.Bus, groups.Prod)
        );
    }

    /// <summary>ACC-09, 10, 15, 16, 18..20, 25.</summary>
    public string Party(LedgerSide side, string group, PartyRole role)
    {
        if (!Setup.PartyPostingGroups.TryGetValue((side.Direction, group), out var setup))
            return Missing(
                ProblemCodes.FieldEmpty,
                "postingGroup",
                At(side.PartyGroupEntity, group)
            );
        var (field, account) = role switch
        {
            PartyRole.Control => (side.ControlField, setup.ControlAccount),
            PartyRole.ServiceCharge => ("serviceChargeAccount", setup.ServiceChargeAccount),
            PartyRole.InvoiceRounding => ("invoiceRoundingAccount", setup.InvoiceRoundingAccount),
            PartyRole.PaymentDiscountDebit => (
                "paymentDiscDebitAccount",
                setup.PaymentDiscDebitAccount
            ),
            PartyRole.PaymentDiscountCredit => (
                "paymentDiscCreditAccount",
                setup.PaymentDiscCreditAccount
            ),
            PartyRole.RoundingDebit => ("debitRoundingAccount", setup.DebitRoundingAccount),
            PartyRole.RoundingCredit => ("creditRoundingAccount", setup.CreditRoundingAccount),
            PartyRole.PaymentToleranceDebit => (
                "paymentToleranceDebitAccount",
                setup.PaymentToleranceDebitAccount
            ),
            PartyRole.PaymentToleranceCredit => (
                "paymentToleranceCreditAccount",
                setup.PaymentToleranceCreditAccount
            ),
            PartyRole.ApplnRoundingDebit => (
                "applnRoundingDebitAccount",
                setup.ApplnRoundingDebitAccount
            ),
            PartyRole.ApplnRoundingCredit => (
                "applnRoundingCreditAccount",
                setup.ApplnRoundingCreditAccount
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
        return Checked(account, field, At(side.PartyGroupEntity, group));
    }

    /// <summary>ACC-21, 22; LCY has no exchange differences.</summary>
    public string Currency(string code, CurrencyRole role)
    {
        var currency = Setup.Currencies.GetValueOrDefault(code) ?? new();
        var (field, account) = role switch
        {
            CurrencyRole.RealizedGains => (
                "realizedGainsAccountNo",
                currency.RealizedGainsAccountNo
            ),
            CurrencyRole.RealizedLosses => (
                "realizedLossesAccountNo",
                currency.RealizedLossesAccountNo
            ),
            CurrencyRole.UnrealizedGains => (
                "unrealizedGainsAccountNo",
                currency.UnrealizedGainsAccountNo
            ),
            CurrencyRole.UnrealizedLosses => (
                "unrealizedLossesAccountNo",
                currency.UnrealizedLossesAccountNo
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
        return Checked(account, field, At(Handel.Kernel.Amounts.Currency.Entity, code));
    }

    /// <summary>The VAT setup of a line, or null with a problem (ACC-40, VPS-11).</summary>
    public VatPostingSetup? Vat(VatGroups groups)
    {
        var at = At(VatEntity, groups.Bus, groups.Prod);
        if (!Setup.VatPosting.TryGetValue((groups.Bus, groups.Prod), out var setup))
            Missing(ProblemCodes.FieldEmpty, "vatProdPostingGroup", at);
        else if (setup.IsBlocked)
            Missing(ProblemCodes.Line, "vatProdPostingGroup", at);
        else
            return setup;
        return null;
    }

    /// <summary>ACC-11, 12.</summary>
    public string VatAccount(LedgerSide side, VatPostingSetup setup) =>
        Checked(side.VatAccount(setup), VatField(side), AtVat(setup));

    /// <summary>ACC-13.</summary>
    public string ReverseChargeAccount(VatPostingSetup setup) =>
        Checked(setup.ReverseChargeVatAccount, "reverseChargeVatAccount", AtVat(setup));

    /// <summary>ACC-11, 12: where VAT waits for payment.</summary>
    public string UnrealizedVatAccount(LedgerSide side, VatPostingSetup setup) =>
        Checked(
            side.UnrealizedVatAccount(setup),
            $"{side.SetupPrefix}TaxUnrealizedAccount",
            AtVat(setup)
        );

    /// <summary>ACC-13: its other side, where the buyer assesses it.</summary>
    public string UnrealizedReverseChargeAccount(VatPostingSetup setup) =>
        Checked(
            setup.ReverseChargeVatUnrealAccount,
            "reverseChargeUnrealizedAccount",
            AtVat(setup)
        );

    /// <summary>
    /// The treatment of VAT on a document that will be paid: where the setup says so it waits for
    /// that, and stands on the accounts where it waits (VPS-04, UNR-01).
    /// </summary>
    public VatTreatment Waiting(VatTreatment due, LedgerSide side, VatPostingSetup setup) =>
        setup.UnrealizedVatType == UnrealizedVatType.None
            ? due
            : due with
            {
                UnrealizedVatType = setup.UnrealizedVatType,
                AccountNo = due.AccountNo.Length == 0 ? "" : UnrealizedVatAccount(side, setup),
                ReverseAccountNo =
                    due.ReverseAccountNo.Length == 0 ? "" : UnrealizedReverseChargeAccount(setup),
            };

    /// <summary>ACC-14: blank is the account of the line itself.</summary>
    public string NonDeductibleAccount(VatPostingSetup setup) =>
        setup.NonDeductibleVatAccount.Length == 0
            ? ""
            : Checked(setup.NonDeductibleVatAccount, "nonDeductibleVatAccount", AtVat(setup));

    /// <summary>The accounts and the rate that VAT of a line goes by (ACC-11..13).</summary>
    /// <param name="side">Sale or purchase.</param>
    /// <param name="setup">The VAT setup of the line.</param>
    /// <param name="vatDate">The date whose rate holds (VPS-02).</param>
    /// <param name="vatAmount">VAT that stands on the line whatever the rate says.</param>
    public VatTreatment Treatment(
        LedgerSide side,
        VatPostingSetup setup,
        DateOnly vatDate,
        decimal vatAmount
    )
    {
        var pct = setup.PctAt(vatDate);
        var isReverse = setup.CalculationType == VatCalculationType.ReverseCharge;
        var isSelfAssessed = isReverse && side.IsVatSelfAssessed && pct != 0m;
        var isCharged =
            setup.CalculationType == VatCalculationType.FullVat
            || (setup.CalculationType == VatCalculationType.Normal && pct != 0m);
        var needsAccount = isCharged || isSelfAssessed || vatAmount != 0m;
        return new(
            setup.CalculationType,
            pct,
            setup.IsEuService,
            needsAccount ? VatAccount(side, setup) : "",
            isSelfAssessed ? ReverseChargeAccount(setup) : ""
        )
        {
            Rounding = Setup.Gl.VatRoundingType,
        };
    }

    /// <summary>ACC-26: the ledger account of a bank account's group.</summary>
    public string Bank(BankAccount account) =>
        Setup.BankPostingGroups.TryGetValue(account.PostingGroup, out var group)
            ? Checked(group.GlAccountNo, "accountNumber", At(BankPostingGroup.Entity, group.Code))
            : Missing(ProblemCodes.FieldEmpty, "postingGroup", At(BankAccount.Entity, account.No));

    /// <summary>
    /// ACC-03: an account that a user typed must take direct posting (COA-02, COA-03).
    /// </summary>
    public string Typed(string account, string field)
    {
        var found = Checked(account, field, Record);
        if (found.Length == 0 || Setup.Accounts[found].DirectPosting)
            return found;
        return Missing(ProblemCodes.Line, field, At(AccountEntity, found), found);
    }

    /// <summary>
    /// An account that a rule chose: it exists, takes postings and is not blocked (PG-13).
    /// </summary>
    public string Checked(string account, string field, RecordRef mendedAt)
    {
        if (account.Length == 0)
            return Missing(ProblemCodes.FieldEmpty, field, mendedAt);
        if (!Setup.Accounts.TryGetValue(account, out var found))
            return Missing(ProblemCodes.FieldEmpty, field, mendedAt, account);
        return found.AccountType == GlAccountType.Posting && !found.IsBlocked
            ? account
            : Missing(ProblemCodes.Line, field, At(AccountEntity, account), account);
    }

    private GeneralPostingSetup? General(GenGroups groups)
    {
        var at = At(GeneralEntity, groups.Bus, groups.Prod);
        if (!Setup.GeneralPosting.TryGetValue((groups.Bus, groups.Prod), out var setup))
            Missing(ProblemCodes.FieldEmpty, "genProdPostingGroup", at);
        else if (setup.IsBlocked)
            Missing(ProblemCodes.Line, "genProdPostingGroup", at);
        else
            return setup;
        return null;
    }

    private string Missing(string code, string field, RecordRef mendedAt, string value = "")
    {
        Problems.Add(
            new Problem(code, Record, field, value)
            {
                MendedAt = mendedAt,
                Args = new Dictionary<string, string>
                {
                    ["setup"] = mendedAt.Entity,
                    ["groups"] = mendedAt.No,
                },
            }
        );
        return "";
    }

    private static string VatField(LedgerSide side) =>
        side.IsVatSelfAssessed ? "purchaseVatAccount" : "salesVatAccount";

    private static RecordRef AtVat(VatPostingSetup setup) =>
        At(VatEntity, setup.VatBusPostingGroup, setup.VatProdPostingGroup);

    private static RecordRef At(string entity, params ReadOnlySpan<string> keys) =>
        new(entity, string.Join(", ", keys));
}
