using Handel.App.Operations;
using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks;

/// <summary>
/// Books of three years that were never posted, only written: as many rows as a large company has,
/// in the shape that postings leave behind. Every posting balances.
/// </summary>
internal sealed class ReportBooks(HandelDbContext db)
{
    public const int GlEntries = 10_000_000;
    public const int PartyEntries = 1_000_000;
    public const int OpenEntries = PartyEntries / OpenEvery;
    public const int Parties = 10_000;
    public static readonly DateOnly First = new(2024, 1, 1);
    public static readonly DateOnly Last = new(2026, 12, 31);

    private const int LinesPerPosting = 5;
    private const int ExpenseEvery = 5;
    private const int OpenEvery = 5;
    private const int RowsPerCopy = 50_000;
    private const int DaysUntilPaid = 25;
    private const string Source = "SALES";

    private static readonly (string Account, decimal Share)[] Sale =
    [
        ("1300", 1.21m),
        ("8010", -1m),
        ("4310", -0.21m),
        ("7010", 0.6m),
        ("3010", -0.6m),
    ];

    private readonly Dictionary<(string, DateOnly), GlDayTotal> totals = [];

    private static int Days => Last.DayNumber - First.DayNumber + 1;

    public async Task Write(
        IReadOnlyList<string> expenses,
        IProgress<OperationProgress> progress,
        CancellationToken ct
    )
    {
        var trip = new RoundTrip(db);
        var writer = new BulkWriter(trip);
        for (var no = 0; no < GlEntries; no += RowsPerCopy)
        {
            progress.Report(new("G/L entries", no, GlEntries));
            writer.Insert([.. General(no, expenses)]);
            await trip.Make(ct);
        }
        writer.Insert(totals.Values);
        for (var no = 0; no < PartyEntries; no += RowsPerCopy)
        {
            progress.Report(new("customer ledger entries", no, PartyEntries));
            var entries = Enumerable.Range(no + 1, RowsPerCopy).ToList();
            writer.Insert([.. entries.Select(Party)]);
            writer.Insert([.. entries.SelectMany(Details)]);
            await trip.Make(ct);
        }
    }

    private IEnumerable<GlEntry> General(int from, IReadOnlyList<string> expenses)
    {
        for (var i = from; i < from + RowsPerCopy; i++)
        {
            var (posting, line) = (i / LinesPerPosting, i % LinesPerPosting);
            var date = First.AddDays((int)((long)posting * LinesPerPosting * Days / GlEntries));
            var (account, amount) = LineOf(posting, line, expenses);
            Keep(account, date, amount);
            yield return new GlEntry
            {
                CompanyNo = db.CompanyNo,
                EntryNo = i + 1,
                RegisterNo = posting + 1,
                PostingDate = date,
                DocumentDate = date,
                VatDate = date,
                DocumentType = EntryDocumentType.Invoice,
                DocumentNo = $"B{posting:D9}",
                AccountNo = account,
                Description = $"Invoice B{posting:D9}",
                Amount = amount,
                SourceType = SourceType.Customer,
                SourceNo = PartyNo(posting),
                SourceCode = Source,
            };
        }
    }

    private static (string Account, decimal Amount) LineOf(
        int posting,
        int line,
        IReadOnlyList<string> expenses
    )
    {
        var value = 100m + posting % 900;
        if (posting % ExpenseEvery != 0)
            return (Sale[line].Account, decimal.Round(Sale[line].Share * value, 2));
        return line == LinesPerPosting - 1
            ? ("4210", -(LinesPerPosting - 1) * value)
            : (expenses[(posting / ExpenseEvery * 4 + line) % expenses.Count], value);
    }

    private void Keep(string account, DateOnly date, decimal amount)
    {
        if (!totals.TryGetValue((account, date), out var total))
        {
            total = new GlDayTotal
            {
                CompanyNo = db.CompanyNo,
                AccountNo = account,
                PostingDate = date,
            };
            totals.Add((account, date), total);
        }
        total.Debit += Math.Max(amount, 0m);
        total.Credit += Math.Max(-amount, 0m);
    }

    private PartyEntry Party(int no)
    {
        var remaining = IsOpen(no) ? AmountOf(no) : 0m;
        return new()
        {
            CompanyNo = db.CompanyNo,
            Direction = Direction.Sale,
            EntryNo = no,
            RegisterNo = no,
            PartyNo = PartyNo(no),
            PartyName = PartyNo(no),
            PostingDate = DateOf(no),
            DocumentDate = DateOf(no),
            VatDate = DateOf(no),
            DueDate = DateOf(no).AddDays(30),
            DocumentType = EntryDocumentType.Invoice,
            DocumentNo = $"B{no:D9}",
            Description = $"Invoice B{no:D9}",
            PostingGroup = "BINNENL",
            SourceCode = Source,
            OriginalAmount = AmountOf(no),
            OriginalAmountLcy = AmountOf(no),
            RemainingAmount = remaining,
            RemainingAmountLcy = remaining,
            IsOpen = IsOpen(no),
            ClosedAtDate = IsOpen(no) ? null : DateOf(no).AddDays(DaysUntilPaid),
        };
    }

    private IEnumerable<PartyDetail> Details(int no)
    {
        yield return Detail(no, (PartyDetailType.InitialEntry, DateOf(no), AmountOf(no)));
        if (!IsOpen(no))
            yield return Detail(
                no,
                (PartyDetailType.Application, DateOf(no).AddDays(DaysUntilPaid), -AmountOf(no))
            );
    }

    private PartyDetail Detail(
        int no,
        (PartyDetailType Type, DateOnly Date, decimal Amount) what
    ) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Direction = Direction.Sale,
            EntryNo = 2 * no + (what.Type == PartyDetailType.InitialEntry ? 0 : 1),
            RegisterNo = no,
            PartyEntryNo = no,
            Type = what.Type,
            PartyNo = PartyNo(no),
            PostingDate = what.Date,
            DocumentNo = $"B{no:D9}",
            Amount = what.Amount,
            AmountLcy = what.Amount,
            InitialDueDate = DateOf(no).AddDays(30),
            SourceCode = Source,
        };

    // Spread over all parties and all days: the open ones do not lie together.
    private static bool IsOpen(int no) => no * 7919L % OpenEvery == 0;

    private static DateOnly DateOf(int no) =>
        First.AddDays((int)((long)no * Days / PartyEntries) % Days);

    private static decimal AmountOf(int no) => 50m + no % 1000 + 0.25m;

    private static string PartyNo(int no) => $"K{no * 7919L % Parties:D5}";
}
