using Handel.Data;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>
/// What commands that come again did the first time (INV-55). Asked under the ledger's lock: a
/// commit whose answer was lost is then either in the books or will never be.
/// </summary>
public static class PostedBefore
{
    internal static Task<IReadOnlyDictionary<Guid, LedgerOutcome>> Find(
        HandelDbContext db,
        IReadOnlyList<KeyedCommand> commands,
        CancellationToken ct
    ) => Find(db, [.. commands.Where(command => command.MayBeDone).Select(c => c.Key)], ct);

    private static async Task<IReadOnlyDictionary<Guid, LedgerOutcome>> Find(
        HandelDbContext db,
        Guid[] keys,
        CancellationToken ct
    )
    {
        if (keys.Length == 0)
            return new Dictionary<Guid, LedgerOutcome>();
        var registers = await db
            .GlRegisters.Where(r => r.PostingKey != null && keys.Contains(r.PostingKey.Value))
            .Select(r => new { r.RegisterNo, Key = r.PostingKey!.Value })
            .ToDictionaryAsync(r => r.RegisterNo, r => r.Key, ct);
        var numbers = registers.Keys.ToArray();
        var documents = await db
            .Documents.Where(d => d.IsPosted && numbers.Contains(d.RegisterNo))
            .Include(d => d.Lines.OrderBy(line => line.LineNo))
            .AsSplitQuery()
            .ToListAsync(ct);
        var journals = await db
            .GlRegisters.Where(r => numbers.Contains(r.PostedWithRegisterNo))
            .Where(r => r.JournalBatchName != "")
            .OrderBy(r => r.RegisterNo)
            .Select(r => new { r.RegisterNo, r.PostedWithRegisterNo })
            .ToListAsync(ct);
        return registers.ToDictionary(
            register => register.Value,
            register =>
                OutcomeOf(
                    documents.Where(d => d.RegisterNo == register.Key),
                    journals
                        .Where(r => r.PostedWithRegisterNo == register.Key)
                        .Select(r => r.RegisterNo)
                        .DefaultIfEmpty(register.Key)
                )
        );
    }

    /// <summary>What was posted under a key; null when nothing was.</summary>
    public static async Task<LedgerOutcome?> Find(
        HandelDbContext db,
        Guid key,
        CancellationToken ct = default
    ) => (await Find(db, [key], ct)).GetValueOrDefault(key);

    // A caller is led to the invoice, else to the delivery; see Plan.ResultId.
    private static LedgerOutcome OutcomeOf(
        IEnumerable<TradeDocument> documents,
        IEnumerable<int> registerNos
    )
    {
        var posted = documents.OrderBy(d => d.Kind == DocumentKind.Delivery).ToList();
        var resultId = posted.Count > 0 ? posted[0].Id : Guid.Empty;
        return new LedgerOutcome(Plan.Done(posted, [.. registerNos], resultId));
    }
}
