using Handel.Data.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;

namespace Handel.App.Ledger;

/// <summary>What a batch adds to the kept balances (D6): one row per key, however many entries.</summary>
internal static class KeptBalances
{
    public static IReadOnlyCollection<GlDayTotal> GlDayTotals(IEnumerable<Posting> postings) =>
        [
            .. postings
                .SelectMany(posting => posting.GlEntries)
                .GroupBy(e => (e.CompanyNo, e.AccountNo, e.PostingDate, e.DimensionSetId))
                .Select(day => new GlDayTotal
                {
                    CompanyNo = day.Key.CompanyNo,
                    AccountNo = day.Key.AccountNo,
                    PostingDate = day.Key.PostingDate,
                    DimensionSetId = day.Key.DimensionSetId,
                    Debit = day.Sum(entry => entry.DebitAmount),
                    Credit = day.Sum(entry => entry.CreditAmount),
                }),
        ];

    public static IReadOnlyCollection<PartyBalance> PartyBalances(IEnumerable<Posting> postings)
    {
        var balances = new Dictionary<(Handel.Kernel.Direction, string), PartyBalance>();
        foreach (var posting in postings)
        {
            foreach (var detail in posting.PartyDetails)
                Of(detail.CompanyNo, detail.Direction, detail.PartyNo).BalanceLcy +=
                    detail.AmountLcy;
            foreach (var entry in posting.PartyEntries)
                Of(entry.CompanyNo, entry.Direction, entry.PartyNo).TurnoverLcy +=
                    entry.TurnoverLcy;
        }
        return balances.Values;

        PartyBalance Of(int companyNo, Handel.Kernel.Direction direction, string partyNo)
        {
            if (!balances.TryGetValue((direction, partyNo), out var balance))
            {
                balance = new PartyBalance
                {
                    CompanyNo = companyNo,
                    Direction = direction,
                    PartyNo = partyNo,
                };
                balances.Add((direction, partyNo), balance);
            }
            return balance;
        }
    }

    public static IReadOnlyCollection<StockBalance> StockBalances(IEnumerable<Posting> postings)
    {
        var balances = new Dictionary<StockKey, StockBalance>();
        foreach (var posting in postings)
        {
            foreach (var entry in posting.ItemEntries)
                Of(entry.CompanyNo, entry.ItemNo, entry.VariantCode, entry.LocationCode).Quantity +=
                    entry.Quantity;
            foreach (var value in posting.ValueEntries)
            {
                var balance = Of(
                    value.CompanyNo,
                    value.ItemNo,
                    value.VariantCode,
                    value.LocationCode
                );
                balance.InvoicedQuantity += value.InvoicedQuantity;
                balance.CostAmount += value.CostAmountActual + value.CostAmountExpected;
            }
        }
        return balances.Values;

        StockBalance Of(int companyNo, string itemNo, string variantCode, string locationCode)
        {
            var key = new StockKey(itemNo, variantCode, locationCode);
            if (!balances.TryGetValue(key, out var balance))
            {
                balance = new StockBalance
                {
                    CompanyNo = companyNo,
                    ItemNo = itemNo,
                    VariantCode = variantCode,
                    LocationCode = locationCode,
                };
                balances.Add(key, balance);
            }
            return balance;
        }
    }
}
