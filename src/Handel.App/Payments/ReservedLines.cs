using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Payments;

/// <summary>Sends a command to the writer of the ledger that the caller works with.</summary>
public delegate Task<LedgerOutcome> SendToLedger(ILedgerCommand command);

/// <summary>
/// Lines that reserve entries: the entries first, by the ledger's writer, then the lines. Whoever
/// holds a journal must not wait for the writer, so a version of the journal guards what lies
/// between.
/// </summary>
public sealed class ReservedLines(JournalDesk desk, SendToLedger send, string userName)
{
    /// <summary>Notices of one answer, at most (S9).</summary>
    public const int NoticesMax = 50;

    public JournalDesk Desk => desk;

    /// <param name="lines">With all their fields; the accounts are as the edits' entries.</param>
    internal async Task<JournalOutcome> Add(
        JournalRef journal,
        IReadOnlyList<NewJournalLine> lines,
        IReadOnlyList<EditPosted> edits,
        CancellationToken ct
    )
    {
        if (edits.Count > 0)
        {
            var reserved = await send(new ReserveEntries(edits) { UserName = userName });
            if (reserved.IsRefused)
                return JournalOutcome.Refused(reserved.Problems);
        }
        var added = await new JournalLines(desk).Add(journal, lines, ct);
        if (added.IsDone || edits.Count == 0)
            return added;
        await send(new ReserveEntries([.. edits.Select(Undone)]) { UserName = userName });
        return added;
    }

    /// <summary>Deletes a line, and frees what it had reserved (SVP-07, NET-02).</summary>
    public async Task<JournalOutcome> Delete(JournalLineRef line, CancellationToken ct)
    {
        var outcome = await new JournalLines(desk).Delete(line, ct);
        if (outcome.IsDone)
            await Release(line.CompanyNo, outcome.Lines, ct);
        return outcome;
    }

    /// <summary>The same with a whole journal.</summary>
    public async Task<JournalOutcome> DeleteJournal(JournalRef journal, CancellationToken ct)
    {
        var lines = await desk.Read(journal, open => open.Lines().ToListAsync(ct), ct) ?? [];
        var outcome = await new JournalKeeping(desk).Delete(journal, ct);
        if (outcome.IsDone)
            await Release(journal.CompanyNo, lines, ct);
        return outcome;
    }

    private async Task Release(
        int companyNo,
        IReadOnlyList<JournalLine> lines,
        CancellationToken ct
    )
    {
        var freed = lines.Select(Reservation.Of).OfType<Reservation>().ToList();
        if (freed.Count == 0)
            return;
        var ids = freed.Select(one => one.AppliesToId).Where(id => id.Length > 0).ToArray();
        // Another line pays the same entries still.
        var kept = (await desk.Marks(companyNo, ids, ct)).Select(MarkOf).ToHashSet();
        freed.RemoveAll(one => kept.Contains(MarkOf(one)) && one.OnHold.Length == 0);
        if (freed.Count > 0)
            await send(new ReleaseEntries(freed) { UserName = userName });
    }

    private static (Direction, string, string) MarkOf(Reservation one) =>
        (one.Direction, one.PartyNo, one.AppliesToId);

    private static EditPosted Undone(EditPosted edit) =>
        edit with
        {
            Changes =
            [
                .. edit
                    .Changes.Where(change => change.Field != EntryField.AmountToApply)
                    .Select(change => change with { Value = "" }),
            ],
        };
}
