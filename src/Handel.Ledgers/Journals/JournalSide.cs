using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>
/// The account or the balancing account of a line while it is edited: what choosing it fills in,
/// and the VAT that goes with it (JNL-04, VJN-01, VJN-05).
/// </summary>
internal readonly record struct JournalSide(JournalEdit Edit, bool IsBalancing)
{
    private JournalLine Line => Edit.Line;
    private CompanySetup Setup => Edit.Setup;
    private JournalVat Vat => IsBalancing ? Line.BalVat : Line.Vat;
    private JournalAccountType Type => IsBalancing ? Line.BalAccountType : Line.AccountType;
    private JournalField NoField =>
        IsBalancing ? JournalField.BalAccountNo : JournalField.AccountNo;
    private JournalPart Part => new(Line, IsBalancing);

    public void SetType(JournalAccountType type)
    {
        if (type == Type)
            return;
        if (IsBalancing)
            Line.BalAccountType = type;
        else
            Line.AccountType = type;
        Clear();
    }

    public void SetNo(string no)
    {
        Clear();
        if (no.Length == 0)
            return;
        if (IsBalancing && Edit.Context.Settings.IsRecurring)
        {
            Edit.Refuse(JournalCodes.Recurring, NoField, no);
            return;
        }
        switch (Type)
        {
            case JournalAccountType.GlAccount:
                ChooseAccount(no);
                break;
            case JournalAccountType.Customer:
            case JournalAccountType.Vendor:
                ChooseParty(JournalAccounts.SideOf(Type)!, no);
                break;
            case JournalAccountType.BankAccount:
                ChooseBank(no);
                break;
            default:
                throw new InvalidOperationException($"Unknown account type {Type}.");
        }
    }

    public void SetVatType(GenPostingType type) => SetVat(vat => vat.GenPostingType = type);

    /// <summary>The group may propose the VAT group (PG-10).</summary>
    public void SetGenBus(string code)
    {
        var field = IsBalancing
            ? JournalField.BalGenBusPostingGroup
            : JournalField.GenBusPostingGroup;
        if (!Edit.IsKnown(field, code, Setup.GenBusGroups))
            return;
        var proposed = Setup.GenBusGroups.GetValueOrDefault(code)?.DefVatBusPostingGroup ?? "";
        SetVat(vat =>
        {
            vat.GenBusPostingGroup = code;
            if (proposed.Length > 0)
                vat.VatBusPostingGroup = proposed;
        });
    }

    public void SetGenProd(string code)
    {
        var field = IsBalancing
            ? JournalField.BalGenProdPostingGroup
            : JournalField.GenProdPostingGroup;
        if (!Edit.IsKnown(field, code, Setup.GenProdGroups))
            return;
        var proposed = Setup.GenProdGroups.GetValueOrDefault(code)?.DefVatProdPostingGroup ?? "";
        SetVat(vat =>
        {
            vat.GenProdPostingGroup = code;
            if (proposed.Length > 0)
                vat.VatProdPostingGroup = proposed;
        });
    }

    /// <summary>
    /// Whoever names the VAT group of a product means VAT: what is blank beside it comes from the
    /// account (API-J-2).
    /// </summary>
    public void SetVatProd(string code)
    {
        var field = IsBalancing
            ? JournalField.BalVatProdPostingGroup
            : JournalField.VatProdPostingGroup;
        if (code.Length > 0 && Setup.VatPosting.Keys.All(key => key.VatProd != code))
        {
            Edit.Refuse(ProblemCodes.Unknown, field, code);
            return;
        }
        var account = Setup.Accounts.GetValueOrDefault(Part.AccountNo);
        SetVat(vat =>
        {
            vat.VatProdPostingGroup = code;
            if (code.Length == 0)
                (vat.GenPostingType, vat.VatBusPostingGroup) = (GenPostingType.None, "");
            else if (vat.GenPostingType == GenPostingType.None)
                vat.GenPostingType = account?.GenPostingType ?? GenPostingType.None;
            if (code.Length > 0 && vat.VatBusPostingGroup.Length == 0)
                vat.VatBusPostingGroup = account?.VatBusPostingGroup ?? "";
        });
    }

    public void SetVat(Action<JournalVat> change)
    {
        change(Vat);
        JournalVatAmounts.Recalculate(Part, Setup);
    }

    // VAT-09
    public void SetVatAmount(decimal amount)
    {
        var field = IsBalancing ? JournalField.BalVatAmount : JournalField.VatAmount;
        var setup = Part.HasVat ? JournalVatAmounts.SetupOf(Vat, Setup) : null;
        var computed = setup is null ? 0m : JournalVatAmounts.Computed(Part, setup, Setup);
        var max = JournalVatChecks.MaxOf(Line, Edit.Context.Settings, Setup);
        if (Math.Abs(amount - computed) > max)
        {
            Edit.Refuse(
                Edit.Problem(JournalCodes.VatDifference, field, amount) with
                {
                    Args = new Dictionary<string, string>
                    {
                        ["computed"] = LineProblems.Text(computed),
                        ["max"] = LineProblems.Text(max),
                    },
                }
            );
            return;
        }
        Vat.VatAmount = amount;
        Vat.VatBaseAmount = setup is null ? 0m : Part.Amount - amount;
        Vat.VatDifference = amount - computed;
    }

    private void Clear()
    {
        if (Part.IsParty)
            Line.PostingGroup = "";
        if (IsBalancing)
            (Line.BalAccountNo, Line.BalVat) = ("", new());
        else
            (Line.AccountNo, Line.Vat) = ("", new());
    }

    private void Take(string no, string name)
    {
        if (IsBalancing)
            Line.BalAccountNo = no;
        else
            (Line.AccountNo, Line.Description) = (no, name);
    }

    private void ChooseAccount(string no)
    {
        if (Setup.Accounts.GetValueOrDefault(no) is not { } account)
        {
            Edit.Refuse(ProblemCodes.Unknown, NoField, no);
            return;
        }
        if (FindUnfit(account) is { } unfit)
        {
            Edit.Refuse(unfit);
            return;
        }
        Take(account.No, account.Name);
        if (!Edit.Context.Settings.CopyVatSetup || account.GenPostingType == GenPostingType.None)
            return;
        SetVat(vat =>
        {
            vat.GenPostingType = account.GenPostingType;
            vat.GenBusPostingGroup = account.GenBusPostingGroup;
            vat.GenProdPostingGroup = account.GenProdPostingGroup;
            vat.VatBusPostingGroup = account.VatBusPostingGroup;
            vat.VatProdPostingGroup = account.VatProdPostingGroup;
        });
    }

    // COA-02. An account without direct posting takes full VAT only, which is told by its groups.
    private Problem? FindUnfit(GlAccount account)
    {
        var isVatAccount = Setup.VatPosting.Values.Any(setup =>
            setup.CalculationType == Ledgers.Vat.VatCalculationType.FullVat
            && (setup.PurchaseVatAccount == account.No || setup.SalesVatAccount == account.No)
        );
        var reason = account switch
        {
            { AccountType: not GlAccountType.Posting } => "accountType",
            { IsBlocked: true } => "blocked",
            { DirectPosting: false } when !isVatAccount => "directPosting",
            _ => "",
        };
        return reason.Length == 0
            ? null
            : Edit.Problem(ProblemCodes.NotPostable, NoField, account.No) with
            {
                Args = new Dictionary<string, string> { ["reason"] = reason },
                MendedAt = new(AccountResolution.AccountEntity, account.No),
            };
    }

    private void ChooseParty(LedgerSide side, string no)
    {
        if (Edit.Context.FindParty(side, no) is not { } party)
        {
            Edit.Refuse(ProblemCodes.Unknown, NoField, no);
            return;
        }
        if (party.IsPrivacyBlocked || side.StopsJournal(party.Blocked, Line.DocumentType))
        {
            var blocked = party.IsPrivacyBlocked ? "Privacy" : party.Blocked.ToString();
            Edit.Refuse(Blocked(no, party.Address.Name, blocked, side.PartyEntity));
            return;
        }
        Take(party.No, party.Address.Name);
        TakeTerms(party);
    }

    // JNL-04
    private void TakeTerms(Party party)
    {
        Line.PaymentMethodCode = party.PaymentMethodCode;
        Line.RecipientBankAccount = party.Iban;
        if (Setup.Salespeople.GetValueOrDefault(party.SalespersonCode) is { IsBlocked: false })
            Line.SalespersonCode = party.SalespersonCode;
        Edit.Amounts.SetCurrency(party.CurrencyCode);
        Line.PaymentTermsCode = JournalNeeds.IsUnique(Line.DocumentType)
            ? party.PaymentTermsCode
            : "";
        JournalTerms.Refresh(Line, Setup);
    }

    // CUR-08
    private void ChooseBank(string no)
    {
        if (Setup.BankAccounts.GetValueOrDefault(no) is not { } bank)
            Edit.Refuse(ProblemCodes.Unknown, NoField, no);
        else if (bank.IsBlocked)
            Edit.Refuse(Blocked(no, bank.Name, "All", BankAccount.Entity));
        else
        {
            Take(bank.No, bank.Name);
            if (bank.CurrencyCode.Length > 0)
                Edit.Amounts.SetCurrency(bank.CurrencyCode);
        }
    }

    private Problem Blocked(string no, string name, string blocked, string entity) =>
        Edit.Problem(ProblemCodes.Blocked, NoField, no) with
        {
            Args = new Dictionary<string, string> { ["name"] = name, ["blocked"] = blocked },
            MendedAt = new(entity, no),
        };
}
