using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Documents;

/// <summary>What became of a draft. Without a document it is gone, or never was.</summary>
public sealed record DraftOutcome(TradeDocument? Document, IReadOnlyList<Problem> Problems)
{
    public IReadOnlyList<Problem> Notices { get; init; } = [];
    public bool IsRefused => Problems.Count > 0;
    public bool IsMissing => Document is null && Problems.Count == 0;
}

/// <summary>A new draft: what it is, and the number that a user typed, or blank.</summary>
public sealed record NewDraft(Direction Direction, DocumentKind Kind, DateOnly WorkDate)
{
    public string No { get; init; } = "";
}

/// <summary>
/// Creates, changes and removes drafts: load, let the pure core edit, store what changed (D5).
/// Ordinary transactions with row versions; posting is the ledger writer's (D2).
/// </summary>
public sealed partial class Drafts(HandelDatabase database, SetupCache setups, TimeProvider clock)
{
    private readonly DraftDimensions _dimensions = new(database);
    private HandelDbContext? _shared;

    /// <summary>The same in what an open context does, and in its transaction.</summary>
    public Drafts In(HandelDbContext db) => new(database, setups, clock) { _shared = db };

    public async Task<DraftOutcome> Create(
        int companyNo,
        NewDraft draft,
        DocumentEdit edit,
        CancellationToken ct = default
    )
    {
        await using var work = Open(companyNo);
        var db = work.Db;
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        var setup = await Setup(db, ct);
        var number = await Number(db, setup, draft, ct);
        if (number.Problem is { } problem)
            return new DraftOutcome(null, [problem]);

        var key = new DraftKey(draft.Direction, draft.Kind, Guid.CreateVersion7(), number.No);
        var document = DocumentDraft.New(key, setup, draft.WorkDate);
        var context = await new EditLoader(db, setup, draft.WorkDate).Load(
            EditNeeds.Of(document, edit),
            ct
        );
        var outcome = DocumentEditing.Apply(document, edit, context);
        if (outcome.IsRefused)
            return new DraftOutcome(null, outcome.Problems);
        if (!await _dimensions.Store(db, document, context.Dimensions.Sets, ct))
            return new DraftOutcome(null, [DraftRef.Changed(document)]);
        Own(document);
        db.Add(document);
        await db.SaveChangesAsync(ct);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        return new DraftOutcome(document, []) { Notices = outcome.Notices };
    }

    /// <summary>Applies an edit; refused as a whole when the draft has another version.</summary>
    public Task<DraftOutcome> Change(
        DraftRef draft,
        DocumentEdit edit,
        CancellationToken ct = default
    ) =>
        Change(
            draft,
            document => EditNeeds.Of(document, edit),
            (document, context) => DocumentEditing.Apply(document, edit, context),
            ct
        );

    public Task<DraftOutcome> Release(DraftRef draft, CancellationToken ct = default) =>
        Change(
            draft,
            EditNeeds.OfRelease,
            (document, context) =>
                new EditOutcome(Trade.Releasing.Release.Apply(document, context), []),
            ct
        );

    public Task<DraftOutcome> Reopen(DraftRef draft, CancellationToken ct = default) =>
        Change(
            draft,
            _ => new EditNeeds(),
            (document, _) => new EditOutcome(Trade.Releasing.Release.Reopen(document), []),
            ct
        );

    /// <summary>The invoice discount as the terms of the party give it (DSC-20).</summary>
    public Task<DraftOutcome> CalculateInvoiceDiscount(
        DraftRef draft,
        CancellationToken ct = default
    ) => Change(draft, _ => new EditNeeds(), DocumentEditing.CalculateInvoiceDiscount, ct);

    public async Task<DraftOutcome> Delete(DraftRef draft, CancellationToken ct = default)
    {
        await using var work = Open(draft.CompanyNo);
        var db = work.Db;
        var document = await Tracked(db, draft.Id, ct);
        if (document is null)
            return new DraftOutcome(null, []);
        if (draft.IsStale(document))
            return new DraftOutcome(document, [DraftRef.Changed(document)]);
        var problems = DocumentEditing.FindAgainstDeleting(document);
        if (problems.Count > 0)
            return new DraftOutcome(document, problems);
        db.Remove(document);
        return await Save(db, draft, document, ct);
    }

    private async Task<DraftOutcome> Change(
        DraftRef draft,
        Func<TradeDocument, EditNeeds> needs,
        Func<TradeDocument, EditContext, EditOutcome> apply,
        CancellationToken ct
    )
    {
        await using var work = Open(draft.CompanyNo);
        var db = work.Db;
        var document = await Tracked(db, draft.Id, ct);
        if (document is null)
            return new DraftOutcome(null, []);
        if (draft.IsStale(document))
            return new DraftOutcome(document, [DraftRef.Changed(document)]);
        var loader = new EditLoader(db, await Setup(db, ct), Today(draft));
        var context = await loader.Load(needs(document), ct);
        var outcome = apply(document, context);
        if (outcome.IsRefused)
            return new DraftOutcome(document, outcome.Problems);
        if (!await _dimensions.Store(db, document, context.Dimensions.Sets, ct))
            return new DraftOutcome(document, [DraftRef.Changed(document)]);
        Own(document);
        // A line that changes changes what the header shows: its version moves too (API-E-6).
        db.Entry(document).Property(d => d.ModifiedAt).IsModified = true;
        var saved = await Save(db, draft, document, ct);
        return saved with { Notices = outcome.Notices };
    }

    private static async Task<DraftOutcome> Save(
        HandelDbContext db,
        DraftRef draft,
        TradeDocument document,
        CancellationToken ct
    )
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new DraftOutcome(document, []);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DraftOutcome(document, [DraftRef.Changed(document)]);
        }
    }

    private static Task<TradeDocument?> Tracked(
        HandelDbContext db,
        Guid id,
        CancellationToken ct
    ) =>
        db
            .Documents.AsTracking()
            .Include(document => document.Lines.OrderBy(line => line.LineNo))
            .SingleOrDefaultAsync(document => document.Id == id, ct);

    private static void Own(TradeDocument document)
    {
        foreach (var line in document.Lines)
        {
            line.CompanyNo = document.CompanyNo;
            line.DocumentId = document.Id;
        }
    }

    private async Task<CompanySetup> Setup(HandelDbContext db, CancellationToken ct)
    {
        var state = await LedgerLock.Read(db, ct);
        return await setups.At(db, state.SetupVersion, ct);
    }

    private static async Task<DrawnNumber> Number(
        HandelDbContext db,
        CompanySetup setup,
        NewDraft draft,
        CancellationToken ct
    )
    {
        Task<bool> IsTaken(string no, CancellationToken ct) =>
            db.Documents.AnyAsync(
                d => d.Direction == draft.Direction && d.Kind == draft.Kind && d.No == no,
                ct
            );
        var words = Mirror.Of(draft.Direction).Drafts[draft.Kind];
        var seriesCode = words.Series(setup.Trade[draft.Direction]);
        if (draft.No.Length == 0)
            return await new DraftNumbers(db).Draw(seriesCode, draft.WorkDate, IsTaken, ct);
        var series = await db.NumberSeries.SingleOrDefaultAsync(s => s.Code == seriesCode, ct);
        var isTaken = await IsTaken(draft.No, ct);
        return new(draft.No, series?.CheckManual(draft.No, _ => isTaken));
    }

    private Work Open(int companyNo) => Work.In(_shared, database, companyNo);

    private DateOnly Today(DraftRef draft) =>
        draft.WorkDate ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
