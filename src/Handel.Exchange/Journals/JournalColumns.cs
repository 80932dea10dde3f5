using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.Exchange.Journals;

/// <summary>
/// What the columns of a file are called, in Dutch, in English and in the API; and the words for
/// the choices of a line.
/// </summary>
public static class JournalColumns
{
    private const int CodeMax = 20;
    private const int ExternalMax = 35;
    private const int AccountMax = 50;
    private const int NameMax = 100;
    private const int MessageMax = 140;
    private const int CommentMax = 250;

    private static readonly Dictionary<JournalField, string[]> Captions = new()
    {
        [JournalField.PostingDate] = ["boekingsdatum", "datum", "posting date", "date"],
        [JournalField.DocumentDate] = ["documentdatum", "document date"],
        [JournalField.VatDate] = ["btw-datum", "vat date"],
        [JournalField.DocumentType] = ["documentsoort", "document type"],
        [JournalField.DocumentNo] = ["documentnummer", "documentnr.", "document no."],
        [JournalField.ExternalDocumentNo] =
        [
            "extern documentnummer",
            "extern documentnr.",
            "external document no.",
        ],
        [JournalField.AccountType] = ["rekeningsoort", "account type"],
        [JournalField.AccountNo] =
        [
            "rekening",
            "rekeningnummer",
            "rekeningnr.",
            "account",
            "account no.",
        ],
        [JournalField.BalAccountType] = ["soort tegenrekening", "balancing account type"],
        [JournalField.BalAccountNo] = ["tegenrekening", "balancing account", "bal. account no."],
        [JournalField.Description] = ["omschrijving", "description"],
        [JournalField.CurrencyCode] = ["valuta", "valutacode", "currency", "currency code"],
        [JournalField.CurrencyFactor] = ["valutafactor", "currency factor"],
        [JournalField.Amount] = ["bedrag", "amount"],
        [JournalField.DebitAmount] = ["debet", "debetbedrag", "debit", "debit amount"],
        [JournalField.CreditAmount] = ["credit", "creditbedrag", "credit amount"],
        [JournalField.AmountLcy] = ["bedrag (lv)", "amount (lcy)"],
        [JournalField.VatAmount] = ["btw-bedrag", "vat amount"],
        [JournalField.VatProdPostingGroup] = ["btw-productgroep", "vat product posting group"],
        [JournalField.VatBusPostingGroup] = ["btw-bedrijfsgroep", "vat business posting group"],
        [JournalField.GenPostingType] = ["boekingssoort", "posting type"],
        [JournalField.AppliesToDocType] = ["vereffenen met soort", "applies-to doc. type"],
        [JournalField.AppliesToDocNo] = ["vereffenen met document", "applies-to doc. no."],
        [JournalField.AppliesToId] = ["vereffenen-id", "applies-to id"],
        [JournalField.DueDate] = ["vervaldatum", "due date"],
        [JournalField.PaymentMethodCode] = ["betalingswijze", "payment method"],
        [JournalField.PaymentTermsCode] = ["betalingsconditie", "payment terms"],
        [JournalField.SalespersonCode] = ["verkoper", "salesperson"],
        [JournalField.ReasonCode] = ["redencode", "reason code"],
        [JournalField.IsCorrection] = ["correctie", "correction"],
        [JournalField.PaymentReference] = ["betalingskenmerk", "payment reference"],
        [JournalField.RecipientBankAccount] = ["bankrekening ontvanger", "recipient bank account"],
        [JournalField.MessageToRecipient] = ["bericht aan ontvanger", "message to recipient"],
        [JournalField.Comment] = ["opmerking", "comment"],
        [JournalField.RecurringMethod] = ["herhaling", "recurring method"],
        [JournalField.RecurringFrequency] = ["frequentie", "recurring frequency"],
        [JournalField.ExpirationDate] = ["einddatum", "expiration date"],
    };

    private static readonly Dictionary<string, JournalField> ByName = Captions
        .SelectMany(pair =>
            pair.Value.Append(JournalFieldNames.Of(pair.Key))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(name => (name, pair.Key))
        )
        .ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, object> AccountTypes = Words(
        (JournalAccountType.GlAccount, ["grootboekrekening", "grootboek", "g/l account"]),
        (JournalAccountType.Customer, ["klant", "debiteur", "customer"]),
        (JournalAccountType.Vendor, ["leverancier", "crediteur", "vendor"]),
        (JournalAccountType.BankAccount, ["bankrekening", "bank", "bank account"])
    );

    private static readonly Dictionary<string, object> DocumentTypes = Words(
        (EntryDocumentType.Payment, ["betaling", "payment"]),
        (EntryDocumentType.Invoice, ["factuur", "invoice"]),
        (EntryDocumentType.CreditMemo, ["creditnota", "credit memo"]),
        (EntryDocumentType.FinanceChargeMemo, ["rentefactuur", "finance charge memo"]),
        (EntryDocumentType.Reminder, ["aanmaning", "reminder"]),
        (EntryDocumentType.Refund, ["terugbetaling", "refund"])
    );

    private static readonly Dictionary<string, object> PostingTypes = Words(
        (GenPostingType.Purchase, ["inkoop", "purchase"]),
        (GenPostingType.Sale, ["verkoop", "sale"])
    );

    private static readonly Dictionary<string, object> Methods = Words(
        (RecurringMethod.Fixed, ["vast", "fixed"]),
        (RecurringMethod.Variable, ["variabel", "variable"]),
        (RecurringMethod.Balance, ["saldo", "balance"]),
        (RecurringMethod.ReversingFixed, ["vast, teruggedraaid", "reversing fixed"]),
        (RecurringMethod.ReversingVariable, ["variabel, teruggedraaid", "reversing variable"]),
        (RecurringMethod.ReversingBalance, ["saldo, teruggedraaid", "reversing balance"])
    );

    /// <summary>The field that a column is of, or null.</summary>
    public static JournalField? Find(string caption) =>
        ByName.TryGetValue(caption.Trim(), out var field) ? field : null;

    private static readonly Dictionary<JournalField, Dictionary<string, object>> WordsByField =
        new()
        {
            [JournalField.AccountType] = AccountTypes,
            [JournalField.BalAccountType] = AccountTypes,
            [JournalField.DocumentType] = DocumentTypes,
            [JournalField.AppliesToDocType] = DocumentTypes,
            [JournalField.GenPostingType] = PostingTypes,
            [JournalField.RecurringMethod] = Methods,
        };

    private static readonly Dictionary<JournalField, int> Lengths = new()
    {
        [JournalField.ExternalDocumentNo] = ExternalMax,
        [JournalField.Description] = NameMax,
        [JournalField.Comment] = CommentMax,
        [JournalField.MessageToRecipient] = MessageMax,
        [JournalField.RecipientBankAccount] = AccountMax,
        [JournalField.PaymentReference] = AccountMax,
        [JournalField.AppliesToId] = AccountMax,
    };

    internal static Dictionary<string, object>? WordsOf(JournalField field) =>
        WordsByField.GetValueOrDefault(field);

    internal static bool IsDate(JournalField field) =>
        field
            is JournalField.PostingDate
                or JournalField.DocumentDate
                or JournalField.VatDate
                or JournalField.DueDate
                or JournalField.ExpirationDate;

    internal static bool IsNumber(JournalField field) =>
        IsAmount(field) || field is JournalField.VatAmount or JournalField.CurrencyFactor;

    /// <summary>Says what the line is worth; a file needs one of them.</summary>
    internal static bool IsAmount(JournalField field) =>
        field
            is JournalField.Amount
                or JournalField.DebitAmount
                or JournalField.CreditAmount
                or JournalField.AmountLcy;

    /// <summary>Text as it was written; other texts are codes.</summary>
    internal static bool IsFree(JournalField field) =>
        field
            is JournalField.Description
                or JournalField.Comment
                or JournalField.MessageToRecipient
                or JournalField.RecipientBankAccount
                or JournalField.PaymentReference;

    internal static int LengthOf(JournalField field) => Lengths.GetValueOrDefault(field, CodeMax);

    private static Dictionary<string, object> Words<T>(params (T Member, string[] Words)[] members)
        where T : struct, Enum =>
        members
            .SelectMany(
                one =>
                    one.Words.Append(one.Member.ToString())
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                (one, word) => (word, (object)one.Member)
            )
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
}
