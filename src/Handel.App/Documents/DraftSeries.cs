using Handel.Data;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Documents;

public sealed partial class Drafts
{
    /// <summary>
    /// Numbers a draft anew, from the series of its kind or from one that is related to it. What
    /// was delivered names the number that the draft has: it keeps that then (NOS-09).
    /// </summary>
    public async Task<DraftOutcome> ChooseSeries(
        DraftRef draft,
        string seriesCode,
        CancellationToken ct = default
    )
    {
        await using var work = Open(draft.CompanyNo);
        var db = work.Db;
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        var document = await Tracked(db, draft.Id, ct);
        if (document is null)
            return new DraftOutcome(null, []);
        if (draft.IsStale(document))
            return new DraftOutcome(document, [DraftRef.Changed(document)]);
        var setup = await Setup(db, ct);
        var words = Mirror.Of(document.Direction).Drafts[document.Kind];
        var ownCode = words.Series(setup.Trade[document.Direction]);
        var problems = await FindAgainst(db, document, (ownCode, seriesCode), ct);
        if (problems.Count > 0)
            return new DraftOutcome(document, problems);
        Task<bool> IsTaken(string no, CancellationToken token) =>
            db.Documents.AnyAsync(
                d => d.Direction == document.Direction && d.Kind == document.Kind && d.No == no,
                token
            );
        var drawn = await new DraftNumbers(db).Draw(seriesCode, Today(draft), IsTaken, ct);
        if (drawn.Problem is { } problem)
            return new DraftOutcome(document, [problem]);
        document.No = drawn.No;
        var saved = await Save(db, draft, document, ct);
        if (!saved.IsRefused && transaction is not null)
            await transaction.CommitAsync(ct);
        return saved;
    }

    private static async Task<IReadOnlyList<Problem>> FindAgainst(
        HandelDbContext db,
        TradeDocument document,
        (string Own, string Chosen) series,
        CancellationToken ct
    )
    {
        var record = Mirror.RecordOf(document);
        if (DocumentEditing.FindClosed(document) is { } closed)
            return [closed];
        if (document.Lines.Exists(line => line.QtyDelivered != 0m || line.QtyInvoiced != 0m))
            return [Refused(record, "handled", series.Chosen)];
        var isOffered =
            series.Own == series.Chosen
            || await db.NumberSeriesRelationships.AnyAsync(
                related => related.SeriesCode == series.Own && related.RelatedCode == series.Chosen,
                ct
            );
        return isOffered ? [] : [Refused(record, "unrelated", series.Chosen)];
    }

    private static Problem Refused(RecordRef record, string reason, string value) =>
        new(ProblemCodes.NumberChoice, record, "numberSeriesCode", value)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
            MendedAt = new RecordRef(NumberSeries.Entity, value),
        };
}
