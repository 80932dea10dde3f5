using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Checks of one side of a line: its account, its VAT and what its kind demands (JNL-15..17, 20,
/// 22,
/// 23, 25, 26).
/// </summary>
internal static class JournalPartChecks
{
    public static void Find(JournalPart part, JournalScope scope, LineProblems problems)
    {
        var accounts = new AccountResolution(scope.Setup, problems.Record, problems.Found);
        switch (part.AccountType)
        {
            case JournalAccountType.GlAccount:
                FindAccount(part, scope, accounts);
                break;
            case JournalAccountType.Customer:
            case JournalAccountType.Vendor:
                FindParty(part, JournalAccounts.SideOf(part.AccountType)!, scope, accounts);
                break;
            case JournalAccountType.BankAccount:
                FindBank(part, scope, accounts);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part));
        }
        // JNL-16, VJN-04
        if (part.AccountType != JournalAccountType.GlAccount && part.Vat.IsSet)
            problems.Add(
                JournalCodes.VatOnParty,
                part.Field("generalPostingType", "balancingGeneralPostingType"),
                part.Vat.GenPostingType
            );
    }

    // JNL-25, JNL-15
    private static void FindAccount(
        JournalPart part,
        JournalScope scope,
        AccountResolution accounts
    )
    {
        if (!IsFullVatAccount(part, scope.Setup))
            accounts.Typed(part.AccountNo, part.AccountField);
        if (part.Vat.IsSet)
            JournalVatChecks.Find(part, scope, accounts);
    }

    /// <summary>
    /// Full VAT is posted to its control account, for it has its VAT entry (VAT-07).
    /// </summary>
    private static bool IsFullVatAccount(JournalPart part, CompanySetup setup) =>
        JournalAccounts.SideOf(part.Vat.GenPostingType) is { } side
        && JournalVatAmounts.SetupOf(part.Vat, setup) is { } vat
        && vat.CalculationType == VatCalculationType.FullVat
        && side.VatAccount(vat) == part.AccountNo;

    private static void FindParty(
        JournalPart part,
        LedgerSide side,
        JournalScope scope,
        AccountResolution accounts
    )
    {
        var problems = new LineProblems(accounts.Record, accounts.Problems);
        FindSign(part, side, problems);
        if (scope.FindParty(part) is not { } party)
        {
            problems.Add(ProblemCodes.Unknown, part.AccountField, part.AccountNo);
            return;
        }
        var group = part.GroupOf(party);
        accounts.Party(side, group, PartyRole.Control);
        var at = (problems.Record, JournalFieldNames.Of(JournalField.PostingGroup));
        if (PartyGroupChoice.Find(scope.Setup, party, group, at) is { } other)
            problems.Add(other);
        FindBlock(part, party, side, problems);
        FindUsed(part, side, scope, problems);
        FindExternal(part, side, scope, problems);
    }

    // JNL-17. A negative finance charge memo takes one back.
    private static void FindSign(JournalPart part, LedgerSide side, LineProblems problems)
    {
        var sign = part.Line.DocumentType switch
        {
            EntryDocumentType.None => 0,
            EntryDocumentType.Payment or EntryDocumentType.CreditMemo => -side.PartySign,
            EntryDocumentType.FinanceChargeMemo when part.Line.IsCorrection => 0,
            EntryDocumentType.Invoice
            or EntryDocumentType.FinanceChargeMemo
            or EntryDocumentType.Reminder
            or EntryDocumentType.Refund => side.PartySign,
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        if (part.Amount * sign < 0m)
            problems.Add(
                problems.With(
                    JournalCodes.AmountSign,
                    ("amount", part.Line.Amount),
                    ("documentType", part.Line.DocumentType),
                    ("account", part.AccountNo)
                )
            );
    }

    // JNL-20
    private static void FindBlock(
        JournalPart part,
        Party party,
        LedgerSide side,
        LineProblems problems
    )
    {
        var isStopped = side.StopsJournal(party.Blocked, part.Line.DocumentType);
        if (!party.IsPrivacyBlocked && !isStopped)
            return;
        var blocked = party.IsPrivacyBlocked ? "Privacy" : party.Blocked.ToString();
        problems.Add(
            problems.With(
                ProblemCodes.Blocked,
                (part.AccountField, party.No),
                ("name", party.Address.Name),
                ("blocked", blocked)
            ) with
            {
                MendedAt = new(side.PartyEntity, party.No),
            }
        );
    }

    // JNL-22
    private static void FindUsed(
        JournalPart part,
        LedgerSide side,
        JournalScope scope,
        LineProblems problems
    )
    {
        var (line, books) = (part.Line, scope.Books);
        if (!JournalNeeds.IsUnique(line.DocumentType))
            return;
        var key = new PartyDocumentKey(side.Direction, line.DocumentType, line.DocumentNo);
        var isDrawn = scope.Settings.PostingNoSeries.Length > 0;
        if (!isDrawn && scope.Entries.OfDocument(books, key).Any(entry => !entry.IsReversed))
            problems.Add(
                problems.With(
                    JournalCodes.DocumentUsed,
                    ("documentNumber", line.DocumentNo),
                    ("documentType", line.DocumentType)
                )
            );
        if (line.ExternalDocumentNo.Length == 0 || !side.NumbersDocuments)
            return;
        var external = JournalNeeds.ExternalNumber(part, side);
        if (books.ExternalNumbers.TryGet(external, out var taken))
            problems.Add(
                problems.With(
                    ProblemCodes.ExternalDocumentNo,
                    ("externalDocumentNumber", line.ExternalDocumentNo),
                    ("takenBy", taken)
                )
            );
    }

    // JNL-23
    private static void FindExternal(
        JournalPart part,
        LedgerSide side,
        JournalScope scope,
        LineProblems problems
    )
    {
        var isBill =
            part.Line.DocumentType is EntryDocumentType.Invoice or EntryDocumentType.CreditMemo;
        var isMandatory =
            side.NumbersDocuments && scope.Setup.Trade[side.Direction].ExtDocNoMandatory;
        if (isBill && isMandatory && part.Line.ExternalDocumentNo.Length == 0)
            problems.Add(ProblemCodes.ExternalDocumentNo, "externalDocumentNumber");
    }

    // JNL-26, CUR-08
    private static void FindBank(JournalPart part, JournalScope scope, AccountResolution accounts)
    {
        var problems = new LineProblems(accounts.Record, accounts.Problems);
        if (!scope.Setup.BankAccounts.TryGetValue(part.AccountNo, out var bank))
        {
            problems.Add(ProblemCodes.Unknown, part.AccountField, part.AccountNo);
            return;
        }
        accounts.Bank(bank);
        if (bank.IsBlocked)
            problems.Add(
                problems.With(
                    ProblemCodes.Blocked,
                    (part.AccountField, bank.No),
                    ("name", bank.Name)
                ) with
                {
                    MendedAt = new(BankAccount.Entity, bank.No),
                }
            );
        if (bank.CurrencyCode.Length > 0 && bank.CurrencyCode != part.Line.CurrencyCode)
            problems.Add(
                problems.With(
                    JournalCodes.BankCurrency,
                    ("currencyCode", part.Line.CurrencyCode),
                    ("bank", bank.No),
                    ("currency", bank.CurrencyCode)
                )
            );
    }
}
