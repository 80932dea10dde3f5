using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies.Demo;

/// <summary>
/// What goes over the bank of the demo company, through the journals that a bookkeeper uses: the
/// start, what runs every month, and once a week the payments of customers and to vendors.
/// </summary>
internal sealed class DemoMoney(
    HandelDatabase database,
    JournalDesk desk,
    CompanyWriters writers,
    int companyNo
)
{
    private const string UserName = "demo";
    private const string ShareCapital = "4110";
    private const decimal Capital = 125_000m;
    private const int MonthlyDay = 25;

    /// <summary>Of so many customers one leaves an invoice unpaid.</summary>
    private const int LateEvery = 6;
    private const int DaysAtLeast = 14;
    private const int DaysMore = 5;

    private static readonly (string AccountNo, string Text, decimal Amount)[] Monthly =
    [
        ("6010", "Salarissen", 2_650m),
        ("6110", "Huur winkel en magazijn", 940m),
        ("6330", "Kosten betalingsverkeer", 18.50m),
    ];

    private readonly JournalLines _lines = new(desk);

    /// <summary>The owners pay in.</summary>
    public Task Begin(DateOnly date, CancellationToken ct) =>
        Post(
            JournalType.General,
            date,
            [
                new([
                    new(JournalField.AccountType, JournalAccountType.GlAccount),
                    new(JournalField.AccountNo, ShareCapital),
                    new(JournalField.Description, "Inbreng bij de oprichting"),
                    new(JournalField.Amount, -Capital),
                    new(JournalField.BalAccountType, JournalAccountType.BankAccount),
                    new(JournalField.BalAccountNo, JournalStart.Bank),
                ]),
            ],
            ct
        );

    /// <summary>What is due on a day.</summary>
    public async Task Settle(DateOnly date, CancellationToken ct)
    {
        if (date.Day == MonthlyDay)
            await Post(JournalType.Payments, date, [.. Monthly.Select(Cost)], ct);
        if (date.DayOfWeek != DayOfWeek.Friday)
            return;
        var (customers, vendors) = (Direction.Sale, Direction.Purchase);
        await Post(JournalType.CashReceipts, date, await Due(customers, date, ct), ct);
        await Post(JournalType.Payments, date, await Due(vendors, date, ct), ct);
    }

    private static NewJournalLine Cost((string AccountNo, string Text, decimal Amount) cost) =>
        new([
            new(JournalField.AccountType, JournalAccountType.GlAccount),
            new(JournalField.AccountNo, cost.AccountNo),
            new(JournalField.Description, cost.Text),
            new(JournalField.Amount, cost.Amount),
        ]);

    /// <summary>Some pay soon, some later, some not at all.</summary>
    private async Task<List<NewJournalLine>> Due(
        Direction direction,
        DateOnly date,
        CancellationToken ct
    )
    {
        await using var db = database.Open(companyNo);
        var invoices = await db
            .PartyEntries.Where(entry => entry.Direction == direction && entry.IsOpen)
            .Where(entry => entry.DocumentType == EntryDocumentType.Invoice)
            .OrderBy(entry => entry.EntryNo)
            .ToListAsync(ct);
        var account = LedgerSide.Of(direction).JournalAccount;
        return
        [
            .. invoices
                .Where(entry => entry.EntryNo % LateEvery != 0)
                .Where(entry => entry.PostingDate.AddDays(DaysUntilPaid(entry)) <= date)
                .Select(entry => Payment(entry, account)),
        ];
    }

    private static int DaysUntilPaid(PartyEntry entry) =>
        DaysAtLeast + entry.EntryNo % LateEvery * DaysMore;

    private static NewJournalLine Payment(PartyEntry entry, JournalAccountType account) =>
        new([
            new(JournalField.AccountType, account),
            new(JournalField.AccountNo, entry.PartyNo),
            new(JournalField.AppliesToDocType, entry.DocumentType),
            new(JournalField.AppliesToDocNo, entry.DocumentNo),
        ]);

    private async Task Post(
        JournalType type,
        DateOnly date,
        List<NewJournalLine> lines,
        CancellationToken ct
    )
    {
        if (lines.Count == 0)
            return;
        await using var db = database.Open(companyNo);
        var batch = await (
            from one in db.JournalBatches
            join template in db.JournalTemplates on one.TemplateId equals template.Id
            where template.Type == type
            select one.Id
        ).FirstAsync(ct);
        var added = await _lines.Add(new(companyNo, batch) { WorkDate = date }, lines, ct);
        if (!added.IsDone)
            throw new InvalidOperationException($"A demo journal: {added.Problems[0]}");
        var command = new PostJournal(batch) { UserName = UserName, LineCount = lines.Count };
        var outcome = await writers.Submit(companyNo, command, ct);
        if (outcome.IsRefused)
            throw new InvalidOperationException($"A demo journal: {outcome.Problems[0]}");
    }
}
