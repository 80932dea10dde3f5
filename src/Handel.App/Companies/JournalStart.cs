using Handel.Ledgers.Bank;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>
/// The bank account and the journals of a new company, and the words for where entries come from
/// (JNL-01, AUD-02).
/// </summary>
internal sealed class JournalStart(int companyNo, CountrySet country)
{
    public const string Bank = "BANK";
    public const string GeneralNos = "J-ALG";
    public const string ReceiptNos = "J-ONT";
    public const string PaymentNos = "J-BET";
    private const string BankControl = "1100";

    private static readonly (string Code, string Dutch, string English)[] Origins =
    [
        ("SALES", "Verkoop", "Sales"),
        ("PURCHASES", "Inkoop", "Purchases"),
        ("ITEMJNL", "Voorraadcorrectie", "Stock adjustment"),
        ("GENJNL", "Memoriaal", "General journal"),
        ("CASHRECJNL", "Ontvangsten", "Cash receipts"),
        ("PAYMENTJNL", "Betalingen", "Payments"),
        ("RECURJNL", "Periodiek dagboek", "Recurring journal"),
        ("REVERSAL", "Terugboeking", "Reversal"),
        ("SALESAPPL", "Vereffening klanten", "Customer application"),
        ("UNAPPSALES", "Vereffening klanten ongedaan", "Customer application undone"),
        ("PURCHAPPL", "Vereffening leveranciers", "Vendor application"),
        ("UNAPPPURCH", "Vereffening leveranciers ongedaan", "Vendor application undone"),
        ("VATSTMT", "Btw-aangifte", "VAT settlement"),
        ("VATCORR", "Btw-correctie", "VAT correction"),
        ("EXCHRATADJ", "Herwaardering valuta", "Exchange rate adjustment"),
        ("CLSINCOME", "Afsluiting winst en verlies", "Income statement closing"),
    ];

    private bool IsDutch => country.LanguageCode == "nl";

    public IEnumerable<object> Rows() =>
        [
            .. Origins.Select(Origin),
            new BankPostingGroup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Code = Bank,
                Description = IsDutch ? "Bankrekeningen" : "Bank accounts",
                GlAccountNo = BankControl,
            },
            new BankAccount
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                No = Bank,
                Name = "Bank",
                PostingGroup = Bank,
            },
            .. Journal(new(JournalType.General, "GENJNL", GeneralNos)),
            .. Journal(new(JournalType.CashReceipts, "CASHRECJNL", ReceiptNos)),
            .. Journal(new(JournalType.Payments, "PAYMENTJNL", PaymentNos)),
            .. Journal(new(JournalType.Recurring, "RECURJNL", "")),
        ];

    private sealed record Kind(JournalType Type, string SourceCode, string NoSeries)
    {
        /// <summary>Money that comes or goes does so at the bank.</summary>
        public bool IsMoney => Type is JournalType.CashReceipts or JournalType.Payments;
    }

    private IEnumerable<object> Journal(Kind kind)
    {
        var (name, description) = NameOf(kind.Type);
        var template = new JournalTemplate
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Name = name,
            Description = description,
            Type = kind.Type,
            BalAccountType = kind.IsMoney
                ? JournalAccountType.BankAccount
                : JournalAccountType.GlAccount,
            BalAccountNo = kind.IsMoney ? Bank : "",
            NoSeries = kind.NoSeries,
            SourceCode = kind.SourceCode,
            CopyToPostedLines = true,
        };
        yield return template;
        yield return new JournalBatch
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            TemplateId = template.Id,
            Name = IsDutch ? "STANDAARD" : "DEFAULT",
            Description = IsDutch ? "Standaard" : "Default",
        };
    }

    private (string Name, string Description) NameOf(JournalType type) =>
        (type, IsDutch) switch
        {
            (JournalType.CashReceipts, true) => ("ONTVANGST", "Ontvangsten"),
            (JournalType.CashReceipts, false) => ("CASHRCPT", "Cash receipts"),
            (JournalType.Payments, true) => ("BETALING", "Betalingen"),
            (JournalType.Payments, false) => ("PAYMENT", "Payments"),
            (JournalType.Recurring, true) => ("PERIODIEK", "Periodieke boekingen"),
            (JournalType.Recurring, false) => ("RECURRING", "Recurring journals"),
            (_, true) => ("MEMORIAAL", "Memoriaal"),
            (_, false) => ("GENERAL", "General journal"),
        };

    private SourceCode Origin((string Code, string Dutch, string English) origin) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = origin.Code,
            Description = IsDutch ? origin.Dutch : origin.English,
        };
}
