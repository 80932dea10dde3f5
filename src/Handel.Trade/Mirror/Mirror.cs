using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Trade;

/// <summary>
/// What differs between selling and buying, as data (D4, S4). Rules ask the mirror of a document
/// instead of its direction, so that each is written once.
/// </summary>
public sealed partial class Mirror
{
    /// <summary>
    /// Sign of revenue or expense in the ledger, debit positive: -1 sale, +1 purchase.
    /// </summary>
    public required int IncomeSign { get; init; }

    /// <summary>Sign of what a party comes to owe (+1) or to be owed (-1) by an invoice.</summary>
    public int PartySign => -IncomeSign;
    public required string SourceCode { get; init; }
    public required SourceType SourceType { get; init; }
    public required GenPostingType GenPostingType { get; init; }
    public required ItemEntryType ItemEntryType { get; init; }

    /// <summary>API entity sets of the party and of the setup record.</summary>
    public required string PartyEntity { get; init; }
    public required string SetupEntity { get; init; }
    public required string PostingGroupEntity { get; init; }
    public required string InvoiceDiscountEntity { get; init; }

    /// <summary>
    /// The last invoice of a line takes the exact rest of its invoice discount (purchasing D-08),
    /// else every part is rounded alone (sales AMT-10).
    /// </summary>
    public required bool SettlesDiscountOnLastInvoice { get; init; }

    /// <summary>
    /// A blocked item stops credit documents too (H-07), else it is noticed (LIN-01).
    /// </summary>
    public required bool BlockedItemStopsCredit { get; init; }

    /// <summary>
    /// Lines carry indirect cost and overhead, and their cost follows the price (D-07).
    /// </summary>
    public required bool CostFollowsPrice { get; init; }

    /// <summary>
    /// The dimensions of lines stay as they are unless the document is open (H-03, not REL-07).
    /// </summary>
    public required bool LocksLineDimensions { get; init; }

    /// <summary>VAT is paid and deducted, and part of it may not be (NDV-02).</summary>
    public required bool DeductsVat { get; init; }

    public required Func<PartyBlocked, DocumentKind, bool> StopsChoosing { get; init; }
    public required Func<Item, bool> IsItemBlocked { get; init; }
    public required Func<Item, string> ItemUnit { get; init; }

    /// <summary>
    /// Card price per base unit in LCY, and whether it includes VAT (PRI-18, PR-06).
    /// </summary>
    public required Func<Item, CardPrice> CardPrice { get; init; }
    public required Func<GeneralPostingSetup, TradeAccounts> Accounts { get; init; }
    public required Func<VatPostingSetup, string> VatAccount { get; init; }
    public required IReadOnlyDictionary<DocumentKind, DocumentWords> Drafts { get; init; }
    public required IReadOnlyDictionary<DocumentKind, DocumentWords> Posted { get; init; }

    public static Mirror Of(Direction direction) => direction == Direction.Sale ? Sale : Purchase;

    public static Mirror Of(TradeDocument document) => Of(document.Direction);

    public static TradeSetup SetupOf(TradeDocument document, CompanySetup setup) =>
        setup.Trade[document.Direction];

    /// <summary>Words and number series of a document, draft or posted.</summary>
    public static DocumentWords WordsOf(TradeDocument document)
    {
        var mirror = Of(document);
        return (document.IsPosted ? mirror.Posted : mirror.Drafts)[document.Kind];
    }

    public static RecordRef RecordOf(TradeDocument document, TradeLine? line = null) =>
        new(
            WordsOf(document).Entity,
            document.No,
            line?.LineNo ?? 0,
            line is null ? document.Id : line.Id
        );

    /// <summary>
    /// Whether the goods of a positive line leave us: sales, and purchases sent back.
    /// </summary>
    public bool GoodsLeave(DocumentKind kind) => (IncomeSign < 0) != kind.IsCredit();
}

/// <summary>
/// How users and the API name a kind of document, and where its numbers come from.
/// </summary>
/// <param name="Entity">API entity set.</param>
/// <param name="Name">English words of the document, for its posting description (HDR-11).</param>
/// <param name="SeriesField">API name of the setup field that holds its number series.</param>
public sealed record DocumentWords(string Entity, string Name, string SeriesField)
{
    /// <summary>The number series that the setup names for it (NUM-01).</summary>
    public required Func<TradeSetup, string> Series { get; init; }

    /// <summary>Document type of its item entries; none for what moves no goods.</summary>
    public ItemDocumentType ItemDocument { get; init; }
    public EntryDocumentType EntryDocument { get; init; }
}

/// <summary>A price on an item card: LCY per base unit.</summary>
public readonly record struct CardPrice(decimal Price, bool IncludesVat);
