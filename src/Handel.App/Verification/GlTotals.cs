using System.Runtime.InteropServices;
using Handel.Data.Ledger;
using Handel.Ledgers.Finance;

namespace Handel.App.Verification;

/// <summary>
/// Adds up the general ledger while it streams by: per register, per document and day, and per
/// account, day and dimensions. Holds no more than the kept totals themselves.
/// </summary>
internal sealed class GlTotals(Findings findings, IReadOnlySet<string> postingAccounts)
{
    private const string Table = "gl_entry";
    private const string TotalTable = "gl_day_total";

    private readonly Dictionary<DayKey, Day> _days = [];
    private readonly Dictionary<(string, DateOnly), (decimal Sum, int EntryNo)> _documents = [];
    private (string No, bool IsPosting) _account = ("", false);
    private decimal _sum;
    private decimal _debit;
    private int _firstNo;

    public void Add(GlEntry entry)
    {
        if (_firstNo == 0)
            _firstNo = entry.EntryNo;
        _sum += entry.Amount;
        _debit += entry.DebitAmount;
        var document = (entry.DocumentNo, entry.PostingDate);
        ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _documents,
            document,
            out var isKnown
        );
        part = (part.Sum + entry.Amount, isKnown ? part.EntryNo : entry.EntryNo);

        var key = new DayKey(entry.AccountNo, entry.PostingDate, entry.DimensionSetId);
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, key, out isKnown);
        day = new(
            day.Debit + entry.DebitAmount,
            day.Credit + entry.CreditAmount,
            isKnown ? day.FirstEntryNo : entry.EntryNo
        );
        CheckAccount(entry);
    }

    /// <summary>A register balances, and so does each document in it on each day.</summary>
    public void CloseRegister(GlRegister register)
    {
        if (_sum != 0m)
            findings.Add(new("INV-01", "RegisterBalance"), Table, _firstNo, register.DocumentNo);
        if (_debit != register.DebitTotal)
            findings.Add(
                new("INV-01", "RegisterTotal"),
                "gl_register",
                register.RegisterNo,
                register.DocumentNo
            );
        // Documents of a journal may balance only together (JNL-30).
        var isJournal = register.JournalBatchName.Length > 0;
        foreach (var (document, part) in _documents)
            if (part.Sum != 0m && !isJournal)
                findings.Add(new("INV-02", "DocumentBalance"), Table, part.EntryNo, document.Item1);
        _documents.Clear();
        (_sum, _debit, _firstNo) = (0m, 0m, 0);
    }

    /// <summary>The kept totals against what went by (INV-57).</summary>
    public void Compare(IEnumerable<GlDayTotal> kept)
    {
        foreach (var total in kept)
        {
            var key = new DayKey(total.AccountNo, total.PostingDate, total.DimensionSetId);
            _days.Remove(key, out var day);
            if (day.Debit != total.Debit || day.Credit != total.Credit)
                Differs(key, day);
        }
        foreach (var (key, day) in _days)
            if (day.Debit != 0m || day.Credit != 0m)
                Differs(key, day);
    }

    private void Differs(DayKey key, Day day) =>
        findings.Add(
            new("INV-57", "DayTotal"),
            TotalTable,
            day.FirstEntryNo == 0 ? null : day.FirstEntryNo,
            $"{key.AccountNo} {key.Date:yyyy-MM-dd} {key.DimensionSetId}"
        );

    private void CheckAccount(GlEntry entry)
    {
        if (!ReferenceEquals(entry.AccountNo, _account.No))
            _account = (entry.AccountNo, postingAccounts.Contains(entry.AccountNo));
        if (!_account.IsPosting)
            findings.Add(new("INV-05", "AccountNotPosting"), Table, entry.EntryNo, entry.AccountNo);
    }

    private readonly record struct DayKey(string AccountNo, DateOnly Date, int DimensionSetId);

    private readonly record struct Day(decimal Debit, decimal Credit, int FirstEntryNo);
}
