using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Mirror;

/// <summary>
/// What differs in the books between selling and buying, as data: signs, accounts, numbering and
/// the names of setup (S4). All posting rules read it; none of them asks for the direction.
/// </summary>
public sealed record LedgerSide
{
    private static readonly LedgerSide Sale = new()
    {
        Direction = Direction.Sale,
        Sign = -1,
        VatType = GenPostingType.Sale,
        PartySource = SourceType.Customer,
        JournalAccount = JournalAccountType.Customer,
        SourceCode = "SALES",
        ApplicationSourceCode = "SALESAPPL",
        UnapplicationSourceCode = "UNAPPSALES",
        FieldPrefix = "sales",
        SetupPrefix = "sales",
        CostFields = (accounts, inventory) =>
            inventory.ExpectedCostPostingToGl
                ?
                [
                    ("cogsAccount", accounts.CogsAccount),
                    ("cogsInterimAccount", accounts.CogsAccountInterim),
                ]
                : [("cogsAccount", accounts.CogsAccount)],
        ControlField = "receivablesAccount",
        PartyEntity = "customers",
        PartyGroupEntity = "customerPostingGroups",
        LedgerEntriesEntity = "customerLedgerEntries",
        TradeSetupEntity = "salesReceivablesSetups",
        IsVatSelfAssessed = false,
        NumbersDocuments = false,
        StopsJournal = PartyBlocks.StopsCustomer,
        Accounts = setup => setup.Sale,
        VatAccount = setup => setup.SalesVatAccount,
        UnrealizedVatAccount = setup => setup.SalesVatUnrealAccount,
        NextEntryNo = counters => ++counters.Customer,
        NextDetailNo = counters => ++counters.CustomerDetail,
        EntriesOf = register => new(register.CustomerFrom, register.CustomerTo),
        DetailsOf = register => new(register.CustomerDetailFrom, register.CustomerDetailTo),
    };

    private static readonly LedgerSide Purchase = new()
    {
        Direction = Direction.Purchase,
        Sign = +1,
        VatType = GenPostingType.Purchase,
        PartySource = SourceType.Vendor,
        JournalAccount = JournalAccountType.Vendor,
        SourceCode = "PURCHASES",
        ApplicationSourceCode = "PURCHAPPL",
        UnapplicationSourceCode = "UNAPPPURCH",
        FieldPrefix = "purch",
        SetupPrefix = "purchase",
        CostFields = (accounts, inventory) =>
            inventory.ExpectedCostPostingToGl
                ?
                [
                    ("directCostAppliedAccount", accounts.DirectCostAppliedAccount),
                    ("invtAccrualInterimAccount", accounts.InvtAccrualAccountInterim),
                ]
                : [("directCostAppliedAccount", accounts.DirectCostAppliedAccount)],
        ControlField = "payablesAccount",
        PartyEntity = "vendors",
        PartyGroupEntity = "vendorPostingGroups",
        LedgerEntriesEntity = "vendorLedgerEntries",
        TradeSetupEntity = "purchasesPayablesSetups",
        IsVatSelfAssessed = true,
        NumbersDocuments = true,
        StopsJournal = PartyBlocks.StopsVendor,
        Accounts = setup => setup.Purchase,
        VatAccount = setup => setup.PurchaseVatAccount,
        UnrealizedVatAccount = setup => setup.PurchaseVatUnrealAccount,
        NextEntryNo = counters => ++counters.Vendor,
        NextDetailNo = counters => ++counters.VendorDetail,
        EntriesOf = register => new(register.VendorFrom, register.VendorTo),
        DetailsOf = register => new(register.VendorDetailFrom, register.VendorDetailTo),
    };

    public required Direction Direction { get; init; }

    /// <summary>Sign of income or cost on an invoice's ledger line; debit is positive.</summary>
    public required int Sign { get; init; }
    public required GenPostingType VatType { get; init; }
    public required SourceType PartySource { get; init; }

    /// <summary>The kind of account that its parties are in a journal (JNL-02).</summary>
    public required JournalAccountType JournalAccount { get; init; }

    /// <summary>AUD-02.</summary>
    public required string SourceCode { get; init; }

    /// <summary>Of applying posted entries (AUD-02).</summary>
    public required string ApplicationSourceCode { get; init; }

    /// <summary>Of undoing an application (UNA-05).</summary>
    public required string UnapplicationSourceCode { get; init; }

    /// <summary>How setup fields of this side begin: salesAccount, purchAccount.</summary>
    public required string FieldPrefix { get; init; }
    public required string ControlField { get; init; }

    /// <summary>The same as the API spells it: salesAccount, purchaseAccount.</summary>
    public required string SetupPrefix { get; init; }

    /// <summary>Accounts of cost that a document of this side needs (ACC-27, ACC-28).</summary>
    public required Func<
        GeneralPostingSetup,
        InventorySetup,
        IReadOnlyList<(string Field, string Account)>
    > CostFields { get; init; }
    public required string PartyEntity { get; init; }
    public required string PartyGroupEntity { get; init; }
    public required string LedgerEntriesEntity { get; init; }
    public required string TradeSetupEntity { get; init; }

    /// <summary>
    /// Sign of what a party owes or is owed by an invoice: customers +1, vendors -1 (CNV-04).
    /// </summary>
    public int PartySign => -Sign;

    /// <summary>Reverse charge is assessed by who buys (GLP-23, VAT-06).</summary>
    public required bool IsVatSelfAssessed { get; init; }

    /// <summary>
    /// The party numbers the documents itself, so its number may come in once (E-03, JNL-22).
    /// </summary>
    public required bool NumbersDocuments { get; init; }

    /// <summary>Whether a block keeps the party out of a journal document (JNL-20).</summary>
    public required Func<PartyBlocked, EntryDocumentType, bool> StopsJournal { get; init; }
    public required Func<GeneralPostingSetup, TradeAccounts> Accounts { get; init; }
    public required Func<VatPostingSetup, string> VatAccount { get; init; }

    /// <summary>Where VAT waits until its document is paid (ACC-11, ACC-12).</summary>
    public required Func<VatPostingSetup, string> UnrealizedVatAccount { get; init; }
    public required Func<LedgerCounters, int> NextEntryNo { get; init; }
    public required Func<LedgerCounters, int> NextDetailNo { get; init; }

    /// <summary>The numbers of the party entries that a register made.</summary>
    public required Func<GlRegister, EntryRange> EntriesOf { get; init; }
    public required Func<GlRegister, EntryRange> DetailsOf { get; init; }

    public static LedgerSide Of(Direction direction) =>
        direction == Direction.Sale ? Sale : Purchase;

    /// <summary>The side that a VAT entry was made on.</summary>
    public static LedgerSide OfVat(GenPostingType type) =>
        type switch
        {
            GenPostingType.Sale => Sale,
            GenPostingType.Purchase => Purchase,
            GenPostingType.None or GenPostingType.Settlement => throw new InvalidOperationException(
                $"VAT of type {type} has no side."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
