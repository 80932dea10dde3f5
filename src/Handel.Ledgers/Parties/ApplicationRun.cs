using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Parties;

/// <summary>
/// One application on its way: in which order the entries meet, and what becomes of them (finance
/// 13.2).
/// </summary>
internal sealed class ApplicationRun
{
    private readonly ApplyRequest _request;
    private readonly PostingBuilder _builder;
    private readonly Books _books;
    private readonly SettledEntry _newer;
    private readonly List<SettledEntry> _candidates;
    private readonly SettlementMoney _money;
    private readonly Reductions _reductions;
    private readonly SettlementWriter _writer;
    private readonly SettlementBooking _booking;
    private readonly PairSettlement _pairs;

    public ApplicationRun(
        ApplyRequest request,
        PostingBuilder builder,
        (Books All, List<Problem> Problems) books
    )
    {
        _request = request;
        _books = books.All;
        // APP-07: nothing is settled before it exists.
        var date = request
            .To.Select(to => to.Entry.PostingDate)
            .Append(request.Header.PostingDate)
            .Max();
        _builder = builder.With(DatedAt(request.Header, date));
        _newer = new(request.Applying, request.Amount, _books.UnrealizedOf(request.Applying));
        // APP-10
        _candidates =
        [
            .. request
                .To.Select(to => new SettledEntry(
                    to.Entry,
                    to.Amount,
                    _books.UnrealizedOf(to.Entry)
                )
                {
                    AcceptTolerance = to.AcceptTolerance,
                    AcceptLateDiscount = to.AcceptLateDiscount,
                })
                .OrderBy(entry => entry.Remaining > 0m)
                .ThenBy(entry => entry.Entry.DueDate)
                .ThenBy(entry => entry.Entry.EntryNo),
        ];
        _money = new(_books.Setup, books.Problems);
        _reductions = new(request, _books);
        var record = request.Record ?? EntryApplication.RecordOf(request.Applying);
        var resolution = new AccountResolution(_books.Setup, record, books.Problems);
        var accounts = new SettlementAccounts(
            resolution,
            LedgerSide.Of(request.Applying.Direction)
        );
        _writer = new(_builder, accounts);
        var vat = new SettlementVat(_books, _builder, resolution);
        _booking = new(_writer, accounts, _money, vat);
        _pairs = new(_reductions, _money, _booking);
    }

    public void Run()
    {
        new ToleranceOffer(_reductions, _money, _books.Setup).Share(_newer, _candidates);
        var sign = Math.Sign(_newer.Available);
        var same = _candidates.Where(entry => Math.Sign(entry.Available) == sign).ToList();
        var opposite = _candidates.Where(entry => Math.Sign(entry.Available) != sign).ToList();
        if (opposite.Count == 0)
            return;
        // APP-11, APP-12
        if (same.Count > 0 && Math.Sign(Balance()) == -sign)
        {
            SettleWhole(same);
            Absorb(opposite, Turn.Rest);
        }
        else if (same.Count > 0)
        {
            SettleWhole(opposite);
            Absorb(same, Turn.Rest);
        }
        else
        {
            Absorb(opposite, Turn.Only);
        }
        Finish();
    }

    private static PostingHeader DatedAt(PostingHeader header, DateOnly date) =>
        date == header.PostingDate ? header : header with { PostingDate = date, VatDate = date };

    /// <summary>
    /// Which side has more: what would be left of the new entry if all others were applied to it.
    /// Where the oldest go first, those that are not reached do not count (APP-12).
    /// </summary>
    private decimal Balance()
    {
        var sign = Math.Sign(_newer.Available);
        var balance = _newer.Available - OwnDiscount();
        foreach (var candidate in sign > 0 ? _candidates.AsEnumerable().Reverse() : _candidates)
        {
            var amounts = _money.Between(candidate.Entry, _newer.Entry);
            balance += _reductions.Counted(_newer, candidate, amounts);
            if (_request.IsOldestFirst && Math.Sign(balance) == -sign)
                break;
        }
        return balance;
    }

    // What a payment in the set may earn on the new entry itself.
    private decimal OwnDiscount() =>
        _candidates
            .Select(candidate => _reductions.DiscountOn(candidate.Entry, _newer))
            .FirstOrDefault(discount => discount != 0m);

    private void SettleWhole(List<SettledEntry> entries)
    {
        foreach (var entry in entries)
            _pairs.Settle(_newer, entry, Turn.Whole);
    }

    private void Absorb(List<SettledEntry> entries, Turn turn)
    {
        foreach (var entry in entries)
        {
            // What is written off a claim counts as if it had been paid.
            var available = _newer.Available - entry.Tolerance;
            if (available * entry.Available < 0m)
                _pairs.Settle(_newer, entry, turn);
        }
    }

    private void Finish()
    {
        if (_newer.AppliedTo != 0)
        {
            var before = _newer.Remaining - _newer.Applied;
            _booking.ReverseUnrealized(_newer, (_newer.Applied, before), _newer.AppliedTo);
            _booking.CorrectRest(_newer, _newer.AppliedTo);
        }
        _writer.Finish();
        var date = _builder.Header.PostingDate;
        Keep(_newer.Start, _newer.Closed(date, onHold: ""));
        foreach (var candidate in _candidates)
            Keep(candidate.Start, candidate.Closed(date, _request.Applying.OnHold));
        _books.Remember(_writer.Details);
    }

    private void Keep(PartyEntry before, PartyEntry entry)
    {
        if (entry == before)
            return;
        _books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        _builder.Replace(entry);
    }
}
