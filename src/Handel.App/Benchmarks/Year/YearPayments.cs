using Handel.App.Finance;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks.Year;

/// <summary>Where the payments of one side are entered.</summary>
internal sealed record YearSide(
    Direction Direction,
    JournalType Journal,
    JournalAccountType AccountType
);

/// <summary>
/// The payments of a year: in full with their discount, in part, on account; what is applied later,
/// taken apart again and reversed. What happens to an entry follows from its number and the day.
/// </summary>
internal sealed class YearPayments(HandelDatabase database, JournalDesk desk, int companyNo)
{
    private const int RestDays = 7;
    private const int WeekDays = 7;

    private readonly JournalLines _lines = new(desk);

    /// <summary>The payments of a day as one journal, or null where there are none.</summary>
    public async Task<ILedgerCommand?> Pay(YearSide side, DateOnly date, CancellationToken ct)
    {
        await using var db = database.Open(companyNo);
        var until = date.AddDays(-RestDays);
        var open = await db
            .PartyEntries.Where(e =>
                e.Direction == side.Direction
                && e.IsOpen
                && e.DocumentType == EntryDocumentType.Invoice
                && e.PostingDate <= until
            )
            .OrderBy(e => e.EntryNo)
            .ToListAsync(ct);
        var lines = open.Where(e => Roll(e, date, 5) == 0)
            .Select(e => new NewJournalLine(Line(e, side, date)))
            .ToList();
        if (lines.Count == 0)
            return null;
        var batch = await BatchOf(db, side.Journal, ct);
        var journal = new JournalRef(companyNo, batch) { WorkDate = date };
        var outcome = await _lines.Add(journal, lines, ct);
        return outcome.IsDone
            ? new PostJournal(batch) { UserName = YearOfBusiness.UserName, LineCount = lines.Count }
            : throw new InvalidOperationException($"A payment: {outcome.Problems[0]}");
    }

    private static JournalChange[] Line(PartyEntry entry, YearSide side, DateOnly date)
    {
        JournalChange[] start =
        [
            new(JournalField.AccountType, side.AccountType),
            new(JournalField.AccountNo, entry.PartyNo),
        ];
        JournalChange[] applied =
        [
            .. start,
            new(JournalField.AppliesToDocType, entry.DocumentType),
            new(JournalField.AppliesToDocNo, entry.DocumentNo),
        ];
        var part = -Math.Round(entry.RemainingAmount * 0.6m, 2, MidpointRounding.AwayFromZero);
        return Roll(entry, date, 10) switch
        {
            0 when part != 0m => [.. applied, new(JournalField.Amount, part)],
            1 =>
            [
                .. start,
                new(JournalField.CurrencyCode, entry.CurrencyCode),
                new(JournalField.Amount, -entry.RemainingAmount),
            ],
            _ => applied,
        };
    }

    /// <summary>
    /// Payments on account and credit memos, each against an invoice in its money.
    /// </summary>
    public async Task<IReadOnlyList<ILedgerCommand>> Apply(
        Direction direction,
        CancellationToken ct
    )
    {
        await using var db = database.Open(companyNo);
        var open = await db
            .PartyEntries.Where(e => e.Direction == direction && e.IsOpen)
            .OrderBy(e => e.EntryNo)
            .ToListAsync(ct);
        var commands = new List<ILedgerCommand>();
        foreach (var some in open.GroupBy(e => (e.PartyNo, e.CurrencyCode)))
        {
            var invoices = some.Where(e => e.DocumentType == EntryDocumentType.Invoice);
            var others = some.Where(e =>
                e.DocumentType is EntryDocumentType.Payment or EntryDocumentType.CreditMemo
            );
            foreach (var (other, invoice) in others.Zip(invoices))
                commands.Add(
                    new ApplyEntries(
                        new(direction, new(other.EntryNo)) { To = [new(invoice.EntryNo)] }
                    )
                    {
                        UserName = YearOfBusiness.UserName,
                    }
                );
        }
        return commands;
    }

    /// <summary>
    /// Some payments of the last week are taken apart, some that wait are reversed.
    /// </summary>
    public async Task<IReadOnlyList<ILedgerCommand>> Correct(
        Direction direction,
        DateOnly date,
        CancellationToken ct
    )
    {
        await using var db = database.Open(companyNo);
        var since = date.AddDays(-WeekDays);
        var payments = await db
            .PartyEntries.Where(e =>
                e.Direction == direction
                && e.DocumentType == EntryDocumentType.Payment
                && e.PostingDate >= since
                && !e.IsReversed
            )
            .OrderBy(e => e.EntryNo)
            .ToListAsync(ct);
        var wrong = payments.Where(e => Roll(e, date, 20) == 0);
        return
        [
            .. wrong
                .Where(e => !e.IsOpen || e.RemainingAmount == e.OriginalAmount)
                .Select(ILedgerCommand (e) => e.IsOpen ? Reverse(e) : Unapply(e)),
        ];
    }

    private static UnapplyEntry Unapply(PartyEntry entry) =>
        new(new(entry.Direction, entry.EntryNo)) { UserName = YearOfBusiness.UserName };

    private static ReverseRegister Reverse(PartyEntry entry) =>
        new(new RegisterToReverse(entry.RegisterNo)) { UserName = YearOfBusiness.UserName };

    private static Task<Guid> BatchOf(HandelDbContext db, JournalType type, CancellationToken ct) =>
        (
            from batch in db.JournalBatches
            join template in db.JournalTemplates on batch.TemplateId equals template.Id
            where template.Type == type
            select batch.Id
        ).FirstAsync(ct);

    // Spreads entries over outcomes, the same way in every run.
    private static int Roll(PartyEntry entry, DateOnly date, int sides)
    {
        var mixed = unchecked(
            (uint)entry.EntryNo * 2_654_435_761u ^ (uint)(date.DayNumber * 40_503)
        );
        return (int)(mixed / 65_536u % (uint)sides);
    }
}
