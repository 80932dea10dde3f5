using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Handel.Ledgers.Tests.Journals;

namespace Handel.Ledgers.Tests.Payments;

/// <summary>Parties with open entries, as a suggestion looks at them.</summary>
internal sealed class PaymentGiven
{
    public static readonly DateOnly Day = JournalGiven.Day;
    private readonly JournalGiven _company = new();
    private readonly List<PartyEntry> _entries = [];
    private readonly Dictionary<string, Party> _parties = [];

    public LedgerSide Side { get; init; } = LedgerSide.Of(Direction.Purchase);
    public HashSet<(EntryDocumentType, string)> InJournals { get; } = [];
    public List<ExchangeRate> Rates => _company.Rates;
    public string BankCurrencyCode { get; set; } = "";
    public PaymentWish Wish { get; set; } =
        new()
        {
            LastPaymentDate = Day,
            PostingDate = Day,
            FirstDocumentNo = "P001",
            BalAccountType = JournalAccountType.BankAccount,
            BalAccountNo = "BANK",
        };

    public Party Party(string no, int priority = 0)
    {
        if (!_parties.TryGetValue(no, out var party))
            _parties[no] = party = new() { Direction = Side.Direction, No = no };
        party.Priority = Math.Max(party.Priority, priority);
        return party;
    }

    /// <summary>An open document; positive is owed to the party.</summary>
    public PartyEntry Open(
        string partyNo,
        decimal owed,
        int dueInDays = 0,
        Func<PartyEntry, PartyEntry>? change = null
    )
    {
        Party(partyNo);
        var amount = Side.PartySign * owed;
        var entry = new PartyEntry
        {
            CompanyNo = 7,
            Direction = Side.Direction,
            EntryNo = _entries.Count + 1,
            RegisterNo = 1,
            PartyNo = partyNo,
            PostingDate = Day.AddDays(-30),
            DocumentDate = Day.AddDays(-30),
            VatDate = Day.AddDays(-30),
            DocumentType = owed > 0m ? EntryDocumentType.Invoice : EntryDocumentType.CreditMemo,
            DocumentNo = $"D{_entries.Count + 1}",
            ExternalDocumentNo = $"F{_entries.Count + 1}",
            Description = "",
            PostingGroup = "HOME",
            OriginalAmount = amount,
            OriginalAmountLcy = amount,
            SourceCode = "PURCHASES",
            DueDate = Day.AddDays(dueInDays),
            RemainingAmount = amount,
            RemainingAmountLcy = amount,
            IsOpen = true,
        };
        _entries.Add(change?.Invoke(entry) ?? entry);
        return _entries[^1];
    }

    /// <summary>The same with a discount, positive, until a day.</summary>
    public PartyEntry Discounted(string partyNo, decimal owed, decimal discount, int untilDays) =>
        Open(
            partyNo,
            owed,
            dueInDays: 30,
            entry =>
                entry with
                {
                    PmtDiscountDate = Day.AddDays(untilDays),
                    RemainingPmtDiscPossible = Side.PartySign * discount,
                }
        );

    public SuggestedPayments Suggest() =>
        PaymentSuggestion.Plan(
            Wish,
            new OpenToPay
            {
                Side = Side,
                Setup = _company.Setup(),
                Entries = _entries,
                Parties = _parties,
                BalancesLcy = _entries
                    .GroupBy(entry => entry.PartyNo)
                    .ToDictionary(g => g.Key, g => g.Sum(entry => entry.RemainingAmountLcy)),
                InJournals = InJournals,
                BankCurrencyCode = BankCurrencyCode,
            }
        );

    public NettingSide Netting(string partyNo) =>
        new(Side, Party(partyNo), [.. _entries.Where(entry => entry.PartyNo == partyNo)]);

    public CompanySetup Setup() => _company.Setup();

    public JournalSettings Settings => _company.Settings;
}
