using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>
/// The document sets of both routes and both directions: one definition for a kind (S4, A18.4).
/// </summary>
internal static class DocumentResources
{
    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Order,
        DocumentKind.Invoice,
        DocumentKind.CreditMemo,
    ];

    private const string Post = "post";

    public static IEnumerable<Resource> All()
    {
        foreach (var side in SideNames.Both)
        {
            foreach (var kind in Kinds)
            {
                yield return Standard(side, kind);
                yield return Lines(side, kind, isExtension: false);
                yield return Extension(side, kind);
                yield return Lines(side, kind, isExtension: true);
            }
            yield return Deliveries(side);
            yield return DeliveryLines(side);
        }
        yield return DocumentTaxLines.Create();
    }

    private static Resource<TradeDocument> Standard(SideNames side, DocumentKind kind)
    {
        var resource = Resource.Of(side.SetOf(kind), scope => Rows(scope, side, kind));
        var actions = new DocumentActions(side, kind);
        foreach (var action in resource.Shape.Actions)
            resource.Action(action.Name, Standard(actions, side, action.Name));
        if (!resource.Shape.Actions.Any(action => action.Name == Post))
            resource
                .Unlisted(actions.PostShape, actions.Post)
                .Repeats(Post, DocumentActions.PostedBefore)
                .Repeats(side.DeliverAndInvoice, actions.PostedBothBefore);
        else
            resource.Repeats(Post, actions.PostedWholeBefore);
        resource
            .Unlisted(actions.PreviewShape, actions.Preview)
            .Unlisted(actions.ReleaseShape, actions.Release)
            .Unlisted(actions.ReopenShape, actions.Reopen)
            .Unlisted(actions.CalculateShape, actions.CalculateDiscount)
            .Unlisted(actions.DiscountShape, actions.SetDiscount);
        return Written(DocumentFields.Bind(resource, side, kind), side, kind);
    }

    private static Func<RequestScope, Guid, Given, Task<ActionOutcome>> Standard(
        DocumentActions actions,
        SideNames side,
        string name
    ) =>
        name == Post ? actions.PostWhole
        : name == side.DeliverAndInvoice ? actions.PostBoth
        : DocumentActions.NotYet;

    private static Resource<TradeDocument> Extension(SideNames side, DocumentKind kind)
    {
        var set = side.SetOf(kind);
        var resource = Resource.Extension(
            set,
            set[..^1],
            scope => Rows(scope, side, kind),
            like: set
        );
        var actions = new DocumentActions(side, kind);
        resource
            .Action<PostingResult>(actions.PostShape, actions.Post)
            .Repeats(Post, DocumentActions.PostedBefore)
            .Action<PostingPreviewRows>(actions.PreviewShape, actions.Preview)
            .Action(Answering(actions.ReleaseShape, resource), actions.Release)
            .Action(Answering(actions.ReopenShape, resource), actions.Reopen)
            .Action(Answering(actions.CalculateShape, resource), actions.CalculateDiscount)
            .Action(Answering(actions.DiscountShape, resource), actions.SetDiscount)
            .Action(Answering(actions.SeriesShape, resource), actions.ChooseSeries);
        ExtraFields.Bind(resource, side, kind);
        return Written(DocumentFields.Bind(resource, side, kind), side, kind);
    }

    private static ActionShape Answering(ActionShape action, Resource with) =>
        action with
        {
            ReturnType = with.Shape.TypeName,
        };

    private static Resource<TradeDocument> Written(
        Resource<TradeDocument> resource,
        SideNames side,
        DocumentKind kind
    )
    {
        var writes = new DocumentWrites(side, kind);
        return resource
            .Create(writes.Create)
            .CreatesWith(SideNames.LinesOf(side.SetOf(kind)), DimensionSetLines.Set)
            .VersionBy((scope, id) => DocumentVersion.Find(scope, id, side.Direction, kind))
            .Update(writes.Update)
            .Delete(DocumentWrites.Delete);
    }

    private static Resource<LineRow> Lines(SideNames side, DocumentKind kind, bool isExtension)
    {
        var set = SideNames.LinesOf(side.SetOf(kind));
        IQueryable<LineRow> Source(RequestScope scope) =>
            LineFields.Rows(scope, Rows(scope, side, kind));
        var resource = isExtension
            ? Resource.Extension(set, set[..^1], Source, like: set)
            : Resource.Of(set, Source);
        if (isExtension)
            LineFields.Extra(resource);
        var writes = new DocumentWrites(side, kind);
        LineFields.Bind(resource);
        if (isExtension)
            resource.Shortcuts(r => r.Line.DimensionSetId, Access.ReadWrite);
        return resource
            .Create(writes.CreateLine)
            .CreatesWith(DimensionSetLines.Set)
            .Update(writes.UpdateLine)
            .Delete(writes.DeleteLine);
    }

    private static Resource<TradeDocument> Deliveries(SideNames side) =>
        DocumentFields.Bind(
            Resource.Of(side.Deliveries, scope => Rows(scope, side, DocumentKind.Delivery)),
            side,
            DocumentKind.Delivery
        );

    private static Resource<LineRow> DeliveryLines(SideNames side) =>
        LineFields.Bind(
            Resource.Of(
                SideNames.LinesOf(side.Deliveries),
                scope => LineFields.Rows(scope, Rows(scope, side, DocumentKind.Delivery))
            )
        );

    private static IQueryable<TradeDocument> Rows(
        RequestScope scope,
        SideNames side,
        DocumentKind kind
    ) => side.DocumentRows(scope).Where(document => document.Kind == kind);
}

/// <summary>Header properties that only the extension route has (C1).</summary>
internal static class ExtraFields
{
    private const int CodeLength = 20;
    private const int NumberLength = 35;

    public static void Bind(Resource<TradeDocument> resource, SideNames side, DocumentKind kind)
    {
        if (!kind.IsCredit())
            Add(resource, side.ExternalNumber, d => d.ExternalDocumentNo, NumberLength);
        Add(resource, "yourReference", d => d.YourReference, NumberLength);
        Add(resource, "locationCode", d => d.LocationCode, CodeLength);
        Add(resource, "generalBusinessPostingGroup", d => d.GenBusPostingGroup, CodeLength);
        Add(resource, "taxBusinessPostingGroup", d => d.VatBusPostingGroup, CodeLength);
        Add(resource, side.PostingGroup, d => d.PartyPostingGroup, CodeLength);
        Add(resource, "taxRegistrationNumber", d => d.VatRegistrationNo, CodeLength);
        Add(resource, "taxCountry", d => d.VatCountryCode, CodeLength);
        Add(resource, "paymentMethodCode", d => d.PaymentMethodCode, CodeLength);
        Add(resource, "languageCode", d => d.LanguageCode, CodeLength);
        Add(resource, "invoiceDiscountCode", d => d.InvoiceDiscCode, CodeLength);
        resource
            .Field("releaseStatus", d => d.Status)
            .Field("taxDate", d => d.VatDate, Access.ReadWrite)
            .Field("currencyFactor", d => d.CurrencyFactor, Access.ReadWrite)
            .Field("paymentDiscountPercent", d => d.PaymentDiscountPct, Access.ReadWrite)
            .Field("paymentDiscountDate", d => d.PmtDiscountDate, Access.ReadWrite)
            .Field(
                "taxBaseDiscountPercent",
                (d, s) =>
                    s.Rows<GlSetup>()
                        .Where(gl => gl.PmtDiscExclVat)
                        .Select(gl =>
                            Math.Min(
                                d.VatBaseDiscountPct ?? d.PaymentDiscountPct,
                                gl.VatTolerancePct
                            )
                        )
                        .FirstOrDefault(),
                Access.ReadWrite
            )
            .Field("euThirdPartyTrade", d => d.IsEuThirdParty, Access.ReadWrite)
            .Field("invoiceDiscountPercent", d => d.InvDiscountPct)
            .Field("isPosted", d => d.IsPosted);
        // The contract declares the first two where it has them.
        DocumentFields.BindShortcuts(resource);
    }

    private static void Add(
        Resource<TradeDocument> resource,
        string name,
        System.Linq.Expressions.Expression<Func<TradeDocument, string>> value,
        int length
    )
    {
        if (resource.Shape.Fields.All(field => field.Name != name))
            resource.Field(name, value, Access.ReadWrite, length);
    }
}
