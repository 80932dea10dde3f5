using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Kernel;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>
/// What the ids in the bodies of journal lines name: one query for each kind of record, however
/// many lines there are (A18.2, S10).
/// </summary>
internal sealed class JournalReferences
{
    private readonly Dictionary<Guid, (JournalAccountType Type, string No)> accounts = [];
    private readonly Dictionary<Guid, (Direction Direction, string No)> invoices = [];

    /// <summary>The account of an id, of whatever kind; null when there is none.</summary>
    public (JournalAccountType Type, string No)? Account(Guid id) =>
        accounts.TryGetValue(id, out var found) ? found : null;

    /// <summary>The number of a posted invoice of that side, or null.</summary>
    public string? Invoice(Guid id, Direction side) =>
        invoices.TryGetValue(id, out var found) && found.Direction.Equals(side) ? found.No : null;

    public static async Task<JournalReferences> Load(RequestScope scope, IEnumerable<Given> bodies)
    {
        var found = new JournalReferences();
        var all = bodies.ToList();
        var ids = Ids(all, "accountId", "balancingAccountId", "customerId", "vendorId");
        if (ids.Length > 0)
            await found.Accounts(scope, ids);
        var invoiceIds = Ids(all, "appliesToInvoiceId");
        if (invoiceIds.Length > 0)
            await found.Invoices(scope, invoiceIds);
        return found;
    }

    private async Task Accounts(RequestScope scope, Guid[] ids)
    {
        var ledger = await scope
            .Rows<GlAccount>()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new { account.Id, account.No })
            .ToListAsync(scope.Aborted);
        foreach (var account in ledger)
            accounts[account.Id] = (JournalAccountType.GlAccount, account.No);
        var banks = await scope
            .Rows<BankAccount>()
            .Where(bank => ids.Contains(bank.Id))
            .Select(bank => new { bank.Id, bank.No })
            .ToListAsync(scope.Aborted);
        foreach (var bank in banks)
            accounts[bank.Id] = (JournalAccountType.BankAccount, bank.No);
        var parties = await scope
            .Rows<Party>()
            .Where(party => ids.Contains(party.Id))
            .Select(party => new
            {
                party.Id,
                party.Direction,
                party.No,
            })
            .ToListAsync(scope.Aborted);
        foreach (var party in parties)
            accounts[party.Id] = (LedgerSide.Of(party.Direction).JournalAccount, party.No);
    }

    private async Task Invoices(RequestScope scope, Guid[] ids)
    {
        var found = await scope
            .Rows<TradeDocument>()
            .Where(document => document.IsPosted && document.Kind == DocumentKind.Invoice)
            .Where(document => ids.Contains(document.Id))
            .Select(document => new
            {
                document.Id,
                document.Direction,
                document.No,
            })
            .ToListAsync(scope.Aborted);
        foreach (var invoice in found)
            invoices[invoice.Id] = (invoice.Direction, invoice.No);
    }

    private static Guid[] Ids(List<Given> bodies, params string[] names) =>
        [
            .. bodies
                .SelectMany(body => names.Select(body.Id))
                .OfType<Guid>()
                .Where(id => id != Guid.Empty)
                .Distinct(),
        ];
}
