using Handel.Kernel;

namespace Handel.Pages.Mirror;

/// <summary>
/// What differs between a sales page and its purchase twin: names of sets, properties and pages.
/// </summary>
public sealed record MirrorNames(Direction Direction)
{
    public required string Area { get; init; }
    public required string Party { get; init; }
    public required string PartySet { get; init; }
    public required string AddressOf { get; init; }
    public required string Person { get; init; }
    public required string ExternalOrderNumber { get; init; }
    public required string ExternalInvoiceNumber { get; init; }
    public required string ExternalCreditMemoNumber { get; init; }
    public required string RequestedDate { get; init; }
    public required string LineDate { get; init; }
    public required string OrderPrice { get; init; }
    public required string InvoicePrice { get; init; }
    public required string Move { get; init; }
    public required string MovedQuantity { get; init; }
    public required string QuantityToMove { get; init; }
    public required string Movement { get; init; }
    public required string ReturnMovement { get; init; }
    public required string BalanceField { get; init; }

    /// <summary>v2.0 lets a client choose the price basis of a purchase invoice only.</summary>
    public required bool InvoicePricesEditable { get; init; }
    public required bool HasPartialShipping { get; init; }

    /// <summary>Ours go out; those of a vendor come in.</summary>
    public required bool SendsInvoices { get; init; }
    public required IReadOnlyList<string> PartyExtras { get; init; }
    public required ChoiceSet Blocked { get; init; }
    public required bool PartyHasType { get; init; }

    /// <summary>Terms on one side only: property, set that it points into, caption.</summary>
    public required IReadOnlyList<(
        string Field,
        string Set,
        string Caption
    )> PartyTerms { get; init; }

    /// <summary>Terms that an invoice shows; v2.0 has none on a purchase invoice.</summary>
    public required IReadOnlyList<(
        string Field,
        string Set,
        string Caption
    )> InvoiceTerms { get; init; }

    public string PartyNumber => $"{Party}Number";
    public string PartyName => $"{Party}Name";
    public string BillToNumber => Bill + Capital(Party) + "Number";
    public string BillToName => Bill + "Name";
    public required string Bill { get; init; }
    public string Orders => $"{Area}Orders";
    public string Invoices => $"{Area}Invoices";
    public string CreditMemos => $"{Area}CreditMemos";
    public string Movements => Area + Capital(Movement) + "s";
    public string LedgerEntries => $"{Party}LedgerEntries";
    public string LedgerEntry => $"{Party}LedgerEntry";
    public string EntryEdits => $"{Party}LedgerEntryEdits";
    public string Application => $"{Party}Application";
    public string Candidates => $"{Party}ApplicationCandidates";
    public string Unapplication => $"{Party}Unapplication";
    public string AppliedEntries => $"{Party}AppliedEntries";
    public string InvoiceDiscounts => $"{Party}InvoiceDiscounts";
    public string PostingGroup => $"{Party}PostingGroup";
    public string PostingGroups => $"{Party}PostingGroups";
    public string Setup => $"{Area}Setup";

    /// <summary>The party within a name: agedCustomerBalances.</summary>
    public string PartyWord => Capital(Party);
    public string DetailEntries => $"detailed{PartyWord}LedgerEntries";
    public string Statement => $"{Party}Statement";
    public string Statistics => $"{Party}Statistics";
    public string AgedBalances => $"aged{PartyWord}Balances";
    public string AgedEntries => $"aged{PartyWord}Entries";

    public string Address(string part) => AddressOf + part;

    /// <summary>
    /// Set of the lines of a document set: <c>salesOrders</c> has <c>salesOrderLines</c>.
    /// </summary>
    public static string LinesOf(string set) => $"{set[..^1]}Lines";

    /// <summary>Card page of a list page: <c>salesOrders</c> opens <c>salesOrder</c>.</summary>
    public static string CardOf(string set) => set[..^1];

    public static IReadOnlyList<MirrorNames> Both => [Sale, Purchase];

    public static MirrorNames Sale { get; } =
        new(Direction.Sale)
        {
            Area = "sales",
            Party = "customer",
            PartySet = "customers",
            AddressOf = "sellTo",
            Bill = "billTo",
            Person = "salesperson",
            ExternalOrderNumber = "externalDocumentNumber",
            ExternalInvoiceNumber = "externalDocumentNumber",
            ExternalCreditMemoNumber = "externalDocumentNumber",
            RequestedDate = "requestedDeliveryDate",
            LineDate = "shipmentDate",
            OrderPrice = "unitPrice",
            InvoicePrice = "unitPrice",
            Move = "ship",
            MovedQuantity = "shippedQuantity",
            QuantityToMove = "shipQuantity",
            Movement = "shipment",
            ReturnMovement = "returnReceipt",
            BalanceField = "balanceDue",
            InvoicePricesEditable = false,
            HasPartialShipping = true,
            SendsInvoices = true,
            PartyExtras = ["creditLimit"],
            Blocked = Choices.CustomerBlocked,
            PartyHasType = true,
            PartyTerms = [("shipmentMethodId", "shipmentMethods", "shipmentMethod")],
            InvoiceTerms =
            [
                ("paymentTermsId", "paymentTerms", "paymentTerms"),
                ("shipmentMethodId", "shipmentMethods", "shipmentMethod"),
            ],
        };

    public static MirrorNames Purchase { get; } =
        new(Direction.Purchase)
        {
            Area = "purchase",
            Party = "vendor",
            PartySet = "vendors",
            AddressOf = "buyFrom",
            Bill = "payTo",
            Person = "purchaser",
            ExternalOrderNumber = "vendorInvoiceNumber",
            ExternalInvoiceNumber = "vendorInvoiceNumber",
            ExternalCreditMemoNumber = "vendorCreditMemoNumber",
            RequestedDate = "requestedReceiptDate",
            LineDate = "expectedReceiptDate",
            OrderPrice = "directUnitCost",
            InvoicePrice = "unitCost",
            Move = "receive",
            MovedQuantity = "receivedQuantity",
            QuantityToMove = "receiveQuantity",
            Movement = "receipt",
            ReturnMovement = "returnShipment",
            BalanceField = "balance",
            InvoicePricesEditable = true,
            HasPartialShipping = false,
            SendsInvoices = false,
            PartyExtras = ["priority"],
            Blocked = Choices.VendorBlocked,
            PartyHasType = false,
            PartyTerms = [],
            InvoiceTerms = [],
        };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
