using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>Which documents are set off first (NET-02).</summary>
public enum NettingOrder : short
{
    /// <summary>The oldest entry.</summary>
    ByEntry = 0,
    FinanceChargeMemosFirst = 1,
    InvoicesFirst = 2,
}

/// <summary>What a user asks of netting (NET-01, NET-02).</summary>
public sealed record NettingWish
{
    /// <summary>The day of the lines; later entries are not looked at.</summary>
    public required DateOnly PostingDate { get; init; }

    /// <summary>Number of the first document; each pair and currency has its own.</summary>
    public required string FirstDocumentNo { get; init; }
    public NettingOrder Order { get; init; }

    /// <summary>Stands on the entries until the lines are posted or deleted.</summary>
    public string OnHold { get; init; } = "";
}

/// <summary>One side of somebody who is customer and vendor, with what is open there.</summary>
public sealed record NettingSide(LedgerSide Side, Party Party, IReadOnlyList<PartyEntry> Entries)
{
    /// <summary>Posting would be refused, or nobody may see the party (JNL-20).</summary>
    public bool IsBlocked =>
        Party.IsPrivacyBlocked
        || Side.StopsJournal(Party.Blocked, EntryDocumentType.Payment)
        || Side.StopsJournal(Party.Blocked, EntryDocumentType.None);

    /// <summary>What is open in a currency; positive where it is owed.</summary>
    internal decimal OpenIn(string currencyCode) =>
        Entries.Where(e => e.CurrencyCode == currencyCode).Sum(Owed);

    internal decimal Owed(PartyEntry entry) => Side.PartySign * entry.RemainingAmount;
}

/// <summary>The two sides of one company: it owes us, and we owe it.</summary>
public sealed record NettingPair(NettingSide Customer, NettingSide Vendor);

/// <summary>A line that settles part of a document without money.</summary>
public sealed record NettingLine(LedgerSide Side, PartyEntry Entry)
{
    public required string DocumentNo { get; init; }

    /// <summary>What is settled, positive. Currency of the entry.</summary>
    public required decimal Amount { get; init; }
}

/// <summary>Lines that net balances, and the pairs that are skipped.</summary>
public sealed record NettedBalances(IReadOnlyList<NettingLine> Lines, IReadOnlyList<Party> Blocked);

/// <summary>
/// Sets off what a company owes us against what we owe it, document by document, up to the smaller
/// of the two in each currency (NET-01..03). It changes nothing.
/// </summary>
public static class BalanceNetting
{
    public static NettedBalances Plan(NettingWish wish, IReadOnlyList<NettingPair> pairs)
    {
        var (lines, blocked) = (new List<NettingLine>(), new List<Party>());
        var documentNo = wish.FirstDocumentNo;
        foreach (var pair in pairs)
        {
            NettingPair fit = new(Fit(pair.Customer, wish), Fit(pair.Vendor, wish));
            var nets = Nets(fit);
            if (nets.Count == 0)
                continue;
            NettingSide[] sides = [fit.Vendor, fit.Customer];
            var stopped = sides.Where(side => side.IsBlocked).Select(side => side.Party).ToList();
            blocked.AddRange(stopped);
            if (stopped.Count > 0)
                continue;
            foreach (var net in nets)
            {
                var at = (net.CurrencyCode, documentNo);
                foreach (var side in sides)
                    lines.AddRange(Settle(side, wish.Order, net.Amount, at));
                documentNo = PaymentSuggestion.Numbers(documentNo, 2).ElementAtOrDefault(1) ?? "";
            }
        }
        return new(lines, blocked);
    }

    private static NettingSide Fit(NettingSide side, NettingWish wish) =>
        side with
        {
            Entries =
            [
                .. side.Entries.Where(entry =>
                    entry.PostingDate <= wish.PostingDate
                    && entry.OnHold.Length == 0
                    && entry.AppliesToId.Length == 0
                ),
            ],
        };

    // NET-01
    private static List<(string CurrencyCode, decimal Amount)> Nets(NettingPair pair) =>
        [
            .. pair
                .Vendor.Entries.Select(entry => entry.CurrencyCode)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(code =>
                    (code, Math.Min(pair.Customer.OpenIn(code), pair.Vendor.OpenIn(code)))
                )
                .Where(net => net.Item2 > 0m),
        ];

    // NET-02
    private static IEnumerable<NettingLine> Settle(
        NettingSide side,
        NettingOrder order,
        decimal net,
        (string CurrencyCode, string DocumentNo) at
    )
    {
        var left = net;
        var owed = side
            .Entries.Where(entry => entry.CurrencyCode == at.CurrencyCode && side.Owed(entry) > 0m)
            .OrderBy(entry => RankOf(entry, order))
            .ThenBy(entry => entry.EntryNo);
        foreach (var entry in owed)
        {
            var amount = Math.Min(left, side.Owed(entry));
            if (amount <= 0m)
                yield break;
            left -= amount;
            yield return new(side.Side, entry) { DocumentNo = at.DocumentNo, Amount = amount };
        }
    }

    private static int RankOf(PartyEntry entry, NettingOrder order) =>
        order switch
        {
            NettingOrder.ByEntry => 0,
            NettingOrder.FinanceChargeMemosFirst => Rank(
                entry.DocumentType == EntryDocumentType.FinanceChargeMemo
            ),
            NettingOrder.InvoicesFirst => Rank(entry.DocumentType == EntryDocumentType.Invoice),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };

    private static int Rank(bool isFirst) => isFirst ? 0 : 1;
}
