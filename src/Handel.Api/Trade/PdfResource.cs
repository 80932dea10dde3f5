using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Printing;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using TradeKind = Handel.Trade.Documents.DocumentKind;

namespace Handel.Api.Trade;

/// <summary>Documents as PDF: one row per document, its page as a stream (API-PDF-1).</summary>
internal static class PdfResource
{
    /// <summary>Nothing to print: drafts of credit memos, what vendors send us.</summary>
    public const string NoPage = "E-PRINT-NONE";

    private const string Set = "pdfDocument";

    /// <summary>The same row below the same document on both routes (API-X0-2).</summary>
    public static IEnumerable<Resource> All() =>
        [
            Bind(Resource.Of(Set, s => s.Rows<TradeDocument>())),
            Bind(Resource.Extension(Set, Set, s => s.Rows<TradeDocument>(), like: Set)),
        ];

    private static Resource<TradeDocument> Bind(Resource<TradeDocument> resource) =>
        resource
            .Field("id", d => d.Id)
            .Field("parentId", d => d.Id)
            .Field("parentType", PrintedForms.ParentType)
            .Stream("pdfDocumentContent", new MediaHandlers(Read))
            .ETag(d => d.Version);

    private static async Task<MediaContent?> Read(RequestScope scope, Guid id)
    {
        var document = await scope
            .Db()
            .Documents.Include(d => d.Lines.OrderBy(line => line.LineNo))
            .SingleAsync(d => d.Id == id, scope.Aborted);
        if (PrintedForms.Of(document) is not { } kind)
            throw Refused(new(NoPage, Handel.Trade.Mirror.RecordOf(document)));
        var source = await Source(scope, document, kind);
        var rendered = await scope
            .Get<DocumentRenderer>()
            .Render(DocumentDataOf.Of(source), scope.Aborted);
        if (rendered.Problem is { } problem)
            throw Refused(problem);
        if (document.IsPosted)
            await scope
                .Db()
                .Documents.Where(d => d.Id == id)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(d => d.NoPrinted, d => d.NoPrinted + 1),
                    scope.Aborted
                );
        return new(
            new MemoryStream(rendered.Pdf.ToArray()),
            "application/pdf",
            $"{document.No}.pdf"
        );
    }

    private static async Task<PrintSource> Source(
        RequestScope scope,
        TradeDocument document,
        App.Printing.DocumentKind kind
    )
    {
        var (db, ct) = (scope.Db(), scope.Aborted);
        var state = await LedgerLock.Read(db, ct);
        var setup = await scope.Get<SetupCache>().At(db, state.SetupVersion, ct);
        var side = SideNames.Of(document.Direction);
        var mine = side.DocumentRows(scope);
        var appliesTo = document.AppliesTo.DocumentNo;
        // DSC-20: a draft is printed with the discount of this moment; nothing is stored (API-T-4).
        var (printed, problem) = DiscountCalculation.AtMoment(document, setup);
        if (problem is not null)
            throw Refused(problem);
        return new PrintSource(printed, setup)
        {
            Kind = kind,
            Entry = document.IsPosted
                ? await side.EntryRows(scope)
                    .SingleOrDefaultAsync(e => e.EntryNo == document.PartyEntryNo, ct)
                : null,
            Deliveries =
                document.OrderNo.Length > 0 && document.Kind == TradeKind.Invoice
                    ? await mine.Where(d =>
                            d.Kind == TradeKind.Delivery && d.OrderNo == document.OrderNo
                        )
                        .OrderBy(d => d.No)
                        .ToListAsync(ct)
                    : [],
            Corrects =
                appliesTo.Length > 0
                    ? await mine.FirstOrDefaultAsync(
                        d => d.Kind == TradeKind.Invoice && d.IsPosted && d.No == appliesTo,
                        ct
                    )
                    : null,
            VendorItemNos = DocumentDataOf.IsBuying(kind)
                ? await VendorItemNos(scope, document)
                : [],
            ShipmentMethod =
                await scope
                    .Rows<ShipmentMethod>()
                    .Where(m => m.Code == document.ShipmentMethodCode)
                    .Select(m => m.Description)
                    .FirstOrDefaultAsync(ct)
                ?? "",
        };
    }

    /// <summary>The card keeps the number that its own vendor gave the item.</summary>
    private static Task<Dictionary<string, string>> VendorItemNos(
        RequestScope scope,
        TradeDocument document
    )
    {
        var numbers = document.Lines.Select(line => line.No).Distinct().ToArray();
        return scope
            .Rows<Item>()
            .Where(item => numbers.Contains(item.No) && item.VendorItemNo.Length > 0)
            .Where(item => item.VendorNo == "" || item.VendorNo == document.PartyNo)
            .ToDictionaryAsync(item => item.No, item => item.VendorItemNo, scope.Aborted);
    }

    private static RefusalException Refused(Problem problem) => new([]) { Problems = [problem] };
}
