using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade.Postings;

/// <summary>Checks of the header that both directions share (PC-06, 07, 10, 13, GLP-27).</summary>
internal static class HeaderChecks
{
    public static void Find(PostingScope scope, Books books, List<Problem> problems)
    {
        FindEmpty(scope, problems);
        FindDates(scope, books.Setup, problems);
        problems.AddRange(VatDateOf(scope, books.Setup).Problems);
        FindSalesperson(scope, books.Setup, problems);
        if (!scope.Invoices)
            return;
        var accounts = new AccountResolution(
            books.Setup,
            Mirror.RecordOf(scope.Document),
            problems
        );
        accounts.Party(scope.Side, scope.Document.PartyPostingGroup, PartyRole.Control);
        FindPartyGroup(scope, books, problems);
        FindInPayment(scope, books.Setup, accounts);
        if (scope.Document.AppliesTo.IsSet)
            FindInApplication(scope, books, problems);
    }

    // PG-09: the card, or what it allows, may have changed since the draft was made.
    private static void FindPartyGroup(PostingScope scope, Books books, List<Problem> problems)
    {
        var document = scope.Document;
        var key = (document.Direction, DocumentNeeds.BillToNo(document));
        var at = (
            Mirror.RecordOf(document),
            FieldNames.Of(document, HeaderField.PartyPostingGroup)
        );
        if (
            books.Parties.TryGetValue(key, out var party)
            && PartyGroupChoice.Find(books.Setup, party, document.PartyPostingGroup, at)
                is { } problem
        )
            problems.Add(problem);
    }

    /// <summary>PC-07, GLD-05, VDT-05: of what is invoiced.</summary>
    public static VatDateFindings VatDateOf(PostingScope scope, CompanySetup setup)
    {
        var document = scope.Document;
        if (!scope.Invoices || document.PostingDate is null)
            return new([], []);
        var question = new VatDateQuestion(
            Mirror.RecordOf(document),
            FieldNames.Of(document, HeaderField.VatDate),
            DocumentVatDate.Of(document, setup),
            scope.Command.UserVatDates
        );
        return VatDateChecks.Find(setup, question);
    }

    private static void FindEmpty(PostingScope scope, List<Problem> problems)
    {
        var document = scope.Document;
        void Require(bool isFilled, HeaderField field)
        {
            if (!isFilled)
                problems.Add(
                    new(
                        ProblemCodes.FieldEmpty,
                        Mirror.RecordOf(document),
                        FieldNames.Of(document, field)
                    )
                );
        }

        Require(document.PartyNo.Length > 0, HeaderField.PartyNo);
        Require(document.PostingDate is not null, HeaderField.PostingDate);
        Require(document.DocumentDate is not null, HeaderField.DocumentDate);
        var needsDueDate = scope is { Invoices: true, IsCredit: false };
        Require(!needsDueDate || document.DueDate is not null, HeaderField.DueDate);
    }

    // GLD-01: the dates of the user win over those of the company, both or none.
    private static void FindDates(PostingScope scope, CompanySetup setup, List<Problem> problems)
    {
        if (scope.Document.PostingDate is not { } date)
            return;
        var record = Mirror.RecordOf(scope.Document);
        if (scope.Command.UserDates.Against(date, setup.Gl, record) is { } wrong)
            problems.Add(wrong);
    }

    // BLK-03
    private static void FindSalesperson(
        PostingScope scope,
        CompanySetup setup,
        List<Problem> problems
    )
    {
        var code = scope.Document.SalespersonCode;
        if (setup.Salespeople.GetValueOrDefault(code) is { IsBlocked: true })
            problems.Add(
                new(
                    ProblemCodes.Blocked,
                    Mirror.RecordOf(scope.Document),
                    FieldNames.Of(scope.Document, HeaderField.SalespersonCode),
                    code
                )
                {
                    MendedAt = new("salespeoplePurchasers", code),
                }
            );
    }

    private static void FindInPayment(
        PostingScope scope,
        CompanySetup setup,
        AccountResolution accounts
    )
    {
        var document = scope.Document;
        var method = setup.PaymentMethods.GetValueOrDefault(document.PaymentMethodCode);
        if (method is not { BalAccountNo.Length: > 0 })
            return;
        if (BalancingAccount.BankOf(method, document.CurrencyCode, accounts) is { } bank)
            accounts.Bank(bank);
        else
            BalancingAccount.Of(method, accounts);
        // PTM-13
        if (document.AppliesTo.IsSet)
            accounts.Problems.Add(
                new(ProblemCodes.Application, accounts.Record, "paymentMethodCode", method.Code)
            );
        var isInTime =
            document.PmtDiscountDate is { } until
            && document.PostingDate <= until
            && document.PaymentDiscountPct != 0m;
        // With the VAT corrected the discount goes elsewhere, and the application checks it.
        if (isInTime && !setup.Gl.AdjustForPmtDisc)
            accounts.Party(
                scope.Side,
                document.PartyPostingGroup,
                scope.LedgerSign < 0
                    ? PartyRole.PaymentDiscountDebit
                    : PartyRole.PaymentDiscountCredit
            );
    }

    // APP-01, APP-07: one open entry of the same party, of the other sign, that exists already.
    private static void FindInApplication(PostingScope scope, Books books, List<Problem> problems)
    {
        var document = scope.Document;
        var entry = books.FindPartyEntry(DocumentNeeds.AppliedDocument(document));
        var sign = -scope.LedgerSign;
        var reason = entry switch
        {
            null => "missing",
            { IsOpen: false } => "closed",
            _ when entry.PartyNo != DocumentNeeds.BillToNo(document) => "party",
            _ when !MayMix(document, entry, books) => "currency",
            _ when entry.PostingDate > document.PostingDate => "date",
            _ when entry.RemainingAmount * sign > 0m => "sign",
            _ => "",
        };
        if (reason.Length == 0)
            return;
        problems.Add(
            new(
                ProblemCodes.Application,
                Mirror.RecordOf(document),
                FieldNames.Of(document, HeaderField.AppliesTo),
                document.AppliesTo.DocumentNo
            )
            {
                Args = new Dictionary<string, string> { ["reason"] = reason },
            }
        );
    }

    private static bool MayMix(TradeDocument document, PartyEntry entry, Books books) =>
        ApplicationChecks.MayMix(
            books.Setup,
            document.Direction,
            (document.CurrencyCode, entry.CurrencyCode)
        );
}
