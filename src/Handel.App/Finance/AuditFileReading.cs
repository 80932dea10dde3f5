using System.Data;
using Handel.Data;
using Handel.Exchange.Audit;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>
/// The books of a fiscal year as an audit file (AUD-08). All of it is read at one moment; parties
/// and entries go from the database to the file one by one.
/// </summary>
public sealed class AuditFileReading(HandelDatabase database, CompanySetup setup)
{
    private static readonly string Version =
        typeof(AuditFileReading).Assembly.GetName().Version?.ToString(3) ?? "1";

    private readonly IReadOnlyDictionary<string, GlAccount> _accounts = setup.Accounts;
    private HashSet<string> _twice = [];

    /// <param name="day">Any day of the year.</param>
    /// <param name="today">When the file is made.</param>
    public async Task Write(Stream to, DateOnly day, DateOnly today, CancellationToken ct)
    {
        var (from, until) = YearOf(day);
        await using var db = database.Open(setup.CompanyNo);
        await using var moment = await db.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            ct
        );
        var names = await db.Set<SourceCode>()
            .ToDictionaryAsync(code => code.Code, code => code.Description, ct);
        using var file = new AuditFileWriter(to, code => names.GetValueOrDefault(code, code));
        file.Begin(Head(from, until, today));
        await Parties(file, db, ct);
        file.Accounts(
            _accounts
                .Values.Where(account => account.AccountType == GlAccountType.Posting)
                .OrderBy(account => account.No, StringComparer.Ordinal)
                .Select(account => new AuditAccount(
                    account.No,
                    account.Name,
                    account.IsBalanceSheet
                ))
        );
        file.VatCodes(setup.VatPosting.Values.OrderBy(VatIdOf, StringComparer.Ordinal).Select(Vat));
        file.Periods(PeriodsOf(from, until));
        file.OpeningBalance(from, await Opening(db, from, ct));
        await Transactions(file, db, (from, until), ct);
    }

    /// <summary>The fiscal year that a day lies in; without periods its calendar year.</summary>
    public (DateOnly From, DateOnly To) YearOf(DateOnly day)
    {
        var years = setup
            .AccountingPeriods.Where(period => period.IsNewFiscalYear)
            .Select(period => period.StartingDate)
            .ToList();
        var from = years.LastOrDefault(start => start <= day);
        if (from == default)
            from = new(day.Year, 1, 1);
        var next = years.FirstOrDefault(start => start > from);
        return (from, next == default ? from.AddYears(1).AddDays(-1) : next.AddDays(-1));
    }

    private AuditHead Head(DateOnly from, DateOnly until, DateOnly today)
    {
        var information = setup.Information;
        var country =
            information.Address.CountryCode.Length > 0
                ? information.Address.CountryCode
                : setup.Company.CountryCode;
        return new(from, until, setup.Gl.LcyCode, today)
        {
            SoftwareVersion = Version,
            CompanyIdent =
                information.RegistrationNo.Length > 0
                    ? information.RegistrationNo
                    : setup.Company.Name,
            CompanyName =
                information.Address.Name.Length > 0
                    ? information.Address.Name
                    : setup.Company.DisplayName,
            CountryCode = country,
            VatRegistrationNo = information.VatRegistrationNo,
            Address = AddressOf(information.Address),
        };
    }

    private async Task Parties(AuditFileWriter file, HandelDbContext db, CancellationToken ct)
    {
        // A customer and a vendor may have the same number; the file knows them by one.
        var twice = await db
            .Parties.GroupBy(party => party.No)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToListAsync(ct);
        _twice = [.. twice];
        file.BeginParties();
        var parties = db.Parties.OrderBy(party => party.Direction).ThenBy(party => party.No);
        await foreach (var party in parties.AsAsyncEnumerable().WithCancellation(ct))
            file.Add(
                new AuditParty(
                    IdOf(party.No, SourceOf(party.Direction)),
                    party.Address.Name,
                    SourceOf(party.Direction) == SourceType.Customer
                )
                {
                    Contact = party.Address.Contact,
                    Phone = party.Phone,
                    Email = party.Email,
                    RegistrationNo = party.RegistrationNo,
                    VatRegistrationNo = party.VatRegistrationNo,
                    Address = AddressOf(party.Address),
                    Iban = party.Iban,
                    Bic = party.Bic,
                }
            );
        file.EndParties();
    }

    private static SourceType SourceOf(Direction direction) =>
        Ledgers.Mirror.LedgerSide.Of(direction).PartySource;

    private string IdOf(string no, SourceType source) =>
        source is not (SourceType.Customer or SourceType.Vendor) ? ""
        : _twice.Contains(no) ? $"{no}-{(source == SourceType.Customer ? 'C' : 'S')}"
        : no;

    private List<AuditPeriod> PeriodsOf(DateOnly from, DateOnly until)
    {
        var starts = setup
            .AccountingPeriods.Where(period =>
                period.StartingDate >= from && period.StartingDate <= until
            )
            .ToList();
        if (starts.Count == 0)
            return [new(1, "", from, until)];
        return
        [
            .. starts.Select(
                (period, at) =>
                    new AuditPeriod(
                        at + 1,
                        period.Name,
                        period.StartingDate,
                        at + 1 < starts.Count ? starts[at + 1].StartingDate.AddDays(-1) : until
                    )
            ),
        ];
    }

    private static async Task<List<AuditBalance>> Opening(
        HandelDbContext db,
        DateOnly from,
        CancellationToken ct
    )
    {
        var sums = await db
            .GlDayTotals.Where(total => total.PostingDate < from)
            .GroupBy(total => total.AccountNo)
            .Select(group => new { group.Key, Amount = group.Sum(t => t.Debit - t.Credit) })
            .Where(sum => sum.Amount != 0m)
            .OrderBy(sum => sum.Key)
            .ToListAsync(ct);
        return [.. sums.Select(sum => new AuditBalance(sum.Key, sum.Amount))];
    }

    private async Task Transactions(
        AuditFileWriter file,
        HandelDbContext db,
        (DateOnly From, DateOnly To) year,
        CancellationToken ct
    )
    {
        var (from, until) = year;
        var entries = db.GlEntries.Where(entry =>
            entry.PostingDate >= from && entry.PostingDate <= until
        );
        var totals = await entries
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Lines = all.Count(),
                Debit = all.Sum(entry => entry.Amount > 0m ? entry.Amount : 0m),
                Credit = all.Sum(entry => entry.Amount < 0m ? -entry.Amount : 0m),
            })
            .FirstOrDefaultAsync(ct);
        file.BeginTransactions(new(totals?.Lines ?? 0, totals?.Debit ?? 0m, totals?.Credit ?? 0m));
        var lines =
            from entry in entries
            join register in db.GlRegisters on entry.RegisterNo equals register.RegisterNo
            join vat in db.VatEntries on entry.EntryNo equals vat.GlEntryNo into taxed
            from vat in taxed.DefaultIfEmpty()
            orderby entry.SourceCode, entry.RegisterNo, entry.EntryNo
            select new
            {
                Entry = entry,
                register.UserName,
                Vat = vat == null ? null : vat,
            };
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
            file.Add(LineOf(line.Entry, line.Vat, line.UserName));
        file.EndTransactions();
    }

    private AuditLine LineOf(GlEntry entry, VatEntry? vat, string userName) =>
        new()
        {
            JournalCode = entry.SourceCode,
            RegisterNo = entry.RegisterNo,
            EntryNo = entry.EntryNo,
            PostingDate = entry.PostingDate,
            DocumentDate = entry.DocumentDate,
            UserName = userName,
            AccountNo = entry.AccountNo,
            DocumentNo = entry.DocumentNo,
            Description = entry.Description,
            Amount = entry.Amount,
            PartyId = IdOf(entry.SourceNo, entry.SourceType),
            VatId = vat is null ? "" : $"{vat.VatBusPostingGroup}-{vat.VatProdPostingGroup}",
            VatPct = vat?.VatPct ?? 0m,
            VatAmount = vat is null ? 0m : vat.Amount + vat.UnrealizedAmount,
        };

    private static string VatIdOf(VatPostingSetup vat) =>
        $"{vat.VatBusPostingGroup}-{vat.VatProdPostingGroup}";

    private static AuditVatCode Vat(VatPostingSetup vat) =>
        new(VatIdOf(vat), vat.Description, vat.SalesVatAccount, vat.PurchaseVatAccount);

    private static AuditAddress AddressOf(Address address) =>
        new(address.Line1, address.City, address.PostCode, address.CountryCode);
}
