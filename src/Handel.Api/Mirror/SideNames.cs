using Handel.Kernel;
using Handel.Ledgers.Journals;
using Handel.Trade.Documents;

namespace Handel.Api.Mirror;

/// <summary>
/// What the API calls things when we sell and when we buy (A18, C1): names only; the resources
/// that use them are written once.
/// </summary>
internal sealed record SideNames(Direction Direction)
{
    public required string Area { get; init; }
    public required string Party { get; init; }

    /// <summary>Prefix of the party's own address: sellTo, buyFrom.</summary>
    public required string From { get; init; }

    /// <summary>Prefix of who pays or is paid: billTo, payTo.</summary>
    public required string Bill { get; init; }
    public required string Person { get; init; }

    /// <summary>The party's own number of an order or invoice.</summary>
    public required string ExternalNumber { get; init; }

    /// <summary>The control account of its posting groups.</summary>
    public required string ControlAccount { get; init; }

    /// <summary>Prefix of accounts in the posting setup.</summary>
    public required string Accounts { get; init; }
    public required string DeliverAction { get; init; }
    public required string DeliverAndInvoice { get; init; }
    public required string Delivery { get; init; }
    public required string ReturnDelivery { get; init; }

    /// <summary>Sign that makes what is owed on this side positive.</summary>
    public required int BalanceSign { get; init; }
    public required string DetailEntries { get; init; }
    public required EntryLedger EntryLedger { get; init; }
    public required EntryLedger DetailLedger { get; init; }

    /// <summary>The set of the contract with what is due by age.</summary>
    public required string AgedAccounts { get; init; }

    /// <summary>The journal in which its payments are entered (API-Q-12).</summary>
    public required JournalType PaymentJournal { get; init; }

    public string Parties => $"{Party}s";

    /// <summary>Party within a name: agedCustomerBalances.</summary>
    public string PartyWord => Capital(Party);
    public string PartyId => $"{Party}Id";
    public string PartyNumber => $"{Party}Number";
    public string PartyName => $"{Party}Name";
    public string BillId => $"{Bill}{Capital(Party)}Id";
    public string BillNumber => $"{Bill}{Capital(Party)}Number";
    public string LedgerEntries => $"{Party}LedgerEntries";
    public string PostingGroup => $"{Party}PostingGroup";
    public string PostingGroups => $"{Party}PostingGroups";
    public string AlternativeGroups => $"{Party}AlternativePostingGroups";
    public string InvoiceDiscounts => $"{Party}InvoiceDiscounts";
    public string Setup => $"{Area}Setup";
    public string LeaveOutFlag => $"leaveOut{PartyWord}s";
    public string NumberFilter => $"{Party}Filter";
    public string Deliveries => $"{Area}{Capital(Delivery)}s";

    public string SetOf(DocumentKind kind) =>
        kind == DocumentKind.Delivery ? Deliveries : $"{Area}{kind}s";

    public static string LinesOf(string set) => $"{set[..^1]}Lines";

    public static IReadOnlyList<SideNames> Both => [Sale, Purchase];

    public static SideNames Of(Direction direction) =>
        direction == Direction.Sale ? Sale : Purchase;

    public static SideNames Sale { get; } =
        new(Direction.Sale)
        {
            Area = "sales",
            Party = "customer",
            From = "sellTo",
            Bill = "billTo",
            Person = "salesperson",
            ExternalNumber = "externalDocumentNumber",
            ControlAccount = "receivablesAccount",
            Accounts = "sales",
            DeliverAction = "ship",
            DeliverAndInvoice = "shipAndInvoice",
            Delivery = "shipment",
            ReturnDelivery = "returnReceipt",
            BalanceSign = 1,
            DetailEntries = "detailedCustomerLedgerEntries",
            EntryLedger = EntryLedger.Customer,
            DetailLedger = EntryLedger.CustomerDetail,
            AgedAccounts = "agedAccountsReceivables",
            PaymentJournal = JournalType.CashReceipts,
        };

    public static SideNames Purchase { get; } =
        new(Direction.Purchase)
        {
            Area = "purchase",
            Party = "vendor",
            From = "buyFrom",
            Bill = "payTo",
            Person = "purchaser",
            ExternalNumber = "vendorInvoiceNumber",
            ControlAccount = "payablesAccount",
            Accounts = "purchase",
            DeliverAction = "receive",
            DeliverAndInvoice = "receiveAndInvoice",
            Delivery = "receipt",
            ReturnDelivery = "returnShipment",
            BalanceSign = -1,
            DetailEntries = "detailedVendorLedgerEntries",
            EntryLedger = EntryLedger.Vendor,
            DetailLedger = EntryLedger.VendorDetail,
            AgedAccounts = "agedAccountsPayables",
            PaymentJournal = JournalType.Payments,
        };

    internal static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
