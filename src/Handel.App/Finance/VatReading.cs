using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>Which VAT a statement reads (VST-02); an open end is blank.</summary>
public sealed record VatQuestion(DateOnly From, DateOnly To)
{
    public VatSelection Selection { get; init; }
    public VatReach Reach { get; init; }

    public static VatQuestion Of(VatReturnPeriod period) =>
        new(period.StartingDate, period.EndingDate);

    /// <summary>The first VAT date that counts.</summary>
    public DateOnly Start => Reach == VatReach.WithinPeriod ? From : DateOnly.MinValue;
}

/// <summary>A VAT account with both sides of its reconciliation (INV-13). LCY.</summary>
public sealed record VatAccountRow(GlAccount Account, decimal LedgerAmount, decimal VatAmount)
{
    public decimal Difference => LedgerAmount - VatAmount;
}

/// <summary>Reads sums of VAT for returns: a fixed number of set-based queries.</summary>
public sealed class VatReading(HandelDbContext db, CompanySetup setup)
{
    private readonly LedgerByVatDate _ledger = new(db);

    public async Task<IReadOnlyList<VatStatementLine>> Lines(
        string template,
        string name,
        CancellationToken ct
    ) =>
        await db
            .VatStatementLines.Where(l => l.TemplateName == template && l.StatementName == name)
            .OrderBy(l => l.LineNo)
            .ToListAsync(ct);

    /// <summary>What the lines of a statement are calculated from.</summary>
    public async Task<VatFigures> Figures(
        VatQuestion asked,
        IReadOnlyList<VatStatementLine> lines,
        CancellationToken ct
    )
    {
        var sums = await Entries(asked)
            .GroupBy(e => new
            {
                e.Type,
                e.VatBusPostingGroup,
                e.VatProdPostingGroup,
                e.IsReportedEuThirdParty,
            })
            .Select(group => new
            {
                group.Key,
                Base = group.Sum(e => e.Base),
                Amount = group.Sum(e => e.Amount),
                NonDeductibleBase = group.Sum(e => e.NonDeductibleBase),
                NonDeductibleAmount = group.Sum(e => e.NonDeductibleAmount),
                UnrealizedBase = group.Sum(e => e.RemainingUnrealizedBase),
                UnrealizedAmount = group.Sum(e => e.RemainingUnrealizedAmount),
            })
            .ToListAsync(ct);
        var found = sums.Select(s => new VatSum(
            s.Key.Type,
            new VatGroups(s.Key.VatBusPostingGroup, s.Key.VatProdPostingGroup),
            s.Key.IsReportedEuThirdParty
        )
        {
            Base = s.Base,
            Amount = s.Amount,
            NonDeductibleBase = s.NonDeductibleBase,
            NonDeductibleAmount = s.NonDeductibleAmount,
            UnrealizedBase = s.UnrealizedBase,
            UnrealizedAmount = s.UnrealizedAmount,
        });
        return new([.. found], await Accounts(asked, lines, ct));
    }

    /// <summary>The VAT entries that a question is about; settlements declare nothing.</summary>
    public IQueryable<VatEntry> Entries(VatQuestion asked)
    {
        var (from, to) = (asked.Start, asked.To);
        var entries = db.VatEntries.Where(e =>
            e.Type != GenPostingType.Settlement && e.ReportedDate >= from && e.ReportedDate <= to
        );
        return asked.Selection switch
        {
            VatSelection.OpenAndClosed => entries,
            VatSelection.Open => entries.Where(e => !e.IsClosed),
            VatSelection.Closed => entries.Where(e => e.IsClosed),
            _ => throw new ArgumentOutOfRangeException(nameof(asked)),
        };
    }

    /// <summary>VAT accounts of the ledger against the VAT entries on them (INV-13).</summary>
    public async Task<IReadOnlyList<VatAccountRow>> Reconcile(VatSpan span, CancellationToken ct)
    {
        var accounts = VatAccounts();
        var ledger = await _ledger.Sums([.. accounts], span, ct);
        var entries = await Booked(span, ct);
        return
        [
            .. accounts
                .Where(setup.Accounts.ContainsKey)
                .Select(no => new VatAccountRow(
                    setup.Accounts[no],
                    ledger.GetValueOrDefault(no),
                    entries.GetValueOrDefault(no)
                )),
        ];
    }

    /// <summary>What stands against locking a period (VDT-05).</summary>
    public async Task<PeriodRest> Rest(VatReturnPeriod period, CancellationToken ct)
    {
        var asked = VatQuestion.Of(period) with { Selection = VatSelection.Open };
        var rows = await Reconcile(new(period.StartingDate, period.EndingDate), ct);
        // UNR-01: no settlement closes what still waits for payment.
        var open = Entries(asked).Where(e => e.UnrealizedVatType == UnrealizedVatType.None);
        return new(await open.CountAsync(ct), rows.Sum(row => Math.Abs(row.Difference)));
    }

    private async Task<Dictionary<string, decimal>> Accounts(
        VatQuestion asked,
        IReadOnlyList<VatStatementLine> lines,
        CancellationToken ct
    )
    {
        var filters = lines
            .Where(line => line.Type == VatStatementLineType.AccountTotaling)
            .Select(line => line.AccountTotaling)
            .ToList();
        var wanted = setup
            .Accounts.Keys.Where(no => filters.Any(filter => CodeFilter.Covers(filter, no)))
            .ToArray();
        return wanted.Length == 0 ? [] : await _ledger.Sums(wanted, new(asked.Start, asked.To), ct);
    }

    private SortedSet<string> VatAccounts() =>
        new(
            setup
                .VatPosting.Values.SelectMany(s =>
                    new[] { s.SalesVatAccount, s.PurchaseVatAccount, s.ReverseChargeVatAccount }
                )
                .Where(no => no.Length > 0),
            StringComparer.Ordinal
        );

    /// <summary>
    /// VAT per account, by the ledger lines that the entries name; of reverse charge the other
    /// line follows the first (NDV-04).
    /// </summary>
    private async Task<Dictionary<string, decimal>> Booked(VatSpan span, CancellationToken ct)
    {
        var entries = db.VatEntries.Where(e =>
            e.ReportedDate >= span.From && e.ReportedDate <= span.To
        );
        var sums = await BookedDirectly(entries, ct);
        var reverse = await entries
            .Where(e =>
                e.CalculationType == VatCalculationType.ReverseCharge
                && e.Type != GenPostingType.Sale
                && e.Amount + e.NonDeductibleAmount != 0m
            )
            .Select(e => new
            {
                LineNo = e.Type == GenPostingType.Settlement ? e.GlEntryNo : e.VatGlEntryNo + 1,
                e.VatGlEntryNo,
                e.VatBusPostingGroup,
                e.VatProdPostingGroup,
                Amount = -(e.Amount + e.NonDeductibleAmount),
            })
            .GroupJoin(
                db.GlEntries,
                e => e.LineNo,
                line => line.EntryNo,
                (e, lines) => new { e, lines }
            )
            .SelectMany(
                row => row.lines.DefaultIfEmpty(),
                (row, line) =>
                    new
                    {
                        row.e.VatBusPostingGroup,
                        row.e.VatProdPostingGroup,
                        // Nothing is deductible: there is no first line to follow.
                        AccountNo = row.e.VatGlEntryNo == 0 || line == null ? "" : line.AccountNo,
                        row.e.Amount,
                    }
            )
            .GroupBy(row => new
            {
                row.VatBusPostingGroup,
                row.VatProdPostingGroup,
                row.AccountNo,
            })
            .Select(group => new { group.Key, Amount = group.Sum(row => row.Amount) })
            .ToListAsync(ct);

        foreach (var row in reverse)
        {
            var groups = (row.Key.VatBusPostingGroup, row.Key.VatProdPostingGroup);
            var no =
                row.Key.AccountNo.Length > 0 ? row.Key.AccountNo
                : setup.VatPosting.TryGetValue(groups, out var vat) ? vat.ReverseChargeVatAccount
                : "";
            sums[no] = sums.GetValueOrDefault(no) + row.Amount;
        }
        return sums;
    }

    private async Task<Dictionary<string, decimal>> BookedDirectly(
        IQueryable<VatEntry> entries,
        CancellationToken ct
    )
    {
        var sums = await entries
            .Join(
                db.GlEntries,
                e => e.CalculationType == VatCalculationType.FullVat ? e.GlEntryNo : e.VatGlEntryNo,
                line => line.EntryNo,
                (e, line) => new { line.AccountNo, e.Amount }
            )
            .GroupBy(row => row.AccountNo)
            .Select(group => new { group.Key, Amount = group.Sum(row => row.Amount) })
            .ToListAsync(ct);
        return sums.ToDictionary(row => row.Key, row => row.Amount, StringComparer.Ordinal);
    }
}
