using Handel.App.Ledger;
using Handel.Data;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Finance;

/// <summary>Give open entries the tolerance that the setup has now (GLS-17).</summary>
public sealed record RecomputeTolerance(Direction Direction, IReadOnlyList<int> EntryNos)
    : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => EntryNos.Count;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        ToleranceChange.AddNeeds(needs, Direction, EntryNos);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var by = new EditedBy(UserName, moment.PostedAt);
        var edits = ToleranceChange.Plan((Direction, EntryNos), by, fork, problems);
        return problems.Count > 0
            ? Trade.Documents.Plan.Refused(problems)
            : Trade.Documents.Plan.Edited(edits, fork);
    }
}

/// <summary>Which open entries follow a change of the setup.</summary>
/// <param name="CurrencyCodes">Blank is LCY; null is every currency.</param>
public sealed record ToleranceScope(IReadOnlyCollection<string>? CurrencyCodes, string UserName);

/// <summary>Finds the open entries that have a tolerance, and has them changed in parts.</summary>
public static class ToleranceRecompute
{
    /// <summary>Entries that one command changes, at most.</summary>
    public const int EntriesAtOnceMax = 1000;

    /// <summary>The problems of the first part that has any; later parts are left then.</summary>
    public static async Task<IReadOnlyList<Problem>> Run(
        HandelDbContext db,
        ToleranceScope scope,
        Func<ILedgerCommand, Task<LedgerOutcome>> post,
        CancellationToken ct
    )
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var last = 0;
            while (await Next(db, scope, (direction, last), ct) is { Count: > 0 } entryNos)
            {
                last = entryNos[^1];
                var outcome = await post(
                    new RecomputeTolerance(direction, entryNos) { UserName = scope.UserName }
                );
                if (outcome.IsRefused)
                    return outcome.Problems;
            }
        }
        return [];
    }

    private static Task<List<int>> Next(
        HandelDbContext db,
        ToleranceScope scope,
        (Direction Direction, int EntryNo) after,
        CancellationToken ct
    )
    {
        var open = db
            .PartyEntries.AsNoTracking()
            .Where(entry => entry.Direction == after.Direction && entry.EntryNo > after.EntryNo)
            .Where(entry => entry.IsOpen)
            .Where(entry =>
                entry.DocumentType == EntryDocumentType.Invoice
                || entry.DocumentType == EntryDocumentType.CreditMemo
            );
        if (scope.CurrencyCodes is { } codes)
            open = open.Where(entry => codes.Contains(entry.CurrencyCode));
        return open.OrderBy(entry => entry.EntryNo)
            .Select(entry => entry.EntryNo)
            .Take(EntriesAtOnceMax)
            .ToListAsync(ct);
    }
}
