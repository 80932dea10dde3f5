using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Revaluation;

/// <summary>Gathers the movements of one adjustment, then writes its registers by date.</summary>
internal sealed class RateAdjustmentRun(AdjustRates order, Books books, List<Problem> problems)
{
    private readonly Dictionary<(SourceType, string Group, string Currency), Sums> _sums = [];
    private readonly List<(ForeignEntry Of, RateMovement Movement)> _movements = [];
    private readonly List<(ForeignBank Of, decimal Lcy)> _banks = [];

    private sealed record Sums(decimal Factor, decimal Base, decimal Gain, decimal Loss);

    public void Adjust(ForeignBank bank, decimal factor)
    {
        var lcy = Conversion.ToLcy(bank.Balance, factor) - bank.BalanceLcy;
        var key = (SourceType.BankAccount, bank.Account.PostingGroup, bank.Account.CurrencyCode);
        Sum(key, factor, (bank.BalanceLcy, lcy));
        if (lcy != 0m)
            _banks.Add((bank, lcy));
    }

    public void Adjust(ForeignEntry entry, decimal factor)
    {
        var lcy = Conversion.ToLcy(entry.Remaining, factor) - entry.RemainingLcy;
        var party = LedgerSide.Of(entry.Entry.Direction).PartySource;
        Sum(
            (party, entry.Entry.PostingGroup, entry.Entry.CurrencyCode),
            factor,
            (entry.RemainingLcy, lcy)
        );
        if (lcy == 0m)
            return;
        var moved = RateMovements.Of(entry, factor, (order.PostingDate, order.ReverseOn));
        _movements.AddRange(moved.Select(movement => (entry, movement)));
        var key = (entry.Entry.Direction, entry.Entry.EntryNo);
        var now = books.PartyEntries.TryGet(key, out var known) ? known : entry.Entry;
        books.PartyEntries[key] = now with
        {
            RemainingAmountLcy = now.RemainingAmountLcy + moved.Sum(m => m.Lcy),
            // ADJ-10: what is taken back leaves the entry at the rate that it had.
            AdjustedCurrencyFactor = order.ReverseOn is null ? factor : now.AdjustedCurrencyFactor,
        };
    }

    public IReadOnlyList<Posting> Finish()
    {
        var dates = _movements.Select(m => m.Movement.Date).ToHashSet();
        if (_banks.Count > 0)
            dates.Add(order.PostingDate);
        var postings = dates.Order().Select(PostingOf).ToList();
        if (postings.Count == 0)
            return postings;
        var line = 0;
        foreach (var ((type, group, currency), sums) in _sums.OrderBy(s => s.Key))
            postings[0]
                .RateAdjustments.Add(
                    new()
                    {
                        CompanyNo = books.Setup.CompanyNo,
                        RegisterNo = postings[0].RegisterNo,
                        LineNo = ++line,
                        EndingDate = order.EndingDate,
                        PostingDate = order.PostingDate,
                        AccountType = type,
                        PostingGroup = group,
                        CurrencyCode = currency,
                        CurrencyFactor = sums.Factor,
                        BaseLcy = sums.Base,
                        AdjustedBaseLcy = sums.Base + sums.Gain - sums.Loss,
                        GainLcy = sums.Gain,
                        LossLcy = sums.Loss,
                    }
                );
        return postings;
    }

    private void Sum(
        (SourceType, string, string) key,
        decimal factor,
        (decimal Base, decimal Moved) lcy
    )
    {
        var sums = _sums.GetValueOrDefault(key) ?? new(factor, 0m, 0m, 0m);
        _sums[key] = sums with
        {
            Base = sums.Base + lcy.Base,
            Gain = sums.Gain + Math.Max(lcy.Moved, 0m),
            Loss = sums.Loss + Math.Max(-lcy.Moved, 0m),
        };
    }

    private Posting PostingOf(DateOnly date)
    {
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = date,
            DocumentNo = order.DocumentNo,
            SourceCode = RateAdjustment.SourceCode,
        };
        if (date == order.PostingDate)
            foreach (var (bank, lcy) in _banks)
                AddBank(new(posting, books.Counters, Header(date, null)), bank, lcy);
        foreach (var side in _movements.Where(m => m.Movement.Date == date).GroupBy(SideOf))
            AddDetails(new(posting, books.Counters, Header(date, side.Key)), [.. side]);
        return posting;
    }

    private static LedgerSide SideOf((ForeignEntry Of, RateMovement Movement) moved) =>
        LedgerSide.Of(moved.Of.Entry.Direction);

    // ADJ-03: what a bank holds can be had any day, so the difference is realised.
    private void AddBank(PostingBuilder builder, ForeignBank bank, decimal lcy)
    {
        var account = bank.Account;
        var accounts = Resolution(new(BankAccount.Entity, account.No));
        var group = books.Setup.BankPostingGroups.GetValueOrDefault(account.PostingGroup);
        var control = accounts.Checked(
            group?.GlAccountNo ?? "",
            "glAccountNo",
            new(BankPostingGroup.Entity, account.PostingGroup)
        );
        var result = lcy > 0m ? CurrencyRole.RealizedGains : CurrencyRole.RealizedLosses;
        builder.AddBank(new(account, control) { Amount = 0m, AmountLcy = lcy });
        var other = accounts.Currency(account.CurrencyCode, result);
        builder.AddAccount(other, -lcy, order.SetOf(other, DimensionSets.EmptyId));
    }

    // ADJ-04: a detail each, the ledger in one line per account, currency and dimensions.
    private void AddDetails(
        PostingBuilder builder,
        IReadOnlyList<(ForeignEntry Of, RateMovement Movement)> moved
    )
    {
        // What is taken back is a line of its own: a detail always has one in the ledger (INV-23).
        var lines = new Dictionary<AdjustmentLine, decimal>();
        foreach (var (of, movement) in moved)
        {
            var entry = of.Entry;
            var accounts = Resolution(new(builder.Header.Side.PartyEntity, entry.PartyNo));
            var control = accounts.Party(
                builder.Header.Side,
                entry.PostingGroup,
                PartyRole.Control
            );
            var role =
                movement.Type == PartyDetailType.UnrealizedGain
                    ? CurrencyRole.UnrealizedGains
                    : CurrencyRole.UnrealizedLosses;
            var result = accounts.Currency(entry.CurrencyCode, role);
            builder.AddDetail(
                PartyPosting.Detail(builder.Header, entry, movement.Type) with
                {
                    AmountLcy = movement.Lcy,
                    GlAccountNo = result,
                    PmtDiscBefore = entry.RemainingPmtDiscPossible,
                    ToleranceBefore = entry.MaxPaymentTolerance,
                }
            );
            var isSource = order.Dimensions == AdjustmentDimensions.SourceEntry;
            var key = new AdjustmentLine(control, result, entry.CurrencyCode)
            {
                Source = isSource ? entry.DimensionSetId : 0,
                IsGain = movement.Lcy > 0m,
            };
            lines[key] = lines.GetValueOrDefault(key) + movement.Lcy;
        }
        foreach (var (line, lcy) in lines)
        {
            builder.AddAccount(line.Control, lcy, order.SetOf(line.Control, line.Source));
            builder.AddAccount(line.Result, -lcy, order.SetOf(line.Result, line.Source));
        }
    }

    private readonly record struct AdjustmentLine(string Control, string Result, string Currency)
    {
        public required int Source { get; init; }
        public required bool IsGain { get; init; }
    }

    private AccountResolution Resolution(RecordRef record) => new(books.Setup, record, problems);

    private PostingHeader Header(DateOnly date, LedgerSide? side) =>
        new()
        {
            CompanyNo = books.Setup.CompanyNo,
            SideOrNone = side,
            PostingDate = date,
            DocumentDate = date,
            VatDate = date,
            DocumentType = EntryDocumentType.None,
            DocumentNo = order.DocumentNo,
            Description = order.Description,
            PartyNo = "",
            SourceCode = RateAdjustment.SourceCode,
        };
}
