using Handel.Kernel.Amounts;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>
/// Chooses which open entries are paid, and from which money (SVP-02..10). It changes nothing.
/// </summary>
public sealed class PaymentSuggestion
{
    private readonly PaymentWish _wish;
    private readonly OpenToPay _open;
    private readonly List<LeftOutEntry> _leftOut = [];
    private readonly List<Candidate> _taken = [];
    private decimal _leftLcy;

    private PaymentSuggestion(PaymentWish wish, OpenToPay open) =>
        (_wish, _open, _leftLcy) = (wish, open, wish.AvailableLcy);

    public static SuggestedPayments Plan(PaymentWish wish, OpenToPay open) =>
        new PaymentSuggestion(wish, open).Run();

    /// <summary>The number of each payment; fewer when the numbers end (SVP-01).</summary>
    public static IReadOnlyList<string> Numbers(string first, int count)
    {
        var numbers = new List<string>(count);
        var next = first;
        while (numbers.Count < count && next is { Length: > 0 })
        {
            numbers.Add(next);
            next = NumberText.Increment(next, 1);
        }
        return numbers;
    }

    private SuggestedPayments Run()
    {
        var candidates = Fit();
        Spend(candidates.Where(one => one.IsDue));
        Spend(candidates.Where(one => !one.IsDue));
        LeaveCreditors();
        var lines = Lines();
        var numbers =
            _wish.IsOneDocument && !_wish.IsSummarized
                ? Enumerable.Repeat(_wish.FirstDocumentNo, lines.Count).ToList()
                : Numbers(_wish.FirstDocumentNo, lines.Count);
        return new([.. lines.Zip(numbers, Payment)], _leftOut)
        {
            IsCutShort = numbers.Count < lines.Count,
        };
    }

    private sealed record Candidate(PartyEntry Entry, Party Party)
    {
        public required bool IsDue { get; init; }
        public required DateOnly PaidOn { get; init; }

        /// <summary>Positive where it is owed.</summary>
        public required decimal Amount { get; init; }
        public required decimal AmountLcy { get; init; }
        public (string, string) Group => (Entry.PartyNo, Entry.CurrencyCode);
    }

    private List<Candidate> Fit()
    {
        var fit = new List<Candidate>();
        foreach (var entry in _open.Entries.OrderBy(e => e.DueDate).ThenBy(e => e.EntryNo))
        {
            var isDue = entry.DueDate <= _wish.LastPaymentDate;
            if (!isDue && !IsLostLater(entry))
                continue;
            if (FindReason(entry) is { } reason)
                _leftOut.Add(new(entry, reason));
            else if (FindCandidate(entry, isDue) is { } candidate)
                fit.Add(candidate);
            else
                _leftOut.Add(new(entry, LeftOutReason.Rate));
        }
        // SVP-05
        var nets = fit.GroupBy(one => one.Group)
            .ToDictionary(group => group.Key, group => group.Sum(one => one.Amount));
        _leftOut.AddRange(
            fit.Where(one => nets[one.Group] <= 0m)
                .Select(one => new LeftOutEntry(one.Entry, LeftOutReason.Net))
        );
        fit.RemoveAll(one => nets[one.Group] <= 0m);
        return fit;
    }

    // SVP-03
    private bool IsLostLater(PartyEntry entry) =>
        _wish.FindsDiscounts
        && entry.RemainingPmtDiscPossible != 0m
        && entry.PmtDiscountDate is { } until
        && until >= _wish.PostingDate
        && until <= _wish.LastPaymentDate;

    private LeftOutReason? FindReason(PartyEntry entry)
    {
        var party = _open.Parties[entry.PartyNo];
        var balance = _open.BalancesLcy.GetValueOrDefault(entry.PartyNo) * _open.Side.PartySign;
        return party.IsPrivacyBlocked || party.Blocked != PartyBlocked.None ? LeftOutReason.Blocked
            : balance <= 0m ? LeftOutReason.Balance
            : entry.OnHold.Length > 0 ? LeftOutReason.OnHold
            : entry.AppliesToId.Length > 0 ? LeftOutReason.Marked
            : _open.InJournals.Contains((entry.DocumentType, entry.DocumentNo))
                ? LeftOutReason.InJournal
            : _open.BankCurrencyCode.Length > 0 && _open.BankCurrencyCode != entry.CurrencyCode
                ? LeftOutReason.Currency
            : entry.PostingDate > PaidOn(entry) ? LeftOutReason.PostedLater
            : null;
    }

    private Candidate? FindCandidate(PartyEntry entry, bool isDue)
    {
        var paidOn = PaidOn(entry);
        var amount = _open.Side.PartySign * (entry.RemainingAmount - DiscountOn(entry, paidOn));
        var factor = _open.Setup.ExchangeRates.FactorAt(entry.CurrencyCode, paidOn);
        return factor.Problem is not null
            ? null
            : new(entry, _open.Parties[entry.PartyNo])
            {
                IsDue = isDue,
                PaidOn = paidOn,
                Amount = amount,
                AmountLcy = Conversion.ToLcy(
                    amount,
                    factor.Value,
                    JournalCurrency.PrecisionOf(_open.Setup, "")
                ),
            };
    }

    private DateOnly PaidOn(PartyEntry entry)
    {
        if (!_wish.PostsOnDueDate)
            return _wish.PostingDate;
        var due = _wish.DueDateOffset.Apply(entry.DueDate);
        return due < _wish.PostingDate ? _wish.PostingDate : due;
    }

    // SVP-04. One payment of all earns no discount on a credit (DSC-02).
    private decimal DiscountOn(PartyEntry entry, DateOnly paidOn) =>
        entry.PmtDiscountDate is { } until
        && paidOn <= until
        && !(_wish.IsSummarized && entry.RemainingAmount * _open.Side.PartySign < 0m)
            ? entry.RemainingPmtDiscPossible
            : 0m;

    // SVP-06
    private void Spend(IEnumerable<Candidate> candidates)
    {
        var isLimited = _wish.AvailableLcy > 0m;
        foreach (var one in candidates.OrderBy(RankOf).ThenBy(c => c.Party.No, Order))
        {
            if (isLimited && (_leftLcy <= 0m || one.AmountLcy > _leftLcy))
            {
                _leftOut.Add(new(one.Entry, LeftOutReason.Money));
                continue;
            }
            _leftLcy -= one.AmountLcy;
            _taken.Add(one);
        }
    }

    private static StringComparer Order => StringComparer.Ordinal;

    private int RankOf(Candidate one) =>
        !_wish.UsesPriority ? 0
        : one.Party.Priority == 0 ? int.MaxValue
        : one.Party.Priority;

    // What was too dear may leave nothing but credits.
    private void LeaveCreditors()
    {
        foreach (var group in _taken.GroupBy(one => one.Group).ToList())
            if (group.Sum(one => one.Amount) <= 0m)
                foreach (var one in group)
                {
                    _taken.Remove(one);
                    _leftOut.Add(new(one.Entry, LeftOutReason.Net));
                }
    }

    // SVP-07; the payments of a party stand together.
    private List<IReadOnlyList<Candidate>> Lines()
    {
        var groups = _taken.GroupBy(one => one.Group);
        return _wish.IsSummarized
            ? [.. groups.Select(group => (IReadOnlyList<Candidate>)[.. group])]
            : [.. groups.SelectMany(group => group).Select(One)];
    }

    private static IReadOnlyList<Candidate> One(Candidate candidate) => [candidate];

    private SuggestedPayment Payment(IReadOnlyList<Candidate> paid, string documentNo) =>
        new()
        {
            PartyNo = paid[0].Entry.PartyNo,
            CurrencyCode = paid[0].Entry.CurrencyCode,
            PostingDate = paid[0].PaidOn,
            DocumentNo = documentNo,
            Amount = paid.Sum(one => one.Amount),
            AmountLcy = paid.Sum(one => one.AmountLcy),
            Paid = [.. paid.Select(one => new PaidEntry(one.Entry, one.Amount))],
            IsSummarized = _wish.IsSummarized,
        };
}
