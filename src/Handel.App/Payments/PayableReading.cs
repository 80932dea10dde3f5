using Handel.App.Journals;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Payments;

/// <summary>Whom a suggestion looks at, and which other journals count (SVP-01, SVP-02).</summary>
public sealed record PayableScope
{
    /// <summary>Numbers of parties, for example <c>1000..1999|2100</c>; blank is all.</summary>
    public string PartyFilter { get; init; } = "";

    /// <summary>Leaves out what lines of other journals pay.</summary>
    public bool ChecksOtherJournals { get; init; } = true;

    /// <summary>Leaves out what is in a payment file.</summary>
    public bool SkipsExported { get; init; } = true;
}

/// <summary>Reads what is open to be paid: a fixed number of queries, however much it is.</summary>
internal sealed class PayableReading(OpenJournal open, LedgerSide side)
{
    /// <summary>One entry more than a suggestion takes, so that it can tell.</summary>
    public async Task<OpenToPay> Read(PaymentWish wish, PayableScope scope, CancellationToken ct)
    {
        var direction = side.Direction;
        var parties = await Parties(scope.PartyFilter, ct);
        var numbers = parties.Keys.ToArray();
        var entries = open
            .Db.PartyEntries.AsNoTracking()
            .Where(e => e.Direction == direction && e.IsOpen && numbers.Contains(e.PartyNo));
        var balances = await entries
            .GroupBy(e => e.PartyNo)
            .Select(group => new { group.Key, Sum = group.Sum(e => e.RemainingAmountLcy) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, ct);
        var last = wish.LastPaymentDate;
        var found = await entries
            .Where(e =>
                e.DueDate <= last
                || (wish.FindsDiscounts && e.PmtDiscountDate != null && e.PmtDiscountDate <= last)
            )
            .OrderBy(e => e.DueDate)
            .ThenBy(e => e.EntryNo)
            .Take(OpenToPay.EntriesMax + 1)
            .ToListAsync(ct);
        return new()
        {
            Side = side,
            Setup = open.Setup,
            Entries = found,
            Parties = parties,
            BalancesLcy = balances,
            InJournals = await InJournals(scope, ct),
            BankCurrencyCode = BankCurrency(wish),
        };
    }

    private async Task<Dictionary<string, Party>> Parties(string filter, CancellationToken ct)
    {
        var direction = side.Direction;
        var withOpen = open
            .Db.PartyEntries.Where(e => e.Direction == direction && e.IsOpen)
            .Select(e => e.PartyNo);
        var parties = await open
            .Db.Parties.AsNoTracking()
            .Where(party => party.Direction == direction && withOpen.Contains(party.No))
            .ToListAsync(ct);
        return parties
            .Where(party => CodeFilter.Allows(filter, party.No))
            .ToDictionary(party => party.No);
    }

    private async Task<HashSet<(EntryDocumentType, string)>> InJournals(
        PayableScope scope,
        CancellationToken ct
    )
    {
        var (own, account) = (open.Settings.Batch.Id, side.JournalAccount);
        var (others, exported) = (scope.ChecksOtherJournals, scope.SkipsExported);
        var batches = open.Db.JournalBatches.Select(batch => batch.Id);
        var lines = await open
            .Db.JournalLines.AsNoTracking()
            .Where(line => line.AppliesToDocNo != "" && batches.Contains(line.BatchId))
            .Where(line => line.AccountType == account || line.BalAccountType == account)
            .Where(line =>
                line.BatchId == own || others || (exported && line.IsExportedToPaymentFile)
            )
            .Select(line => new { line.AppliesToDocType, line.AppliesToDocNo })
            .ToListAsync(ct);
        return [.. lines.Select(line => (line.AppliesToDocType, line.AppliesToDocNo))];
    }

    private string BankCurrency(PaymentWish wish) =>
        wish.BalAccountType == JournalAccountType.BankAccount
        && open.Setup.BankAccounts.GetValueOrDefault(wish.BalAccountNo) is { } bank
            ? bank.CurrencyCode
            : "";
}
