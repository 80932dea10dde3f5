using Handel.App.Journals;
using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Payments;

/// <summary>
/// Open documents, ticked as paid in a journal of receipts or payments: each tick is a line of that
/// journal, which the journal posts (PRG-02, PRG-03).
/// </summary>
public sealed class PaymentRegistration(JournalDesk desk)
{
    /// <summary>Documents that one page lists, at most: those that fall due first (S9).</summary>
    public const int DocumentsMax = 5_000;

    /// <summary>Whose payments a journal registers; null where it registers none.</summary>
    public static LedgerSide? SideOf(JournalType type) =>
        type switch
        {
            JournalType.CashReceipts => JournalAccounts.SideOf(JournalAccountType.Customer),
            JournalType.Payments => JournalAccounts.SideOf(JournalAccountType.Vendor),
            JournalType.General
            or JournalType.Sales
            or JournalType.Purchases
            or JournalType.Recurring => null,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>All open documents but payments, with the lines that pay them (PRG-02).</summary>
    public static async Task<IReadOnlyList<RegisteredPayment>> Read(
        HandelDbContext db,
        Guid journalId,
        int? entryNo,
        CancellationToken ct
    )
    {
        var template = await db
            .JournalTemplates.Where(t =>
                db.JournalBatches.Any(b => b.Id == journalId && b.TemplateId == t.Id)
            )
            .Select(t => new { t.Type })
            .SingleOrDefaultAsync(ct);
        if (template is null || SideOf(template.Type) is not { } side)
            return [];
        var (direction, account) = (side.Direction, side.JournalAccount);
        var entries = await db
            .PartyEntries.AsNoTracking()
            .Where(e => e.Direction == direction && e.IsOpen)
            .Where(e => e.DocumentType != EntryDocumentType.Payment)
            .Where(e => entryNo == null || e.EntryNo == entryNo)
            .OrderBy(e => e.DueDate)
            .ThenBy(e => e.EntryNo)
            .Take(DocumentsMax)
            .ToListAsync(ct);
        var lines = await db
            .JournalLines.AsNoTracking()
            .Where(l => l.BatchId == journalId && l.AccountType == account)
            .Where(l => l.AppliesToDocNo != "")
            .OrderBy(l => l.LineNo)
            .ToListAsync(ct);
        var byDocument = lines.ToLookup(l => (l.AccountNo, l.AppliesToDocType, l.AppliesToDocNo));
        return
        [
            .. entries.Select(e => new RegisteredPayment(
                e,
                byDocument[(e.PartyNo, e.DocumentType, e.DocumentNo)].FirstOrDefault()
            )),
        ];
    }

    /// <summary>Ticks a document, changes its tick, or takes it back (PRG-03).</summary>
    public async Task<JournalOutcome> Tick(
        JournalRef journal,
        RegisteredPayment paid,
        PaymentTick tick,
        CancellationToken ct
    )
    {
        var lines = new JournalLines(desk);
        if (tick.Unticks)
            return paid.Line is null
                ? JournalOutcome.Done()
                : await lines.Delete(LineOf(journal, paid.Line), ct);
        if (await desk.Read(journal, open => Wrong(open, paid.Entry), ct) is { Count: > 0 } wrong)
            return JournalOutcome.Refused(wrong);
        var changes = tick.Changes(paid, journal.WorkDate ?? paid.Entry.PostingDate);
        return paid.Line is null
            ? await lines.Add(journal, [new(changes)], ct)
            : await lines.Change(LineOf(journal, paid.Line), changes, ct);
    }

    private static JournalLineRef LineOf(JournalRef journal, JournalLine line) =>
        new(journal.CompanyNo, line.Id) { WorkDate = journal.WorkDate };

    // PRG-01, PRG-06: the account that is paid from is in the currency of the document.
    private static Task<List<Problem>> Wrong(OpenJournal open, PartyEntry entry)
    {
        var (type, no) = open.Settings.BalAccount;
        var problems = new List<Problem>();
        if (no.Length == 0)
            problems.Add(
                new(ProblemCodes.FieldEmpty, open.Settings.Record, "balancingAccountNumber")
            );
        var bank =
            type == JournalAccountType.BankAccount
                ? open.Setup.BankAccounts.GetValueOrDefault(no)?.CurrencyCode ?? ""
                : "";
        if (bank != entry.CurrencyCode)
            problems.Add(
                new(PaymentCodes.Currency, open.Settings.Record, "currencyCode", entry.DocumentNo)
            );
        return Task.FromResult(problems);
    }
}
