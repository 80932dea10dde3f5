using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers;

namespace Handel.App.Ledger;

/// <summary>
/// What a batch adds to the kept balances (D6): one row per key, however many entries.
/// </summary>
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
        var balances = new Dictionary<(Direction, string), PartyBalance>();
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

        PartyBalance Of(int companyNo, Direction direction, string partyNo)
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
}
