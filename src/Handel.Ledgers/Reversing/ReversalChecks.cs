using System.Globalization;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Reversing;

/// <summary>Everything that stands in the way of reversing a register (REV-01, REV-02).</summary>
internal sealed class ReversalChecks(RegisterToReverse command, Books books, List<Problem> problems)
{
    public void Find(PostedRegister posted)
    {
        var register = posted.Register;
        if (register.JournalBatchName.Length == 0)
        {
            Add(posted, ReversalCodes.NotAJournal, register.DocumentNo);
            return;
        }
        if (register.ReversedByRegisterNo != 0)
        {
            Add(posted, ReversalCodes.AlreadyReversed, Text(register.ReversedByRegisterNo));
            return;
        }
        if (posted.HasGoods)
            Add(posted, ReversalCodes.Goods, register.DocumentNo);
        if (posted.GlEntries.Sum(entry => entry.Amount) != 0m)
            Add(posted, ReversalCodes.Balance, register.DocumentNo);
        FindDate(posted);
        FindAccounts(posted);
        foreach (var entry in posted.PartyEntries)
            FindInParty(posted, entry);
        foreach (var entry in posted.BankEntries)
            FindInBank(posted, entry);
        if (posted.VatEntries.FirstOrDefault(entry => entry.IsClosed) is { } closed)
            Add(posted, ReversalCodes.Vat, closed.DocumentNo);
    }

    public static RecordRef RecordOf(GlRegister register) => RecordOf(register.RegisterNo);

    public static RecordRef RecordOf(int registerNo) =>
        new(RegisterToReverse.Entity, Text(registerNo));

    // GLD-03, REV-06
    private void FindDate(PostedRegister posted)
    {
        var record = RecordOf(posted.Register);
        var date = command.PostingDate ?? posted.Register.PostingDate;
        if (command.UserDates.Against(date, books.Setup.Gl, record) is { } outside)
            problems.Add(outside);
        if (date < posted.Register.PostingDate)
            Add(posted, ReversalCodes.Earlier, date.ToString("O", CultureInfo.InvariantCulture));
    }

    private void FindAccounts(PostedRegister posted)
    {
        var accounts = new AccountResolution(books.Setup, RecordOf(posted.Register), problems);
        foreach (var no in posted.GlEntries.Select(entry => entry.AccountNo).Distinct())
            accounts.Checked(no, "accountNumber", new(AccountResolution.AccountEntity, no));
    }

    private void FindInParty(PostedRegister posted, PartyEntry entry)
    {
        // What a reversal applied itself does not stand in the way of undoing it (REV-04).
        var changes = books
            .DetailsOf(entry.Direction, entry.EntryNo)
            .Where(detail => detail.Type != PartyDetailType.InitialEntry && !detail.IsUnapplied)
            .Where(detail => !posted.IsReversal || detail.RegisterNo != posted.No)
            .ToList();
        if (changes.Count == 0)
            return;
        var isAdjusted = changes.All(detail =>
            detail.Type is PartyDetailType.UnrealizedGain or PartyDetailType.UnrealizedLoss
        );
        Add(
            posted,
            isAdjusted ? ReversalCodes.Adjusted : ReversalCodes.Applied,
            entry.DocumentNo,
            EntryApplication.RecordOf(entry)
        );
    }

    private void FindInBank(PostedRegister posted, BankEntry entry)
    {
        var now = books.BankEntries.TryGet(entry.EntryNo, out var kept) ? kept : entry;
        var isFree =
            now.StatementNo.Length == 0
            && (now.IsReversed || now is { IsOpen: true, StatementStatus: BankEntryStatus.Open });
        var at = new RecordRef(BankEntry.Entity, Text(entry.EntryNo));
        if (!isFree)
            Add(posted, ReversalCodes.Bank, entry.DocumentNo, at);
        // ADJ-03: what the bank's currency was worth has been looked at since.
        var currency = books.Setup.Currencies.GetValueOrDefault(entry.CurrencyCode);
        if (currency?.LastDateAdjusted >= entry.PostingDate)
            Add(posted, ReversalCodes.Adjusted, entry.DocumentNo, at);
    }

    private void Add(
        PostedRegister posted,
        string code,
        string value,
        RecordRef? mendedAt = null
    ) =>
        problems.Add(
            new(code, RecordOf(posted.Register), "", value)
            {
                MendedAt = mendedAt,
                Args = new Dictionary<string, string> { ["document"] = posted.Register.DocumentNo },
            }
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
