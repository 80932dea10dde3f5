using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers;

/// <summary>
/// Everything small that posting and editing read: loaded whole, shared between requests, replaced
/// when it changes, never changed in place.
/// </summary>
public sealed class CompanySetup
{
    public required Company Company { get; init; }
    public required CompanyInformation Information { get; init; }
    public required GlSetup Gl { get; init; }
    public required InventorySetup Inventory { get; init; }
    public required IReadOnlyDictionary<Direction, TradeSetup> Trade { get; init; }
    public required IReadOnlyDictionary<string, GlAccount> Accounts { get; init; }
    public required IReadOnlyDictionary<
        (string GenBus, string GenProd),
        GeneralPostingSetup
    > GeneralPosting { get; init; }
    public required IReadOnlyDictionary<
        (string VatBus, string VatProd),
        VatPostingSetup
    > VatPosting { get; init; }
    public required IReadOnlyDictionary<
        (Direction Direction, string Code),
        PartyPostingGroup
    > PartyPostingGroups { get; init; }
    public required IReadOnlyDictionary<
        (string Location, string Group),
        InventoryPostingSetup
    > InventoryPosting { get; init; }
    public required IReadOnlyDictionary<string, GenBusPostingGroup> GenBusGroups { get; init; }
    public required IReadOnlyDictionary<string, GenProdPostingGroup> GenProdGroups { get; init; }
    public required IReadOnlyDictionary<string, PaymentTerms> PaymentTerms { get; init; }
    public required IReadOnlyDictionary<string, PaymentMethod> PaymentMethods { get; init; }
    public required IReadOnlyDictionary<string, Location> Locations { get; init; }
    public required IReadOnlyDictionary<string, UnitOfMeasure> Units { get; init; }
    public required IReadOnlyDictionary<string, SalespersonPurchaser> Salespeople { get; init; }
    public IReadOnlyDictionary<string, Currency> Currencies { get; init; } =
        new Dictionary<string, Currency>();
    public ExchangeRates ExchangeRates { get; init; } = new("", []);

    public int CompanyNo => Company.CompanyNo;

    /// <summary>Codes of the number series that posted documents are numbered from.</summary>
    public string[] PostedSeries =>
        [
            .. Trade.Values.SelectMany(trade =>
                new[]
                {
                    trade.PostedDeliveryNos,
                    trade.PostedReturnDeliveryNos,
                    trade.PostedInvoiceNos,
                    trade.PostedCreditMemoNos,
                }
            ),
        ];
}
